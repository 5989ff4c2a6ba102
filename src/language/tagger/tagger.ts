import { type Automaton, alphabetOf, compileAutomaton, recognise } from "./automaton.js";
import { chunkReader } from "./chunks.js";
import type { Word } from "./word.js";
import { SENTENCE_MACHINES, TAG_MACHINES } from "./word-model.js";

/** The words of a text in order, those that are only line ends among them. */
export interface TaggedText {
	words: Word[];
	/** Offset of each word; -1 for one that does not stand in the text. */
	starts: number[];
	/** Part of speech of each word, as index into the names of the model. */
	tags: number[];
	/** For each sentence the index behind its last word. */
	sentenceEnds: number[];
}

const ALPHABET = alphabetOf([...SENTENCE_MACHINES, ...TAG_MACHINES]);
const BOUNDARIES: readonly Automaton[] = SENTENCE_MACHINES.map((machine) =>
	compileAutomaton(machine, ALPHABET, (name) => (name === "0" ? 0 : 1)),
);
const TAGGERS: readonly Automaton[] = TAG_MACHINES.map((machine) => compileAutomaton(machine, ALPHABET, Number));
/** The symbol of each part of speech. */
const TAG_SYMBOLS: readonly number[] = Array.from({ length: 64 }, (_, tag) => ALPHABET.symbolOf(tag));

const chunkOf = chunkReader(ALPHABET);

/**
 * Words, their parts of speech and sentences of a text, by wink-nlp's English model and method: the usual part of speech
 * of each word, mended by two machines of patterns, and sentence ends by a third. Equal texts are read alike, whatever
 * was read before. Linear in the text but for runs without a space, which are the caller's to bound.
 */
export function tag(text: string): TaggedText {
	const tagged: TaggedText = { words: [], starts: [], tags: [], sentenceEnds: [] };
	const { boundaries, hints, fixed } = readWords(text, tagged);
	for (const automaton of TAGGERS) mendTags(tagged, hints, automaton);
	for (const index of fixed) tagged.tags[index] = (tagged.words[index] as Word).tag;
	for (const automaton of BOUNDARIES) endSentences(tagged, recognise(automaton, boundaries));
	return tagged;
}

/** What the machines read of the words. */
interface Symbols {
	/** For the sentence machine. */
	boundaries: number[];
	/** For the tag machines, where a word has a symbol of its own, else -1. */
	hints: number[];
	/** Indexes of the words whose part of speech is known. */
	fixed: number[];
}

/** Fills in words, offsets and usual parts of speech; returns the symbols for the machines. */
function readWords(text: string, tagged: TaggedText): Symbols {
	const symbols: Symbols = { boundaries: [], hints: [], fixed: [] };
	const { length } = text;
	let spaced = false;
	for (let at = 0; at < length; ) {
		const kind = kindOf(text.charCodeAt(at));
		let end = at + 1;
		while (end < length && kindOf(text.charCodeAt(end)) === kind) end++;
		if (kind === SPACE) spaced = true;
		else {
			const { only, words, starts } = chunkOf(text.slice(at, end));
			if (only) addWord(tagged, symbols, only, at, spaced);
			else
				for (let index = 0; index < words.length; index++) {
					const start = starts[index] as number;
					addWord(tagged, symbols, words[index] as Word, start < 0 ? -1 : at + start, spaced && index === 0);
				}
			if (only || words.length > 0) spaced = false;
		}
		at = end;
	}
	return symbols;
}

function addWord(tagged: TaggedText, symbols: Symbols, word: Word, start: number, spaced: boolean): void {
	if (word.fixed) symbols.fixed.push(tagged.words.length);
	tagged.words.push(word);
	tagged.starts.push(start);
	tagged.tags.push(word.tag);
	symbols.hints.push(word.hint);
	symbols.boundaries.push(spaced ? word.spacedBoundary : word.boundary);
}

const WORD = 0;
const SPACE = 1;
const LINE_END = 2;

function kindOf(code: number): number {
	// Most characters are decided here.
	if (code > 0x20 && code < 0xa0) return WORD;
	if (code === 0x20 || code === 0xa0) return SPACE;
	if (code === 0x0a || code === 0x0d || code === 0x09) return LINE_END;
	if (code < 0x2002) return WORD;
	if (code <= 0x2005 || code === 0x2009 || code === 0x200a || code === 0x202f || code === 0x205f) return SPACE;
	return WORD;
}

/** Changes the parts of speech that a machine finds wrong; a positive outcome holds only where the word may be that. */
function mendTags({ words, tags }: TaggedText, hints: readonly number[], automaton: Automaton): void {
	const symbols: number[] = [];
	for (let index = 0; index < hints.length; index++) {
		const hint = hints[index] as number;
		symbols.push(hint >= 0 ? hint : (TAG_SYMBOLS[tags[index] as number] as number));
	}
	const found = recognise(automaton, symbols);
	for (let index = 0; index < found.length; index += 2) {
		const at = found[index] as number;
		const outcome = found[index + 1] as number;
		if (outcome < 0) tags[at] = -outcome;
		else if ((words[at] as Word).tags.has(outcome)) tags[at] = outcome;
	}
}

/** A sentence ends with each match but the last, and with the text. */
function endSentences({ words, sentenceEnds }: TaggedText, found: readonly number[]): void {
	for (let index = 0; index < found.length; index += 2) sentenceEnds.push((found[index] as number) + 1);
	if (sentenceEnds.at(-1) !== words.length) sentenceEnds.push(words.length);
}
