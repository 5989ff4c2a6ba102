import { CLAUSE_OPENERS, COORDINATORS, EXAMPLE_WORDS, RELATIVE_PRONOUNS } from "../en/causal-words.js";
import type { Phrases, VerbGroup } from "../phrases.js";
import type { Sentence, Token, TokenizedText } from "../tokens.js";

/** A half-open range of indexes into `TokenizedText.tokens`. */
export interface TokenRange {
	first: number;
	end: number;
}

/** One sentence, without its dateline and final punctuation, with what the argument cutters ask about its tokens. */
export interface SentenceView extends TokenRange {
	index: number;
	sentence: Sentence;
	tokens: readonly Token[];
	/** What `breakAt` has found out, by token index; shared by all views of a text. */
	breaks: (Break | undefined)[];
	/** The verb group that covers a token. */
	groupAt(index: number): VerbGroup | undefined;
	/** True where the token opens a strong signal, at which an argument of another signal ends. */
	barrierAt(index: number): boolean;
}

/** What a token does to a walk along a sentence. */
export type Break = "STRONG" | "COMMA" | "COORDINATOR" | "OPENER" | "RELATIVE" | "OPEN" | "CLOSE" | "NONE";

const STRONG_MARKS = new Set([".", "!", "?", ":", ";", "–", "—", "--", "|", "…"]);
const OPEN_MARKS = new Set(["(", "[", "“", "‘", "``", "«"]);
const CLOSE_MARKS = new Set([")", "]", "”", "''", "»"]);
const FINAL_MARKS = new Set([".", "!", "?", "”", '"', "''", "’", "…", ",", ";", ":"]);
/** Datelines and page furniture stand within this many tokens of the sentence start. */
const DATELINE_REACH = 24;

/** Builds the views of all sentences: one pass, shared look-up tables. */
export function viewSentences(doc: TokenizedText, phrases: Phrases, barriers: ReadonlySet<number>): SentenceView[] {
	const groups: (VerbGroup | undefined)[] = new Array(doc.tokens.length);
	for (const group of phrases.verbGroups) for (let i = group.first; i < group.end; i++) groups[i] = group;
	const breaks: (Break | undefined)[] = new Array(doc.tokens.length);
	const groupAt = (index: number): VerbGroup | undefined => groups[index];
	const barrierAt = (index: number): boolean => barriers.has(index);
	return doc.sentences.map((sentence, index) => ({
		index,
		sentence,
		tokens: doc.tokens,
		breaks,
		groupAt,
		barrierAt,
		first: afterDateline(doc.tokens, sentence),
		end: beforeFinalMarks(doc.tokens, sentence),
	}));
}

/** The class of a token for the walk. */
export function breakAt(view: SentenceView, index: number): Break {
	const known = view.breaks[index];
	if (known !== undefined) return known;
	const kind = classify(view, index);
	if (index >= view.first && index < view.end) view.breaks[index] = kind;
	return kind;
}

function classify(view: SentenceView, index: number): Break {
	const token = view.tokens[index];
	if (!token) return "STRONG";
	if (token.text === ",") return "COMMA";
	if (STRONG_MARKS.has(token.text)) return "STRONG";
	if (OPEN_MARKS.has(token.text)) return "OPEN";
	if (CLOSE_MARKS.has(token.text)) return "CLOSE";
	if (token.text === '"') return quoteAt(view, index, token);
	if (COORDINATORS.has(token.lower)) return "COORDINATOR";
	if (RELATIVE_PRONOUNS.has(token.lower)) return index > view.first && !isDeterminer(view, index) ? "RELATIVE" : "NONE";
	if (CLAUSE_OPENERS.has(token.lower)) return isExample(view, index) ? "NONE" : "OPENER";
	return "NONE";
}

/** "such as": what follows is an example, no clause. */
const isExample = (view: SentenceView, index: number): boolean =>
	EXAMPLE_WORDS.has(`${view.tokens[index - 1]?.lower} ${view.tokens[index]?.lower}`);

/** A straight quote opens behind a space and closes before one; where the text is spaced out it says nothing. */
function quoteAt(view: SentenceView, index: number, token: Token): Break {
	const before = view.tokens[index - 1];
	const after = view.tokens[index + 1];
	const spaceBefore = !before || before.end < token.start;
	const spaceAfter = !after || after.start > token.end;
	if (spaceBefore === spaceAfter) return "NONE";
	return spaceBefore ? "OPEN" : "CLOSE";
}

/** "That day", not "claims that prices rose", which taggers confuse: before a plural it is no determiner. */
function isDeterminer(view: SentenceView, index: number): boolean {
	const next = view.tokens[index + 1];
	if (view.tokens[index]?.pos !== "DET" || isFiniteGroup(view.groupAt(index + 1))) return false;
	return !(next?.pos === "NOUN" && next.lemma !== next.lower);
}

export function isFiniteGroup(group: VerbGroup | undefined): group is VerbGroup {
	return group?.form === "FINITE";
}

export function isNominal(token: Token | undefined): boolean {
	return token?.pos === "NOUN" || token?.pos === "PROPN" || token?.pos === "PRON";
}

/** "JERUSALEM (Agency) – ", "HYDERABAD: ", "12:30 hrs": the text begins after the last of these near the start. */
function afterDateline(tokens: readonly Token[], sentence: Sentence): number {
	const reach = Math.min(sentence.endToken, sentence.firstToken + DATELINE_REACH);
	let first = sentence.firstToken;
	for (let i = sentence.firstToken; i < reach; i++) {
		const token = tokens[i] as Token;
		const before = tokens[i - 1];
		if (/^\d{1,2}:\d\d(?:[ap]m)?$/.test(token.text)) {
			const zone = tokens[i + 1];
			first = i + (zone && /^(?:[A-Z]{2,4}|[ap]\.?m\.?|hrs)$/.test(zone.text) ? 2 : 1);
		} else if (i > sentence.firstToken && before && /^[-–—]$/.test(token.text)) {
			const spaced = before.end < token.start && (tokens[i + 1]?.start ?? 0) > token.end;
			if (before.text === ")" || (spaced && isCapitals(tokens[sentence.firstToken]))) first = i + 1;
		}
		if (token.text === ":" && isCapitals(before)) first = i + 1;
	}
	return first < sentence.endToken ? first : sentence.firstToken;
}

const isCapitals = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}{3,}$/u.test(token.text);

function beforeFinalMarks(tokens: readonly Token[], sentence: Sentence): number {
	let end = sentence.endToken;
	while (end > sentence.firstToken + 1 && FINAL_MARKS.has(tokens[end - 1]?.text ?? "")) end--;
	return end;
}

export function hasVerb(view: SentenceView, range: TokenRange): boolean {
	for (let i = range.first; i < range.end; i++) if (view.groupAt(i)) return true;
	return false;
}

export function hasFinite(view: SentenceView, range: TokenRange): boolean {
	for (let i = range.first; i < range.end; i++) if (isFiniteGroup(view.groupAt(i))) return true;
	return false;
}

/** A clause or a verb phrase; a noun phrase may hold a verb only behind its head ("the ban that was lifted"). */
export function isClause(view: SentenceView, range: TokenRange): boolean {
	for (let i = range.first; i < range.end; i++) {
		if (i > range.first && breakAt(view, i) === "RELATIVE") return false;
		const group = view.groupAt(i);
		if (group && (group.form === "FINITE" || group.first <= range.first)) return true;
	}
	return false;
}

/** Taggers take nouns in "-ing" for verbs ("the shelling"). */
const CONTENT_TAGS: ReadonlySet<string> = new Set(["NUM", "VERB"]);

/** Something that can be an event or stand for one is in the range. */
export function hasNominal(view: SentenceView, range: TokenRange): boolean {
	for (let i = range.first; i < range.end; i++)
		if (isNominal(view.tokens[i]) || CONTENT_TAGS.has(view.tokens[i]?.pos ?? "X")) return true;
	return false;
}
