import type { Section, Span } from "./analysis.js";
import { isBoilerplate, isFragment } from "./sections-boilerplate.js";
import { isBackgroundHeading, isOtherHeading, readHeading } from "./sections-heading.js";
import { findTurn } from "./sections-turn.js";
import type { Paragraph, TokenizedText } from "./tokens.js";

/** What one paragraph is by itself, before its place in the report is looked at. */
type Kind = "TEXT" | "BOILERPLATE" | "QUOTE" | "BACKGROUND_HEADING" | "OTHER_HEADING";

/** A lead is at most this many paragraphs: a headline, a date line, a byline and the first paragraph of the news. */
const MAX_LEAD_PARAGRAPHS = 4;

/** A first paragraph shorter than this, without a closing mark, is a headline or a date line: the lead goes on. */
const MIN_LEAD_LENGTH = 40;

/**
 * Divides a report into LEAD, BODY, BACKGROUND, QUOTE and BOILERPLATE, in text order and without overlap; every
 * paragraph belongs to one section. A background section begins at its heading or, where the tail of a report has none,
 * at the paragraph where the telling turns to what came before (`findTurn`).
 *
 * @param times spans of the time expressions of `doc`, in text order; their values are not needed
 */
export function findSections(doc: TokenizedText, times: readonly Span[]): Section[] {
	const kinds = classify(doc);
	const sections: Section[] = [];
	const leadEnd = findLeadEnd(doc, kinds);
	const headed = kinds.indexOf("BACKGROUND_HEADING");
	const turn = headed >= 0 ? null : findTurn(doc, times, readable(kinds), leadEnd);
	let role: Section["role"] = "LEAD";
	let heading: string | null = null;
	for (const [index, paragraph] of doc.paragraphs.entries()) {
		const kind = kinds[index] as Kind;
		const opensAt = role;
		const before = heading;
		if (kind === "BACKGROUND_HEADING") {
			role = "BACKGROUND";
			heading = readHeading(doc.text, paragraph)?.printed ?? null;
		} else if (kind === "OTHER_HEADING" && role === "BACKGROUND") {
			role = "BODY";
			heading = readHeading(doc.text, paragraph)?.printed ?? null;
		} else if (index === turn) {
			role = "BACKGROUND";
			heading = null;
		} else if (role === "LEAD" && index >= leadEnd) {
			role = "BODY";
			heading = null;
		}
		const opens = role !== opensAt || heading !== before || kind === "BACKGROUND_HEADING";
		append(sections, paragraph, kind === "BOILERPLATE" || kind === "QUOTE" ? kind : role, heading, opens);
	}
	return sections;
}

/** Puts a paragraph into the section before it, where it has the same role, or opens the next one. */
function append(
	sections: Section[],
	paragraph: Span,
	role: Section["role"],
	heading: string | null,
	opens: boolean,
): void {
	const last = sections.at(-1);
	if (last && last.role === role && !opens) {
		last.end = paragraph.end;
		return;
	}
	const { start, end } = paragraph;
	const owns = opens && role !== "BOILERPLATE" && role !== "QUOTE";
	sections.push({ role, heading: owns ? heading : null, start, end });
}

function classify(doc: TokenizedText): Kind[] {
	const { text, paragraphs } = doc;
	const kinds = paragraphs.map((p): Kind => {
		if (isBoilerplate(text, p)) return "BOILERPLATE";
		return text.charCodeAt(p.start) === 62 ? "QUOTE" : "TEXT";
	});
	let seenText = false;
	for (const [index, paragraph] of paragraphs.entries()) {
		if (kinds[index] !== "TEXT") continue;
		const next = nextText(kinds, index);
		const found = seenText ? headingKind(doc, paragraph, paragraphs[next]) : "TEXT";
		if (found === "TEXT") seenText = true;
		kinds[index] = found;
	}
	spreadTrailingBoilerplate(doc, kinds);
	return kinds;
}

function nextText(kinds: readonly Kind[], index: number): number {
	let at = index + 1;
	while (at < kinds.length && kinds[at] === "BOILERPLATE" && at < index + 4) at++;
	return at;
}

/** A heading needs a paragraph below it, unless it stands before a colon in the same paragraph. */
function headingKind(doc: TokenizedText, paragraph: Paragraph, next: Paragraph | undefined): Kind {
	const heading = readHeading(doc.text, paragraph);
	if (!heading || (!heading.inline && !next)) return "TEXT";
	if (isBackgroundHeading(heading)) return "BACKGROUND_HEADING";
	return isOtherHeading(doc.text, heading, paragraph, next) ? "OTHER_HEADING" : "TEXT";
}

/** Scraps of a page ("Share", "More in World") below the last line of advertisement belong to it. */
function spreadTrailingBoilerplate(doc: TokenizedText, kinds: Kind[]): void {
	let from = kinds.length;
	for (let index = kinds.length - 1; index > 0; index--) {
		if (kinds[index] === "BOILERPLATE") from = index;
		else if (!isFragment(doc.text, doc.paragraphs[index] as Span)) break;
	}
	for (let index = from; index < kinds.length; index++) kinds[index] = "BOILERPLATE";
}

/** Index of the first paragraph below the lead. */
function findLeadEnd(doc: TokenizedText, kinds: readonly Kind[]): number {
	const limit = Math.min(doc.paragraphs.length, MAX_LEAD_PARAGRAPHS);
	for (let index = 0; index < limit; index++) {
		const paragraph = doc.paragraphs[index] as Paragraph;
		if (kinds[index] === "BACKGROUND_HEADING") return index;
		if (kinds[index] !== "TEXT") continue;
		if (paragraph.end - paragraph.start >= MIN_LEAD_LENGTH && !isFragment(doc.text, paragraph)) return index + 1;
	}
	return limit;
}

const readable = (kinds: readonly Kind[]): boolean[] => kinds.map((kind) => kind === "TEXT");
