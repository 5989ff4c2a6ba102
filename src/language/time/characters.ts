/** What a character is for the lexemes of time. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** A combining mark: part of a word, but never its beginning. */
export const MARK = 4;
export const SIGN = 5;

/** Class of each UTF-16 code unit, found when it is first met (0: not met yet). */
const CLASSES = new Uint8Array(0x1_0000);

/** Class of the character that begins at an index; a low surrogate alone is a sign. */
export function characterClass(text: string, at: number): number {
	const code = text.charCodeAt(at);
	const known = CLASSES[code];
	if (known) return known;
	// A pair's class is no property of its first half.
	if (code >= 0xd800 && code < 0xdc00) return classOf(String.fromCodePoint(text.codePointAt(at) ?? code));
	const found = classOf(text.charAt(at));
	CLASSES[code] = found;
	return found;
}

/**
 * End of the piece of a class that begins at an index: letters and digits run on, any other character stands alone (both
 * halves of a surrogate pair together). Nearly all characters are found in the table; the loop stays free of calls.
 */
export function pieceEnd(text: string, start: number, kind: number, limit: number): number {
	let end = start + width(text, start);
	while (kind === LETTER || kind === DIGIT) {
		while (end < limit && CLASSES[text.charCodeAt(end)] === kind) end++;
		if (end >= limit) break;
		const next = characterClass(text, end);
		if (next !== kind && !(kind === LETTER && next === MARK)) break;
		end += width(text, end);
	}
	return Math.min(end, limit);
}

const width = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function classOf(character: string): number {
	if (/[0-9]/.test(character)) return DIGIT;
	if (/\p{L}/u.test(character)) return LETTER;
	if (/\s/.test(character)) return SPACE;
	return /\p{M}/u.test(character) ? MARK : SIGN;
}
