import {
	documentCharset,
	type EncodingName,
	encodingName,
	headerCharset,
	unicodeSignature,
} from "./declared-charset.js";
import { decodes, guessCharset, MULTI_BYTE } from "./guess-charset.js";

/** A document's text, the encoding it was read in (WHATWG's name, or `utf-32le`, `utf-32be`), and for people what was wrong. */
export interface DecodedText {
	text: string;
	encoding: EncodingName;
	repairs: string[];
}

/**
 * Decodes a document. What the bytes prove counts before what anybody says of them: byte order mark or zero bytes of
 * UTF-16/32, then bytes that are valid UTF-8, then the Content-Type header, then the document's own declaration, then a
 * guess by the frequency of letters. Never throws: bytes that mean nothing become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null, kind: "xml" | "html" | "json"): DecodedText {
	const repairs: string[] = [];
	const labels = declaredEncodings(bytes, contentType, kind, repairs);
	const choice = unicodeSignature(bytes) ?? chooseEncoding(bytes, labels);
	const declared = labels[0];
	if (declared && declared !== choice && !labels.includes(choice) && !isAscii(bytes)) {
		repairs.push(`charset ${choice} instead of the declared ${declared}`);
	} else if (!declared && kind === "xml" && choice !== "utf-8" && !choice.startsWith("utf-")) {
		repairs.push(`charset ${choice}, which is not declared`);
	}
	const text = decodeAs(bytes, choice);
	if (choice.startsWith("utf-") && text.includes("\ufffd")) repairs.push(`bytes that are no ${choice}`);
	return { text: windowsCharacters(text), encoding: choice, repairs };
}

/** Encodings that the header and the document name, in the order in which they are believed. */
function declaredEncodings(
	bytes: Uint8Array,
	contentType: string | null,
	kind: "xml" | "html" | "json",
	repairs: string[],
): EncodingName[] {
	const encodings: EncodingName[] = [];
	for (const label of [headerCharset(contentType), documentCharset(bytes, kind)]) {
		if (label === null) continue;
		const encoding = encodingName(label);
		if (!encoding) repairs.push(`unknown charset "${label.slice(0, 40)}"`);
		else if (!encodings.includes(encoding)) encodings.push(encoding);
	}
	// Servers send their default, Latin-1, with whatever they find; a document that names another was made to do so.
	return encodings[0] === "windows-1252" ? encodings.reverse() : encodings;
}

/**
 * How many times more characters than errors there must be for damaged UTF-8 to be taken for UTF-8: letters of Cyrillic and
 * Western encodings make no character of UTF-8 by chance, those of Far Eastern ones about one in five.
 */
const UTF8_MAJORITY = 2;
/** So many characters of two and more bytes are valid UTF-8 by chance in no text of a Far Eastern encoding. */
const UTF8_PROOF = 3;

function chooseEncoding(bytes: Uint8Array, labels: readonly EncodingName[]): EncodingName {
	// UTF-16 would have shown itself by zero bytes: what could be read so far to find the label is no UTF-16.
	const named = labels.filter((label) => label !== "utf-8" && !label.startsWith("utf-16"));
	const stateful = named.find((label) => label === "iso-2022-jp");
	if (stateful) return stateful;
	const { characters, errors } = countUtf8(bytes);
	if (characters === 0 && errors === 0) {
		if (bytes.includes(0x1b) && guessCharset(bytes) === "iso-2022-jp") return "iso-2022-jp";
		return labels.find((label) => !label.startsWith("utf-16")) ?? "utf-8";
	}
	if (errors === 0) {
		const farEastern = named.find((label) => MULTI_BYTE.has(label) && decodes(bytes, label));
		return farEastern && !labels.includes("utf-8") && characters < UTF8_PROOF ? farEastern : "utf-8";
	}
	if (labels.includes("utf-8") || named.length === 0) {
		if (characters >= errors * UTF8_MAJORITY) return "utf-8";
	}
	for (const label of named) {
		if (!MULTI_BYTE.has(label) || decodes(bytes, label)) return label;
	}
	const guess = guessCharset(bytes);
	// A label that nearly fits is better than a guess that says nothing.
	return guess === "windows-1252" ? (named[0] ?? guess) : guess;
}

/** Characters of two and more bytes, and bytes that belong to none, as UTF-8 would have it (RFC 3629). */
function countUtf8(bytes: Uint8Array): { characters: number; errors: number } {
	let characters = 0;
	let errors = 0;
	for (let i = 0; i < bytes.length; i++) {
		const lead = bytes[i] ?? 0;
		if (lead < 0x80) continue;
		const length =
			lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead <= 0xf4 && lead >= 0xf0 ? 4 : 0;
		let read = 1;
		while (read < length && isContinuation(bytes, i + read, read === 1 ? lead : 0)) read++;
		// A character that the end of the document cuts in two is nobody's error.
		if (read === length) characters++;
		else if (length === 0 || i + read < bytes.length) errors++;
		i += Math.max(read, 1) - 1;
	}
	return { characters, errors };
}

/** The second byte of some leads has a narrower range: no overlong forms, no surrogates, nothing past U+10FFFF. */
function isContinuation(bytes: Uint8Array, index: number, lead: number): boolean {
	const byte = bytes[index] ?? 0;
	const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
	const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
	return least <= byte && byte <= most;
}

function decodeAs(bytes: Uint8Array, encoding: EncodingName): string {
	if (encoding.startsWith("utf-32")) return decodeUtf32(bytes, encoding === "utf-32le");
	return new TextDecoder(encoding).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	let part = "";
	for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
		const point = view.getUint32(offset, littleEndian);
		if (offset === 0 && point === 0xfeff) continue;
		part += point > 0x10ffff || (0xd800 <= point && point <= 0xdfff) ? "\ufffd" : String.fromCodePoint(point);
		if (part.length > 8_192) {
			parts.push(part);
			part = "";
		}
	}
	return parts.join("") + part;
}

/** Whether no byte is beyond ASCII, so that the choice of the encoding changes nothing. */
function isAscii(bytes: Uint8Array): boolean {
	for (const byte of bytes) if (byte >= 0x80) return false;
	return true;
}

/** windows-1252 from 0x80 to 0x9f; U+FFFD where it has nothing. */
const WINDOWS_1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

/**
 * The C1 controls mean nothing in a text; where they stand, somebody has taken windows-1252 for Latin-1. Among them is
 * TextDecoder of Node 20, which decodes "windows-1252" without its letters from 0x80 to 0x9f.
 */
function windowsCharacters(text: string): string {
	return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}
