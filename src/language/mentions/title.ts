import { tailEnd } from "../attribution/source-name.js";
import {
	APPROXIMATORS,
	DEFINITE_WORDS,
	LEADING_CONNECTIVES,
	QUANTIFIER_TAILS,
	QUANTIFIERS,
} from "../en/event-words.js";
import { ARTICLES, THIRD_PERSON } from "../en/reporting.js";
import { OF, RELATIVES } from "../en/verbs.js";
import { firstFrom, phraseCovering, type SentenceParts } from "../phrases/sentence-parts.js";
import { isPair, wordPairs } from "../phrases/word-pairs.js";
import type { Clause, NounPhrase, VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, groupOf, subjectOf, type TokenRange } from "./context.js";

const QUANTIFIER_PAIRS = wordPairs(QUANTIFIERS);

/** A title is a line of a list; longer ones are cut at a word. */
const MAX_TITLE = 120;

/**
 * A short reading of what a candidate tells: from its subject on, without a leading date or connective and without a
 * trailing attribution; for a non-finite clause what carries it or its own words; for a nominal the noun phrase with its
 * tail and without its article. Subject and verb are of one clause, and the words stand as in the text.
 * `subjectName` stands in for a subject that is a pronoun.
 */
export function titleOf(
	context: Context,
	parts: SentenceParts,
	candidate: Candidate,
	subjectName: string | null,
): string {
	const nominal = candidate.form === "NOUN";
	const title = nominal
		? tidy(context, nominalRange(context, candidate), "")
		: clauseTitle(context, parts, candidate, subjectName);
	return capitalised(saysTooLittle(title) ? sentenceTitle(context, parts) : title);
}

/** "He took", "It": a pronoun with at most one word names nothing in a list. */
function saysTooLittle(title: string): boolean {
	const space = title.indexOf(" ");
	if (space >= 0 && title.includes(" ", space + 1)) return false;
	return title === "" || THIRD_PERSON.has((space < 0 ? title : title.slice(0, space)).toLowerCase());
}

const sentenceTitle = (context: Context, parts: SentenceParts): string =>
	tidy(context, { first: parts.sentence.firstToken, end: parts.sentence.endToken }, "");

const capitalised = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

function clauseTitle(context: Context, parts: SentenceParts, candidate: Candidate, subjectName: string | null): string {
	const { subject, clause, group } = candidate;
	if (!clause || !group) return tidy(context, candidate.extent, "");
	const end = titleEnd(context, parts, candidate, clause);
	if (group.form === "INFINITIVE" || group.form === "GERUND") {
		const start = nonfiniteStart(context, parts, candidate, group);
		const own = tidy(context, { first: start.first, end }, "subject" in start ? start.subject : "");
		// "to mediate": too little without what it hangs on.
		const above =
			own.split(" ").length <= SHORT_TITLE && candidate.matrix ? subjectOf(context, candidate.matrix) : null;
		const carried =
			above !== null && candidate.matrix !== null && above.first >= candidate.matrix.first && above.first < start.first;
		return carried && !isRelativePronoun(context, above) ? tidy(context, { first: above.first, end }, "") : own;
	}
	const start = group.first;
	if (!subject) {
		// "said most had been intercepted": what stands before the verb may be its subject all the same, but no "of" phrase.
		const first = Math.min(candidate.extent.first, start);
		const bare = context.doc.tokens[first]?.lower === OF ? start : first;
		return tidy(context, { first: bare, end }, "");
	}
	const adjacent = subject.first < start && subject.first >= candidate.extent.first;
	if (subjectName !== null) return tidy(context, { first: adjacent ? subject.end : start, end }, subjectName);
	if (adjacent && candidate.clause?.kind !== "RELATIVE")
		return tidy(context, { first: quantifierStart(context, parts, subject), end }, "");
	const tail = tailEnd(context.doc.tokens, parts.nounPhrases, subject, Math.max(subject.end, clause.first));
	return tidy(
		context,
		{ first: start, end },
		textOf(context, { first: quantifierStart(context, parts, subject), end: tail }),
	);
}

/**
 * Where the title of a non-finite clause begins: with the clause that only carries it ("plans to send"), with the object
 * of the verb above that is its subject and stands right before it ("forced the mill to close"), else with itself.
 */
function nonfiniteStart(
	context: Context,
	parts: SentenceParts,
	candidate: Candidate,
	group: VerbGroup,
): { first: number; subject: string } | { first: number } {
	const { matrix, subject } = candidate;
	const governing = matrix ? groupOf(context, matrix) : null;
	const own = phraseBefore(parts, group.first);
	if (subject && own && own === subject && own.first >= (governing?.end ?? 0))
		return { first: quantifierStart(context, parts, subject) };
	if (!matrix || !governing || governing.first >= group.first || governing.end < group.first - CARRIER_REACH)
		return { first: group.first };
	const carries = candidate.extent.first === matrix.first && governing.form === "FINITE";
	const above = carries ? subjectOf(context, matrix) : null;
	if (!above || isRelativePronoun(context, above)) return { first: group.first };
	if (above.first >= matrix.first && above.first < governing.first)
		return { first: quantifierStart(context, parts, above) };
	const tail = tailEnd(context.doc.tokens, parts.nounPhrases, above, above.end);
	return { first: governing.first, subject: textOf(context, { first: above.first, end: tail }) };
}

/** Words of a title that say too little by themselves. */
const SHORT_TITLE = 3;

/** Tokens between a carrying verb and what it carries ("agreed last week in Geneva to meet"). */
const CARRIER_REACH = 8;

const isRelativePronoun = (context: Context, phrase: NounPhrase): boolean =>
	phrase.end === phrase.first + 1 && RELATIVES.has((context.doc.tokens[phrase.first] as Token).lower);

/** The noun phrase that ends where a verb group begins. */
function phraseBefore(parts: SentenceParts, token: number): NounPhrase | null {
	const phrase = phraseCovering(parts.nounPhrases, token - 1);
	return phrase?.end === token ? phrase : null;
}

/** "At least five people", "more than 100 people": the words in front of a number belong to it. */
function quantifierStart(context: Context, parts: SentenceParts, phrase: NounPhrase): number {
	const { tokens } = context.doc;
	let at = phrase.first;
	const floor = parts.sentence.firstToken;
	if (at > floor && tokens[at]?.pos === "NUM" && APPROXIMATORS.has(tokens[at - 1]?.lower ?? "")) at--;
	while (at > floor && isPair(QUANTIFIER_PAIRS, tokens[at - 1]?.lower, tokens[at]?.lower)) at--;
	return QUANTIFIER_TAILS.has(tokens[at]?.lower ?? "") ? phrase.first : at;
}

/** The clause, and the infinitive that completes it ("ordered the navy to send ships"). */
function titleEnd(context: Context, parts: SentenceParts, candidate: Candidate, clause: Clause): number {
	const next = parts.clauses[firstFrom(parts.clauses, Math.max(candidate.trigger.end, clause.first + 1))];
	if (next?.kind !== "NONFINITE" || next.first < clause.end - 1 || next.first > clause.end) return clause.end;
	return groupOf(context, next)?.form === "INFINITIVE" ? next.end : clause.end;
}

function nominalRange(context: Context, candidate: Candidate): TokenRange {
	let { first } = candidate.extent;
	const word = context.doc.tokens[first]?.lower ?? "";
	if ((ARTICLES.has(word) || DEFINITE_WORDS.has(word)) && !THIRD_PERSON.has(word) && first < candidate.trigger.first) {
		if (ARTICLES.has(word)) first++;
	}
	return { first, end: candidate.extent.end };
}

const textOf = (context: Context, range: TokenRange): string =>
	context.doc.text.slice(
		(context.doc.tokens[range.first] as Token).start,
		(context.doc.tokens[Math.max(range.first, range.end - 1)] as Token).end,
	);

/** Cuts to length first, so that a hostile clause of any length costs the same. */
function tidy(context: Context, range: TokenRange, prefix: string): string {
	const { tokens } = context.doc;
	let { first } = range;
	while (prefix === "" && first + 1 < range.end && isDropped(tokens[first] as Token)) first++;
	const start = (tokens[first] as Token).start;
	const end = Math.min((tokens[Math.max(first, range.end - 1)] as Token).end, start + 3 * MAX_TITLE);
	const words = context.doc.text.slice(start, end);
	let title = trimMarks(oneLine(prefix === "" ? words : `${prefix} ${words}`));
	if (title.length > MAX_TITLE) {
		const space = title.lastIndexOf(" ", MAX_TITLE);
		title = `${trimMarks(title.slice(0, space > MAX_TITLE / 2 ? space : MAX_TITLE))}…`;
	}
	return title;
}

/** On one line, with one space between words and without quotation marks. */
function oneLine(text: string): string {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const plain = code > 34 ? code < 128 : code === 33 || (code === 32 && at > 0 && text.charCodeAt(at - 1) !== 32);
		if (!plain)
			return text
				.replace(/\s{2,}|[^\S ]/g, " ")
				.trim()
				.replace(/["“”]/g, "");
	}
	return text.trim();
}

const isDropped = (token: Token): boolean => token.pos === "PUNCT" || LEADING_CONNECTIVES.has(token.lower);

function trimMarks(title: string): string {
	let end = title.length;
	while (end > 0 && ",;:.!?-–— (".includes(title.charAt(end - 1))) {
		// The full stop of an abbreviation stays ("U.S.").
		if (title.charAt(end - 1) === "." && /[.\s]\p{Lu}$/u.test(title.slice(Math.max(0, end - 3), end - 1))) break;
		end--;
	}
	return title.slice(0, end);
}
