/** How word vectors stand in a JSON file: words, and base64 of one signed byte for each word and dimension. */
export interface StoredVectors {
	/** Where the vectors come from and under which terms. */
	source: string;
	dimensions: number;
	/** Words with blanks between them, most frequent first. */
	words: string;
	/** Unit vectors, 127 for 1. */
	vectors: string;
}

/** Meanings of words as directions: words used alike point alike. */
export interface WordVectors {
	/** The vector of a word, or of its base form; null where neither is known. The list is shared: read it, do not write. */
	of(word: string, baseForm: string): Float32Array | null;
}

/** The vectors of a file, each of this length. Throws a RangeError if it is cut short. */
export function unpackVectors(stored: StoredVectors, length = 1): WordVectors {
	const { dimensions } = stored;
	const bytes = atob(stored.vectors);
	const words = stored.words.split(" ");
	if (bytes.length !== words.length * dimensions)
		throw new RangeError(`${words.length} words of ${dimensions} dimensions are not ${bytes.length} bytes`);
	const numbers = new Float32Array(bytes.length);
	for (let i = 0; i < bytes.length; i++) numbers[i] = (((bytes.charCodeAt(i) << 24) >> 24) * length) / 127;
	const vectors = new Map(
		words.map((word, index) => [word, numbers.subarray(index * dimensions, (index + 1) * dimensions)]),
	);
	return { of: (word, baseForm) => vectors.get(word) ?? vectors.get(baseForm) ?? null };
}
