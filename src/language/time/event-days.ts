import { NOUN_TYPES } from "../en/event-types.js";
import type { Token, TokenizedText } from "../tokens.js";
import { type CalendarPoint, formatPoint, withoutTime } from "./timex-value.js";

/** The day told in a sentence, by the sentence's index; null where it tells several. */
export type EventDays = Map<number, CalendarPoint | null>;

/** Remembers a day told in a sentence. */
export function recordDay(days: EventDays, sentence: number, told: CalendarPoint): void {
	const day = withoutTime(told);
	const known = days.get(sentence);
	const same = known === undefined || (known !== null && formatPoint(known) === formatPoint(day));
	days.set(sentence, same ? day : null);
}

/** Tokens looked back for the event: some twenty sentences, and a bound on the work for each expression. */
const EVENT_REACH = 500;

/**
 * The day of the event a noun points back at ("eight days after the vote"): that of the nearest earlier sentence that has
 * the same word as noun or verb and tells one day. `token`: index of the noun; `sentence`: index of its sentence.
 */
export function dayOfEvent(doc: TokenizedText, days: EventDays, token: number, sentence: number): CalendarPoint | null {
	const lemma = doc.tokens[token]?.lemma ?? "";
	if (!NOUN_TYPES.has(lemma)) return null;
	let place = sentence;
	for (let k = token - 1; k >= Math.max(0, token - EVENT_REACH); k--) {
		while (place > 0 && k < (doc.sentences[place]?.firstToken ?? 0)) place--;
		const { lemma: other, pos } = doc.tokens[k] as Token;
		if (place === sentence || other !== lemma || (pos !== "NOUN" && pos !== "VERB")) continue;
		const day = days.get(place);
		if (day) return day;
	}
	return null;
}
