import { isBoilerplate } from "../language/sections-boilerplate.js";

/**
 * What is kept of an article's wording to recognise copies of it: its words in order, two bytes each, and index keys
 * by which texts that share a passage find one another. The keys are winnowed fingerprints (Schleimer, Wilkerson,
 * Aiken, "Winnowing", SIGMOD 2003): unlike MinHash, which estimates how alike two whole texts are, they find a text
 * that was cut to its first third.
 */

/**
 * A word in 15 bits of hash; the 16th bit says that it is a fact: a number, or a capital within a sentence. Empty for
 * a text too short to be recognised.
 */
export type Signature = Uint16Array;

/** Shorter texts are headlines and formulas: "Weather for Tuesday: rain" is nobody's wording. */
const MIN_WORDS = 20;
/** Wires have 300 to 800 words. Of longer texts the beginning tells, for copies are cut from the end. */
const MAX_WORDS = 2_000;
/** A longer word is an accident or an attack. */
const MAX_WORD_LENGTH = 64;
const FACT = 0x8000;
const HASH = 0x7fff;

/** The word itself, as two texts are compared. */
export const wordOf = (token: number): number => token & HASH;
/** Whether it is a number or a name, as far as its letters tell. */
export const isFact = (token: number): boolean => (token & FACT) !== 0;

/** Scripts without blanks between words: each character stands for a word. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const LETTERS = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+`;
const WORD = new RegExp(`[${UNSPACED}]|\\p{N}+(?:[.,]\\p{N}+)*|${LETTERS}(?:['’]${LETTERS})?`, "gu");
/** After these a capital says nothing. */
const OPENING = /[.!?:;…“”„"«»‘]/;

/**
 * The wording of a text: whatever its case, accents, punctuation, line breaks and marks within numbers, and without
 * paragraphs that stand under every article. Linear in the text, and bounded.
 */
export function signatureOf(text: string): Signature {
	const tokens = new Uint16Array(MAX_WORDS);
	let count = 0;
	let start = 0;
	while (start < text.length && count < MAX_WORDS) {
		const line = text.indexOf("\n", start);
		const end = line < 0 ? text.length : line;
		if (start < end && !isBoilerplate(text, { start, end })) count = readWords(text.slice(start, end), tokens, count);
		start = end + 1;
	}
	return count < MIN_WORDS ? new Uint16Array(0) : tokens.slice(0, count);
}

/** Appends the words of one paragraph to `tokens`, which has `from` of them. */
function readWords(paragraph: string, tokens: Signature, from: number): number {
	let count = from;
	let last = 0;
	for (const match of paragraph.matchAll(WORD)) {
		if (count === MAX_WORDS) break;
		const word = match[0].slice(0, MAX_WORD_LENGTH);
		const between = paragraph.slice(last, Math.min(match.index, last + MAX_WORD_LENGTH));
		const fact = /^\p{N}/u.test(word) || (/^\p{Lu}/u.test(word) && last > 0 && !OPENING.test(between));
		tokens[count++] = hashWord(folded(word)) | (fact ? FACT : 0);
		last = match.index + match[0].length;
	}
	return count;
}

/** "Velsen’s" → "velsen", "1,200.5" → "12005", "Brücke" → "brucke" */
function folded(word: string): string {
	const plain = word
		.toLowerCase()
		.replace(/['’]s$/, "")
		.replace(/['’.,]/g, "");
	return /^[\x20-\x7e]*$/.test(plain) ? plain : plain.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}

/** Words of a passage that is looked up. Eight in a row are hardly ever two writers' own. */
const KEY_WORDS = 8;
/** Keys are made of the first words only: a copy that shares nothing of them shares the background, not the news. */
const KEYED_WORDS = 400;
/**
 * Of so many passages in a row one is a key, so that two texts that share a run of 23 words share a key (of 11 words,
 * where both are short).
 */
const MAX_WINDOW = 16;
const MIN_WINDOW = 4;
/** Words of a text for each step of the window: about 40 keys whatever the length. */
const WORDS_PER_WINDOW = 20;

/**
 * Index keys: two texts that share one may be copies, and those that share most are the likeliest. At most some 60,
 * of 62 bits.
 */
export function bandKeys(signature: Signature): bigint[] {
	const passages = passageHashes(signature.subarray(0, KEYED_WORDS));
	const window = Math.max(MIN_WINDOW, Math.min(MAX_WINDOW, Math.round(signature.length / WORDS_PER_WINDOW)));
	const keys = new Set<bigint>();
	for (let start = 0; start === 0 ? passages.length > 0 : start + window <= passages.length; start++) {
		// The smallest of a wide window is the smallest of every narrower one that has it: windows of two sizes agree.
		let smallest = passages[start] as bigint;
		for (const passage of passages.slice(start, start + window)) if (passage < smallest) smallest = passage;
		keys.add(smallest);
	}
	return [...keys];
}

function passageHashes(tokens: Signature): bigint[] {
	const hashes: bigint[] = [];
	for (let i = 0; i + KEY_WORDS <= tokens.length; i++) {
		let high = 0x811c9dc5;
		let low = 0x9e3779b1;
		for (let k = 0; k < KEY_WORDS; k++) {
			const word = wordOf(tokens[i + k] as number);
			high = Math.imul(high ^ word, 0x01000193);
			low = Math.imul(low ^ word, 0x85ebca6b) ^ (low >>> 15);
		}
		hashes.push((BigInt(mix(high) >>> 2) << 32n) | BigInt(mix(low)));
	}
	return hashes;
}

/** For the database: little-endian bytes, and back. */
export function signatureBytes(signature: Signature): Uint8Array<ArrayBuffer> {
	return new Uint8Array(signature.buffer as ArrayBuffer, signature.byteOffset, signature.byteLength);
}
export function signatureFromBytes(bytes: Uint8Array): Signature {
	const copy = bytes.slice();
	return new Uint16Array(copy.buffer, copy.byteOffset, copy.byteLength >> 1);
}

function hashWord(word: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	return mix(hash) & HASH;
}

/** Finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
	let h = value >>> 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}
