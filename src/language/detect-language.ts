import { LATIN, type Marks, SCRIPTS, TABLES } from "./language-marks.js";
import { characterClass, LETTER, MARK } from "./time/characters.js";

/** Characters read: a page of text settles the question, and more only costs time. */
const SAMPLE_LENGTH = 2000;

/** Fewer letters than this say nothing. */
const MIN_LETTERS = 3;

/** Two short words of one language are the least that tells it; one of them may be a name. */
const MIN_VOTES = 1.5;

/** A distinctive letter weighs less than a word (names carry foreign letters), but short texts often have nothing else. */
const LETTER_WEIGHT = 0.5;

/** Votes by which another language must lead before the text overrules a hint: feeds lie, but one foreign quotation is no proof. */
const OVERRULE_VOTES = 5;

/** Marks of a table for looking up: languages by number. */
interface MarkIndex {
	/** Each word or letter to the numbers of the languages that have it. */
	words: ReadonlyMap<string, readonly number[]>;
	letters: ReadonlyMap<string, readonly number[]>;
	/** No word is longer. */
	maxWordLength: number;
}

const MARK_INDEXES: ReadonlyMap<readonly Marks[], MarkIndex> = new Map(
	TABLES.map(([, table]) => [table, indexTable(table)] as const),
);

/**
 * The language of a text as a BCP 47 primary tag ("en", "uk"); "und" where nothing tells. A hint (the language a feed or
 * page declares, any BCP 47 tag) wins unless the text clearly speaks another language. Scripts first, then votes of
 * frequent words and distinctive letters over the first 2,000 characters.
 */
export function detectLanguage(text: string, hint?: string): string {
	const hinted = primaryTag(hint);
	const sample = text.slice(0, SAMPLE_LENGTH).toLowerCase();
	const table = mainTable(sample);
	if (typeof table === "string") return table;
	if (table === null) return hinted ?? "und";
	const { votes, best } = countVotes(sample, table);
	const most = votes[best] ?? 0;
	if (best < 0 || most < MIN_VOTES) return hinted ?? "und";
	const hintedVotes = hinted ? (votes[table.findIndex(({ language }) => language === hinted)] ?? 0) : 0;
	if (hinted && most - hintedVotes < OVERRULE_VOTES) return hinted;
	return table[best]?.language ?? "und";
}

function primaryTag(hint: string | undefined): string | null {
	const tag = /^([a-z]{2,3})(?:[-_][a-z0-9_-]{0,40})?$/i.exec(hint?.trim() ?? "")?.[1]?.toLowerCase();
	return tag && tag !== "und" && tag !== "mul" && tag !== "zxx" ? tag : null;
}

/** The language, where the script of most letters tells it; else the table of languages that share the script. */
function mainTable(sample: string): string | readonly Marks[] | null {
	const counts = new Map<string | readonly Marks[], number>();
	let plain = 0;
	let letters = 0;
	for (let at = 0; at < sample.length; at++) {
		const code = sample.charCodeAt(at);
		// Most text is plain ASCII; the tables of Unicode are asked for the rest only.
		if (code < 128) {
			if (code >= 97 && code <= 122) plain++;
			continue;
		}
		const point = sample.codePointAt(at) as number;
		if (point > 0xffff) at++;
		const key = scriptOf(point);
		if (key === null) continue;
		letters++;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	letters += plain;
	if (letters < MIN_LETTERS) return null;
	if (counts.size === 0) return LATIN;
	counts.set(LATIN, (counts.get(LATIN) ?? 0) + plain);
	// A tenth of kana among the letters makes a text Japanese, however many characters are Han.
	if ((counts.get("ja") ?? 0) * 10 >= letters) return "ja";
	let best: string | readonly Marks[] | null = null;
	for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
	return best;
}

/** What the script of a character tells: a language, a table, or nothing. */
const SCRIPT_KEYS: readonly (string | readonly Marks[] | null)[] = [
	null,
	...TABLES.map(([, table]) => table),
	...SCRIPTS.map(([language]) => language),
];
const SCRIPT_TESTS: readonly RegExp[] = [...TABLES.map(([script]) => script), ...SCRIPTS.map(([, script]) => script)];

/** Index into SCRIPT_KEYS of each character below the surrogate planes, plus one, found when it is first met (0: not met yet). */
const KNOWN_SCRIPTS = new Uint8Array(0x1_0000);

function scriptOf(point: number): string | readonly Marks[] | null {
	let known = KNOWN_SCRIPTS[point] ?? 0;
	if (!known) {
		const char = String.fromCodePoint(point);
		known = SCRIPT_TESTS.findIndex((script) => script.test(char)) + 2;
		// Nothing is kept of what lies beyond the table.
		KNOWN_SCRIPTS[point] = known;
	}
	return SCRIPT_KEYS[known - 1] ?? null;
}

function indexTable(table: readonly Marks[]): MarkIndex {
	const words = indexMarks(table, ({ words }) => words.split(" "));
	const letters = indexMarks(table, ({ letters }) => [...letters]);
	return { words, letters, maxWordLength: Math.max(...[...words.keys()].map((word) => word.length)) };
}

function indexMarks(table: readonly Marks[], read: (marks: Marks) => string[]): Map<string, number[]> {
	const index = new Map<string, number[]>();
	for (const [number, marks] of table.entries())
		for (const mark of new Set(read(marks))) index.set(mark, [...(index.get(mark) ?? []), number]);
	return index;
}

/** Votes by the language's number in its table, and the language that leads: the first to vote among equals; -1 without votes. */
interface Votes {
	votes: Float64Array;
	best: number;
}

/** Each word gives one vote, shared by the languages that have it; distinctive letters add to them. */
function countVotes(sample: string, table: readonly Marks[]): Votes {
	const votes = new Float64Array(table.length);
	const order: number[] = [];
	const index = MARK_INDEXES.get(table);
	if (!index) return { votes, best: -1 };
	const { words, letters, maxWordLength } = index;
	let start = 0;
	let plain = true;
	for (let at = 0; at <= sample.length; at++) {
		const code = at < sample.length ? sample.charCodeAt(at) : 32;
		if (code >= 128) plain = false;
		if (isWordCharacter(sample, at, code)) continue;
		const length = at - start;
		if (length > 0 && length <= maxWordLength) {
			const languages = words.get(sample.slice(start, at));
			if (languages) vote(votes, order, languages, 1 / languages.length);
		}
		start = at + 1;
	}
	if (!plain && letters.size > 0)
		for (let at = 0; at < sample.length; at++) {
			if (sample.charCodeAt(at) < 128) continue;
			// None of the distinctive letters is a pair.
			const languages = letters.get(sample.charAt(at));
			if (languages) vote(votes, order, languages, LETTER_WEIGHT);
		}
	let best = -1;
	for (const language of order) if (best < 0 || (votes[language] ?? 0) > (votes[best] ?? 0)) best = language;
	return { votes, best };
}

/** Adds to the votes; `order` takes the languages as they come. */
function vote(votes: Float64Array, order: number[], languages: readonly number[], weight: number): void {
	for (const language of languages) {
		const before = votes[language] ?? 0;
		if (before === 0) order.push(language);
		votes[language] = before + weight;
	}
}

/** Letters, marks, apostrophes and hyphens; the sample is in small letters. Half a pair stands for both. */
function isWordCharacter(sample: string, at: number, code: number): boolean {
	if (code < 128) return (code >= 97 && code <= 122) || code === 39 || code === 45;
	if (code === 0x2019) return true;
	// The second half of a pair is asked as the first one was.
	const first = code >= 0xdc00 && code < 0xe000 && isHighSurrogate(sample.charCodeAt(at - 1)) ? at - 1 : at;
	const kind = characterClass(sample, first);
	return kind === LETTER || kind === MARK;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
