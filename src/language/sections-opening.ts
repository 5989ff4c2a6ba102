/** Phrases by their first word, so that one look finds those that can begin a paragraph. */
export type OpeningIndex = ReadonlyMap<string, readonly string[]>;

/** Indexes lower-case phrases for `longestOpening`. */
export function openingIndex(phrases: readonly string[]): OpeningIndex {
	const index = new Map<string, string[]>();
	for (const phrase of phrases) {
		const key = firstWord(phrase);
		const known = index.get(key);
		if (known) known.push(phrase);
		else index.set(key, [phrase]);
	}
	return index;
}

/** The longest phrase that `lower` begins with, ending at the end of a word; null if there is none. */
export function longestOpening(index: OpeningIndex, lower: string): string | null {
	let best: string | null = null;
	for (const phrase of index.get(firstWord(lower)) ?? []) {
		if (!lower.startsWith(phrase) || phrase.length <= (best?.length ?? 0)) continue;
		if (endsWord(phrase, lower)) best = phrase;
	}
	return best;
}

/** Letters at the very start; a phrase that begins with a mark has the empty key. */
const firstWord = (phrase: string): string => /^[\p{L}\p{M}]{0,40}/u.exec(phrase)?.[0] ?? "";

function endsWord(phrase: string, lower: string): boolean {
	if (!/[\p{L}\p{N}]$/u.test(phrase)) return true;
	return !/^[\p{L}\p{N}]/u.test(lower.slice(phrase.length, phrase.length + 2));
}
