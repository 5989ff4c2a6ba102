/**
 * Features as numbers: a feature's name is hashed to a bucket of a weight table, so that reading a sentence makes no
 * strings and a model needs no dictionary (feature hashing, Weinberger et al., ICML 2009). Collisions cost little where
 * the table has several times as many buckets as there are features that matter. Hashes are signed 32-bit integers, which
 * the engine keeps unboxed; a bucket is their highest bits.
 */

/** FNV-1a over UTF-16 code units, from the one at `start` on. */
export function wordHash(word: string, start = 0): number {
	let hash = 0x811c9dc5 | 0;
	for (let i = start; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	return hash;
}

/** The hash of a word's last letters. */
export function endingHash(word: string, letters: number): number {
	return wordHash(word, Math.max(0, word.length - letters));
}

/** The hash of a feature: which template it fills, and with what. The steps are those of MurmurHash3's finaliser. */
export function featureHash(template: number, a: number, b = 0, c = 0): number {
	let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
	hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x7feb352d);
	return Math.imul(hash ^ (hash >>> 16), 0x846ca68b);
}
