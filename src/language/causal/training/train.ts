import { understand } from "../../analyze.js";
import { packModel } from "../../learning/linear-model.js";
import { findCausalClaims } from "../claims.js";
import type { PlotModels, StoredModels, TrainedModels } from "../models.js";
import { type AnnotatedText, readAnnotated } from "./annotated-text.js";
import { type PlotScores, type ScoredClaim, scorePlots, scoreTexts, type TextScores } from "./scores.js";
import { trainCausal } from "./train-causal.js";
import { type AnnotatedArticle, readPlots, trainPlot } from "./train-plot.js";

export interface TrainingResult {
	models: TrainedModels;
	/** Of each sentence by models that have not seen it. */
	texts: TextScores;
	/** Of each article by models that have seen no article of its topic. */
	plots: PlotScores;
}

const SOURCE =
	"Causal News Corpus V2 (Tan et al., LREC 2022; CC0 1.0) and EventStoryLine 1.5 (Caselli and Vossen, 2017; CC BY 3.0)";

/**
 * Trains everything the reading of causal claims rests on, and scores it on what was held back: sentences in `folds` parts,
 * articles topic by topic.
 * @param report is told what is being done.
 */
export function train(
	texts: readonly AnnotatedText[],
	articles: readonly AnnotatedArticle[],
	folds: number,
	report: (step: string) => void,
): TrainingResult {
	report(`reading ${texts.length} sentences`);
	const sentences = readAnnotated(texts, folds);
	report(`training on them, and ${folds} times with a part held back`);
	const causal = trainCausal(sentences, folds);
	report(`reading ${articles.length} articles`);
	const plots = readPlots(articles, causal.models);
	const topics = [...new Set(articles.map(({ topic }) => topic))];
	report(`training on them, and ${topics.length} times with a topic held back`);
	const plot = trainPlot(articles, plots);
	const withoutTopic = new Map<number, PlotModels>(
		topics.map((topic) => [
			topic,
			trainPlot(
				articles,
				plots.filter((sentence) => sentence.topic !== topic),
			),
		]),
	);
	report("reading what was held back");
	const models = { causal: causal.models, plot };
	const textClaims = texts.map(({ text }, index) =>
		claimsOf(text, { causal: causal.without[index % folds] as TrainedModels["causal"], plot }),
	);
	const articleClaims = articles.map(({ text, topic }) =>
		claimsOf(text, { causal: causal.models, plot: withoutTopic.get(topic) as PlotModels }),
	);
	return { models, texts: scoreTexts(texts, textClaims), plots: scorePlots(articles, articleClaims) };
}

const claimsOf = (text: string, models: TrainedModels): ScoredClaim[] =>
	findCausalClaims(understand({ text, language: "en" }), models);

/** The models as they stand in the file. */
export function storeModels({ causal, plot }: TrainedModels): StoredModels {
	return {
		source: SOURCE,
		causal: {
			sentence: packModel(causal.sentence),
			causeFirst: packModel(causal.causeFirst),
			effectFirst: packModel(causal.effectFirst),
			before: packModel(causal.before),
			behind: packModel(causal.behind),
			link: packModel(causal.link),
		},
		plot: {
			happening: packModel(plot.happening),
			causeFirst: packModel(plot.causeFirst),
			effectFirst: packModel(plot.effectFirst),
		},
	};
}
