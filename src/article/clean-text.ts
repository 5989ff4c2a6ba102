/**
 * Text from outside, made safe to store and print: well-formed UTF-16 (a lone surrogate becomes U+FFFD), no U+0000 or
 * other control characters but tab and line end, and no bidirectional overrides, which can make a line read otherwise than
 * it is. Length-preserving, so that offsets a caller holds stay true.
 */
export function safeText(text: string): string {
	return text.toWellFormed().replace(CONTROLS, " ");
}

/** C0 and C1 controls but \t \n \r, then the bidirectional embeddings, overrides and isolates. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The text as it is stored: `safeText`, one kind of line end, composed characters, no blanks at its ends. */
export function storedText(text: string): string {
	return safeText(text).replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** A single printable line: white space folded, cut at a word where it is longer than `limit` characters. */
export function oneLine(text: string, limit: number): string {
	const line = storedText(text).replace(/\s+/g, " ");
	if (line.length <= limit) return line;
	const cut = line.slice(0, limit - 1);
	const space = cut.lastIndexOf(" ");
	return `${(space > limit / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}
