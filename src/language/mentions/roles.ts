import type { EventMention, MentionRole, SectionRole } from "../analysis.js";
import { PRECEDING_PAIRS, PRECEDING_WORDS, SIMULTANEOUS_OPENERS } from "../en/event-words.js";
import { isPair, wordPairs } from "../phrases/word-pairs.js";
import type { Sentence, Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import type { Context } from "./context.js";
import type { Reality } from "./status.js";

/** A candidate with all that its role hangs on. */
export interface Reading {
	candidate: Candidate;
	reality: Reality;
	time: string | null;
	section: SectionRole | null;
	/** Does an entity take part? */
	hasParticipants: boolean;
	/** Names of those who take part and of its places. */
	names: readonly string[];
	/** A nominal that points back, also one that a verb carries ("the attack", "launched the strike"). */
	definite: boolean;
}

const PAIRS_BEFORE = wordPairs(PRECEDING_PAIRS);

/** The news is told in the first sentences with an event; further down it is retold at most. */
const LEAD_SENTENCES = 3;
/** A headline is one short line without a full stop. */
const MAX_HEADLINE_TOKENS = 30;

/**
 * The role of every reading, or null for one that is not worth a mention. MAIN: the first happening of the lead and of
 * the headline, and what the body tells again of it, nothing else: MAIN readings of one article are taken for one event.
 * BACKGROUND: sections of that role, what the text itself puts before the news (a date, a past before the past, "after",
 * "because of"), and what else happened to somebody. FORESEEN: what is yet to come.
 */
export function rolesOf(context: Context, readings: readonly Reading[]): (MentionRole | null)[] {
	const headline = headlineSentence(context);
	const news = findNews(readings, headline);
	const first = news[0];
	const newsTimes = new Set(
		readings
			.filter(({ candidate }) => candidate.sentence === first?.candidate.sentence && isTold(candidate))
			.map(({ time }) => time),
	);
	return readings.map((reading) => {
		if (reading.section === "BOILERPLATE") return null;
		if (reading.section === "BACKGROUND") return backgroundRole(reading);
		if (news.includes(reading)) return "MAIN";
		return bodyRole(context, reading, first ?? null, newsTimes);
	});
}

function backgroundRole({ candidate, hasParticipants, time, reality }: Reading): MentionRole | null {
	if (candidate.strength === "STRONG") return "BACKGROUND";
	if (candidate.form === "NOUN") return "BACKGROUND";
	return (hasParticipants || time !== null) && reality.status === "OCCURRED" ? "BACKGROUND" : null;
}

function bodyRole(
	context: Context,
	reading: Reading,
	news: Reading | null,
	newsTimes: ReadonlySet<string | null>,
): MentionRole | null {
	const { candidate, reality, time } = reading;
	const retells = news !== null && (tellsSame(reading, news) || toldWith(reading, news));
	if (retells && !isForeseen(reading, news)) return "MAIN";
	if (reality.status === "PLANNED" || reality.status === "UNCERTAIN")
		return candidate.strength === "STRONG" || (time !== null && reading.hasParticipants) ? "FORESEEN" : null;
	const dated =
		time !== null && !newsTimes.has(time) && (news === null || news.time === null || !sameTime(time, news.time));
	if (dated) return candidate.strength === "STRONG" || reading.hasParticipants ? "BACKGROUND" : null;
	if (candidate.strength === "WEAK") {
		const before = precedes(context, candidate) || reality.pluperfect;
		return before && (candidate.type !== "OTHER" || reading.hasParticipants) ? "BACKGROUND" : null;
	}
	if (precedes(context, candidate) || reality.pluperfect) return "BACKGROUND";
	if (reality.status === "ONGOING") return null;
	// Undated: someone must take part in it; a nominal may also name what it befell, or point back.
	if (candidate.form === "VERB") return reading.hasParticipants ? "BACKGROUND" : null;
	const pointed = candidate.extent.end > candidate.trigger.end || reading.hasParticipants || reading.definite;
	return pointed ? "BACKGROUND" : null;
}

/** The same word with the same people, or a definite nominal of the same type, not under another date and not put before the news. */
function tellsSame(reading: Reading, news: Reading): boolean {
	const { candidate, time } = reading;
	if (time !== null && news.time !== null && !sameTime(time, news.time)) return false;
	if (reading.reality.pluperfect) return false;
	const named = (candidate.form === "NOUN" || reading.definite) && time === null;
	if (candidate.lemma === news.candidate.lemma)
		return (time === null || news.time !== null) && (named || sharesActors(reading, news));
	return named && reading.definite && candidate.type === news.candidate.type && candidate.type !== "OTHER";
}

/** In one breath with the news: its subject ("An explosion killed 11"), or another clause of its sentence and its day. */
function toldWith({ candidate, time, reality }: Reading, news: Reading): boolean {
	if (candidate.sentence !== news.candidate.sentence || reality.pluperfect) return false;
	if (candidate.form === "NOUN") return candidate.phrase !== null && candidate.phrase === news.candidate.subject;
	const together =
		candidate.main ||
		(candidate.clause?.kind === "SUBORDINATE" &&
			candidate.governor !== null &&
			SIMULTANEOUS_OPENERS.has(candidate.governor));
	return together && candidate.strength === "STRONG" && time !== null && (news.time === null || time === news.time);
}

/** Told of somebody else, the same word is another happening ("Norvik cut jobs … Sudvik cut jobs"). */
function sharesActors(a: Reading, b: Reading): boolean {
	if (a.names.length === 0 || b.names.length === 0) return true;
	return a.names.some((name) => b.names.includes(name));
}

const isForeseen = (reading: Reading, news: Reading): boolean =>
	reading.reality.status === "PLANNED" && news.reality.status !== "PLANNED";

/** The coarser value covers the finer one ("2024-10" and "2024-10-26"). */
const sameTime = (a: string, b: string): boolean => a.startsWith(b.slice(0, 10)) || b.startsWith(a.slice(0, 10));

/** Does the text put it before what stands around it ("after the attack", "because talks failed", "due to the leak")? */
function precedes(context: Context, candidate: Candidate): boolean {
	const { tokens } = context.doc;
	if (candidate.governor !== null && PRECEDING_WORDS.has(candidate.governor)) return true;
	const first = candidate.form === "NOUN" ? candidate.extent.first : (candidate.clause?.first ?? 0);
	return candidate.form === "NOUN" && isPair(PAIRS_BEFORE, tokens[first - 2]?.lower, tokens[first - 1]?.lower);
}

/** Index of the headline's sentence where the text begins with one; -1 else. */
export function headlineSentence(context: Context): number {
	const { doc } = context;
	const first = doc.paragraphs[0];
	if (!first || doc.paragraphs.length < 2 || first.endSentence - first.firstSentence !== 1) return -1;
	const sentence = doc.sentences[first.firstSentence] as Sentence;
	const last = doc.tokens[sentence.endToken - 1] as Token;
	if (sentence.endToken - sentence.firstToken > MAX_HEADLINE_TOKENS || /[.!?:"”]$/.test(last.text)) return -1;
	return first.firstSentence;
}

/** The headline's first happening and the lead's. */
function findNews(readings: readonly Reading[], headline: number): Reading[] {
	const news: Reading[] = [];
	const inHeadline = bestOf(readings.filter(({ candidate }) => candidate.sentence === headline));
	const body = readings.filter(
		({ candidate, section }) =>
			candidate.sentence !== headline && section !== "BACKGROUND" && section !== "BOILERPLATE",
	);
	const sentences = [...new Set(body.map(({ candidate }) => candidate.sentence))].slice(0, LEAD_SENTENCES);
	for (const sentence of sentences) {
		const best = bestOf(body.filter(({ candidate }) => candidate.sentence === sentence));
		if (!best) continue;
		news.push(best);
		break;
	}
	if (inHeadline) news.push(inHeadline);
	return news;
}

/** The first happening of a main clause or of what a main clause reports; failing these the first nominal. */
function bestOf(readings: readonly Reading[]): Reading | null {
	const grades: ((reading: Reading) => boolean)[] = [
		({ candidate, reality }) =>
			candidate.form === "VERB" && isTold(candidate) && candidate.strength === "STRONG" && !reality.pluperfect,
		({ candidate }) => candidate.form === "VERB" && isTold(candidate),
		({ candidate }) => candidate.form === "NOUN" && candidate.strength === "STRONG",
		({ candidate }) => candidate.form === "VERB",
	];
	for (const fits of grades) {
		const reading = readings.find(fits);
		if (reading) return reading;
	}
	return readings[0] ?? null;
}

const isTold = (candidate: Candidate): boolean => candidate.main || candidate.clause?.kind === "COMPLEMENT";

/** The order of mentions in the output: by place. */
export const byPlace = (a: EventMention, b: EventMention): number => a.start - b.start || a.end - b.end;
