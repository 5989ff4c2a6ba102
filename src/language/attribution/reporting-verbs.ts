import type { Certainty, Span } from "../analysis.js";
import {
	ACCUSING_VERBS,
	AGENT_PREPOSITION,
	CITING_VERBS,
	CLAIM_NOUNS,
	DENYING_VERBS,
	PARENTHETICAL_VERBS,
	REJECTING_VERBS,
	REPORTING_VERBS,
	SPEAKER_NOUNS,
} from "../en/reporting.js";
import { isQuotation } from "../phrases/marks.js";
import { quotationAt } from "../phrases/quotations.js";
import { firstFrom, phraseCovering, phraseStartingAt, type SentenceParts } from "../phrases/sentence-parts.js";
import type { Clause, NounPhrase, VerbGroup } from "../phrases.js";
import type { Token } from "../tokens.js";
import { type Reader, type Statement, sourceNamed, spanOf, statement } from "./reader.js";
import { invertedFrame, reportFrame } from "./report-frames.js";
import { type NamedSource, tailEnd } from "./source-name.js";

/** A complement is looked for among this many clauses behind its verb. */
const MAX_CLAUSES = 48;

/** Reporting verbs: "X said (that) …", "…, X said", "…", said X, "it was reported that …", "X denied …". */
export function readVerbs(reader: Reader, parts: SentenceParts): Statement[] {
	const found: Statement[] = [];
	const { tokens } = reader.doc;
	for (const [position, clause] of parts.clauses.entries()) {
		if (clause.verb === null) continue;
		const group = reader.phrases.verbGroups[clause.verb] as VerbGroup;
		if (group.form === "INFINITIVE") continue;
		const lemma = group.lemma;
		const cue = spanOf(tokens, group.head, group.head + 1);
		if (CITING_VERBS.has(lemma) && group.form === "GERUND") {
			const cited = phraseStartingAt(parts.nounPhrases, group.end);
			const before = { start: parts.sentence.start, end: (tokens[group.first] as Token).start };
			if (cited && before.end > before.start && canSpeak(reader, cited))
				found.push(statement(cue, before, "ASSERTS", "CERTAIN", sourceNamed(reader, parts, cited, clause.end)));
			continue;
		}
		const denies = DENYING_VERBS.has(lemma) || (REJECTING_VERBS.has(lemma) && rejectsClaim(reader, parts, group));
		const certainty = REPORTING_VERBS.get(lemma);
		if (ACCUSING_VERBS.has(lemma)) {
			const charge = chargeOf(reader, parts, position, group);
			if (charge) found.push(statement(cue, charge, "ASSERTS", "POSSIBLE", sourceOf(reader, parts, clause, group)));
			continue;
		}
		if (!denies && certainty === undefined) continue;
		const forward = contentAfter(reader, parts, group, denies);
		const content = forward ?? (denies ? null : contentBefore(reader, parts, group, lemma));
		if (!content) continue;
		const hearsay = group.passive && !hasAgent(tokens, group);
		const source = hearsay ? null : sourceOf(reader, parts, clause, group, position);
		const vouched = hearsay && certainty === "CERTAIN" && forward === null ? "CERTAIN" : (certainty ?? "CERTAIN");
		const stance = denies !== group.negated ? "DENIES" : "ASSERTS";
		if (group.negated && !denies) continue;
		found.push(statement(cue, content, stance, hearsay ? lower(vouched) : vouched, source));
		for (const more of quotationAround(reader, parts, content))
			found.push(statement(cue, more, stance, vouched, source));
	}
	return found;
}

/** Only somebody, or a document, is cited as a source: not "citing weak demand". */
function canSpeak(reader: Reader, phrase: NounPhrase): boolean {
	const head = reader.doc.tokens[phrase.head] as Token;
	return SPEAKER_NOUNS.has(head.lemma) || reader.entities.covering(head.start) !== null;
}

const lower = (certainty: Certainty): Certainty => (certainty === "CERTAIN" ? "PROBABLE" : certainty);

/** What stands after the verb: a complement clause, a quotation, or the object of a denial. */
function contentAfter(reader: Reader, parts: SentenceParts, group: VerbGroup, denies: boolean): Span | null {
	const { tokens } = reader.doc;
	const index = firstFrom(parts.clauses, group.end);
	const next = parts.clauses[index];
	const end = next ? contentEnd(reader, parts, index) : parts.sentence.endToken;
	const mark = next ? tokens[next.first - 1] : undefined;
	const announced =
		mark?.text === ":" ||
		(next && isQuotation(tokens[next.first])) ||
		(next && mark && isQuotation(mark) && mark.end === tokens[next.first]?.start);
	const direct = next && next.first <= group.end + 1;
	if (next && (next.kind === "COMPLEMENT" || announced || (denies && direct && next.kind === "NONFINITE")))
		return spanOf(tokens, next.first, end);
	if (next && group.passive && next.kind === "NONFINITE" && direct)
		return { start: parts.sentence.start, end: (tokens[end - 1] as Token).end };
	const quoted = quotationAt(reader.quotations, (tokens[group.end + 1]?.start ?? 0) + 1);
	if (
		quoted &&
		group.end + 1 < parts.sentence.endToken &&
		isQuotation(tokens[group.end + (tokens[group.end]?.pos === "PUNCT" ? 0 : 1)])
	)
		return { start: quoted.start, end: Math.min(quoted.end, parts.sentence.end) };
	const object = denies ? phraseStartingAt(parts.nounPhrases, group.end) : null;
	return object
		? spanOf(tokens, object.first, tailEnd(tokens, parts.nounPhrases, object, parts.sentence.endToken))
		: null;
}

/** A complement goes on to the next main clause of the sentence, or to where the clause that holds it resumes. */
function contentEnd(reader: Reader, parts: SentenceParts, index: number): number {
	const content = parts.clauses[index] as Clause;
	const quoted = quotationAt(reader.quotations, (reader.doc.tokens[content.first] as Token).end);
	for (let at = index - 1; at >= 0 && at >= index - 6; at--) {
		const holder = parts.clauses[at] as Clause;
		const verb = holder.verb === null ? undefined : reader.phrases.verbGroups[holder.verb];
		if (verb && verb.first > content.first && holder.first < content.first) return verb.first;
	}
	for (let at = index + 1; at < parts.clauses.length && at < index + MAX_CLAUSES; at++) {
		const clause = parts.clauses[at] as Clause;
		const start = (reader.doc.tokens[clause.first] as Token).start;
		if (clause.kind === "MAIN" && !(quoted && start < quoted.end)) return clause.first;
	}
	return parts.sentence.endToken;
}

/** What stands before: ", police said" at the end or amid the sentence. */
function contentBefore(reader: Reader, parts: SentenceParts, group: VerbGroup, lemma: string): Span | null {
	const { tokens } = reader.doc;
	const { sentence } = parts;
	if (!PARENTHETICAL_VERBS.has(lemma) || group.form !== "FINITE" || group.passive) return null;
	const frame = reportFrame(reader, parts, group);
	if (!frame) return null;
	const before = tokens[frame.first - 1] as Token;
	// `…," she said`: what she says is the quotation, whatever stands before it in the sentence.
	const quoted = isQuotation(before) ? quotationAt(reader.quotations, before.start - 1) : null;
	if (quoted && quoted.end <= before.start) return { start: quoted.start, end: quoted.end };
	const goesOn = frame.end + 2 < sentence.endToken && tokens[frame.end]?.text === ",";
	return { start: sentence.start, end: goesOn ? sentence.end : before.start };
}

/** The rest of a quotation that began before the content's sentence, or goes on in the paragraph after it. */
function quotationAround(reader: Reader, parts: SentenceParts, content: Span): Span[] {
	const { doc, quotations } = reader;
	const paragraph = doc.paragraphs[parts.sentence.paragraph];
	if (!paragraph) return [];
	const found: Span[] = [];
	const first = quotationAt(quotations, content.start);
	if (first && first.start < parts.sentence.start) found.push({ start: first.start, end: parts.sentence.start });
	if (first && first.end > parts.sentence.end) found.push({ start: parts.sentence.end, end: first.end });
	const next = parts.index + 1 < paragraph.endSentence ? doc.sentences[parts.index + 1] : undefined;
	const opening = next ? doc.tokens[next.firstToken] : undefined;
	if (next && opening && first && isQuotation(opening)) {
		const quoted = quotationAt(quotations, opening.end);
		if (quoted) found.push(quoted);
	}
	return found;
}

/** "accused Iran of plotting", "blamed the fire on arson": the rest of the clause and the clause it governs. */
function chargeOf(reader: Reader, parts: SentenceParts, position: number, group: VerbGroup): Span | null {
	const { tokens } = reader.doc;
	const clause = parts.clauses[position] as Clause;
	const next = parts.clauses[firstFrom(parts.clauses, group.end)];
	const end = next && next.kind === "NONFINITE" ? Math.max(next.end, clause.end) : clause.end;
	return group.end < end ? spanOf(tokens, group.end, end) : null;
}

function rejectsClaim(reader: Reader, parts: SentenceParts, group: VerbGroup): boolean {
	const object = phraseStartingAt(parts.nounPhrases, group.end);
	return object !== null && CLAIM_NOUNS.has((reader.doc.tokens[object.head] as Token).lemma);
}

function ownsSubject(reader: Reader, clause: Clause, group: VerbGroup): boolean {
	const subject = clause.subject === null ? undefined : reader.phrases.nounPhrases[clause.subject];
	return subject !== undefined && clause.first <= subject.first && subject.first < group.first;
}

/** The subject; after an inverted verb the phrase behind it; for "…, adding that" the subject of the clause before. */
function sourceOf(
	reader: Reader,
	parts: SentenceParts,
	clause: Clause,
	group: VerbGroup,
	position = 0,
): NamedSource | null {
	const { tokens } = reader.doc;
	const subject = clause.subject === null ? undefined : reader.phrases.nounPhrases[clause.subject];
	if (group.passive) {
		const agent = hasAgent(tokens, group) ? phraseStartingAt(parts.nounPhrases, group.end + 1) : null;
		return agent ? sourceNamed(reader, parts, agent, clause.end) : null;
	}
	const frame = invertedFrame(reader, parts, group) ?? reportFrame(reader, parts, group);
	if (frame) return sourceNamed(reader, parts, frame.speaker, frame.inverted ? parts.sentence.endToken : group.first);
	if (subject && (ownsSubject(reader, clause, group) || subject.first < clause.first))
		return sourceNamed(reader, parts, subject, Math.max(group.first, subject.end));
	const inverted = phraseStartingAt(parts.nounPhrases, group.end);
	if (inverted && group.form === "FINITE" && clause.kind !== "RELATIVE")
		return sourceNamed(reader, parts, inverted, parts.sentence.endToken);
	if (clause.kind === "RELATIVE") {
		const antecedent =
			phraseCovering(parts.nounPhrases, clause.first - 2) ?? phraseCovering(parts.nounPhrases, clause.first - 1);
		return antecedent ? sourceNamed(reader, parts, antecedent, clause.first) : null;
	}
	for (let index = position - 1; index >= 0 && index >= position - 6; index--) {
		const before = parts.clauses[index] as Clause;
		const verb = before.verb === null ? undefined : reader.phrases.verbGroups[before.verb];
		if (!verb || !REPORTING_VERBS.has(verb.lemma)) continue;
		const phrase = before.subject === null ? undefined : reader.phrases.nounPhrases[before.subject];
		if (phrase) return sourceNamed(reader, parts, phrase, phrase.end);
	}
	return null;
}

/** The preposition of a passive's agent stands right after the group. */
const hasAgent = (tokens: readonly Token[], group: VerbGroup): boolean =>
	tokens[group.end]?.lower === AGENT_PREPOSITION;
