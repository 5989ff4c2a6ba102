import type { Alphabet } from "./automaton.js";
import { splitChunk } from "./split-chunk.js";
import { contractionWord, knownWord, newWord, type Word } from "./word.js";
import { contractionOf, lexemeOf } from "./word-model.js";

/** What stands between two spaces, cut into words. */
export interface Chunk {
	words: readonly Word[];
	/** Where each word begins in the chunk; -1 for one that does not stand there. */
	starts: readonly number[];
	/** The word that the chunk is, as most are; null for one that was cut or stands nowhere. */
	only: Word | null;
}

/**
 * So many chunks are kept, twice. Four times as many are found no faster (4.1 ms an article of 2,800 characters), and take 10 MB in each thread that reads.
 */
const MAX_KEPT = 1 << 12;

/**
 * Reads chunks, and keeps those that came lately: most of a text is words that came before. What is kept says nothing
 * about the texts, a chunk is always cut alike.
 */
export function chunkReader(alphabet: Alphabet): (chunk: string) => Chunk {
	let recent = new Map<string, Chunk>();
	let older = new Map<string, Chunk>();
	// Words of the lexicon, which many chunks share ("said", "said,").
	let known = new Map<number, Word>();
	return (text) => {
		const kept = recent.get(text);
		if (kept) return kept;
		const chunk = older.get(text) ?? readChunk(text, alphabet, known);
		if (recent.size >= MAX_KEPT) {
			older = recent;
			recent = new Map();
			known = new Map();
		}
		recent.set(detached(text), chunk);
		return chunk;
	};
}

/** The same characters in memory of their own: a part of a string keeps all of it alive. */
const detached = (text: string): string => `${text} `.slice(0, -1);

const AT_START: readonly number[] = [0];

function readChunk(text: string, alphabet: Alphabet, known: Map<number, Word>): Chunk {
	const words: Word[] = [];
	for (const part of splitChunk(text)) {
		const lexeme = lexemeOf(part.text);
		const contraction = lexeme === null || !part.splits ? null : contractionOf(lexeme);
		if (contraction) for (const member of contraction) words.push(contractionWord(member, alphabet));
		else if (lexeme !== null) {
			const word = known.get(lexeme) ?? knownWord(lexeme, alphabet);
			known.set(lexeme, word);
			words.push(word);
		} else words.push(newWord(detached(part.text), part.category, alphabet));
	}
	const only = words[0];
	if (words.length === 1 && only?.text === text && text.trim() !== "") return { words, starts: AT_START, only };
	const starts: number[] = [];
	let cursor = 0;
	for (const word of words) {
		const at = word.text.trim() === "" ? -1 : text.indexOf(word.text, cursor);
		starts.push(at);
		if (at >= 0) cursor = at + word.text.length;
	}
	return { words, starts, only: null };
}
