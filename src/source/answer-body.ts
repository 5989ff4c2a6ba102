import { pipeline, type Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { headerOf, type RawHeaders } from "./answer-headers.js";
import { FetchFault } from "./fetch-fault.js";

/** What is asked for in `Accept-Encoding`, and all that is read. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/**
 * The whole body, decompressed. Nothing past `maxBytes` is read or unpacked, so that a bomb costs what the limit costs;
 * several encodings on top of each other are refused, since only bombs have them. However it ends, the stream is finished
 * or destroyed.
 * @throws FetchFault TOO_LARGE or BAD_ENCODING; or what the stream was destroyed with.
 */
export async function readBody(
	body: Readable,
	headers: RawHeaders,
	maxBytes: number,
	host: string,
): Promise<Uint8Array> {
	const tooLarge = (size: string) =>
		new FetchFault("TOO_LARGE", `${host}: a body of ${size} bytes; at most ${maxBytes}`);
	try {
		const declared = Number(headerOf(headers, "content-length") ?? 0);
		if (declared > maxBytes) throw tooLarge(String(declared));
		const store = new ByteStore();
		if (!(await readUpTo(store, body, headers, maxBytes, host))) throw tooLarge(`more than ${maxBytes}`);
		return store.bytes();
	} finally {
		body.destroy();
	}
}

/** The first bytes of a body, as text; "" where they cannot be read. Control characters are blanks. */
export async function readBodyStart(body: Readable, headers: RawHeaders, maxBytes: number): Promise<string> {
	try {
		const store = new ByteStore();
		await readUpTo(store, body, headers, maxBytes, "");
		return new TextDecoder().decode(store.bytes().subarray(0, maxBytes)).replace(CONTROLS, " ");
	} catch {
		return "";
	} finally {
		body.destroy();
	}
}

/** But tab and line end. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Puts bytes into the store, up to the end or a few more than `maxBytes`; whether the end was reached. */
async function readUpTo(
	store: ByteStore,
	body: Readable,
	headers: RawHeaders,
	maxBytes: number,
	host: string,
): Promise<boolean> {
	let wireError: unknown;
	// Also keeps an error after our last look from ending the process.
	body.on("error", (error) => {
		wireError ??= error;
	});
	try {
		for await (const chunk of await decoded(body, headers, host)) {
			store.add(chunk);
			if (store.size > maxBytes) return false;
		}
		return true;
	} catch (error) {
		if (error instanceof FetchFault || wireError) throw wireError ?? error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new FetchFault("BAD_ENCODING", `${host}: the body cannot be unpacked (${reason})`, { cause: error });
	}
}

const BLOCK_BYTES = 65_536;

/**
 * Bytes in blocks of our own. The chunks themselves must not be kept: each holds on to the buffer of the socket it came in,
 * so that a body sent one byte at a time would take a hundred times its size.
 */
class ByteStore {
	size = 0;
	readonly #blocks: Uint8Array[] = [];
	/** Bytes used of the last block. */
	#used = BLOCK_BYTES;

	add(chunk: Uint8Array): void {
		this.size += chunk.length;
		for (let from = 0; from < chunk.length; ) {
			if (this.#used === BLOCK_BYTES) {
				this.#blocks.push(new Uint8Array(BLOCK_BYTES));
				this.#used = 0;
			}
			const part = chunk.subarray(from, from + BLOCK_BYTES - this.#used);
			this.#blocks.at(-1)?.set(part, this.#used);
			this.#used += part.length;
			from += part.length;
		}
	}

	bytes(): Uint8Array {
		return Buffer.concat(this.#blocks, this.size);
	}
}

/** What servers write there that changes no byte, though some of it belongs elsewhere. */
const NO_ENCODING = /^(identity|none|utf-?8|iso-8859-1|binary|8bit|7bit|)$/;

/** The body's stream with its one encoding taken off. */
async function decoded(body: Readable, headers: RawHeaders, host: string): Promise<AsyncIterable<Uint8Array>> {
	const value = headers["content-encoding"];
	const named = (Array.isArray(value) ? value.join(",") : (value ?? "")).toLowerCase().slice(0, 200).split(",");
	const encodings = named.map((name) => name.trim()).filter((name) => !NO_ENCODING.test(name));
	const [encoding, second] = encodings;
	if (encoding === undefined) return body;
	if (second !== undefined) {
		const message = `${host}: ${encodings.length} content encodings (${encodings.join(", ")}); at most 1`;
		throw new FetchFault("BAD_ENCODING", message);
	}
	const iterator: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
	const first = await iterator.next();
	if (first.done) return body;
	const decoder = decoderFor(encoding, first.value);
	if (!decoder) {
		throw new FetchFault("BAD_ENCODING", `${host}: the content encoding "${encoding}"; only ${ACCEPTED_ENCODINGS}`);
	}
	// What goes wrong comes out of the decoder, which is what is read.
	return pipeline(resumed(first.value, iterator), decoder, () => {});
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield first;
	for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Larger than zlib's 16 kB, for fewer turns through its thread. */
const CHUNK_SIZE = 65_536;

/** Flushing at the end takes what a server forgot to finish, as browsers do. */
const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: CHUNK_SIZE };

function decoderFor(encoding: string, first: Uint8Array): Transform | null {
	switch (encoding) {
		case "gzip":
		case "x-gzip":
			return createGunzip(LENIENT);
		case "br":
			return createBrotliDecompress({
				flush: constants.BROTLI_OPERATION_FLUSH,
				finishFlush: constants.BROTLI_OPERATION_FLUSH,
				chunkSize: CHUNK_SIZE,
			});
		case "deflate":
			// zlib's format by the standard, bare deflate by an old mistake of many servers; the former's first byte ends in 8.
			return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(LENIENT) : createInflateRaw(LENIENT);
		default:
			return null;
	}
}
