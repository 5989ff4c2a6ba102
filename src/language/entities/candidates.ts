import { NAME_PARTICLES, PERSON_VERBS } from "../en/entity-people.js";
import {
	CALENDAR_WORDS,
	DEFINITE_ARTICLE,
	FIRST_PERSON,
	NAME_LINKS,
	NUMBER_WORDS,
	ORDINARY_WORDS,
	PLURAL_ENDING,
	POSSESSIVE_ENDINGS,
	POSSESSIVE_OPENERS,
	TEAM_WORDS,
} from "../en/entity-words.js";
import type { Sentence, Token, TokenizedText } from "../tokens.js";
import { isCommonWord, isFamilyFirst, isGivenName, type KnownMention, knownNameAt } from "./gazetteer.js";
import { hasAge, headType, joinsBefore } from "./heads.js";
import { hyphenStep, joinsWord } from "./hyphens.js";
import { opensSentence, type Vocabulary } from "./lettering.js";
import { isCapital, isLetter, isUpper, touches } from "./letters.js";

/** A run of words written as a name, as token indexes; `end` exclusive. */
export interface Candidate {
	first: number;
	end: number;
}

/** What ends a token of money ("US$"). */
const CURRENCY_SIGNS: ReadonlySet<string> = new Set(["$", "€", "£", "¥"]);

/** Longer words are looked up in no list of particles. */
const LONGEST_PARTICLE = Math.max(...[...NAME_PARTICLES].map((particle) => particle.length));

/** No name has more tokens. */
export const MAX_NAME_TOKENS = 10;

/** The runs of a sentence, in order. */
export function candidatesIn(doc: TokenizedText, sentence: Sentence, vocabulary: Vocabulary): Candidate[] {
	const found: Candidate[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; ) {
		if (isPlainWord(doc.tokens[at] as Token)) {
			at++;
			continue;
		}
		const known = knownNameAt(doc.text, doc.tokens, at, sentence.endToken);
		if (!beginsName(doc, at, sentence, vocabulary, known)) {
			at++;
			continue;
		}
		const end = runEnd(doc, at, sentence.endToken, known);
		found.push({ first: at, end });
		at = end;
	}
	return found;
}

/** Most words: small letters and marks that begin no name. They are passed over without another look. */
function isPlainWord({ text, lower }: Token): boolean {
	const code = text.charCodeAt(0);
	if (code >= 97 && code <= 122) {
		const second = text.charCodeAt(1);
		return (
			!(second >= 65 && second <= 90) && second < 128 && !(text.length <= LONGEST_PARTICLE && NAME_PARTICLES.has(lower))
		);
	}
	return code < 48 || (code > 57 && code < 65);
}

/** True if a name begins at `at`; `known` is what the lists know there. */
function beginsName(
	doc: TokenizedText,
	at: number,
	sentence: Sentence,
	vocabulary: Vocabulary,
	known: KnownMention | null,
): boolean {
	const { tokens } = doc;
	const token = tokens[at] as Token;
	if (!isCapital(token)) return opensUncapped(tokens, at, sentence.endToken, known);
	if (CALENDAR_WORDS.has(token.lower) && !opensCalendarName(tokens, at, sentence.endToken)) return false;
	if (isFirstPerson(token.text) || isLetterMark(tokens, at)) return false;
	const opens = opensSentence(tokens, at, sentence);
	if (known) return !(opens && ORDINARY_WORDS.has(token.lower) && vocabulary.small.has(token.lower));
	return opens ? opensAsName(doc, at, sentence, vocabulary) : isName(tokens, at);
}

/** A name may begin small: "al-Jaafari", "al-Qaeda"; or with a numeral: "117th Street". */
function opensUncapped(tokens: readonly Token[], at: number, limit: number, known: KnownMention | null): boolean {
	const token = tokens[at] as Token;
	if (NAME_PARTICLES.has(token.lower)) return known !== null || opensWithParticle(tokens, at, limit);
	const code = token.text.charCodeAt(0);
	if (code < 48 || code > 57 || !/^\d{1,3}(?:st|nd|rd|th)$/.test(token.text)) return false;
	const next = at + 1 < limit ? tokens[at + 1] : undefined;
	return next !== undefined && isCapital(next) && headType(next.lower) === "FACILITY";
}

/** "Good Friday Agreement", "May Day": a day or month inside a name begins none by itself. */
function opensCalendarName(tokens: readonly Token[], at: number, limit: number): boolean {
	const next = at + 1 < limit ? (tokens[at + 1] as Token) : undefined;
	if (!next || !isCapital(next) || CALENDAR_WORDS.has(next.lower)) return false;
	const type = headType(next.lower);
	return type !== null && type !== "GPE";
}

/** Inside a sentence a capital makes a name, but for small words, sums of money ("US$") and numbering ("No. 5"). */
function isName(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at] as Token;
	if (followsLetter(tokens, at) || NUMBER_WORDS.has(token.lower) || CURRENCY_SIGNS.has(token.text.slice(-1)))
		return false;
	if (!isOrdinaryTag(token)) return true;
	const next = tokens[at + 1];
	if (!next || !isCapital(next) || touches(token, next)) return false;
	return !isSmallWordTag(token) || isGivenName(token.text) || isFamilyFirst(token.text);
}

/** A sentence begins with a capital whatever the word is; it is a name only where something else says so. */
function opensAsName(doc: TokenizedText, at: number, sentence: Sentence, vocabulary: Vocabulary): boolean {
	const { tokens } = doc;
	const token = tokens[at] as Token;
	const next = at + 1 < sentence.endToken ? tokens[at + 1] : undefined;
	// "High Court": an ordinary word, but what follows is the head of a name.
	if (next && isCapital(next) && isCommonWord(token.lower) && headType(next.lower) === "ORGANIZATION") return true;
	if (ORDINARY_WORDS.has(token.lower) || (isOrdinaryTag(token) && !isGivenName(token.text)))
		return vocabulary.capital.has(token.text) && !ORDINARY_WORDS.has(token.lower);
	const common = isCommonWord(token.lower);
	// "Angry Serbs", "Chinese" behind an adjective: the name begins with the next word.
	if ((common || token.pos === "ADJ") && next && knownNameAt(doc.text, tokens, at + 1, sentence.endToken)) return false;
	if (isGivenName(token.text) || isMixedCase(token.text)) return true;
	if (vocabulary.small.has(token.lower)) return false;
	if (vocabulary.capital.has(token.text)) return true;
	const end = runEnd(doc, at, sentence.endToken, null);
	if (end > at + 1 || hasAge(tokens, end)) return true;
	return !common && !token.lower.endsWith(PLURAL_ENDING) && saysSomething(tokens, end, sentence.endToken);
}

/** "Lavrov said": what does so is a person; plurals ("Astronomers said") are left out before. */
function saysSomething(tokens: readonly Token[], at: number, limit: number): boolean {
	const token = at < limit ? tokens[at] : undefined;
	return token?.pos === "VERB" && PERSON_VERBS.has(token.lemma);
}

/** The token after the run that begins at `first`. */
function runEnd({ tokens }: TokenizedText, first: number, limit: number, known: KnownMention | null): number {
	let end = isCapital(tokens[first] as Token) || tokens[first + 1]?.text !== "-" ? first + 1 : first + 3;
	end = Math.max(end, known?.end ?? 0);
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
		if (CALENDAR_WORDS.has(token.lower))
			return isSurname(tokens, at, limit) || opensCalendarName(tokens, at, limit) ? 1 : 0;
		return isSmallWordTag(token) && !joinsWord(tokens, at) ? 0 : 1;
	}
	if (joinsWord(tokens, at) || isNumberOfName(tokens, at)) return 1;
	if (token.text === "-") return hyphenStep(tokens, first, at, limit);
	if (token.text === "&" && next && isCapital(next)) return 2;
	if (POSSESSIVE_ENDINGS.has(token.text)) return possessiveStep(tokens, at, limit);
	if (NAME_PARTICLES.has(token.lower)) return particleStep(tokens, at, limit);
	if (!NAME_LINKS.has(token.lower)) return 0;
	const article = next?.text === DEFINITE_ARTICLE ? 1 : 0;
	const target = at + 1 + article < limit ? tokens[at + 1 + article] : undefined;
	if (!target || !isCapital(target) || CALENDAR_WORDS.has(target.lower)) return 0;
	return joinsBefore(tokens, first, at, at + 1 + article, limit) ? 2 + article : 0;
}

/** "Sam's Club", "Attorney General's Office": an office or a club behind the one it belongs to. */
function possessiveStep(tokens: readonly Token[], at: number, limit: number): number {
	const owner = (tokens[at - 1] as Token).lower;
	const target = at + 1 < limit ? tokens[at + 1] : undefined;
	if (!target || !isUpper(target.text) || !POSSESSIVE_OPENERS.has(owner)) return 0;
	return isCommonWord(target.lower) || headType(target.lower) !== null ? 2 : 0;
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
	return touches(token, dash) && touches(dash, name) && isCapital(name);
}

/** "iPhone 4", "Falcon 9", "Resolution 1701", but no year and no count. */
function isNumberOfName(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at] as Token;
	const code = token.text.charCodeAt(0);
	if (code < 48 || code > 57 || !/^\d{1,4}$/.test(token.text) || /^(?:19|20)\d\d$/.test(token.text)) return false;
	const before = tokens[at - 1] as Token;
	if (CALENDAR_WORDS.has(before.lower) || TEAM_WORDS.has(before.lower)) return false;
	return before.pos === "PROPN" && !isGivenName(before.text);
}

/** The pronoun that is written with a capital, alone or contracted ("I'm"). */
function isFirstPerson(text: string): boolean {
	return text.startsWith(FIRST_PERSON) && !/^[\p{L}\p{N}.-]/u.test(text.slice(FIRST_PERSON.length));
}

/** A capital standing alone: the party in "(D-Texas)", a list mark; but the first initial of a name begins it. */
function isLetterMark(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at] as Token;
	if (token.text.length > 2 || !/^\p{Lu}\.?$/u.test(token.text)) return false;
	const next = tokens[at + 1];
	if (!next) return true;
	return !isCapital(next) && !(touches(token, next) && isLetter(next.text));
}

/** The state after the party in "(D-CA)". */
function followsLetter(tokens: readonly Token[], at: number): boolean {
	return tokens[at - 1]?.text === "-" && /^\p{Lu}$/u.test(tokens[at - 2]?.text ?? "");
}

/** "McAllen", "iPhone", "B2": more capitals or digits behind the first letter. */
function isMixedCase(text: string): boolean {
	return text.length > 1 && /\p{L}.*[\p{Lu}\p{N}]/u.test(text);
}

/** Tags of words that are no names even with a capital. */
function isOrdinaryTag({ pos, text }: Token): boolean {
	if (pos === "PROPN" || pos === "NOUN" || pos === "ADJ" || pos === "X" || pos === "NUM") return false;
	return text.length < 2 || text !== text.toUpperCase();
}

/** Tags of small words: capitals inside a name may be tagged as verbs ("Phil Ford"), but not as these. */
function isSmallWordTag(token: Token): boolean {
	return isOrdinaryTag(token) && token.pos !== "VERB" && token.pos !== "ADV" && token.pos !== "INTJ";
}
