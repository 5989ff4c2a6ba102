import { type Alphabet, SKIPPED } from "./automaton.js";
import {
	type ContractionPart,
	guessTag,
	lemmatize,
	lexemeOf,
	looksAbbreviated,
	normalOf,
	propertyOf,
	spellingOf,
	TAG_NAMES,
	tagsOf,
	textOf,
} from "./word-model.js";

/** All that the tagger knows of a word without its neighbours. Made once for each word that is kept. */
export interface Word {
	text: string;
	/** Lower-cased, with typographic apostrophes made plain. */
	lower: string;
	/** Index of its usual part of speech. */
	tag: number;
	/** True for a part of a contraction, whose part of speech and base form are known. */
	fixed: boolean;
	/** The parts of speech that it may take. */
	tags: ReadonlySet<number>;
	/** Its symbol for the tag machines where it has one of its own, else -1: that of its part of speech. */
	hint: number;
	/** Its symbols for the sentence machine, without and with a space before it. */
	boundary: number;
	spacedBoundary: number;
	/** The word in lower case and in the lexicon's spelling. */
	normal: string;
	/** Its base form, where that is the same for every part of speech. */
	lemma: string | null;
	/** Else its base forms by part of speech, filled as they are asked for. */
	lemmas: (string | undefined)[] | null;
}

/** Hints stand above all lexemes among the events. */
const HINT = 1_080_000;
/** Hints of the sentence machine: a straight quote, the same behind a space, and two kinds of abbreviation. */
const QUOTE = 4;
const SPACED_QUOTE = 6;
const ABBREVIATION = 7;
const INITIAL = 8;
/** What a word is taken for that nothing tells about. */
const NOUN = 8;
const NEWLINE = lexemeOf("\n");

/** A word of the lexicon. */
export function knownWord(lexeme: number, alphabet: Alphabet): Word {
	const word = describe(lexeme, textOf(lexeme), normalOf(lexeme), alphabet);
	const spelling = spellingOf(lexeme);
	word.tag = propertyOf(spelling, "pos") || NOUN;
	if (propertyOf(spelling, "isSLemma")) word.lemma = loweredText(propertyOf(spelling, "lemma"));
	return word;
}

/** A part of a contraction. */
export function contractionWord({ lexeme, normal, lemma, tag }: ContractionPart, alphabet: Alphabet): Word {
	return { ...describe(lexeme, textOf(lexeme), normal, alphabet), tag, fixed: true, lemma: loweredText(lemma) };
}

/** A word that the lexicon does not hold; its kind of token is known. */
export function newWord(text: string, category: number, alphabet: Alphabet): Word {
	const lower = text.toLowerCase();
	const known = lexemeOf(lower);
	const normal = known === null ? null : spellingOf(known);
	const word = describe(null, text, normal, alphabet);
	word.tag = guessTag(text, category) || NOUN;
	if (normal === null) word.normal = lower;
	return word;
}

/** What the word itself and its normal form tell; null stands for what the lexicon does not hold. */
function describe(lexeme: number | null, text: string, normal: number | null, alphabet: Alphabet): Word {
	const hint = lexeme === null ? 0 : propertyOf(lexeme, "posHint");
	return {
		text,
		lower: text.toLowerCase().replace(/[‘’ʼ]/g, "'"),
		tag: NOUN,
		fixed: false,
		tags: tagsOf(normal),
		hint: hint === 0 ? -1 : alphabet.symbolOf(HINT + hint),
		boundary: boundarySymbol(lexeme, text, normal, alphabet, false),
		spacedBoundary: boundarySymbol(lexeme, text, normal, alphabet, true),
		normal: normal === null ? text.toLowerCase() : textOf(normal),
		lemma: null,
		lemmas: null,
	};
}

function boundarySymbol(
	lexeme: number | null,
	text: string,
	normal: number | null,
	alphabet: Alphabet,
	spaced: boolean,
): number {
	if (normal !== null && normal === NEWLINE) return SKIPPED;
	const hint =
		(normal === null ? 0 : propertyOf(normal, "sbdHint")) || (lexeme === null ? 0 : propertyOf(lexeme, "sbdHint"));
	if (hint === QUOTE && spaced) return alphabet.symbolOf(HINT + SPACED_QUOTE);
	if (hint !== 0) return alphabet.symbolOf(HINT + hint);
	const form = normal === null ? text.toLowerCase() : textOf(normal);
	const abbreviated = normal === null ? looksAbbreviated(form) : propertyOf(normal, "isAbbrev") === 1;
	if (abbreviated) return alphabet.symbolOf(HINT + (form.length === 2 ? INITIAL : ABBREVIATION));
	return normal === null ? 0 : alphabet.symbolOf(normal);
}

/** Null where the field holds no word: that of a contraction which stands as a whole. */
const loweredText = (lemma: number): string | null => textOf(lemma)?.toLowerCase() ?? null;

/** The base form of a word with a part of speech, in lower case. */
export function baseFormOf(word: Word, tag: number): string {
	const kept = word.lemma ?? word.lemmas?.[tag];
	if (kept !== undefined) return kept;
	const lemma = lemmatize(word.normal, TAG_NAMES[tag] ?? "").toLowerCase();
	word.lemmas ??= [];
	word.lemmas[tag] = lemma;
	return lemma;
}
