/** An encoding by its WHATWG name, or UTF-32, which WHATWG leaves out. */
export type EncodingName = string;

/** The byte order mark, or the pattern of zero bytes that UTF-16 and UTF-32 give to markup and JSON; null if neither. */
export function unicodeSignature(bytes: Uint8Array): EncodingName | null {
	const [a, b, c, d] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
	// UTF-32LE first: its mark begins with that of UTF-16LE.
	if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
	if (a === 0xff && b === 0xfe) return "utf-16le";
	if (a === 0xfe && b === 0xff) return "utf-16be";
	// The first two characters of a document are ASCII: "<?", "<r", "{ ", a line end.
	const zeros = Array.from(bytes.subarray(0, 8), (byte) => (byte === 0 ? "0" : "x")).join("");
	if (zeros === "x000x000") return "utf-32le";
	if (zeros === "000x000x") return "utf-32be";
	if (zeros.startsWith("x0x0")) return "utf-16le";
	if (zeros.startsWith("0x0x")) return "utf-16be";
	return null;
}

/** The charset parameter of a Content-Type header, as printed; null if it has none. */
export function headerCharset(contentType: string | null): string | null {
	return /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType?.slice(0, 1_000) ?? "")?.[1] ?? null;
}

/** A meta element may stand after long scripts, but not after the text has begun in earnest. */
const META_REACH = 131_072;

/** The charset that the document itself names in its XML declaration or, for HTML, in a meta element; null if none. */
export function documentCharset(bytes: Uint8Array, kind: "xml" | "html" | "json"): string | null {
	if (kind === "json") return null;
	const start = asciiText(bytes.subarray(0, 1_024));
	const declared = /<\?xml\b[^>]*?\sencoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ?? null;
	if (kind === "xml") return declared;
	const head = asciiText(bytes.subarray(0, META_REACH));
	return /<meta\b[^>]{0,1000}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? declared;
}

/** The WHATWG name of an encoding that can be decoded; null for an unknown label. */
export function encodingName(label: string): EncodingName | null {
	try {
		return new TextDecoder(label.trim()).encoding;
	} catch {
		return null;
	}
}

/** Bytes as characters of the same number: enough to find ASCII words between anything else. */
function asciiText(bytes: Uint8Array): string {
	return new TextDecoder("latin1").decode(bytes);
}
