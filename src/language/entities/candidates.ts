import { NAME_PARTICLES, PERSON_VERBS } from "../en/entity-people.js";
import {
	CALENDAR_WORDS,
	DEFINITE_ARTICLE,
	FIRST_PERSON,
	NAME_LINKS,
	NUMBER_WORDS,
	ORDINARY_WORDS,
	PLURAL_ENDING,
} from "../en/entity-words.js";
import type { Sentence, Token, TokenizedText } from "../tokens.js";
import { isGivenName, knownNameAt } from "./gazetteer.js";
import { hasAge, joinsBefore } from "./heads.js";

/** A run of words written as a name, as token indexes; `end` exclusive. */
export interface Candidate {
	first: number;
	end: number;
}

/** How the words of a sentence are written: in headlines, capitals say nothing. */
export type Lettering = "SENTENCE" | "TITLE" | "CAPITALS";

/** No name has more tokens. */
export const MAX_NAME_TOKENS = 10;

/** Words that occur in small letters, and words that occur with a capital inside a sentence: evidence against and for names. */
export interface Vocabulary {
	small: Set<string>;
	capital: Set<string>;
}

/** Collects the words of an article by how they are written. */
export function readVocabulary(doc: TokenizedText, letterings: readonly Lettering[]): Vocabulary {
	const vocabulary: Vocabulary = { small: new Set(), capital: new Set() };
	for (const [index, sentence] of doc.sentences.entries()) {
		if (letterings[index] !== "SENTENCE") continue;
		for (let at = sentence.firstToken; at < sentence.endToken; at++) {
			const token = doc.tokens[at] as Token;
			if (!isCapital(token)) vocabulary.small.add(token.text);
			else if (!opensSentence(doc.tokens, at, sentence)) vocabulary.capital.add(token.text);
		}
	}
	return vocabulary;
}

/** Tells a headline in capitals, and one with a capital on each word, from running text. */
export function letteringOf(doc: TokenizedText, sentence: Sentence): Lettering {
	let words = 0;
	let long = 0;
	let capital = 0;
	let upper = 0;
	let verbs = 0;
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const { text, pos } = doc.tokens[at] as Token;
		if ((pos === "VERB" || pos === "AUX") && text.length >= 4 && !isUpper(text)) verbs++;
		if (text.length < 2 || !/^\p{L}/u.test(text)) continue;
		words++;
		if (text === text.toUpperCase()) upper++;
		if (text.length < 4) continue;
		long++;
		if (isUpper(text)) capital++;
	}
	if (words >= 3 && upper >= words * 0.7) return "CAPITALS";
	const last = doc.tokens[sentence.endToken - 1];
	const closed = last !== undefined && /^[.,;:]/.test(last.text);
	return !closed && verbs === 0 && long >= 4 && capital >= long * 0.75 ? "TITLE" : "SENTENCE";
}

/** The runs of a sentence, in order. */
export function candidatesIn(doc: TokenizedText, sentence: Sentence, vocabulary: Vocabulary): Candidate[] {
	const found: Candidate[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		const first = nameStart(doc, at, sentence, vocabulary);
		if (first === null) {
			at++;
			continue;
		}
		const end = runEnd(doc, first, sentence.endToken);
		found.push({ first, end });
		at = end;
	}
	return found;
}

/** The token where a name begins, if one begins at `at`: `at` itself, or null. */
function nameStart(doc: TokenizedText, at: number, sentence: Sentence, vocabulary: Vocabulary): number | null {
	const { tokens } = doc;
	const token = tokens[at] as Token;
	if (!isCapital(token)) return opensWithParticle(tokens, at, sentence.endToken) ? at : null;
	if (CALENDAR_WORDS.has(token.lower) || isFirstPerson(token.text) || isLetter(tokens, at)) return null;
	if (knownNameAt(doc.text, tokens, at, sentence.endToken)) {
		const ordinary = opensSentence(tokens, at, sentence) && ORDINARY_WORDS.has(token.lower);
		return ordinary && vocabulary.small.has(token.lower) ? null : at;
	}
	if (!opensSentence(tokens, at, sentence)) return isName(tokens, at) ? at : null;
	return opensAsName(doc, at, sentence, vocabulary) ? at : null;
}

/** Inside a sentence a capital makes a name, but for small words, sums of money ("US$") and numbering ("No. 5"). */
function isName(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at] as Token;
	if (followsLetter(tokens, at) || NUMBER_WORDS.has(token.lower) || /[$€£¥]/u.test(token.text)) return false;
	if (!isOrdinaryTag(token)) return true;
	const next = tokens[at + 1];
	return isGivenName(token.text) && next !== undefined && isCapital(next);
}

/** A sentence begins with a capital whatever the word is; it is a name only where something else says so. */
function opensAsName(doc: TokenizedText, at: number, sentence: Sentence, vocabulary: Vocabulary): boolean {
	const { tokens } = doc;
	const token = tokens[at] as Token;
	if (ORDINARY_WORDS.has(token.lower) || isOrdinaryTag(token))
		return vocabulary.capital.has(token.text) && !ORDINARY_WORDS.has(token.lower);
	if (isGivenName(token.text) || /\p{L}.*[\p{Lu}\p{N}]/u.test(token.text)) return true;
	if (vocabulary.small.has(token.lower)) return false;
	if (vocabulary.capital.has(token.text)) return true;
	const end = runEnd(doc, at, sentence.endToken);
	if (end > at + 1 || hasAge(tokens, end)) return true;
	return !token.lower.endsWith(PLURAL_ENDING) && saysSomething(tokens, end, sentence.endToken);
}

/** "Lavrov said": what does so is a person; plurals ("Astronomers said") are left out before. */
function saysSomething(tokens: readonly Token[], at: number, limit: number): boolean {
	const token = at < limit ? tokens[at] : undefined;
	return token?.pos === "VERB" && PERSON_VERBS.has(token.lemma);
}

/** The token after the run that begins at `first`. */
function runEnd({ text, tokens }: TokenizedText, first: number, limit: number): number {
	let end = isCapital(tokens[first] as Token) ? first + 1 : first + 3;
	end = Math.max(end, knownNameAt(text, tokens, first, limit)?.end ?? 0);
	while (end < limit && end - first < MAX_NAME_TOKENS) {
		const step = stepOver(tokens, first, end, limit);
		if (step === 0 || end + step - first > MAX_NAME_TOKENS) break;
		end += step;
	}
	return end;
}

/** How many tokens the run goes on by at `at`; 0 where it ends. */
function stepOver(tokens: readonly Token[], first: number, at: number, limit: number): number {
	const token = tokens[at] as Token;
	const next = at + 1 < limit ? tokens[at + 1] : undefined;
	if (isCapital(token)) {
		if (CALENDAR_WORDS.has(token.lower)) return isSurname(tokens, at, limit) ? 1 : 0;
		return isSmallWordTag(token) ? 0 : 1;
	}
	if (isNumberOfName(tokens, at)) return 1;
	if (token.text === "-" && next && touches(tokens[at - 1], token) && touches(token, next)) {
		if (isCapital(next)) return 2;
		const after = at + 3 < limit ? tokens[at + 3] : undefined;
		return next.text.length <= 3 && tokens[at + 2]?.text === "-" && after && isCapital(after) ? 4 : 0;
	}
	if (token.text === "&" && next && isCapital(next)) return 2;
	if (NAME_PARTICLES.has(token.lower)) return particleStep(tokens, at, limit);
	if (!NAME_LINKS.has(token.lower)) return 0;
	const article = next?.text === DEFINITE_ARTICLE ? 1 : 0;
	const target = at + 1 + article < limit ? tokens[at + 1 + article] : undefined;
	if (!target || !isCapital(target) || CALENDAR_WORDS.has(target.lower)) return 0;
	return joinsBefore(tokens, first, at, at + 1 + article) ? 2 + article : 0;
}

/** "Theresa May", but not "Austin Friday" or "June 2024": a given name before it, no number after it. */
function isSurname(tokens: readonly Token[], at: number, limit: number): boolean {
	if (!isGivenName((tokens[at - 1] as Token).text)) return false;
	return at + 1 >= limit || !/^\p{N}/u.test(tokens[at + 1]?.text ?? "");
}

/** "bin Laden", "von der Leyen", "al-Jaafari": small words before the last capital of a name. */
function particleStep(tokens: readonly Token[], at: number, limit: number): number {
	let to = at + 1;
	while (to < limit && to < at + 3 && (tokens[to]?.text === "-" || NAME_PARTICLES.has(tokens[to]?.lower ?? ""))) to++;
	const target = to < limit ? tokens[to] : undefined;
	return target && isCapital(target) ? to - at + 1 : 0;
}

function opensWithParticle(tokens: readonly Token[], at: number, limit: number): boolean {
	const [token, dash, name] = [tokens[at], tokens[at + 1], tokens[at + 2]];
	if (!token || !dash || !name || at + 2 >= limit || dash.text !== "-") return false;
	return NAME_PARTICLES.has(token.lower) && touches(token, dash) && touches(dash, name) && isCapital(name);
}

/** "iPhone 4", "Falcon 9", "Resolution 1701", but no year and no count. */
function isNumberOfName(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at] as Token;
	if (!/^\d{1,4}$/.test(token.text) || /^(?:19|20)\d\d$/.test(token.text)) return false;
	const before = tokens[at - 1] as Token;
	return !CALENDAR_WORDS.has(before.lower) && before.pos === "PROPN" && !isGivenName(before.text);
}

/** The pronoun that is written with a capital, alone or contracted ("I'm"). */
function isFirstPerson(text: string): boolean {
	return text.startsWith(FIRST_PERSON) && !/^[\p{L}\p{N}.-]/u.test(text.slice(FIRST_PERSON.length));
}

/** A capital standing alone: the party in "(D-Texas)", a list mark; but the first initial of a name begins it. */
function isLetter(tokens: readonly Token[], at: number): boolean {
	if (!/^\p{Lu}\.?$/u.test(tokens[at]?.text ?? "")) return false;
	const next = tokens[at + 1];
	return !next || !isCapital(next);
}

/** The state after the party in "(D-CA)". */
function followsLetter(tokens: readonly Token[], at: number): boolean {
	return tokens[at - 1]?.text === "-" && /^\p{Lu}$/u.test(tokens[at - 2]?.text ?? "");
}

const touches = (a: Token | undefined, b: Token): boolean => a !== undefined && a.end === b.start;

/** True at the first word of a sentence or of a quotation in it. */
function opensSentence(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
	if (at === sentence.firstToken) return true;
	const before = tokens[at - 1] as Token;
	return before.pos === "PUNCT" && !/^[,;)\]\-–—/&]$/u.test(before.text);
}

/** Tags of words that are no names even with a capital. */
function isOrdinaryTag(token: Token): boolean {
	const { pos } = token;
	if (pos === "PROPN" || pos === "NOUN" || pos === "ADJ" || pos === "X" || pos === "NUM") return false;
	return token.text !== token.text.toUpperCase() || token.text.length < 2;
}

/** Tags of small words: capitals inside a name may be tagged as verbs ("Phil Ford"), but not as these. */
function isSmallWordTag(token: Token): boolean {
	return isOrdinaryTag(token) && token.pos !== "VERB" && token.pos !== "ADV" && token.pos !== "INTJ";
}

/** True for a word with a capital at its start, or a small letter and a capital ("iPhone"). */
export function isCapital(token: Token): boolean {
	const { text } = token;
	if (isUpper(text)) return true;
	return text.length > 2 && isUpper(text.charAt(1)) && /^[a-z]\p{Lu}\p{Ll}/u.test(text);
}

function isUpper(text: string): boolean {
	const code = text.charCodeAt(0);
	if (code < 128) return code >= 65 && code <= 90;
	return /^\p{Lu}/u.test(text);
}
