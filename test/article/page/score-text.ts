/** How much of a text was found: counts of runs of four words. */
export interface TextMatch {
	/** Null where nothing was predicted (precision) or nothing was there (recall), as the benchmark leaves those out. */
	precision: number | null;
	recall: number | null;
}

export interface TextScore {
	precision: number;
	recall: number;
	f1: number;
}

/** Runs of so many words are compared. */
const RUN = 4;

/**
 * Compares an extracted text with the true one as scrapinghub/article-extraction-benchmark does (evaluate.py,
 * `string_shingle_matching`): words are runs of `\w`, texts are multisets of runs of four words, a shorter text is one run.
 */
export function matchText(truth: string, found: string): TextMatch {
	const expected = runsOf(truth);
	const got = runsOf(found);
	let hits = 0;
	let extra = 0;
	let missed = 0;
	for (const run of new Set([...expected.keys(), ...got.keys()])) {
		const wanted = expected.get(run) ?? 0;
		const had = got.get(run) ?? 0;
		hits += Math.min(wanted, had);
		extra += Math.max(0, had - wanted);
		missed += Math.max(0, wanted - had);
	}
	if (extra === 0 && missed === 0) return { precision: hits > 0 ? 1 : null, recall: hits > 0 ? 1 : null };
	return {
		precision: hits + extra > 0 ? hits / (hits + extra) : null,
		recall: hits + missed > 0 ? hits / (hits + missed) : null,
	};
}

/** Means over pages, and F1 of the means, as the benchmark reports them. */
export function scoreTexts(matches: readonly TextMatch[]): TextScore {
	const precision = mean(matches.map((match) => match.precision));
	const recall = mean(matches.map((match) => match.recall));
	return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

function runsOf(text: string): Map<string, number> {
	// Python's \w is letters, numbers and the underscore; marks are not among them.
	const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
	const runs = new Map<string, number>();
	for (let start = 0; start < Math.max(1, words.length - RUN + 1); start++) {
		const run = words.slice(start, start + RUN).join(" ");
		if (run) runs.set(run, (runs.get(run) ?? 0) + 1);
	}
	return runs;
}

function mean(values: readonly (number | null)[]): number {
	const known = values.filter((value) => value !== null);
	return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : 0;
}
