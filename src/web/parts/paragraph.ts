/** A quotation and what stands around it. */
export interface Quoted {
	before: string;
	quote: string;
	after: string;
}

/** Longest text shown on either side, in UTF-16 code units: there are articles without paragraphs. */
const MOST = 1_200;

/** The paragraph in which `text.slice(start, end)` stands. Paragraphs end at a line break. */
export function paragraphAround(text: string, start: number, end: number): Quoted {
	const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - MOST);
	const lineEnd = text.indexOf("\n", end);
	const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + MOST);
	return { before: text.slice(from, start), quote: text.slice(start, end), after: text.slice(end, to) };
}
