import { htmlText } from "./html-text.js";
import { foldSpace, leftoverEntities, plainParagraphs } from "./plain-text.js";
import { attributeOf, type XmlElement } from "./xml-element.js";

/**
 * The plain text of a title, summary or content, whatever way it is written: Atom's types text, html and xhtml, Atom 0.3's
 * modes and MIME types, base64, escaped or inline markup; RSS knows only HTML. Paragraphs are apart by an empty line; "" for
 * what is no text (a picture). `isAtom` says which rules apply.
 */
export function feedText(element: XmlElement, isAtom: boolean): string {
	const type = attributeOf(element, "type")?.toLowerCase().split(";")[0]?.trim() ?? "";
	const mode = attributeOf(element, "mode")?.toLowerCase() ?? "";
	if (mode === "base64" || (isAtom && isBinary(type))) return base64Text(element.text, type);
	if (element.markup !== null) return htmlText(element.markup);
	if (isAtom || type === "plain" || type === "text/plain") {
		if (type === "html" || type === "xhtml" || type === "text/html" || type.endsWith("xml"))
			return htmlText(element.text);
		return plainText(element.text);
	}
	return htmlText(element.text);
}

/** The same on one line. */
export function feedLine(element: XmlElement, isAtom: boolean): string {
	return foldSpace(feedText(element, isAtom));
}

/** RFC 4287 §4.1.3.3: what is neither text nor XML is base64. The names of Atom's own types have no slash. */
function isBinary(type: string): boolean {
	return type.includes("/") && !type.startsWith("text/") && !type.endsWith("xml") && !type.startsWith("message/");
}

function base64Text(text: string, type: string): string {
	if (/^(?:image|audio|video|font)\//.test(type)) return "";
	const decoded = Buffer.from(text, "base64").toString("utf8");
	return decoded.includes("\ufffd") ? "" : htmlText(decoded);
}

/** End tags in a plain text: the producer has forgotten to say that it is HTML. */
const FORGOTTEN_TYPE =
	/<\/(?:p|a|b|i|em|strong|div|span|ul|ol|li|h[1-6]|blockquote|font|figure|iframe|script|style)\s*>|<br ?\/?>|<img [^<>]+>/i;

function plainText(text: string): string {
	return FORGOTTEN_TYPE.test(text) ? htmlText(text) : leftoverEntities(plainParagraphs(text));
}
