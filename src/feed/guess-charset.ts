import { analyse } from "chardet";
import { type EncodingName, encodingName } from "./declared-charset.js";

/** As many bytes tell as much about a language as all: the detector's statistics are of letters and pairs. */
const SAMPLE_LENGTH = 32_768;
/**
 * Below this a guess is no better than windows-1252, by far the most frequent encoding of single bytes. Of 78 undeclared feeds of
 * a sentence or two in 15 encodings, 69 are decoded right with 5 to 15, 68 with 20, 64 with 30.
 */
const LEAST_CONFIDENCE = 15;
/** So few letters beyond ASCII are Western accents; a text in another script has many. */
const LEAST_SHARE = 0.2;

/** Supersets that browsers use as well: what is labelled with the smaller one contains characters of the larger. */
const SUPERSETS: Record<string, EncodingName> = { "iso-8859-8": "windows-1255", "iso-8859-8-i": "windows-1255" };

/** Encodings in which a letter beyond ASCII takes more than one byte, so that most wrong guesses cannot be decoded. */
export const MULTI_BYTE: ReadonlySet<EncodingName> = new Set([
	"gbk",
	"gb18030",
	"big5",
	"euc-jp",
	"shift_jis",
	"euc-kr",
]);

/**
 * The encoding that bytes which are no UTF-8 are most probably in, by the frequencies of letters (ICU's method, in the
 * library chardet); windows-1252 where nothing speaks clearly.
 */
export function guessCharset(bytes: Uint8Array): EncodingName {
	const sample = letters(bytes);
	const share = sample.filter((byte) => byte >= 0x80).length / Math.max(1, sample.length);
	for (const { name, confidence } of analyse(sample)) {
		const encoding = encodingName(name);
		if (!encoding || encoding.startsWith("utf-")) continue;
		if (MULTI_BYTE.has(encoding)) {
			if (share >= LEAST_SHARE && confidence >= LEAST_CONFIDENCE && decodes(sample, encoding)) return encoding;
			continue;
		}
		if (encoding.startsWith("iso-2022")) return encoding;
		if (confidence < LEAST_CONFIDENCE) break;
		return SUPERSETS[encoding] ?? encoding;
	}
	return "windows-1252";
}

/** Whether the bytes are wholly valid in the encoding; the end may cut a character in two. */
export function decodes(bytes: Uint8Array, encoding: EncodingName): boolean {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** The text between the tags, as far as the sample reaches, beginning near the first byte beyond ASCII. */
function letters(bytes: Uint8Array): Uint8Array {
	const sample = new Uint8Array(SAMPLE_LENGTH);
	let length = 0;
	let inTag = false;
	for (let i = 0; i < bytes.length && length < SAMPLE_LENGTH; i++) {
		const byte = bytes[i] ?? 0;
		if (byte === 0x3c) inTag = true;
		// A tag of a feed is ASCII: a byte beyond it shows that "<" stood in the text.
		if (inTag && byte >= 0x80) inTag = false;
		if (!inTag) {
			sample[length++] = byte;
			// Plain beginnings are dropped, or a long ASCII head would fill the sample.
			if (length === SAMPLE_LENGTH && sample.every((each) => each < 0x80)) length = 0;
		}
		if (byte === 0x3e) inTag = false;
	}
	return sample.subarray(0, length);
}
