import type { Span } from "../../analysis.js";
import { understand } from "../../analyze.js";
import type { Features, LinearModel } from "../../learning/linear-model.js";
import { type Example, type TrainingOptions, trainLinear } from "../../learning/train-linear.js";
import { HAPPENING_MEASURES, happeningFeatures, happeningPlaces } from "../happenings.js";
import type { Order } from "../junction-place.js";
import type { CausalModels, PlotModels } from "../models.js";
import { describeHappening, PLOT_MEASURES, plotFeatures } from "../plot-features.js";
import { readSignals } from "../read-signals.js";
import { countRecurrence, type Recurrence } from "../recurring-words.js";
import { type SentenceFacts, sentenceFacts } from "../sentence-facts.js";
import { type BelievedLink, linksOfSentence } from "../sentence-links.js";
import type { SentenceView } from "../sentence-view.js";

/** An article with its event mentions and the plot links between them; the format of the EventStoryLine files. */
export interface AnnotatedArticle {
	id: string;
	topic: number;
	text: string;
	mentions: readonly { id: string; sentence: number; start: number; end: number; spans?: readonly Span[] }[];
	links: readonly { cause: string; effect: string }[];
}

export interface PlotSentence {
	view: SentenceView;
	/** What the sentence tells as causal links by itself. */
	told: BelievedLink[];
	article: number;
	topic: number;
	facts: SentenceFacts;
	recurrence: Recurrence;
	/** Ids of the mentions at each position of the sentence. */
	mentions: readonly (readonly string[])[];
}

const HAPPENING: TrainingOptions = {
	bits: 14,
	rounds: 6,
	rate: 0.1,
	l1: 0.5,
	l2: 5,
	dense: HAPPENING_MEASURES,
	runs: 2,
};
const PLOT: TrainingOptions = { bits: 15, rounds: 10, rate: 0.03, l1: 1, l2: 20, dense: PLOT_MEASURES, runs: 4 };

/** Reads annotated articles sentence by sentence, with what each tells by models that were trained on other texts. */
export function readPlots(articles: readonly AnnotatedArticle[], causal: CausalModels): PlotSentence[] {
	return articles.flatMap((article, index) => {
		const { doc, phrases, mentions } = understand({ text: article.text, language: "en" });
		const recurrence = countRecurrence(doc);
		const spans = article.mentions.flatMap(({ id, start, end, spans }) =>
			(spans ?? [{ start, end }]).map((span) => ({ id, ...span })),
		);
		return readSignals(doc, phrases, mentions).map((reading) => {
			const facts = sentenceFacts(reading.view);
			const at = Array.from({ length: facts.length }, (_, i) => {
				const token = doc.tokens[reading.view.first + i];
				return spans
					.filter(({ start, end }) => token !== undefined && token.start < end && start < token.end)
					.map(({ id }) => id);
			});
			return {
				view: reading.view,
				told: linksOfSentence(causal, reading, facts),
				article: index,
				topic: article.topic,
				facts,
				recurrence,
				mentions: at,
			};
		});
	});
}

/** Trains the judgements of plot links on the sentences whose mentions are annotated. */
export function trainPlot(articles: readonly AnnotatedArticle[], sentences: readonly PlotSentence[]): PlotModels {
	const annotated = sentences.filter(({ mentions }) => mentions.some((ids) => ids.length > 0));
	const happening: Example[] = annotated.flatMap(({ facts, recurrence, mentions }) =>
		happeningPlaces(facts).map((at) => ({
			...happeningFeatures(facts, recurrence, at),
			yes: (mentions[at] as readonly string[]).length > 0,
		})),
	);
	const links = articles.map(({ links }) => new Set(links.map(({ cause, effect }) => `${cause}>${effect}`)));
	const pairs = annotated.flatMap((sentence) => plotPairs(sentence, links[sentence.article] as Set<string>));
	const train = (order: Order): LinearModel =>
		trainLinear(
			pairs.map((pair) => ({ ...pair.features, yes: pair.order === order })),
			PLOT,
		);
	return {
		happening: trainLinear(happening, HAPPENING),
		causeFirst: train("CAUSE_FIRST"),
		effectFirst: train("EFFECT_FIRST"),
	};
}

/** Each two mentions of a sentence, with what annotators see between them. */
function plotPairs(
	{ facts, recurrence, told, mentions }: PlotSentence,
	links: ReadonlySet<string>,
): { features: Features; order: Order | null }[] {
	const places = happeningPlaces(facts).filter((at) => (mentions[at] as readonly string[]).length > 0);
	return places.flatMap((first, index) =>
		places.slice(index + 1).flatMap((second) => {
			const a = mentions[first] as readonly string[];
			const b = mentions[second] as readonly string[];
			if (a.some((id) => b.includes(id))) return [];
			const linked = (from: readonly string[], to: readonly string[]): boolean =>
				from.some((cause) => to.some((effect) => links.has(`${cause}>${effect}`)));
			const order = linked(a, b) ? "CAUSE_FIRST" : linked(b, a) ? "EFFECT_FIRST" : null;
			return [
				{
					features: plotFeatures(
						facts,
						recurrence,
						told,
						describeHappening(facts, recurrence, first),
						describeHappening(facts, recurrence, second),
					),
					order,
				},
			];
		}),
	);
}
