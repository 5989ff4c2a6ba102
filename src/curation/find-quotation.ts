import { safeText } from "../article/clean-text.js";

/** A quotation by its words and what stands around them (W3C Web Annotation, TextQuoteSelector). */
export interface Quotation {
	exact: string;
	prefix?: string | null | undefined;
	suffix?: string | null | undefined;
}

/**
 * Where a text says these words: the first place where what stands around them is as given too.
 * @returns UTF-16 offsets, half-open; null where it does not say them.
 */
export function findQuotation(
	text: string,
	{ exact, prefix, suffix }: Quotation,
): { start: number; end: number } | null {
	const words = safeText(exact);
	if (words.trim() === "") return null;
	const before = safeText(prefix ?? "");
	const after = safeText(suffix ?? "");
	for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
		const end = start + words.length;
		if (text.slice(0, start).endsWith(before) && text.startsWith(after, end)) return { start, end };
	}
	return null;
}
