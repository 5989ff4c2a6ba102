import type { Certainty, EntityMention, Span } from "./analysis.js";
import { type NamedSource, nameSource, resolvePronoun, tailEnd } from "./attribution/source-name.js";
import {
	ACCUSING_VERBS,
	AGENT_PREPOSITION,
	CITING_VERBS,
	CLAIM_NOUNS,
	CLAUSE_CONJUNCTIONS,
	DENYING_VERBS,
	HEARSAY_ADVERBS,
	HEARSAY_NOUNS,
	PARENTHETICAL_VERBS,
	PERSONAL,
	REJECTING_VERBS,
	REPORTING_VERBS,
	SOURCE_PREPOSITIONS,
	SPEAKER_NOUNS,
} from "./en/reporting.js";
import { type EntityLookup, lookUpEntities } from "./mentions/entity-lookup.js";
import { lemmaOf } from "./phrases/lemma.js";
import { findQuotations, quotationAt } from "./phrases/quotations.js";
import {
	firstFrom,
	phraseCovering,
	phraseStartingAt,
	type SentenceParts,
	sentenceParts,
} from "./phrases/sentence-parts.js";
import type { Clause, NounPhrase, Phrases, VerbGroup } from "./phrases.js";
import type { Token, TokenizedText } from "./tokens.js";

/** Who says a stretch of the text, and how. */
export interface Attribution {
	/** As named in the article: the canonical entity name where the head is an entity, else the noun phrase. Null for hearsay. */
	source: string | null;
	sourceSpan: Span | null;
	/** The words that report: the verb, "according to", "allegedly". */
	cue: Span;
	/** What is said; may go over several sentences of one paragraph (a quotation). */
	content: Span;
	/** DENIES where the source says it is not so. */
	stance: "ASSERTS" | "DENIES";
	/** How far the reporter vouches by the choice of the word. */
	certainty: Certainty;
}

/** So many attributions are looked at before an offset: contents of one paragraph nest, others cannot hold it. */
const MAX_NESTED = 48;

/** What the readers of one text share. */
interface Reader {
	doc: TokenizedText;
	phrases: Phrases;
	entities: EntityLookup;
	quotations: Span[];
}

/**
 * Finds who says what, sorted by the start of the content: reporting verbs with a complement ("said it struck"), after
 * or amid it (", police said"), or around a quotation; "according to X"; "citing X"; denials; accusations; hearsay
 * ("allegedly", "was reported to", "the claim that"). Linear in the text.
 */
export function findAttributions(
	doc: TokenizedText,
	phrases: Phrases,
	entities: readonly EntityMention[],
): Attribution[] {
	const reader: Reader = { doc, phrases, entities: lookUpEntities(entities), quotations: findQuotations(doc) };
	const found: Attribution[] = [];
	let last: Speaker | null = null;
	for (const parts of sentenceParts(doc, phrases)) {
		const here = [...readVerbs(reader, parts), ...readPrepositions(reader, parts), ...readHearsay(reader, parts)];
		for (const { draft, source } of here) {
			let name = source?.name ?? null;
			if (source?.pronoun) {
				const from = doc.sentences[Math.max(0, parts.index - 2)]?.start ?? 0;
				const personal = PERSONAL.has(source.pronoun);
				const near: Speaker | null =
					last && parts.index - last.sentence <= 3 && last.personal !== !personal ? last : null;
				name =
					(near?.personal === personal ? near.name : null) ??
					resolvePronoun(source.pronoun, reader.entities, from, source.span.start, PERSONAL) ??
					near?.name ??
					null;
			} else if (name !== null) last = { name, sentence: parts.index, personal: source?.personal ?? null };
			found.push({ ...draft, source: name, sourceSpan: source?.span ?? null });
		}
	}
	return found.sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** The innermost attribution whose content holds the span, without its own cue; `attributions` as `findAttributions` gives them. */
export function attributionOf(attributions: readonly Attribution[], span: Span): Attribution | null {
	let low = 0;
	for (let high = attributions.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((attributions[middle] as Attribution).content.start <= span.start) low = middle + 1;
		else high = middle;
	}
	let best: Attribution | null = null;
	for (let index = low - 1; index >= 0 && index >= low - MAX_NESTED; index--) {
		const candidate = attributions[index] as Attribution;
		const { content, cue } = candidate;
		if (content.end < span.end || (cue.start < span.end && span.start < cue.end)) continue;
		if (!best || content.end - content.start < best.content.end - best.content.start) best = candidate;
	}
	return best;
}

/** Who spoke last; `personal` is null where the words do not tell whether it is a person. */
interface Speaker {
	name: string;
	sentence: number;
	personal: boolean | null;
}

type Draft = Omit<Attribution, "source" | "sourceSpan">;
interface Found {
	draft: Draft;
	source: NamedSource | null;
}

/** Reporting verbs: "X said (that) …", "…, X said", "…", said X, "it was reported that …", "X denied …". */
function readVerbs(reader: Reader, parts: SentenceParts): Found[] {
	const found: Found[] = [];
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
				found.push({
					draft: draft(cue, before, "ASSERTS", "CERTAIN"),
					source: named(reader, parts, cited, clause.end),
				});
			continue;
		}
		const denies = DENYING_VERBS.has(lemma) || (REJECTING_VERBS.has(lemma) && rejectsClaim(reader, parts, group));
		const certainty = REPORTING_VERBS.get(lemma);
		if (ACCUSING_VERBS.has(lemma)) {
			const charge = chargeOf(reader, parts, position, group);
			if (charge)
				found.push({
					draft: draft(cue, charge, "ASSERTS", "POSSIBLE"),
					source: sourceOf(reader, parts, clause, group),
				});
			continue;
		}
		if (!denies && certainty === undefined) continue;
		const forward = contentAfter(reader, parts, group, denies);
		const content = forward ?? (denies ? null : contentBefore(reader, parts, clause, group, lemma));
		if (!content) continue;
		const hearsay = group.passive && !hasAgent(tokens, group);
		const source = hearsay ? null : sourceOf(reader, parts, clause, group, position);
		const vouched = hearsay && certainty === "CERTAIN" && forward === null ? "CERTAIN" : (certainty ?? "CERTAIN");
		const stance = denies !== group.negated ? "DENIES" : "ASSERTS";
		if (group.negated && !denies) continue;
		found.push({ draft: draft(cue, content, stance, hearsay ? lower(vouched) : vouched), source });
		for (const more of quotationAround(reader, parts, content))
			found.push({ draft: draft(cue, more, stance, vouched), source });
	}
	return found;
}

/** Only somebody, or a document, is cited as a source: not "citing weak demand". */
function canSpeak(reader: Reader, phrase: NounPhrase): boolean {
	const head = reader.doc.tokens[phrase.head] as Token;
	return SPEAKER_NOUNS.has(lemmaOf(head)) || reader.entities.covering(head.start) !== null;
}

const lower = (certainty: Certainty): Certainty => (certainty === "CERTAIN" ? "PROBABLE" : certainty);

const draft = (cue: Span, content: Span, stance: Attribution["stance"], certainty: Certainty): Draft => ({
	cue,
	content,
	stance,
	certainty,
});

/** What stands after the verb: a complement clause, a quotation, or the object of a denial. */
function contentAfter(reader: Reader, parts: SentenceParts, group: VerbGroup, denies: boolean): Span | null {
	const { tokens } = reader.doc;
	const index = firstFrom(parts.clauses, group.end);
	const next = parts.clauses[index];
	const end = next ? contentEnd(reader, parts, index) : parts.sentence.endToken;
	const mark = next ? tokens[next.first - 1] : undefined;
	const announced =
		mark?.text === ":" ||
		(next && isQuote(tokens[next.first])) ||
		(next && mark && isQuote(mark) && mark.end === tokens[next.first]?.start);
	const direct = next && next.first <= group.end + 1;
	if (next && (next.kind === "COMPLEMENT" || announced || (denies && direct && next.kind === "NONFINITE")))
		return spanOf(tokens, next.first, end);
	if (next && group.passive && next.kind === "NONFINITE" && direct)
		return { start: parts.sentence.start, end: (tokens[end - 1] as Token).end };
	const quoted = quotationAt(reader.quotations, (tokens[group.end + 1]?.start ?? 0) + 1);
	if (
		quoted &&
		group.end + 1 < parts.sentence.endToken &&
		isQuote(tokens[group.end + (tokens[group.end]?.pos === "PUNCT" ? 0 : 1)])
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
	for (let at = index + 1; at < parts.clauses.length && at < index + MAX_NESTED; at++) {
		const clause = parts.clauses[at] as Clause;
		const start = (reader.doc.tokens[clause.first] as Token).start;
		if (clause.kind === "MAIN" && !(quoted && start < quoted.end)) return clause.first;
	}
	return parts.sentence.endToken;
}

/** What stands before: ", police said" at the end or amid the sentence. */
function contentBefore(
	reader: Reader,
	parts: SentenceParts,
	clause: Clause,
	group: VerbGroup,
	lemma: string,
): Span | null {
	const { tokens } = reader.doc;
	const { sentence } = parts;
	if (!PARENTHETICAL_VERBS.has(lemma) || group.form !== "FINITE") return null;
	if (clause.opener !== null || clause.first === sentence.firstToken) return null;
	if (CLAUSE_CONJUNCTIONS.has((tokens[clause.first] as Token).lower)) return null;
	const before = tokens[clause.first - 1] as Token;
	if (before.text !== "," && !isQuote(before)) return null;
	let after = group.end;
	if (clause.subject === null || !ownsSubject(reader, clause, group)) {
		const inverted = phraseStartingAt(parts.nounPhrases, group.end);
		if (inverted) after = tailEnd(tokens, parts.nounPhrases, inverted, sentence.endToken);
	}
	// `…," she said`: what she says is the quotation, whatever stands before it in the sentence.
	const quoted = isQuote(before) ? quotationAt(reader.quotations, before.start - 1) : null;
	if (quoted && quoted.end <= before.start) return { start: quoted.start, end: quoted.end };
	const goesOn = after < sentence.endToken && tokens[after]?.text === "," && after + 2 < sentence.endToken;
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
	if (next && opening && first && isQuote(opening)) {
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
		return agent ? named(reader, parts, agent, clause.end) : null;
	}
	if (subject && (ownsSubject(reader, clause, group) || subject.first < clause.first))
		return named(reader, parts, subject, Math.max(group.first, subject.end));
	const inverted = phraseStartingAt(parts.nounPhrases, group.end);
	if (inverted && group.form === "FINITE" && clause.kind !== "RELATIVE")
		return named(reader, parts, inverted, parts.sentence.endToken);
	if (clause.kind === "RELATIVE") {
		const antecedent =
			phraseCovering(parts.nounPhrases, clause.first - 2) ?? phraseCovering(parts.nounPhrases, clause.first - 1);
		return antecedent ? named(reader, parts, antecedent, clause.first) : null;
	}
	for (let index = position - 1; index >= 0 && index >= position - 6; index--) {
		const before = parts.clauses[index] as Clause;
		const verb = before.verb === null ? undefined : reader.phrases.verbGroups[before.verb];
		if (!verb || !REPORTING_VERBS.has(verb.lemma)) continue;
		const phrase = before.subject === null ? undefined : reader.phrases.nounPhrases[before.subject];
		if (phrase) return named(reader, parts, phrase, phrase.end);
	}
	return null;
}

/** The preposition of a passive's agent stands right after the group. */
const hasAgent = (tokens: readonly Token[], group: VerbGroup): boolean =>
	tokens[group.end]?.lower === AGENT_PREPOSITION;

const named = (reader: Reader, parts: SentenceParts, phrase: NounPhrase, limit: number): NamedSource =>
	nameSource(reader.doc, parts.nounPhrases, reader.entities, phrase, limit);

/** "according to X": before, after or amid what X says. */
function readPrepositions(reader: Reader, parts: SentenceParts): Found[] {
	const { tokens } = reader.doc;
	const { sentence } = parts;
	const found: Found[] = [];
	for (let at = sentence.firstToken; at < sentence.endToken; at++) {
		const cue = SOURCE_PREPOSITIONS.find((words) => words.every((word, offset) => tokens[at + offset]?.lower === word));
		if (!cue || at + cue.length >= sentence.endToken) continue;
		const phrase = phraseStartingAt(parts.nounPhrases, at + cue.length);
		if (!phrase) continue;
		const source = named(reader, parts, phrase, sentence.endToken);
		const content =
			at === sentence.firstToken
				? { start: source.span.end, end: sentence.end }
				: { start: sentence.start, end: (tokens[at] as Token).start };
		found.push({ draft: draft(spanOf(tokens, at, at + cue.length), content, "ASSERTS", "CERTAIN"), source });
	}
	return found;
}

/** "allegedly", and nouns of saying with their content: "the claim that …". */
function readHearsay(reader: Reader, parts: SentenceParts): Found[] {
	const { tokens } = reader.doc;
	const found: Found[] = [];
	for (let at = parts.sentence.firstToken; at < parts.sentence.endToken; at++) {
		const token = tokens[at] as Token;
		if (HEARSAY_ADVERBS.has(token.lower)) {
			const clause = clauseAround(parts, at);
			if (clause)
				found.push({
					draft: draft(spanOf(tokens, at, at + 1), spanOf(tokens, clause.first, clause.end), "ASSERTS", "PROBABLE"),
					source: null,
				});
			continue;
		}
		const certainty = token.pos === "NOUN" ? HEARSAY_NOUNS.get(token.lemma) : undefined;
		if (certainty === undefined) continue;
		const next = parts.clauses[firstFrom(parts.clauses, at + 1)];
		if (next?.kind === "COMPLEMENT" && next.first === at + 1)
			found.push({
				draft: draft(
					{ start: token.start, end: token.end },
					spanOf(tokens, next.first, next.end),
					"ASSERTS",
					certainty,
				),
				source: null,
			});
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

const isQuote = (token: Token | undefined): boolean =>
	token?.text === '"' || token?.text === "“" || token?.text === "”";

const spanOf = (tokens: readonly Token[], first: number, end: number): Span => ({
	start: (tokens[first] as Token).start,
	end: (tokens[Math.max(first, end - 1)] as Token).end,
});
