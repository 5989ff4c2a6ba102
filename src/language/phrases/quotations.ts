import type { Span } from "../analysis.js";
import type { TokenizedText } from "../tokens.js";
import { isQuotation } from "./marks.js";

/**
 * The quotations of a text in order, without their marks. Marks pair up within a paragraph; a mark that is never closed
 * reaches to the paragraph's end (a quotation that goes on in the next paragraph). Single quotes are left aside: they
 * cannot be told from apostrophes.
 */
export function findQuotations(doc: TokenizedText): Span[] {
	const found: Span[] = [];
	for (const paragraph of doc.paragraphs) {
		let start = -1;
		for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
			const sentence = doc.sentences[s];
			if (!sentence) continue;
			for (let at = sentence.firstToken; at < sentence.endToken; at++) {
				const token = doc.tokens[at];
				if (token?.text.length !== 1 || !isQuotation(token)) continue;
				if (start < 0) {
					if (token.text !== "”") start = token.end;
				} else if (token.text !== "“") {
					found.push({ start, end: token.start });
					start = -1;
				}
			}
		}
		if (start >= 0) found.push({ start, end: paragraph.end });
	}
	return found;
}

/** The quotation that holds an offset, or null. */
export function quotationAt(quotations: readonly Span[], offset: number): Span | null {
	let low = 0;
	for (let high = quotations.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((quotations[middle] as Span).start <= offset) low = middle + 1;
		else high = middle;
	}
	const quotation = quotations[low - 1];
	return quotation && offset < quotation.end ? quotation : null;
}
