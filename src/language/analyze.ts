import type { Analysis, ArticleText, EntityMention, EventMention, Section, Span, TimeExpression } from "./analysis.js";
import { type Attribution, findAttributions } from "./attribution.js";
import { findCausalClaims } from "./causal/claims.js";
import { detectLanguage } from "./detect-language.js";
import { findEntities } from "./entities/entities.js";
import { findMentions } from "./mentions/mentions.js";
import { findPhrases, type Phrases } from "./phrases.js";
import { findSections } from "./sections.js";
import { countTerms, type Term, type TextTerms, termsOf } from "./terms.js";
import { recogniseTimes } from "./time/recognise.js";
import { resolveTimes } from "./time/resolve.js";
import { type TokenizedText, tokenize } from "./tokens.js";

/** What matching needs beyond the analysis: which words the text and each mention are made of. */
export interface ArticleReading {
	analysis: Analysis;
	/** Terms of headline and text outside the background, with their counts; the headline and the first sentences count twice. */
	terms: Map<Term, number>;
	/** Those of the text's terms that stand in it as proper names. */
	nameTerms: Set<Term>;
	/** Terms of each mention's extent, by index of the mention. */
	mentionTerms: Term[][];
}

/** The steps, in order. */
export type Stage =
	| "tokens"
	| "language"
	| "times"
	| "sections"
	| "entities"
	| "phrases"
	| "attribution"
	| "mentions"
	| "causal"
	| "terms";

/** Runs one step of the analysis; whoever measures gives one that looks at the clock. A step may come in two parts. */
export type RunStage = <Result>(stage: Stage, step: () => Result) => Result;

const NO_PHRASES: Phrases = { nounPhrases: [], verbGroups: [], clauses: [] };

/** What a headline weighs against running text: it names the event in a tenth of the words. */
const HEADLINE_WEIGHT = 2;
/** News tells who, what, when and where in its first sentences (the "inverted pyramid"); what follows is shared with other events. */
const LEAD_SENTENCES = 3;

/**
 * What lies beyond this many characters is kept and not read. It is longer than any novel: no article comes near, and who
 * sends more wants to keep a reader busy.
 */
const MAX_READ = 1_000_000;

/** All that is read of an article before its causal claims. */
export interface Understanding {
	doc: TokenizedText;
	language: string;
	/** False where grammar and word lists do not fit the language: then there are no phrases, attributions and mentions. */
	inEnglish: boolean;
	sections: Section[];
	timeExpressions: TimeExpression[];
	entities: EntityMention[];
	phrases: Phrases;
	attributions: Attribution[];
	mentions: EventMention[];
}

const untimed: RunStage = (_, step) => step();

/** The ordered list of steps from text to event mentions. */
export function understand(article: ArticleText, run: RunStage = untimed): Understanding {
	const doc = run("tokens", () => tokenize(article.text.slice(0, MAX_READ)));
	const language = run("language", () => detectLanguage(article.text, article.language));
	const candidates = run("times", () => recogniseTimes(doc, language));
	// Sections need to know where dates stand; the dates' values need the sections (a background has its own anchor).
	const sections = run("sections", () => findSections(doc, candidates));
	const timeExpressions = run("times", () => resolveTimes(doc, candidates, sections, article.publishedAt));
	// The grammar and the lists of signals are English: for other languages they would be wrong, so they are silent.
	const inEnglish = language === "en" || language === "und";
	const entities = run("entities", () => findEntities(doc, language));
	const phrases = inEnglish ? run("phrases", () => findPhrases(doc)) : NO_PHRASES;
	const attributions = inEnglish ? run("attribution", () => findAttributions(doc, phrases, entities)) : [];
	const mentions = inEnglish
		? run("mentions", () => findMentions({ doc, phrases, sections, times: timeExpressions, entities, attributions }))
		: [];
	return { doc, language, inEnglish, sections, timeExpressions, entities, phrases, attributions, mentions };
}

/**
 * Reads one article: what `understand` finds, its causal claims and its terms. Pure and deterministic; never throws on any
 * text. Offsets are UTF-16 code units into `article.text`.
 */
export function readArticle(article: ArticleText, run: RunStage = untimed): ArticleReading {
	const understanding = understand(article, run);
	const { doc, language, inEnglish, sections, timeExpressions, entities, mentions } = understanding;
	const causalLinks = inEnglish ? run("causal", () => findCausalClaims(understanding)) : [];
	const sentences = doc.sentences.map(({ start, end }) => ({ start, end }));
	const analysis = { language, sections, sentences, timeExpressions, entities, mentions, causalLinks };
	return run("terms", () => {
		const textTerms = termsOf(doc);
		return {
			analysis,
			terms: newsTerms(article.headline, doc, textTerms, sections),
			nameTerms: new Set(textTerms.flatMap((term, at) => (term && doc.tokens[at]?.pos === "PROPN" ? [term] : []))),
			mentionTerms: mentions.map(({ extent }) => [...countTerms(doc, textTerms, extent).keys()]),
		};
	});
}

/** Terms of the headline and of what is neither background nor boilerplate. */
function newsTerms(
	headline: string | undefined,
	doc: TokenizedText,
	textTerms: TextTerms,
	sections: readonly Section[],
): Map<Term, number> {
	const terms = new Map<Term, number>();
	for (const section of sections)
		if (section.role !== "BACKGROUND" && section.role !== "BOILERPLATE")
			addCounts(terms, countTerms(doc, textTerms, section), 1);
	addCounts(terms, countTerms(doc, textTerms, leadOf(doc, sections)), 1);
	if (headline) addCounts(terms, countTerms(tokenize(headline)), HEADLINE_WEIGHT);
	return terms;
}

/** The first sentences of the news, as far as no background begins within them. */
function leadOf({ sentences }: TokenizedText, sections: readonly Section[]): Span {
	const start = sections.find(({ role }) => role === "LEAD" || role === "BODY")?.start ?? 0;
	const background = sections.find(({ role }) => role === "BACKGROUND")?.start ?? Number.POSITIVE_INFINITY;
	const news = sentences.filter((sentence) => sentence.start >= start && sentence.end <= background);
	return { start, end: news.at(Math.min(LEAD_SENTENCES, news.length) - 1)?.end ?? start };
}

function addCounts(sum: Map<Term, number>, counts: ReadonlyMap<Term, number>, weight: number): void {
	for (const [term, count] of counts) sum.set(term, (sum.get(term) ?? 0) + count * weight);
}
