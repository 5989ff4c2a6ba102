import type { LinearModel, StoredModel } from "../learning/linear-model.js";
import { unpackModel } from "../learning/linear-model.js";

/** The trained judgements that the reading of causal claims rests on; each answers yes or no with log-odds. */
export interface CausalModels {
	/** Does this sentence tell a causal relation? (sentence-judgement.ts) */
	sentence: LinearModel;
	/** Does the cause end here and the effect begin, or the effect end and the cause begin? (junction-features.ts) */
	causeFirst: LinearModel;
	effectFirst: LinearModel;
	/** Is this the stretch that the argument before, or behind, the junction covers? (argument-options.ts) */
	before: LinearModel;
	behind: LinearModel;
	/** Is this link, with both arguments, right? (link-judgement.ts) */
	link: LinearModel;
}

/** The trained judgements of an article's storyline. */
export interface PlotModels {
	/** Does this word tell a happening? (happenings.ts) */
	happening: LinearModel;
	/** Did the first happening lead to the second, or the second to the first? (plot-features.ts) */
	causeFirst: LinearModel;
	effectFirst: LinearModel;
}

/** All that `npm run train` writes. */
export interface TrainedModels {
	causal: CausalModels;
	plot: PlotModels;
}

/** The same, as it stands in the file. */
export interface StoredModels {
	/** What the models were trained on, and its terms. */
	source: string;
	causal: { [Name in keyof CausalModels]: StoredModel };
	plot: { [Name in keyof PlotModels]: StoredModel };
}

/** The models of a file. Throws a RangeError if a table is cut short. */
export function unpackModels({ causal, plot }: StoredModels): TrainedModels {
	return {
		causal: {
			sentence: unpackModel(causal.sentence),
			causeFirst: unpackModel(causal.causeFirst),
			effectFirst: unpackModel(causal.effectFirst),
			before: unpackModel(causal.before),
			behind: unpackModel(causal.behind),
			link: unpackModel(causal.link),
		},
		plot: {
			happening: unpackModel(plot.happening),
			causeFirst: unpackModel(plot.causeFirst),
			effectFirst: unpackModel(plot.effectFirst),
		},
	};
}
