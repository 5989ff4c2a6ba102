import { wordHash } from "../learning/hashing.js";
import type { VerbGroup } from "../phrases.js";
import type { PartOfSpeech, Token } from "../tokens.js";
import type { SentenceView } from "./sentence-view.js";

/**
 * What the classifiers ask about the tokens of one sentence, by position in it (0 is `view.first`): hashes of words and base
 * forms, and the nearest verbs and nouns on either side. Numbers are all alike. Lists of words, base forms and tags go on
 * behind the sentence with marks of its end.
 */
export interface SentenceFacts {
	view: SentenceView;
	length: number;
	words: readonly number[];
	lemmas: readonly number[];
	tags: readonly number[];
	/** The last verb group that ends at or before a position, the first that begins at or after it. */
	verbBefore: readonly (VerbFacts | undefined)[];
	verbAfter: readonly (VerbFacts | undefined)[];
	/** Position of the last noun or name before a position, of the first noun at or after it; -1 without one. */
	nounBefore: readonly number[];
	nounAfter: readonly number[];
	/** What each word means, as far as it was asked for; see word-meanings.ts. */
	meanings: (Float32Array | undefined)[];
}

/** A verb group in numbers. */
export interface VerbFacts {
	/** Positions. */
	first: number;
	end: number;
	lemma: number;
	form: number;
	tense: number;
	passive: number;
	modal: boolean;
}

const NUMBER = wordHash("#");
const END = wordHash("$");
/** Positions behind the end of a sentence that may be asked for. */
const MARGIN = 3;

const TAGS: readonly PartOfSpeech[] = [
	"ADJ",
	"ADP",
	"ADV",
	"AUX",
	"CCONJ",
	"DET",
	"INTJ",
	"NOUN",
	"NUM",
	"PART",
	"PRON",
	"PROPN",
	"PUNCT",
	"SCONJ",
	"SYM",
	"VERB",
	"X",
];
const tagNumbers = new Map<string, number>(TAGS.map((tag, index) => [tag, index + 1]));
/** The number that stands for a part of speech. */
export function tagNumber(tag: PartOfSpeech): number {
	return tagNumbers.get(tag) ?? 0;
}

const FORMS = { FINITE: 1, INFINITIVE: 2, GERUND: 3, PARTICIPLE: 4 } as const;

/** Longer sentences are lists or no sentences; what lies beyond is not read, so that time stays linear. */
export const MAX_SENTENCE = 200;

/** Reads the facts of a sentence in two passes over its tokens. */
export function sentenceFacts(view: SentenceView): SentenceFacts {
	const length = Math.min(view.end - view.first, MAX_SENTENCE);
	const words: number[] = [];
	const lemmas: number[] = [];
	const tags: number[] = [];
	const verbBefore: (VerbFacts | undefined)[] = [];
	const nounBefore: number[] = [];
	let verb: VerbFacts | undefined;
	let noun = -1;
	for (let i = 0; i < length; i++) {
		const token = view.tokens[view.first + i] as Token;
		const isNumber = token.pos === "NUM";
		const word = isNumber ? NUMBER : wordHash(token.lower);
		words.push(word);
		lemmas.push(isNumber || token.lemma === token.lower ? word : wordHash(token.lemma));
		tags.push(tagNumber(token.pos));
		verbBefore.push(verb);
		nounBefore.push(noun);
		const group = view.groupAt(view.first + i);
		if (group && group.end === view.first + i + 1) verb = verbFacts(view, group);
		if (token.pos === "NOUN" || token.pos === "PROPN") noun = i;
	}
	for (let i = 0; i < MARGIN; i++) {
		words.push(END);
		lemmas.push(END);
		tags.push(0);
	}
	const verbAfter: (VerbFacts | undefined)[] = new Array(length).fill(undefined);
	const nounAfter: number[] = new Array(length).fill(-1);
	verb = undefined;
	noun = -1;
	for (let i = length - 1; i >= 0; i--) {
		const group = view.groupAt(view.first + i);
		if (group && group.first === view.first + i) verb = verbFacts(view, group);
		if (view.tokens[view.first + i]?.pos === "NOUN") noun = i;
		verbAfter[i] = verb;
		nounAfter[i] = noun;
	}
	return {
		view,
		length,
		words,
		lemmas,
		tags,
		verbBefore,
		verbAfter,
		nounBefore,
		nounAfter,
		meanings: new Array(length),
	};
}

function verbFacts(view: SentenceView, group: VerbGroup): VerbFacts {
	return {
		first: group.first - view.first,
		end: group.end - view.first,
		lemma: wordHash(view.tokens[group.head]?.lemma ?? ""),
		form: FORMS[group.form],
		tense: wordHash(group.tense),
		passive: group.passive ? 1 : 0,
		modal: group.modal !== null,
	};
}
