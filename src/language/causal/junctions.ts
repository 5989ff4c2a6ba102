import { probabilityOf, scoreOf } from "../learning/linear-model.js";
import type { CausalCandidate } from "./candidate.js";
import { junctionFeatures } from "./junction-features.js";
import { junctionPlaces, type Order, orderOf } from "./junction-place.js";
import type { CausalModels } from "./models.js";
import type { SentenceReading } from "./read-signals.js";
import type { SentenceFacts } from "./sentence-facts.js";

/** A place in a sentence where one argument ends and the other begins. */
export interface Junction {
	/** Index into `TokenizedText.tokens` of the token behind the place. */
	token: number;
	order: Order;
	/** That annotators would put a causal link here, in this order; 0–1. */
	probability: number;
	/** What the lexicon reads here, in this order. */
	read: readonly CausalCandidate[];
	/** The lexicon knows the word here and does not take it for a cause. */
	refused: boolean;
}

/** Judges each place of a sentence both ways round. Linear in the length of the sentence. */
export function judgeJunctions(models: CausalModels, facts: SentenceFacts, reading: SentenceReading): Junction[] {
	const junctions: Junction[] = [];
	for (const place of junctionPlaces(facts, reading)) {
		const features = { hashes: junctionFeatures(facts, place) };
		const token = facts.view.first + place.at;
		for (const order of ORDERS) {
			const model = order === "CAUSE_FIRST" ? models.causeFirst : models.effectFirst;
			junctions.push({
				token,
				order,
				probability: probabilityOf(scoreOf(model, features)),
				read: place.read.filter((candidate) => orderOf(candidate) === order),
				refused: place.refused !== null,
			});
		}
	}
	return junctions;
}

const ORDERS: readonly Order[] = ["CAUSE_FIRST", "EFFECT_FIRST"];
