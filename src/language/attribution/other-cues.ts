import type { Span } from "../analysis.js";
import { HEARSAY_ADVERBS, HEARSAY_NOUNS, SOURCE_PREPOSITIONS } from "../en/reporting.js";
import { firstFrom, phraseStartingAt, type SentenceParts } from "../phrases/sentence-parts.js";
import type { Clause } from "../phrases.js";
import type { Token } from "../tokens.js";
import { type Reader, type Statement, sourceNamed, spanOf, statement } from "./reader.js";

/** The first words of the prepositions: at most tokens nothing else needs a look. */
const SOURCE_OPENERS: ReadonlySet<string> = new Set(SOURCE_PREPOSITIONS.flatMap(([first]) => first ?? []));

/** "according to X": before, after or amid what X says. */
export function readPrepositions(reader: Reader, parts: SentenceParts): Statement[] {
	const { tokens } = reader.doc;
	const { sentence } = parts;
	const found: Statement[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		if (!SOURCE_OPENERS.has((tokens[at] as Token).lower)) continue;
		const cue = SOURCE_PREPOSITIONS.find((words) => words.every((word, offset) => tokens[at + offset]?.lower === word));
		if (!cue || at + cue.length >= sentence.endToken) continue;
		const phrase = phraseStartingAt(parts.nounPhrases, at + cue.length);
		if (!phrase) continue;
		// What stands behind the comma of an opening source is what it says, no apposition.
		const limit = at === sentence.firstToken ? commaFrom(tokens, phrase.end, sentence.endToken) : sentence.endToken;
		const source = sourceNamed(reader, parts, phrase, limit);
		const content = contentBeside(reader, parts, at, phrase.end);
		if (!content) continue;
		found.push(statement(spanOf(tokens, at, at + cue.length), content, "ASSERTS", "CERTAIN", source));
	}
	return found;
}

/** How far behind a source the comma may stand that ends it. */
const MAX_SOURCE = 24;

/** Index of the next comma, or of the sentence's end: what stands behind it is no part of the source. */
function commaFrom(tokens: readonly Token[], from: number, end: number): number {
	const limit = Math.min(end, from + MAX_SOURCE);
	for (let at = from; at < limit; at++) if (tokens[at]?.text === ",") return at;
	return limit;
}

/**
 * What a prepositional source says: the rest of the sentence where it opens it or a conjunct ("and, according to X, …"),
 * all of it where it stands amid commas, what stands before it at the end.
 */
function contentBeside(reader: Reader, parts: SentenceParts, at: number, end: number): Span | null {
	const { tokens } = reader.doc;
	const { sentence } = parts;
	const comma = commaFrom(tokens, end, sentence.endToken);
	const goesOn = tokens[comma]?.text === "," && comma + 2 < sentence.endToken;
	const lead = tokens[at - 1]?.text === "," ? at - 2 : at - 1;
	if (at === sentence.firstToken || (goesOn && tokens[lead]?.pos === "CCONJ")) {
		const first = goesOn ? comma + 1 : end;
		return first < sentence.endToken ? spanOf(tokens, first, sentence.endToken) : null;
	}
	const before = (tokens[at] as Token).start;
	return { start: sentence.start, end: goesOn && tokens[at - 1]?.text === "," ? sentence.end : before };
}

/** "allegedly", and nouns of saying with their content: "the claim that …". */
export function readHearsay(reader: Reader, parts: SentenceParts): Statement[] {
	const { tokens } = reader.doc;
	const found: Statement[] = [];
	for (let at = parts.sentence.firstToken; at < parts.sentence.endToken; at++) {
		const token = tokens[at] as Token;
		if (HEARSAY_ADVERBS.has(token.lower)) {
			const clause = clauseAround(parts, at);
			if (clause)
				found.push(
					statement(spanOf(tokens, at, at + 1), spanOf(tokens, clause.first, clause.end), "ASSERTS", "PROBABLE", null),
				);
			continue;
		}
		const certainty = token.pos === "NOUN" ? HEARSAY_NOUNS.get(token.lemma) : undefined;
		if (certainty === undefined) continue;
		const next = parts.clauses[firstFrom(parts.clauses, at + 1)];
		if (next?.kind === "COMPLEMENT" && next.first === at + 1)
			found.push(
				statement(
					{ start: token.start, end: token.end },
					spanOf(tokens, next.first, next.end),
					"ASSERTS",
					certainty,
					null,
				),
			);
	}
	return found;
}

/** The smallest clause around a token, or the one that begins right after it; among the nearest few to its left. */
function clauseAround(parts: SentenceParts, token: number): Clause | null {
	let best: Clause | null = null;
	for (let index = Math.min(parts.clauses.length - 1, firstFrom(parts.clauses, token + 2)); index >= 0; index--) {
		const clause = parts.clauses[index] as Clause;
		if (clause.first === token + 1) return clause;
		if (clause.first > token || clause.end <= token) {
			if (clause.first < token - 200) break;
			continue;
		}
		if (!best || clause.end - clause.first < best.end - best.first) best = clause;
		if (clause.first < token - 60) break;
	}
	return best;
}
