import type { Token } from "../tokens.js";

/** True for a text that begins with a capital letter. Most are ASCII: the tables of Unicode are asked for the rest only. */
export function isUpper(text: string): boolean {
	const code = text.charCodeAt(0);
	if (code < 128) return code >= 65 && code <= 90;
	return /^\p{Lu}/u.test(text);
}

/** True for a text that begins with a letter. */
export function isLetter(text: string): boolean {
	const code = text.charCodeAt(0);
	if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
	return /^\p{L}/u.test(text);
}

/** True for a word with a capital at its start, or a small letter and a capital ("iPhone"). */
export function isCapital({ text }: Token): boolean {
	if (isUpper(text)) return true;
	return text.length > 2 && isUpper(text.charAt(1)) && /^[a-z]\p{Lu}\p{Ll}/u.test(text);
}

/** True for a word of two letters and more without a small one ("IRAN", "U.S."). */
export function isAllCapitals(text: string): boolean {
	const second = text.charCodeAt(1);
	if (text.length < 2 || (second >= 97 && second <= 122)) return false;
	return isUpper(text) && text === text.toUpperCase();
}

/** True if no space stands between two tokens. */
export function touches(a: Token | undefined, b: Token | undefined): boolean {
	return a !== undefined && b !== undefined && a.end === b.start;
}

/** True for a text that holds a digit of any script. */
export function hasDigit(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= 128) return /\p{N}/u.test(text);
		if (code >= 48 && code <= 57) return true;
	}
	return false;
}
