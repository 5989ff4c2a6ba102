import { ORDINARY_WORDS } from "../en/entity-words.js";
import type { Sentence, Token, TokenizedText } from "../tokens.js";
import type { Candidate } from "./candidates.js";
import { isCommonWord, isFamilyFirst, isGivenName, knownName, knownNameAt } from "./gazetteer.js";
import { titleLength } from "./heads.js";
import type { Lettering, Vocabulary } from "./lettering.js";
import { isAllCapitals } from "./letters.js";

/** A name in a headline; `shouted` is how running text writes it, where the headline has capitals only. */
export interface HeadlineName extends Candidate {
	shouted: string | null;
}

/** In a headline only names from the lists, given names with what follows, and words the text below writes with a capital. */
export function namesInHeadline(
	doc: TokenizedText,
	sentence: Sentence,
	lettering: Lettering,
	vocabulary: Vocabulary,
): HeadlineName[] {
	const found: HeadlineName[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const known = knownNameAt(doc.text, doc.tokens, at, sentence.endToken);
		if (known && !(lettering === "CAPITALS" && isPlainWord(doc.tokens, at, known.end, sentence.endToken))) {
			found.push({ first: at, end: known.end, shouted: null });
			at = known.end;
			continue;
		}
		const name =
			lettering === "TITLE"
				? titled(doc.tokens, at, sentence, vocabulary)
				: shoutedName(doc.tokens, at, sentence, vocabulary);
		if (name) found.push(name);
		at = Math.max(name?.end ?? 0, at + 1);
	}
	return found;
}

/** "WHO" in "WHO WON" is the pronoun; "US" is the country but at the end ("TELL US"). */
function isPlainWord(tokens: readonly Token[], at: number, end: number, limit: number): boolean {
	const { lower } = tokens[at] as Token;
	if (end > at + 1 || !ORDINARY_WORDS.has(lower)) return false;
	return knownName((tokens[at] as Token).text)?.type !== "GPE" || end === limit;
}

function titled(tokens: readonly Token[], at: number, sentence: Sentence, vocabulary: Vocabulary): HeadlineName | null {
	const token = tokens[at] as Token;
	const next = at + 1 < sentence.endToken ? tokens[at + 1] : undefined;
	const given = isGivenName(token.text) || isFamilyFirst(token.text);
	if (given && token.pos === "PROPN" && next?.pos === "PROPN" && mayEndName(next))
		return { first: at, end: at + 2, shouted: null };
	if (!vocabulary.capital.has(token.text) || vocabulary.small.has(token.lower) || isCommonWord(token.lower))
		return null;
	return titleLength(tokens, at, at + 1) > 0 ? null : { first: at, end: at + 1, shouted: null };
}

function mayEndName({ text, lower }: Token): boolean {
	return !isCommonWord(lower) && !ORDINARY_WORDS.has(lower) && knownName(text) === null;
}

/** Words that the text below writes with a capital and never small ("AUSTIN" where it has "Austin"). */
function shoutedName(
	tokens: readonly Token[],
	at: number,
	sentence: Sentence,
	vocabulary: Vocabulary,
): HeadlineName | null {
	const words: string[] = [];
	let end = at;
	for (; end < sentence.endToken; end++) {
		const { text, lower } = tokens[end] as Token;
		const word = text.charAt(0) + text.slice(1).toLowerCase();
		if (!isAllCapitals(text) || !vocabulary.capital.has(word) || vocabulary.small.has(lower)) break;
		if (isCommonWord(lower) || ORDINARY_WORDS.has(lower)) break;
		words.push(word);
	}
	return words.length === 0 ? null : { first: at, end, shouted: words.join(" ") };
}
