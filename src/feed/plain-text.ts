import { decodeHTML } from "entities";

/** Plain text with its white space folded and its paragraphs, which empty lines part, apart by one empty line. */
export function plainParagraphs(text: string): string {
	if (!text.includes("\n")) return foldSpace(text);
	const paragraphs: string[] = [];
	for (const paragraph of text.split(/\r?\n[^\S\n]*\r?\n/)) {
		const folded = foldSpace(paragraph);
		if (folded) paragraphs.push(folded);
	}
	return paragraphs.join("\n\n");
}

/** One line of plain text: white space folded, none at the ends. */
export function foldSpace(text: string): string {
	return singleSpaces(text).trim();
}

/** Most texts have nothing to fold, and finding that out is cheaper than writing them anew. */
export function singleSpaces(text: string): string {
	return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text;
}

/**
 * Entities that decoding has left stand for entities that were escaped twice ("AT&amp;amp;T"), a frequent fault. "&lt;" and
 * "&gt;" stay: what shows them means them, and no text is turned into markup here.
 */
export function leftoverEntities(text: string): string {
	if (!text.includes("&")) return text;
	return text.replace(/&(?!lt;|gt;|#0*6[02];|#x0*3[ce];)(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi, (entity) =>
		decodeHTML(entity),
	);
}
