import type { Analysis, ArticleText } from "./analysis.js";
import { findAttributions } from "./attribution.js";
import { findCausalClaims } from "./causal/claims.js";
import { detectLanguage } from "./detect-language.js";
import { findEntities } from "./entities/entities.js";
import { findMentions } from "./mentions/mentions.js";
import { findPhrases, type Phrases } from "./phrases.js";
import { findSections } from "./sections.js";
import { countTerms, type Term } from "./terms.js";
import { recogniseTimes } from "./time/recognise.js";
import { resolveTimes } from "./time/resolve.js";
import { tokenize } from "./tokens.js";

/** What matching needs beyond the analysis: which words the text and each mention are made of. */
export interface ArticleReading {
	analysis: Analysis;
	/** Terms of headline and text outside the background, with their counts; the headline counts twice. */
	terms: Map<Term, number>;
	/** Terms of each mention's extent, by index of the mention. */
	mentionTerms: Term[][];
}

const NO_PHRASES: Phrases = { nounPhrases: [], verbGroups: [], clauses: [] };

/** What a headline weighs against running text: it names the event in a tenth of the words. */
const HEADLINE_WEIGHT = 2;

/**
 * Reads one article: the ordered list of steps from text to causal claims. Pure and deterministic; never throws on any
 * text. Offsets are UTF-16 code units into `article.text`.
 */
export function readArticle(article: ArticleText): ArticleReading {
	const doc = tokenize(article.text);
	const language = detectLanguage(article.text, article.language);
	const candidates = recogniseTimes(doc);
	// Sections need to know where dates stand; the dates' values need the sections (a background has its own anchor).
	const sections = findSections(doc, candidates);
	const timeExpressions = resolveTimes(doc, candidates, sections, article.publishedAt);
	// The grammar and the gazetteers are English: for other languages they would be wrong, so they are silent.
	const inEnglish = language === "en" || language === "und";
	const entities = inEnglish ? findEntities(doc) : [];
	const phrases = inEnglish ? findPhrases(doc) : NO_PHRASES;
	const attributions = inEnglish ? findAttributions(doc, phrases, entities) : [];
	const mentions = inEnglish
		? findMentions({ doc, phrases, sections, times: timeExpressions, entities, attributions })
		: [];
	const causalLinks = inEnglish ? findCausalClaims({ doc, phrases, attributions, mentions, sections }) : [];

	const terms = new Map<Term, number>();
	const add = (counts: Map<Term, number>, weight: number) => {
		for (const [term, count] of counts) terms.set(term, (terms.get(term) ?? 0) + count * weight);
	};
	for (const section of sections) {
		if (section.role !== "BACKGROUND" && section.role !== "BOILERPLATE") add(countTerms(doc, section), 1);
	}
	if (article.headline) add(countTerms(tokenize(article.headline)), HEADLINE_WEIGHT);
	const sentences = doc.sentences.map(({ start, end }) => ({ start, end }));
	return {
		analysis: { language, sections, sentences, timeExpressions, entities, mentions, causalLinks },
		terms,
		mentionTerms: mentions.map((mention) => [...countTerms(doc, mention.extent).keys()]),
	};
}
