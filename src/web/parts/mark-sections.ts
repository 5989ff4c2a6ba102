import type { ArticleView } from "../pages/article-data.js";

type Section = ArticleView["sections"][number];

/** What a stretch of text is marked as. */
export type Mark = { kind: "event"; eventId: string; title: string } | { kind: "time"; value: string };

/** A stretch of a paragraph, marked or not. */
export interface Piece {
	text: string;
	mark: Mark | null;
}

interface Placed {
	start: number;
	end: number;
	mark: Mark;
}

/** The sections as paragraphs in which mentions and dates are marked. Where marks overlap, the first one stands. */
export function markSections({ sections, mentions }: ArticleView): { section: Section; paragraphs: Piece[][] }[] {
	const current = Math.max(...mentions.nodes.map(({ sentence }) => sentence.articleRevision.number), 0);
	const marks = mentions.nodes
		.filter(({ sentence }) => sentence.articleRevision.number === current)
		.flatMap(marksOf)
		.sort((a, b) => a.start - b.start || b.end - a.end);
	return sections.map((section) => ({ section, paragraphs: paragraphsOf(section, marks) }));
}

function marksOf({ trigger, sentence, event, time }: ArticleView["mentions"]["nodes"][number]): Placed[] {
	const spoken: Placed = { ...trigger, mark: { kind: "event", eventId: event.id, title: event.title } };
	const at = time?.text ? sentence.exact.indexOf(time.text) : -1;
	if (!time?.text || at < 0) return [spoken];
	const start = sentence.start + at;
	return [spoken, { start, end: start + time.text.length, mark: { kind: "time", value: time.value } }];
}

function paragraphsOf({ start, text }: Section, marks: Placed[]): Piece[][] {
	const paragraphs: Piece[][] = [];
	let from = 0;
	for (const line of text.split("\n")) {
		if (line.trim() !== "") paragraphs.push(piecesOf(line, start + from, marks));
		from += line.length + 1;
	}
	return paragraphs;
}

function piecesOf(text: string, offset: number, marks: Placed[]): Piece[] {
	const pieces: Piece[] = [];
	let done = 0;
	for (const { start, end, mark } of marks) {
		const from = start - offset;
		const to = Math.min(end - offset, text.length);
		if (from < done || from >= to) continue;
		if (from > done) pieces.push({ text: text.slice(done, from), mark: null });
		pieces.push({ text: text.slice(from, to), mark });
		done = to;
	}
	if (done < text.length) pieces.push({ text: text.slice(done), mark: null });
	return pieces;
}
