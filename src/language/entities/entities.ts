import type { EntityMention } from "../analysis.js";
import type { Token, TokenizedText } from "../tokens.js";
import type { FoundName } from "./aliases.js";
import { nameAliases } from "./aliases.js";
import type { Candidate, Lettering, Vocabulary } from "./candidates.js";
import { candidatesIn, letteringOf, MAX_NAME_TOKENS, readVocabulary } from "./candidates.js";
import { judgeName } from "./classify.js";
import { isGivenName, knownNameAt } from "./gazetteer.js";
import type { Segment } from "./segments.js";
import { segmentsOf } from "./segments.js";

/**
 * The names in a text, in order and without overlap. `name` is one for all the ways the article names the same thing:
 * "US", "U.S." and "American" are "United States", "Austin" after "Lloyd Austin" is "Lloyd Austin", an acronym
 * introduced in brackets is the name it stands for. Lists of names first, then the words of the name and those beside it.
 */
export function findEntities(doc: TokenizedText): EntityMention[] {
	const letterings = doc.sentences.map((sentence) => letteringOf(doc, sentence));
	const vocabulary = readVocabulary(doc, letterings);
	const found: FoundName[] = [];
	for (const [index, sentence] of doc.sentences.entries()) {
		const runs =
			letterings[index] === "SENTENCE"
				? candidatesIn(doc, sentence, vocabulary)
				: knownIn(doc, sentence.firstToken, sentence.endToken, letterings[index] ?? "TITLE", vocabulary);
		for (const run of runs) for (const segment of segmentsOf(doc, run)) add(doc, found, segment);
	}
	return nameAliases(doc, found);
}

function add(doc: TokenizedText, found: FoundName[], segment: Segment): void {
	const { first, known } = segment;
	const end = Math.min(segment.end, first + MAX_NAME_TOKENS);
	const start = (doc.tokens[first] as Token).start;
	const text = doc.text.slice(start, (doc.tokens[end - 1] as Token).end);
	const judged = known ? { type: known.type, sure: true } : judgeName(doc.tokens, { ...segment, end });
	const name = known?.name ?? text.replace(/\s+/gu, " ");
	found.push({
		first,
		end,
		mention: { start, end: start + text.length, text, type: judged.type, name },
		sure: judged.sure,
		listed: known !== null,
	});
}

/** In a headline only names from the lists, given names with what follows, and words the text below writes with a capital. */
function knownIn(
	doc: TokenizedText,
	first: number,
	limit: number,
	lettering: Lettering,
	vocabulary: Vocabulary,
): Candidate[] {
	const found: Candidate[] = [];
	for (let at = first; at < limit; ) {
		const token = doc.tokens[at] as Token;
		const next = doc.tokens[at + 1];
		const known = knownNameAt(doc.text, doc.tokens, at, limit);
		let end = known?.end ?? at;
		if (end === at && lettering === "TITLE") {
			if (isGivenName(token.text) && next && at + 1 < limit && next.pos === "PROPN") end = at + 2;
			else if (vocabulary.capital.has(token.text) && !vocabulary.small.has(token.lower)) end = at + 1;
		}
		if (end > at) found.push({ first: at, end });
		at = Math.max(end, at + 1);
	}
	return found;
}
