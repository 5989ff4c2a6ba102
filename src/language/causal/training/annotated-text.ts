import type { Span } from "../../analysis.js";
import { understand } from "../../analyze.js";
import type { TokenizedText } from "../../tokens.js";
import type { Order } from "../junction-place.js";
import { readSignals, type SentenceReading } from "../read-signals.js";
import { type SentenceFacts, sentenceFacts } from "../sentence-facts.js";
import type { TokenRange } from "../sentence-view.js";

/** A text with the causal relations that annotators found in it; the format of the Causal News Corpus files. */
export interface AnnotatedText {
	id: string;
	text: string;
	causal: boolean;
	links: readonly { cause: Span; effect: Span }[];
}

/** An annotated relation in tokens: which argument stands first, and where the two meet. */
export interface GoldLink {
	cause: TokenRange;
	effect: TokenRange;
	before: TokenRange;
	behind: TokenRange;
	order: Order;
}

/** One sentence as the reader sees it, with what annotators say of it. */
export interface AnnotatedSentence extends SentenceReading {
	/** Index of its text. */
	text: number;
	fold: number;
	facts: SentenceFacts;
	gold: GoldLink[];
}

/** Reads the sentences of annotated texts, each in one of `folds` parts by its text's place. */
export function readAnnotated(texts: readonly AnnotatedText[], folds: number): AnnotatedSentence[] {
	return texts.flatMap((annotated, index) => {
		const { doc, phrases, mentions } = understand({ text: annotated.text, language: "en" });
		const gold = annotated.links.map((link) => goldLink(doc, link));
		return readSignals(doc, phrases, mentions).map((reading) => ({
			...reading,
			text: index,
			fold: index % folds,
			facts: sentenceFacts(reading.view),
			gold: gold.filter(({ before }) => reading.view.first < before.end && before.end <= reading.view.end),
		}));
	});
}

function goldLink(doc: TokenizedText, link: { cause: Span; effect: Span }): GoldLink {
	const cause = tokensOf(doc, link.cause);
	const effect = tokensOf(doc, link.effect);
	const causeFirst = cause.first < effect.first;
	return {
		cause,
		effect,
		before: causeFirst ? cause : effect,
		behind: causeFirst ? effect : cause,
		order: causeFirst ? "CAUSE_FIRST" : "EFFECT_FIRST",
	};
}

function tokensOf(doc: TokenizedText, span: Span): TokenRange {
	const first = doc.tokens.findIndex((token) => token.end > span.start);
	let end = first;
	while (end < doc.tokens.length && (doc.tokens[end]?.start ?? 0) < span.end) end++;
	return { first, end };
}
