import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import {
	brotliCompressSync,
	constants,
	createBrotliCompress,
	createDeflate,
	createGzip,
	deflateSync,
	gzipSync,
} from "node:zlib";
import { beforeAll, describe, expect, it, test } from "vitest";
import { createFetcher, type FetchOptions, type FetchResult } from "../../src/source/fetch-bytes.js";
import { type Loopback, serveHttp, serveTcp } from "./loopback-server.js";

const MB = 1_000_000;
const LIMITS = {
	connectTimeoutMs: 400,
	firstByteTimeoutMs: 500,
	totalTimeoutMs: 800,
	maxBytes: 2 * MB,
};

interface Run {
	result: FetchResult;
	ms: number;
	/** Most memory the process took at a time beyond what it had before. */
	grownBytes: number;
}

async function run(server: Loopback, options: Partial<FetchOptions> = {}, path = "/", scheme = "http"): Promise<Run> {
	const fetcher = createFetcher({ userAgent: "Antecedent/0.1", allowPrivate: [server.host], ...LIMITS, ...options });
	const before = process.memoryUsage.rss();
	let most = before;
	const watch = setInterval(() => {
		most = Math.max(most, process.memoryUsage.rss());
	}, 2);
	const start = performance.now();
	const result = await fetcher.fetch({ url: `${scheme}://${server.host}${path}`, accept: "feed" });
	const ms = performance.now() - start;
	clearInterval(watch);
	await fetcher.close();
	return { result, ms, grownBytes: Math.max(most, process.memoryUsage.rss()) - before };
}

/** Zeros, packed; built in pieces, so that building takes no memory that the measurement would reuse. */
async function packed(stream: NodeJS.ReadWriteStream, megabytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	stream.on("data", (chunk: Buffer) => chunks.push(chunk));
	const zeros = Buffer.alloc(MB);
	for (let i = 0; i < megabytes; i++) {
		if (!stream.write(zeros)) await new Promise((resolve) => stream.once("drain", resolve));
	}
	await new Promise((resolve) => stream.on("end", resolve).end());
	return Buffer.concat(chunks);
}

/** What is measured by the clock is measured again: the whole machine may have stood still. */
const STALLS = { retry: 2 };

describe("A body that is too large ends the fetch at the limit, in time and memory", STALLS, () => {
	let server: Loopback;
	beforeAll(async () => {
		const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
		const bombs: Record<string, Buffer> = {
			gzip: await packed(createGzip(), 200),
			deflate: await packed(createDeflate(), 200),
			br: await packed(createBrotliCompress(quality), 200),
		};
		const chunk = Buffer.alloc(65_536, "a");
		const endless: RequestListener = (_request, response) => {
			const more = () => {
				while (response.write(chunk)) if (response.destroyed) return;
				response.once("drain", more);
			};
			more();
		};
		const answers: Record<string, RequestListener> = {
			"/endless": endless,
			"/declared": (request, response) => {
				response.setHeader("content-length", 1_000 * MB);
				endless(request, response);
			},
		};
		server = await serveHttp((request, response) => {
			const answer = answers[request.url ?? ""];
			const encoding = request.url?.split("/").at(-1) ?? "";
			if (answer) answer(request, response);
			else if (request.url?.startsWith("/small/")) {
				const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[encoding];
				response.setHeader("content-encoding", encoding).end(pack?.(Buffer.alloc(MB)));
			} else response.setHeader("content-encoding", encoding).end(bombs[encoding]);
		});
		// What is loaded and compiled at first use is not counted.
		for (const encoding of ["gzip", "deflate", "br"]) await run(server, {}, `/small/${encoding}`);
	});

	test.each([
		["a gzip bomb of 200 MB", "/gzip", "more than 2000000"],
		["a deflate bomb of 200 MB", "/deflate", "more than 2000000"],
		["a brotli bomb of 200 MB", "/br", "more than 2000000"],
		["a body without end", "/endless", "more than 2000000"],
		["a declared body of 1 GB", "/declared", "1000000000"],
	])("%s", async (_name, path, size) => {
		const { result, ms, grownBytes } = await run(server, {}, path);
		expect(result).toMatchObject({ kind: "failed", code: "TOO_LARGE", httpStatus: 200 });
		const message = `${server.host}: a body of ${size} bytes; at most 2000000`;
		expect(result.kind === "failed" && result.message).toBe(message);
		expect(ms).toBeLessThan(1_000);
		expect(grownBytes).toBeLessThan(30 * MB);
	});
});

describe("What a body is packed in", () => {
	const text = "<rss/>".repeat(1_000);
	const answer = (encoding: string | string[], body: Buffer) =>
		serveHttp((_request, response) => response.setHeader("content-encoding", encoding).end(body));

	test.each([
		["two encodings in one header", "gzip, gzip"],
		["two headers", ["gzip", "br"]],
		["one of two that is no encoding", "gzip, identity, deflate"],
		["one that was not asked for", "zstd"],
		["what it is not", "br"],
	])("is refused where it is %s", async (_name, encoding) => {
		const { result } = await run(await answer(encoding, gzipSync(gzipSync(text))));
		expect(result).toMatchObject({ kind: "failed", code: "BAD_ENCODING" });
	});

	test.each([
		["an old name of gzip", "x-gzip", gzipSync(text)],
		["gzip whose end is missing", "gzip", gzipSync(text).subarray(0, -8)],
		["a character set in the wrong header", "UTF-8", Buffer.from(text)],
		["gzip and nothing", "gzip, identity", gzipSync(text)],
	])("is taken off where it is %s", async (_name, encoding, body) => {
		const { result } = await run(await answer(encoding, body));
		expect(result.kind === "ok" && Buffer.from(result.bytes).toString()).toBe(text);
	});

	it("may be nothing at all", async () => {
		const { result } = await run(await answer("gzip", Buffer.alloc(0)));
		expect(result).toMatchObject({ kind: "ok", bytes: Buffer.alloc(0) });
	});
});

/** Writes to a socket again and again, until it is closed. */
function drip(socket: Socket, text: string, ms: number): void {
	const timer = setInterval(() => socket.write(text), ms);
	socket.on("close", () => clearInterval(timer));
}

/** A server that answers each request with these bytes, and then does what `after` does. */
const answering = (bytes: string, after: (socket: Socket) => void = () => {}) =>
	serveTcp((socket) => {
		socket.once("data", () => {
			socket.write(bytes);
			after(socket);
		});
	});

const HEAD = "HTTP/1.1 200 OK\r\n";

describe("A server that lies about the length", () => {
	test.each([
		["and sends more: the rest is not read", "Content-Length: 4\r\n\r\nnewsand more", "ok"],
		["and sends less", "Content-Length: 4000\r\n\r\nnews", "CONNECTION"],
		["and sends a number that is none", "Content-Length: many\r\n\r\nnews", "CONNECTION"],
		["and names two", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n0\r\n\r\n", "CONNECTION"],
	])("%s", async (_name, rest, code) => {
		const server = await answering(HEAD + rest, (socket) => socket.end());
		const { result } = await run(server);
		expect(result.kind === "failed" ? result.code : result.kind).toBe(code);
		if (result.kind === "ok") expect(Buffer.from(result.bytes).toString()).toBe("news");
	});
});

describe("A server that keeps us waiting is left when its time is up", STALLS, () => {
	const { connectTimeoutMs, firstByteTimeoutMs, totalTimeoutMs } = LIMITS;
	test.each<[string, (socket: Socket) => void, number, string?]>([
		["that never answers", () => {}, firstByteTimeoutMs],
		[
			"that sends its headers byte by byte",
			(socket) => {
				socket.write(`${HEAD}X: `);
				drip(socket, "a", 50);
			},
			firstByteTimeoutMs,
		],
		["that says 103 for ever", (socket) => drip(socket, "HTTP/1.1 103 Early Hints\r\n\r\n", 50), firstByteTimeoutMs],
		[
			"that sends its body byte by byte",
			(socket) => {
				socket.write(`${HEAD}\r\n`);
				drip(socket, "a", 50);
			},
			totalTimeoutMs,
		],
		[
			"that sends its error page byte by byte",
			(socket) => {
				socket.write("HTTP/1.1 500 No\r\n\r\n");
				drip(socket, "a", 50);
			},
			totalTimeoutMs,
		],
		["that never shakes hands", () => {}, connectTimeoutMs, "https"],
	])("%s", async (_name, talk, limit, scheme) => {
		const { result, ms } = await run(await serveTcp(talk), {}, "/", scheme);
		const isErrorPage = result.kind === "failed" && result.httpStatus === 500;
		expect(result).toMatchObject({ kind: "failed", code: isErrorPage ? "HTTP_SERVER_ERROR" : "TIMEOUT" });
		if (!isErrorPage) expect(result).toHaveProperty("message", expect.stringContaining(`${limit} ms`));
		expect(ms).toBeGreaterThan(limit * 0.95);
		// A tenth, and what a busy machine adds.
		expect(ms).toBeLessThan(limit * 1.1 + 250);
	});

	it("also a name server", async () => {
		const server = await serveTcp(() => {});
		const lookup = () => new Promise<never>(() => {});
		const fetcher = createFetcher({ userAgent: "A", ...LIMITS, lookup });
		const start = performance.now();
		const result = await fetcher.fetch({ url: `http://news.example:${server.port}/`, accept: "feed" });
		expect(result).toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("400 ms") });
		expect(performance.now() - start).toBeLessThan(connectTimeoutMs * 1.1 + 250);
		await fetcher.close();
	});

	it("and one that hangs up at once", async () => {
		const { result, ms } = await run(await serveTcp((socket) => socket.resetAndDestroy()));
		expect(result).toMatchObject({ kind: "failed", code: "CONNECTION", httpStatus: null });
		expect(ms).toBeLessThan(connectTimeoutMs);
	});

	it("and one that is not there", async () => {
		const server = await serveTcp(() => {});
		const { result } = await run({ ...server, host: "127.0.0.1:9" });
		expect(result).toMatchObject({ code: "CONNECTION", message: expect.stringContaining("ECONNREFUSED") });
	});
});

it("A body of one byte at a time takes no more memory than another", STALLS, async () => {
	const server = await answering(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, (socket) => {
		const bytes = "1\r\na\r\n".repeat(10_000);
		const more = () => {
			while (socket.write(bytes)) if (socket.destroyed) return;
			socket.once("drain", more);
		};
		more();
	});
	const { result, grownBytes } = await run(server, { maxBytes: 400_000, totalTimeoutMs: 10_000 });
	expect(result).toMatchObject({ kind: "failed", code: "TOO_LARGE" });
	expect(grownBytes).toBeLessThan(30 * MB);
});

describe("Headers", STALLS, () => {
	it("without end are too large", async () => {
		const server = await answering(HEAD, (socket) => {
			const more = () => {
				while (socket.write("X-More: and more\r\n".repeat(100))) if (socket.destroyed) return;
				socket.once("drain", more);
			};
			more();
		});
		const { result, ms, grownBytes } = await run(server);
		expect(result).toMatchObject({ kind: "failed", code: "TOO_LARGE" });
		expect(ms).toBeLessThan(1_000);
		expect(grownBytes).toBeLessThan(30 * MB);
	});

	test.each([
		["no HTTP", "SSH-2.0-OpenSSH_9.6\r\n"],
		["nothing", ""],
		["a NUL", `${HEAD}X: a\u0000b\r\n\r\n`],
		["an upgrade", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"],
	])("that are %s are a failed connection", async (_name, bytes) => {
		const { result } = await run(await answering(bytes, (socket) => socket.end()));
		expect(result).toMatchObject({ kind: "failed", code: "CONNECTION" });
	});
});

describe("The caller can give up", STALLS, () => {
	const giveUpAfter = async (talk: (socket: Socket) => void, ms: number, options: Partial<FetchOptions> = {}) => {
		const server = await serveTcp(talk);
		const fetcher = createFetcher({ userAgent: "A", allowPrivate: [server.host], ...options });
		const start = performance.now();
		const request = { url: `http://news.example:${server.port}/`, accept: "feed" as const };
		const url = options.lookup ? request.url : `http://${server.host}/`;
		const result = await fetcher.fetch({ ...request, url, signal: AbortSignal.timeout(ms) });
		expect(performance.now() - start).toBeLessThan(ms + 200);
		await fetcher.close();
		return result;
	};

	const givenUp = { kind: "failed", code: "TIMEOUT", message: expect.stringContaining("given up") };
	it("before it begins", async () => expect(await giveUpAfter(() => {}, 0)).toMatchObject(givenUp));
	it("while the name is looked up", async () => {
		expect(await giveUpAfter(() => {}, 50, { lookup: () => new Promise(() => {}) })).toMatchObject(givenUp);
	});
	it("while it waits for headers", async () => expect(await giveUpAfter(() => {}, 50)).toMatchObject(givenUp));
	it("while it reads the body", async () => {
		expect(await giveUpAfter((socket) => socket.write(`${HEAD}\r\nnews`), 100)).toMatchObject(givenUp);
	});

	it("and closing the fetcher ends what is under way", async () => {
		const server = await serveTcp(() => {});
		const fetcher = createFetcher({ userAgent: "A", allowPrivate: [server.host] });
		const waiting = fetcher.fetch({ url: `http://${server.host}/`, accept: "feed" });
		setTimeout(() => fetcher.close(), 50);
		expect(await waiting).toMatchObject({ kind: "failed", code: "CONNECTION" });
		expect(await fetcher.fetch({ url: `http://${server.host}/`, accept: "feed" })).toMatchObject({ kind: "failed" });
	});
});
