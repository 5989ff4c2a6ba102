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

/**
 * False where no phrase can be the opening of a line in any letters, by its first word alone (`index`: the first words): nearly
 * all paragraphs are settled without their small letters being made. True where that word is not plain ASCII.
 */
export function canOpen(index: Pick<ReadonlySet<string>, "has">, line: string): boolean {
	const end = plainLettersEnd(line);
	return line.charCodeAt(end) >= 128 || index.has(line.slice(0, end).toLowerCase());
}

const MAX_FIRST_WORD = 40;

/** Letters at the very start; a phrase that begins with a mark has the empty key. */
function firstWord(phrase: string): string {
	const end = plainLettersEnd(phrase);
	if (end < MAX_FIRST_WORD && phrase.charCodeAt(end) >= 128) return /^[\p{L}\p{M}]{0,40}/u.exec(phrase)?.[0] ?? "";
	return phrase.slice(0, end);
}

/** Where the ASCII letters at the start of a line end. */
function plainLettersEnd(line: string): number {
	const limit = Math.min(line.length, MAX_FIRST_WORD);
	let end = 0;
	while (end < limit && isPlainLetter(line.charCodeAt(end))) end++;
	return end;
}

const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function endsWord(phrase: string, lower: string): boolean {
	if (!/[\p{L}\p{N}]$/u.test(phrase)) return true;
	return !/^[\p{L}\p{N}]/u.test(lower.slice(phrase.length, phrase.length + 2));
}
