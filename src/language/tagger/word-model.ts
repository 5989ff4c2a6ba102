import model from "wink-eng-lite-web-model";

/**
 * The tables of wink-nlp's English model as the package carries them: what is read here is the layout of version 1.8
 * and belongs to that package; the methods are those of wink-nlp 2.4 (MIT).
 */
interface PackedModel {
	/** One row of 32-bit words for each lexeme; `layout` tells where a property lies in it. */
	lexicon: Uint32Array;
	/** The parts of contractions, four numbers each: lexeme, normal, lemma, part of speech. */
	xpansions: Uint32Array;
	packing: {
		layout: Record<Property, readonly [word: number, mask: number, shift: number]>;
		size: number;
		config: unknown;
	};
	features: {
		lexeme: { list: readonly string[]; hash: Readonly<Record<string, number>>; intrinsicSize: number };
		pos: { list: readonly string[] };
		/** Sets of parts of speech; a lexeme names the set that it may take. */
		posClusters: { list: readonly ReadonlySet<number>[] };
	};
	pos: { hash: Readonly<Record<string, number>> };
	/** Names and numbers of the kinds of token. */
	tcat: { hash: Readonly<Record<string, number>> };
	/** Prefixes and suffixes that keep a hyphenated word whole. */
	preserve: { prefix: Readonly<Record<string, boolean>>; suffix: Readonly<Record<string, boolean>> };
	trex: {
		ltc: readonly Pattern[];
		rtc: readonly Pattern[];
		helpers: Readonly<Record<string, readonly [string, string]>>;
	};
}

type Pattern = readonly [source: string, flags: string, category: number];

type Property =
	| "isAbbrev"
	| "isBaseForm"
	| "isContraction"
	| "isSLemma"
	| "isSpellingMapped"
	| "lemma"
	| "lexemeCID"
	| "normal"
	| "pos"
	| "posHint"
	| "sbdHint";

/** What the model's own functions ask about known words. */
interface WordLookup {
	lookup(text: string): readonly number[] | null;
	intrinsicSize(): number;
	posOf(lexeme: number): number;
	hasSamePOS(text: string, pos: string): boolean;
}

interface Features {
	pos(word: string, category: number, words: WordLookup): number;
	isAbbrev(word: string): number;
}

/** A machine as exported: version, last state, rows of event to next state, names of final states, marked part of each. */
export type ExportedMachine = readonly [
	number,
	number,
	Readonly<Record<string, Readonly<Record<string, number>>>>,
	Readonly<Record<string, string>>,
	Readonly<Record<string, readonly [number, number]>>,
	unknown,
];

const source = model as unknown as {
	core(): PackedModel;
	sbd(): { machines: readonly string[] };
	pos(): { machines: readonly string[] };
	featureFn(config: unknown): Features;
	addons: { lemmatize(word: string, pos: string, words: WordLookup): string };
};

const packed = source.core();
const { layout, size } = packed.packing;
const { list, hash, intrinsicSize } = packed.features.lexeme;

const readMachines = (machines: readonly string[]): ExportedMachine[] =>
	machines.map((json) => JSON.parse(json) as ExportedMachine);

export const SENTENCE_MACHINES: readonly ExportedMachine[] = readMachines(source.sbd().machines);
export const TAG_MACHINES: readonly ExportedMachine[] = readMachines(source.pos().machines);
export const TAG_NAMES: readonly string[] = packed.features.pos.list;
export const CATEGORIES = packed.tcat.hash as Readonly<Record<"unk" | "word" | "wordRP" | "punctuation", number>>;
export const KEPT_WHOLE = packed.preserve;

/** The kinds of a whole token, and those that are looked for inside one, in the order in which they are tried. */
export const WHOLE_PATTERNS = packed.trex.ltc.map(compile);
export const INNER_PATTERNS = packed.trex.rtc.map(compile);

function compile([pattern, flags, category]: Pattern): { pattern: RegExp; category: number } {
	return { pattern: new RegExp(pattern, flags), category };
}

/** A mark at the end, at the start, and on both sides of a token. */
export const [CLOSED, OPENED, ENCLOSED] = ["anyWithRP", "anyWithLP", "LPanyRP"].map((name) => {
	const [pattern, flags] = packed.trex.helpers[name] as readonly [string, string];
	return new RegExp(pattern, flags);
}) as [RegExp, RegExp, RegExp];

/** Index of a word in the lexicon; null for one that it does not hold. */
export const lexemeOf = (text: string): number | null => hash[text] ?? null;

export const textOf = (lexeme: number): string => list[lexeme] as string;

/** A packed property of a word of the lexicon. */
export function propertyOf(lexeme: number, property: Property): number {
	const [word, mask, shift] = layout[property];
	return ((packed.lexicon[word + lexeme * size] as number) & mask) >>> shift;
}

/** The word in the spelling that the lexicon prefers. */
export const spellingOf = (lexeme: number): number =>
	propertyOf(lexeme, "isSpellingMapped") ? propertyOf(lexeme, "lemma") : lexeme;

/** The word in lower case and in the preferred spelling. */
export const normalOf = (lexeme: number): number =>
	propertyOf(lexeme, "isSpellingMapped") ? propertyOf(lexeme, "lemma") : lexeme + propertyOf(lexeme, "normal");

/** The parts of speech that a word may take. */
export const tagsOf = (lexeme: number | null): ReadonlySet<number> =>
	packed.features.posClusters.list[lexeme === null ? 0 : propertyOf(lexeme, "lexemeCID")] as ReadonlySet<number>;

/** A part of a contraction, as lexemes; `tag` is the index of its part of speech. */
export interface ContractionPart {
	lexeme: number;
	normal: number;
	lemma: number;
	tag: number;
}

/** Bits of the lemma field of a contraction: where its parts stand, and how many numbers they are. */
const PART_BITS = 14;
const PART_COUNT_MASK = 0x1f;
const PART_SIZE = 4;

/** The parts of a contraction ("can't": "ca", "n't"); null for any other word. */
export function contractionOf(lexeme: number): ContractionPart[] | null {
	if (!propertyOf(lexeme, "isContraction")) return null;
	const field = propertyOf(lexeme, "lemma");
	const from = field & ((1 << PART_BITS) - 1);
	const count = (field >> PART_BITS) & PART_COUNT_MASK;
	const parts: ContractionPart[] = [];
	for (let at = from; at < from + count; at += PART_SIZE) {
		const [part, normal, lemma, tag] = packed.xpansions.subarray(at, at + PART_SIZE);
		parts.push({ lexeme: part as number, normal: normal as number, lemma: lemma as number, tag: tag as number });
	}
	return parts;
}

const words: WordLookup = {
	lookup(text) {
		const lexeme = hash[text];
		if (lexeme === undefined) return [intrinsicSize];
		return contractionOf(lexeme)?.map((part) => part.lexeme) ?? [lexeme];
	},
	intrinsicSize: () => intrinsicSize,
	posOf: (lexeme) => propertyOf(lexeme, "pos"),
	hasSamePOS(text, pos) {
		const lexeme = hash[text];
		if (lexeme === undefined || propertyOf(lexeme, "isContraction") || !propertyOf(lexeme, "isBaseForm")) return false;
		return tagsOf(lexeme).has(packed.pos.hash[pos] as number);
	},
};

const features = source.featureFn(packed.packing.config);

/** The part of speech of a word that the lexicon does not hold, by its form; as an index into the names. */
export const guessTag = (text: string, category: number): number => features.pos(text, category, words);

/** Does a word that the lexicon does not hold look like an abbreviation? */
export const looksAbbreviated = (text: string): boolean => features.isAbbrev(text) === 1;

/** The base form of a word in lower case with a part of speech. */
export const lemmatize = (normal: string, pos: string): string => source.addons.lemmatize(normal, pos, words);
