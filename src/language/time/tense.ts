import { IMPLICATIVE_VERBS } from "../en/event-words.js";
import {
	AIMING_WEEKDAY_PREPOSITIONS,
	BACKWARD_PREPOSITIONS,
	CLEAR_FUTURES,
	COMPLEMENT_OPENER,
	DELAY_PREPOSITIONS,
	DELAY_VERBS,
	FUTURE_HEADS,
	FUTURE_MARKERS,
	FUTURE_NOUNS,
	GERUND_ENDING,
	INFINITIVE,
	OF_NOMINALS,
	OPEN_ENDED_PREPOSITIONS,
	PAST_BE,
	PAST_FORMS,
	PAST_MARKERS,
	PLUPERFECT_MARKERS,
	PRESENT_BE,
	PRESENT_ENDING,
	SCHEDULED_VERBS,
} from "../en/time-links.js";
import { WEEKDAYS } from "../en/time-words.js";
import type { Sentence, Token, TokenizedText } from "../tokens.js";

export type Tense = "past" | "future" | "unknown";

/**
 * How sure a future is. CLEAR: said with "will". PLAN: an aim or a plan ("expects to", "due on"), which may have been told
 * of the past. HEDGED: a plan of the past ("was to be played on Friday"), over by now or not.
 */
export type Outlook = "CLEAR" | "PLAN" | "HEDGED";

export interface ClauseTime {
	tense: Tense;
	/** Of a future; CLEAR otherwise. */
	outlook: Outlook;
	/** "had fallen": before the time the text tells of. */
	perfect?: true;
}

/** Tokens looked at on each side: a clause is seldom longer, and the work per expression stays bounded. */
const REACH = 24;
/** Tokens between a preposition that looks back and the date it governs ("since the missile attack on 1 October"). */
const PHRASE_REACH = 10;

const FUTURE: ReadonlySet<string> = new Set(FUTURE_MARKERS);
const CLEAR: ReadonlySet<string> = new Set(CLEAR_FUTURES);
const FUTURE_WORDS: ReadonlySet<string> = new Set(FUTURE_NOUNS);
const PAST: ReadonlySet<string> = new Set(PAST_MARKERS);
const PLUPERFECT: ReadonlySet<string> = new Set(PLUPERFECT_MARKERS);
const WAS: ReadonlySet<string> = new Set(PAST_BE);
const IS: ReadonlySet<string> = new Set(PRESENT_BE);
const PAST_VERBS: ReadonlySet<string> = new Set(PAST_FORMS);
const HEADS: ReadonlySet<string> = new Set(FUTURE_HEADS);
const BACKWARD: ReadonlySet<string> = new Set(BACKWARD_PREPOSITIONS);
const OPEN_ENDED: ReadonlySet<string> = new Set(OPEN_ENDED_PREPOSITIONS);
const AIMING: ReadonlySet<string> = new Set(AIMING_WEEKDAY_PREPOSITIONS);
const SCHEDULED: ReadonlySet<string> = new Set(SCHEDULED_VERBS);
const DELAYING: ReadonlySet<string> = new Set(DELAY_VERBS);
const DELAYED_TO: ReadonlySet<string> = new Set(DELAY_PREPOSITIONS);
const NOMINAL: ReadonlySet<string> = new Set(OF_NOMINALS);

const UNKNOWN: ClauseTime = { tense: "unknown", outlook: "CLEAR" };
const PAST_TIME: ClauseTime = { tense: "past", outlook: "CLEAR" };
const BEFORE_PAST: ClauseTime = { tense: "past", outlook: "CLEAR", perfect: true };
const WILL: ClauseTime = { tense: "future", outlook: "CLEAR" };
const PLANNED: ClauseTime = { tense: "future", outlook: "PLAN" };
const WAS_TO: ClauseTime = { tense: "future", outlook: "HEDGED" };

/**
 * Whether the clause around an expression (its first and last token) tells of the past or the future: a noun like
 * "deadline" right after it decides, else what stands right before it ("meeting for Wednesday", "the attack of May 3",
 * "since the vote on May 3"), else the nearest verb group before it in its sentence, else the first one after it.
 */
export function clauseTense(doc: TokenizedText, token: number, lastToken: number, sentence: Sentence): ClauseTime {
	const { tokens } = doc;
	if (lastToken + 1 < sentence.endToken && HEADS.has(tokens[lastToken + 1]?.lower ?? "")) return WILL;
	const before = token > sentence.firstToken ? tokens[token - 1] : undefined;
	const preposition = before?.lower ?? "";
	const weekday = Object.hasOwn(WEEKDAYS, tokens[token]?.lower ?? "");
	const owns = tokens[lastToken + 1]?.lower.startsWith("'") === true;
	if (NOMINAL.has(preposition) && !weekday && tellsDay(tokens, token, lastToken)) return UNKNOWN;
	if (!weekday && looksBack(tokens, token, sentence.firstToken)) return PAST_TIME;
	const elliptic = opensConjunct(tokens, token, sentence) || (owns && before?.pos === "PUNCT");
	if (elliptic && tokens[lastToken + 1]?.lower === COMPLEMENT_OPENER) return UNKNOWN;
	const told = (elliptic ? scanAhead(tokens, lastToken, sentence) : null) ?? scan(tokens, token, lastToken, sentence);
	if (told.tense !== "future" && DELAYED_TO.has(preposition) && isDelayed(tokens, token, sentence.firstToken))
		return PLANNED;
	if (!weekday || owns || told.tense === "future") return told;
	if (AIMING.has(preposition)) return planOf(tokens, token, sentence.firstToken);
	return told.tense === "unknown" && OPEN_ENDED.has(preposition) ? PLANNED : told;
}

function scan(tokens: readonly Token[], token: number, lastToken: number, sentence: Sentence): ClauseTime {
	for (let k = token - 1; k >= Math.max(sentence.firstToken, token - REACH); k--) {
		const tense = tenseAt(tokens, k, sentence.firstToken);
		if ((tense === null || tense === "present") && isScheduled(tokens, k, token)) return PLANNED;
		if (tense === "present") return UNKNOWN;
		if (tense) return tense;
	}
	return scanAhead(tokens, lastToken, sentence) ?? UNKNOWN;
}

/** Tokens between such a verb and its date ("leaves for talks with the new government in Moscow on Sunday"). */
const SCHEDULE_REACH = 10;

/** "begins Monday", "is meeting on Friday": the present of what is fixed beforehand, in one breath with the date. */
function isScheduled(tokens: readonly Token[], k: number, token: number): boolean {
	const { pos, lower, lemma } = tokens[k] as Token;
	if (pos !== "VERB" || !(SCHEDULED.has(lemma) || SCHEDULED.has(lower)) || token - k > SCHEDULE_REACH) return false;
	if (lower.endsWith(GERUND_ENDING)) {
		if (!isProgressive(tokens, k)) return false;
	} else if (!lower.endsWith(PRESENT_ENDING)) {
		// "talks resume", not "helped open".
		if (lower !== lemma || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[k - 1]?.pos ?? "")) return false;
	}
	for (let j = k + 1; j < token; j++) if (tokens[j]?.pos === "PUNCT") return false;
	return true;
}

/** "is meeting", not "candidates running". */
const isProgressive = (tokens: readonly Token[], k: number): boolean =>
	IS.has(tokens[k - 1]?.lower ?? "") || IS.has(tokens[k - 2]?.lower ?? "");

/** "was adjourned until Tuesday", "has been put off to June". */
function isDelayed(tokens: readonly Token[], token: number, floor: number): boolean {
	for (let k = token - 2; k >= Math.max(floor, token - SCHEDULE_REACH); k--) {
		const { pos, lemma } = tokens[k] as Token;
		if (pos === "PUNCT") return false;
		// "has until Monday".
		if (pos === "VERB" || (pos === "AUX" && k === token - 2)) return DELAYING.has(lemma);
	}
	return false;
}

function scanAhead(tokens: readonly Token[], lastToken: number, sentence: Sentence): ClauseTime | null {
	for (let k = lastToken + 1; k < Math.min(sentence.endToken, lastToken + REACH); k++) {
		const tense = tenseAt(tokens, k, sentence.firstToken);
		if (tense === "present") return UNKNOWN;
		if (tense) return tense;
	}
	return null;
}

/** "October 1", not "October". */
function tellsDay(tokens: readonly Token[], token: number, lastToken: number): boolean {
	for (let k = token; k <= lastToken; k++) if (/^\d/.test(tokens[k]?.lower ?? "")) return true;
	return false;
}

/** "…, and on November 1 …": the date belongs to what follows. */
function opensConjunct(tokens: readonly Token[], token: number, sentence: Sentence): boolean {
	const at = token - 2;
	return at > sentence.firstToken && tokens[token - 1]?.pos === "ADP" && tokens[at]?.pos === "CCONJ";
}

/** "since the attack on 1 October", "after talks in May and June": no verb between the preposition and the date. */
function looksBack(tokens: readonly Token[], token: number, floor: number): boolean {
	for (let k = token - 1; k >= Math.max(floor, token - PHRASE_REACH); k--) {
		const { pos, lower } = tokens[k] as Token;
		if (BACKWARD.has(lower)) return k > floor;
		if (pos === "VERB" || pos === "AUX" || pos === "PUNCT" || pos === "PRON") return false;
	}
	return false;
}

/** "called a meeting for Wednesday" looks ahead, "was set for Wednesday" may be over. */
function planOf(tokens: readonly Token[], token: number, floor: number): ClauseTime {
	const verb = tokens[token - 2];
	if (verb?.pos !== "VERB") return PLANNED;
	for (let k = token - 3; k >= Math.max(floor, token - 6); k--) if (WAS.has(tokens[k]?.lower ?? "")) return WAS_TO;
	return PLANNED;
}

/** What a token says of the time of its clause; null where it says nothing. */
function tenseAt(tokens: readonly Token[], k: number, floor: number): ClauseTime | "present" | null {
	const token = tokens[k];
	if (!token) return null;
	if (token.pos === "AUX" && leadsToVerb(tokens, k)) return null;
	if (token.pos !== "VERB" && token.pos !== "AUX")
		return FUTURE_WORDS.has(token.lower) ? planned(tokens, k, floor) : null;
	if (FUTURE.has(token.lower) && token.pos === "AUX") return futureOf(token);
	if (FUTURE_WORDS.has(token.lower)) return planned(tokens, k, floor);
	// A verb takes its tense from the auxiliaries in front of it ("will be delivered", "will stay closed", "to finish").
	for (let j = k - 1; j >= Math.max(floor, k - 4); j--) {
		const before = tokens[j];
		if (!before) break;
		if (FUTURE.has(before.lower) && before.pos !== "NOUN" && before.pos !== "PROPN") return futureOf(before);
		if (before.lower === INFINITIVE) return infinitive(tokens, j, floor);
		if (PLUPERFECT.has(before.lower)) return BEFORE_PAST;
		if (PAST.has(before.lower)) return PAST_TIME;
		if (IS.has(before.lower) && token.pos === "VERB") return "present";
		const through = before.pos === "VERB" && before.lower === before.lemma;
		if (before.pos !== "AUX" && before.pos !== "ADV" && before.pos !== "PART" && !through) break;
	}
	if (PAST.has(token.lower) || PAST_VERBS.has(token.lower)) return PAST_TIME;
	if (token.pos !== "VERB") return null;
	if (token.lower === token.lemma || token.lower.endsWith(PRESENT_ENDING) || token.lower.endsWith(GERUND_ENDING))
		return null;
	return PAST_TIME;
}

const futureOf = (auxiliary: Token): ClauseTime => (CLEAR.has(auxiliary.lower) ? WILL : PLANNED);

/** "is due", "planned for"; "was due" may be over, and "had expected" tells of the past. */
function planned(tokens: readonly Token[], k: number, floor: number): ClauseTime {
	for (let j = k - 1; j >= Math.max(floor, k - 3); j--) {
		const before = tokens[j] as Token;
		if (WAS.has(before.lower)) return WAS_TO;
		if (PAST.has(before.lower)) return PAST_TIME;
		if (IS.has(before.lower)) return WILL;
		if (before.pos !== "AUX" && before.pos !== "ADV" && before.pos !== "PART") break;
	}
	return PLANNED;
}

/** Tokens between a verb and the infinitive it governs ("forced the two airlines to"). */
const OBJECT_REACH = 6;

/** "agreed to meet" looks ahead, "forced the airline to close" tells what came of it, "was meant to close" may be over. */
function infinitive(tokens: readonly Token[], marker: number, floor: number): ClauseTime {
	for (let j = marker - 1; j >= Math.max(floor, marker - OBJECT_REACH); j--) {
		const { pos, lower, lemma } = tokens[j] as Token;
		if (pos === "PUNCT") break;
		if (pos !== "VERB" && !(pos === "AUX" && j === marker - 1) && !FUTURE_WORDS.has(lower)) continue;
		for (let k = j; k >= Math.max(floor, j - 2); k--)
			if (j - marker >= -3 && WAS.has(tokens[k]?.lower ?? "")) return WAS_TO;
		if (!IMPLICATIVE_VERBS.has(lemma)) return PLANNED;
		const own = tenseAt(tokens, j, Math.max(floor, j - 4));
		return own === null || own === "present" ? PLANNED : own;
	}
	return PLANNED;
}

/** An auxiliary with its verb behind it: the verb will be asked. */
function leadsToVerb(tokens: readonly Token[], k: number): boolean {
	for (let j = k + 1; j <= k + 3; j++) {
		const pos = tokens[j]?.pos;
		if (pos === "VERB") return true;
		if (pos !== "AUX" && pos !== "ADV" && pos !== "PART") return false;
	}
	return false;
}
