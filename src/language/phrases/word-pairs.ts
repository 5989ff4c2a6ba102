/** Pairs of words by the second one: asked without joining words to a string, which at every phrase costs more than the rest. */
export type WordPairs = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads pairs that are written with a space between ("more than"). */
export function wordPairs(joined: Iterable<string>): WordPairs {
	const pairs = new Map<string, Set<string>>();
	for (const pair of joined) {
		const space = pair.indexOf(" ");
		const second = pair.slice(space + 1);
		pairs.set(second, (pairs.get(second) ?? new Set()).add(pair.slice(0, Math.max(0, space))));
	}
	return pairs;
}

export const isPair = (pairs: WordPairs, first: string | undefined, second: string | undefined): boolean =>
	first !== undefined && second !== undefined && pairs.get(second)?.has(first) === true;
