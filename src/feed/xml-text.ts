import { escapeUTF8 } from "entities";

/** Text as it stands in an element or an attribute in quotes: escaped, and without the characters that XML 1.0 has no escape for. */
export function xmlText(text: string): string {
	return escapeUTF8(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
}
