/** Shows where the words that were looked for stand. */

/** A stretch of text, in UTF-16 code units, half-open. */
export interface TextRange {
	start: number;
	end: number;
}

/** A text with the words in it that were looked for. */
export interface Highlight {
	/** The field it was read from: `headline`. */
	field: string;
	/** The text, or a passage of it. */
	text: string;
	/** Where the words stand in `text`, in order. */
	ranges: TextRange[];
}

/** Put around words by the database. Stored text has no control characters. */
export const MARKS = { start: "\u0001", end: "\u0002" } as const;

/** Length of a passage out of a long text, about: two or three lines of a list. */
const PASSAGE_LENGTH = 240;
const MAX_PASSAGES = 2;
/** So much of the text stands before the first word. */
const LEAD_LENGTH = 60;
/** Words are chosen by what they have in common within so much. */
const WORDS_LENGTH = PASSAGE_LENGTH - LEAD_LENGTH;
/** An edge gives way by so much to fall between two words. */
const EDGE_LENGTH = 30;

/** The text without the marks, and where these were. */
export function readMarked(marked: string): { text: string; ranges: TextRange[] } {
	const ranges: TextRange[] = [];
	let text = "";
	for (const [index, part] of marked.split(MARKS.start).entries()) {
		if (index === 0) {
			text = part;
			continue;
		}
		const [word = "", after = ""] = part.split(MARKS.end);
		ranges.push({ start: text.length, end: text.length + word.length });
		text += word + after;
	}
	return { text, ranges };
}

/** The whole of a short text with its words; null where none of them stands in it. */
export function highlightWhole(field: string, marked: string): Highlight | null {
	const { text, ranges } = readMarked(marked);
	return ranges.length === 0 ? null : { field, text, ranges };
}

/** The passages of a long text that have most of the words, in the order of the text. */
export function highlightPassages(field: string, marked: string): Highlight[] {
	const { text, ranges } = readMarked(marked);
	const passages: TextRange[] = [];
	let left = ranges;
	while (passages.length < MAX_PASSAGES) {
		const best = bestPassage(text, left);
		if (!best) break;
		passages.push(best);
		left = left.filter(({ start, end }) => end <= best.start || best.end <= start);
	}
	passages.sort((a, b) => a.start - b.start);
	return passages.map(({ start, end }) => ({
		field,
		text: text.slice(start, end),
		ranges: ranges
			.filter((range) => start <= range.start && range.end <= end)
			.map((range) => ({ start: range.start - start, end: range.end - start })),
	}));
}

/** The passage with most different words, of equal ones the one with most words, then the first; null where there are no words. */
function bestPassage(text: string, ranges: readonly TextRange[]): TextRange | null {
	let best: { first: number; different: number; all: number } | null = null;
	const words = ranges.map(({ start, end }) => text.slice(start, end).toLowerCase());
	/** How often each word stands in the passage at hand, which reaches from the range `first` to before `next`. */
	const counts = new Map<string, number>();
	const count = (at: number, change: 1 | -1) => {
		const word = words[at] ?? "";
		const now = (counts.get(word) ?? 0) + change;
		if (now === 0) counts.delete(word);
		else counts.set(word, now);
	};
	let next = 0;
	for (const [first, { start }] of ranges.entries()) {
		for (let range = ranges[next]; range && range.end - start <= WORDS_LENGTH; range = ranges[next]) count(next++, 1);
		// A word longer than a passage stands in it all the same.
		if (next === first) count(next++, 1);
		const [different, all] = [counts.size, next - first];
		if (!best || different > best.different || (different === best.different && all > best.all))
			best = { first, different, all };
		count(first, -1);
	}
	const first = best && ranges[best.first];
	if (!first) return null;
	const start = edge(text, Math.max(0, first.start - LEAD_LENGTH), first.start);
	// A word longer than a passage is shown whole.
	const end = Math.max(first.end, Math.min(text.length, start + PASSAGE_LENGTH));
	return { start, end: end === text.length ? end : lastEdge(text, end, first.end) };
}

/** The beginning of a word at or soon after `from`, and not after `until`; else `from`, but never within a character. */
function edge(text: string, from: number, until: number): number {
	if (from === 0) return 0;
	for (let at = from; at <= Math.min(until, from + EDGE_LENGTH); at++) if (/\s/.test(text[at - 1] ?? "")) return at;
	return from < until && isWithinCharacter(text, from) ? from + 1 : from;
}

/** The end of a word at or soon before `from`, and not before `until`; else `from`, but never within a character. */
function lastEdge(text: string, from: number, until: number): number {
	for (let at = from; at >= Math.max(until, from - EDGE_LENGTH); at--) if (/\s/.test(text[at] ?? "")) return at;
	return until < from && isWithinCharacter(text, from) ? from - 1 : from;
}

function isWithinCharacter(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return 0xdc00 <= code && code <= 0xdfff;
}
