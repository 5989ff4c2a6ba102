import {
	CATEGORIES,
	CLOSED,
	ENCLOSED,
	INNER_PATTERNS,
	KEPT_WHOLE,
	lexemeOf,
	OPENED,
	WHOLE_PATTERNS,
} from "./word-model.js";

/** A piece of a chunk: its text, and the kind of token that it is, for words that the lexicon does not hold. */
export interface ChunkPart {
	text: string;
	category: number;
	/** True where a contraction stands for its parts. */
	splits: boolean;
}

const INITIALS = /^(?:[A-Z]\.)+$/i;
const INITIALS_AND_LETTER = /^(?:[A-Z]\.)+[a-z]?$/i;
const HYPHENS = /[-–—]/g;

/**
 * Cuts what stands between two spaces into tokens, as wink-nlp 2.4 does, but by the lexicon alone: wink-nlp adds every
 * new word to it, so that there a text is cut otherwise after another one has been read ("Grant's"), and memory grows.
 */
export function splitChunk(chunk: string): ChunkPart[] {
	const parts: ChunkPart[] = [];
	if (lexemeOf(chunk) === null) addByKind(parts, chunk, kindOf(chunk));
	else add(parts, chunk, CATEGORIES.word);
	return parts;
}

const addAsIs = (parts: ChunkPart[], text: string, category: number): void => {
	parts.push({ text, category, splits: false });
};

/** A part inside a chunk, which may be a contraction of its own. */
const add = (parts: ChunkPart[], text: string, category: number): void => {
	parts.push({ text, category, splits: true });
};

function kindOf(text: string): number {
	for (const { pattern, category } of WHOLE_PATTERNS) if (pattern.test(text)) return category;
	return CATEGORIES.unk;
}

function addByKind(parts: ChunkPart[], text: string, kind: number): void {
	if (kind === CATEGORIES.unk) addMarked(parts, text);
	else if (kind !== CATEGORIES.wordRP) addAsIs(parts, text, kind);
	// "a.": an initial keeps its point.
	else if (text.length === 2 && text.endsWith(".")) addAsIs(parts, text, CATEGORIES.word);
	else {
		addAsIs(parts, text.slice(0, -1), CATEGORIES.word);
		addAsIs(parts, text.slice(-1), CATEGORIES.punctuation);
	}
}

/** A token with a mark at its end, its start or both; anything else is cut by the patterns inside it. */
function addMarked(parts: ChunkPart[], text: string): void {
	for (const pattern of [CLOSED, OPENED, ENCLOSED]) {
		const match = pattern.exec(text);
		if (!match) continue;
		const [before, core, after] =
			pattern === CLOSED
				? ["", match[1] ?? "", match[2] ?? ""]
				: [match[1] ?? "", match[2] ?? "", pattern === ENCLOSED ? (match[3] ?? "") : ""];
		const known = lexemeOf(core) !== null;
		const kind = known ? CATEGORIES.word : kindOf(core);
		if (kind === CATEGORIES.unk) break;
		if (before !== "") addAsIs(parts, before, CATEGORIES.punctuation);
		if (known) add(parts, core, CATEGORIES.word);
		else addByKind(parts, core, kind);
		if (after !== "") addAsIs(parts, after, CATEGORIES.punctuation);
		return;
	}
	addInner(parts, text, 0);
}

/** Takes out what the patterns find, one after the other; what none finds is one token. */
function addInner(parts: ChunkPart[], text: string, from: number): void {
	const inner = INNER_PATTERNS[from];
	if (!inner) {
		addAsIs(parts, text, CATEGORIES.unk);
		return;
	}
	const trimmed = text.trim();
	const matches = trimmed.match(inner.pattern) ?? [];
	for (const [index, rest] of trimmed.split(inner.pattern).entries()) {
		const between = rest.trim();
		if (between !== "") addInner(parts, between, from + 1);
		const match = matches[index];
		if (match === undefined) continue;
		if (inner.category === CATEGORIES.word) addWord(parts, match);
		else add(parts, match, inner.category);
	}
}

/** A word with points: initials and known words keep theirs ("U.S.", "Corp."). */
function addWord(parts: ChunkPart[], text: string): void {
	if (lexemeOf(text) !== null || INITIALS.test(text) || !text.includes(".")) {
		addHyphened(parts, text);
		return;
	}
	const words = text.split(".");
	let open = "";
	for (const [index, word] of words.entries()) {
		if (open !== "" && !keepsPoint(open + word)) {
			addHyphened(parts, open);
			open = "";
		}
		open += word;
		if (index === words.length - 1) break;
		if (keepsPoint(`${open}.`)) open += ".";
		else {
			if (open !== "") addHyphened(parts, open);
			add(parts, ".", CATEGORIES.punctuation);
			open = "";
		}
	}
	if (open !== "") addHyphened(parts, open);
}

const keepsPoint = (text: string): boolean =>
	INITIALS_AND_LETTER.test(text) || (text.length > 2 && lexemeOf(text) !== null);

/** A word with hyphens is several, but for known ones, those with a digit, and those with certain prefixes and suffixes. */
function addHyphened(parts: ChunkPart[], text: string): void {
	const hyphens = lexemeOf(text) !== null || /[0-9]/.test(text) ? null : text.match(HYPHENS);
	const words = hyphens === null ? [] : text.split(HYPHENS);
	const { prefix, suffix } = KEPT_WHOLE;
	if (hyphens === null || isIn(prefix, words[0]) || isIn(suffix, words.at(-1))) {
		add(parts, text, CATEGORIES.word);
		return;
	}
	for (const [index, word] of words.entries()) {
		if (word !== "") add(parts, word, CATEGORIES.word);
		const hyphen = hyphens[index];
		if (hyphen !== undefined) add(parts, hyphen, CATEGORIES.punctuation);
	}
}

const isIn = (set: Readonly<Record<string, boolean>>, word: string | undefined): boolean =>
	word !== undefined && Object.hasOwn(set, word);
