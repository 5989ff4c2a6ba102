/**
 * MinHash signatures of wording (Broder 1997), with banding (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets" ch. 3): copies of
 * one wire are found through an index, not by comparing pairs.
 */

const SHINGLE_WORDS = 5;
const HASHES = 128;
/** 32 bands of 4 rows find two texts of Jaccard similarity s with probability 1-(1-s^4)^32: 0.87 at 0.5, 0.99 at 0.6. */
const ROWS = 4;
/** Fewer shingles than this are a headline or a formula, not wording that was copied. */
const MIN_SHINGLES = 20;
/** A wire without its last paragraph keeps half of all shingles of both; rewrites of the same facts stay below a fifth. */
const COPY_SIMILARITY = 0.5;

/** 128 minima of 32 bits; empty for a text too short to be recognised. */
export type Signature = Uint32Array;

/** The signature of a text's running words, whatever their case, punctuation and line breaks. Linear in the text. */
export function signatureOf(text: string): Signature {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const shingles = new Set<number>();
	const hashes = words.map(hashWord);
	for (let i = 0; i + SHINGLE_WORDS <= hashes.length; i++) {
		let hash = 0x811c9dc5;
		for (let k = 0; k < SHINGLE_WORDS; k++) hash = Math.imul(hash ^ (hashes[i + k] as number), 0x01000193);
		shingles.add(mix(hash));
	}
	if (shingles.size < MIN_SHINGLES) return new Uint32Array(0);
	const minima = new Uint32Array(HASHES).fill(0xffffffff);
	for (const shingle of shingles) {
		for (let k = 0; k < HASHES; k++) {
			const value = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1));
			if (value < (minima[k] as number)) minima[k] = value;
		}
	}
	return minima;
}

/** Index keys: two texts that share one may be copies. A key is the band's number above 32 bits of hash. */
export function bandKeys(signature: Signature): bigint[] {
	const keys: bigint[] = [];
	for (let band = 0; band * ROWS < signature.length; band++) {
		let hash = 0x811c9dc5;
		for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ (signature[band * ROWS + row] as number), 0x01000193);
		keys.push((BigInt(band) << 32n) | BigInt(mix(hash)));
	}
	return keys;
}

/** Estimated Jaccard similarity of two texts' shingles, 0–1. */
export function similarity(a: Signature, b: Signature): number {
	if (a.length === 0 || a.length !== b.length) return 0;
	let equal = 0;
	for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++;
	return equal / a.length;
}

/** Whether one of the texts is a copy or light edit of the other. */
export function isCopy(a: Signature, b: Signature): boolean {
	return similarity(a, b) >= COPY_SIMILARITY;
}

/** For the database: little-endian bytes, and back. */
export function signatureBytes(signature: Signature): Uint8Array<ArrayBuffer> {
	return new Uint8Array(signature.buffer as ArrayBuffer, signature.byteOffset, signature.byteLength);
}
export function signatureFromBytes(bytes: Uint8Array): Signature {
	const copy = bytes.slice();
	return new Uint32Array(copy.buffer, copy.byteOffset, copy.byteLength / 4);
}

function hashWord(word: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}

/** Finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
	let h = value >>> 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}
