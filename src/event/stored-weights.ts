import type { Term } from "../language/terms.js";
import type { ReportGroup } from "./report-group.js";

/** Weights by term, names negative. */
export type StoredWeights = Readonly<Record<Term, number>>;

/**
 * The words of an event or a report as one JSON object of weights by term. The weight of a proper name is stored negative: what a term is
 * costs no room, and who wants the terms alone finds them as keys.
 */
export function storeWeights({ weights, names }: Pick<ReportGroup, "weights" | "names">): StoredWeights {
	const stored = [...weights].map(([term, weight]): [Term, number] => {
		const rounded = Math.round(weight * 1e4) / 1e4;
		return [term, names.has(term) ? -rounded : rounded];
	});
	return Object.fromEntries(stored);
}

/** The words as `storeWeights` has stored them. */
export function readWeights(stored: StoredWeights): Pick<ReportGroup, "weights" | "names"> {
	const entries = Object.entries(stored);
	return {
		weights: new Map(entries.map(([term, weight]) => [term, Math.abs(weight)])),
		names: new Set(entries.filter(([, weight]) => weight < 0).map(([term]) => term)),
	};
}
