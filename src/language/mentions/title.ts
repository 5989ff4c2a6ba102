import { tailEnd } from "../attribution/source-name.js";
import { DEFINITE_WORDS, LEADING_CONNECTIVES } from "../en/event-words.js";
import { ARTICLES, THIRD_PERSON } from "../en/reporting.js";
import { firstFrom, type SentenceParts } from "../phrases/sentence-parts.js";
import type { Clause } from "../phrases.js";
import type { Token } from "../tokens.js";
import type { Candidate } from "./candidate.js";
import { type Context, groupOf, subjectOf, type TokenRange } from "./context.js";

/** A title is a line of a list; longer ones are cut at a word. */
const MAX_TITLE = 120;

/**
 * A short reading of what a candidate tells: from its subject on, without a leading date or connective and without a
 * trailing attribution; for a nominal the noun phrase with its tail and without its article.
 * `subjectName` stands in for a subject that is a pronoun.
 */
export function titleOf(
	context: Context,
	parts: SentenceParts,
	candidate: Candidate,
	subjectName: string | null,
): string {
	if (candidate.form === "NOUN") return tidy(context, nominalRange(context, candidate), "");
	return capitalised(clauseTitle(context, parts, candidate, subjectName));
}

const capitalised = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

function clauseTitle(context: Context, parts: SentenceParts, candidate: Candidate, subjectName: string | null): string {
	const { subject, clause, group } = candidate;
	if (!clause || !group) return tidy(context, candidate.extent, "");
	const end = titleEnd(context, parts, candidate, clause);
	const carrier = carrierOf(context, candidate);
	if (carrier) return tidy(context, { first: carrier.start, end }, carrier.subject);
	const start = group.first;
	if (!subject) {
		const bare = candidate.extent.first < group.first ? candidate.extent.first : group.head;
		return tidy(context, { first: bare, end }, "");
	}
	const adjacent = subject.first < start && subject.first >= candidate.extent.first;
	if (subjectName !== null) return tidy(context, { first: adjacent ? subject.end : start, end }, subjectName);
	if (adjacent && candidate.clause?.kind !== "RELATIVE") return tidy(context, { first: subject.first, end }, "");
	const tail = tailEnd(context.doc.tokens, parts.nounPhrases, subject, Math.max(subject.end, clause.first));
	return tidy(context, { first: start, end }, textOf(context, { first: subject.first, end: tail }));
}

/** A non-finite clause is read with the clause it hangs on: "plans to send", "shelled the town, killing nine". */
function carrierOf(context: Context, candidate: Candidate): { start: number; subject: string } | null {
	const { matrix, clause } = candidate;
	const group = matrix ? groupOf(context, matrix) : null;
	if (!matrix || !group || !clause || candidate.group?.form === "PARTICIPLE" || matrix.first > clause.first)
		return null;
	const subject = subjectOf(context, matrix);
	if (!subject) return { start: group.first, subject: "" };
	if (subject.first >= matrix.first && subject.first < group.first) return { start: subject.first, subject: "" };
	return { start: group.first, subject: textOf(context, subject) };
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
	let title = `${prefix} ${context.doc.text.slice(start, end)}`.replace(/\s+/g, " ").trim();
	title = title.replace(/["“”]/g, "");
	title = trimMarks(title);
	if (title.length > MAX_TITLE) {
		const space = title.lastIndexOf(" ", MAX_TITLE);
		title = `${trimMarks(title.slice(0, space > MAX_TITLE / 2 ? space : MAX_TITLE))}…`;
	}
	return title;
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
