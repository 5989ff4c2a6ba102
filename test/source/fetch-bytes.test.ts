import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createFetcher, type Fetcher, type FetchRequest, type FetchResult } from "../../src/source/fetch-bytes.js";
import { type Loopback, serveHttp } from "./loopback-server.js";

const ANSWERS: Record<string, RequestListener> = {
	"/feed": (request, response) => {
		const { "if-none-match": etag, "if-modified-since": since } = request.headers;
		if (etag === '"v1"' || since === "Mon, 02 Mar 2026 10:00:00 GMT") return response.writeHead(304).end();
		response.setHeader("etag", '"v1"').setHeader("last-modified", "Mon, 02 Mar 2026 10:00:00 GMT");
		response.setHeader("content-type", "application/rss+xml; charset=utf-8").setHeader("content-language", "en");
		response.setHeader("cache-control", "public, max-age=600").end("<rss/>");
	},
	"/plain": (_request, response) => response.end("news"),
	"/always-304": (_request, response) => response.writeHead(304).end(),
	"/busy": (_request, response) => response.writeHead(429, { "retry-after": "120" }).end("slow down"),
	"/busy-until": (_request, response) =>
		response.writeHead(429, { "retry-after": new Date(Date.now() + 60_000).toUTCString() }).end(),
	"/gone": (_request, response) => response.writeHead(410).end(),
	"/missing": (_request, response) => response.writeHead(404).end("<title>Not\u0000 found</title>".padEnd(5_000, ".")),
	"/broken": (_request, response) => response.writeHead(503, { "retry-after": "30" }).end(),
	"/challenge": (_request, response) =>
		response.writeHead(403, { "cf-mitigated": "challenge" }).end("<title>Just a moment...</title>"),
	"/none": (_request, response) => response.writeHead(204).end(),
	"/choices": (_request, response) => response.writeHead(300, { location: "/feed" }).end(),
	"/nowhere": (_request, response) => response.writeHead(302).end(),
	"/relative": (_request, response) => response.writeHead(301, { location: "feed#top" }).end(),
	"/temporary": (_request, response) => response.writeHead(302, { location: "/feed" }).end(),
	"/mixed": (_request, response) => response.writeHead(301, { location: "/temporary" }).end(),
	"/moved-twice": (_request, response) => response.writeHead(308, { location: "/relative" }).end(),
	"/moved-and-missing": (_request, response) => response.writeHead(301, { location: "/missing" }).end(),
	"/loop": (_request, response) => response.writeHead(302, { location: "/loop-back" }).end(),
	"/loop-back": (_request, response) => response.writeHead(302, { location: "/loop" }).end(),
};

let server: Loopback;
let fetcher: Fetcher;
beforeAll(async () => {
	server = await serveHttp((request, response) => {
		const answer = ANSWERS[request.url ?? ""];
		const hops = /^\/hops\/(\d+)$/.exec(request.url ?? "")?.[1];
		if (answer) return answer(request, response);
		const location = Number(hops) > 1 ? `/hops/${Number(hops) - 1}` : "/feed";
		response.writeHead(301, { location }).end();
	});
	fetcher = createFetcher({ userAgent: "Antecedent/0.1 (+https://news.example/bot)", allowPrivate: [server.host] });
});
afterAll(() => fetcher.close());

const fetchPath = (path: string, request: Partial<FetchRequest> = {}): Promise<FetchResult> =>
	fetcher.fetch({ url: `http://${server.host}${path}`, accept: "feed", ...request });
const lastHeaders = () => server.requests.at(-1)?.headers;

describe("An answer", () => {
	it("comes with its bytes and what its headers say", async () => {
		expect(await fetchPath("/feed")).toEqual({
			kind: "ok",
			bytes: Buffer.from("<rss/>"),
			status: 200,
			url: `http://${server.host}/feed`,
			movedTo: null,
			contentType: "application/rss+xml; charset=utf-8",
			contentLanguage: "en",
			contentLocation: null,
			etag: '"v1"',
			lastModified: "Mon, 02 Mar 2026 10:00:00 GMT",
			maxAgeSeconds: 600,
			retryAfterSeconds: null,
		});
	});

	it("is asked for with our name, what we hope for, and what we can unpack", async () => {
		await fetchPath("/plain");
		expect(lastHeaders()).toMatchObject({
			"user-agent": "Antecedent/0.1 (+https://news.example/bot)",
			accept: expect.stringMatching(/^application\/atom\+xml.*\*\/\*;q=0\.1$/),
			"accept-encoding": "gzip, deflate, br",
		});
		await fetchPath("/plain", { accept: "page" });
		expect(lastHeaders()?.accept).toMatch(/^text\/html/);
	});

	test.each([
		["the tag", { etag: '"v1"' }],
		["the date", { lastModified: "Mon, 02 Mar 2026 10:00:00 GMT" }],
		["both", { etag: '"v1"', lastModified: "Mon, 02 Mar 2026 10:00:00 GMT" }],
	])("is not sent again to who has it, by %s", async (_name, validators) => {
		const result = await fetchPath("/feed", validators);
		expect(result).toMatchObject({ kind: "not-modified", status: 304, movedTo: null, ...validators });
	});

	it("is sent to who has an older one, or a tag that cannot be sent", async () => {
		expect((await fetchPath("/feed", { etag: '"v0"' })).kind).toBe("ok");
		expect((await fetchPath("/feed", { etag: '"v\u20ac\r\nX: y"' })).kind).toBe("ok");
		expect(lastHeaders()).not.toHaveProperty("if-none-match");
	});

	it("without a body is empty", async () => {
		expect(await fetchPath("/none")).toMatchObject({ kind: "ok", status: 204, bytes: Buffer.alloc(0) });
	});

	it("may be longer or shorter than usual where the request says so", async () => {
		expect(await fetchPath("/plain", { maxBytes: 4 })).toMatchObject({ kind: "ok" });
		expect(await fetchPath("/plain", { maxBytes: 3 })).toMatchObject({ code: "TOO_LARGE" });
	});

	test.each([
		["/busy", "RATE_LIMITED", 429, 120],
		["/busy-until", "RATE_LIMITED", 429, expect.closeTo(60, -0.5)],
		["/gone", "GONE", 410, null],
		["/missing", "HTTP_CLIENT_ERROR", 404, null],
		["/broken", "HTTP_SERVER_ERROR", 503, 30],
		["/always-304", "HTTP_SERVER_ERROR", 304, null],
		["/choices", "REDIRECTS", 300, null],
		["/nowhere", "REDIRECTS", 302, null],
	])("%s is %s", async (path, code, httpStatus, retryAfterSeconds) => {
		const result = await fetchPath(path);
		expect(result).toMatchObject({ kind: "failed", code, httpStatus, retryAfterSeconds });
		expect(result.kind === "failed" && result.message).toContain(server.host);
	});

	it("that is an error brings the start of its page, to be recognised", async () => {
		const missing = await fetchPath("/missing");
		expect(missing.kind === "failed" && missing.bodyStart.length).toBe(1_024);
		expect(missing).toMatchObject({ bodyStart: expect.stringContaining("<title>Not  found</title>...") });
		expect(await fetchPath("/challenge")).toMatchObject({
			bodyStart: "<title>Just a moment...</title>",
			botProtection: "Cloudflare",
		});
	});
});

describe("A redirect", () => {
	const at = (path: string) => `http://${server.host}${path}`;
	test.each([
		["is the new address where it is permanent", "/relative", "/feed"],
		["is the new address where all are permanent", "/moved-twice", "/feed"],
		["is none where it is temporary", "/temporary", null],
		["is none where one of several is temporary", "/mixed", null],
	])("%s", async (_name, path, movedTo) => {
		const expected = { kind: "ok", url: at("/feed"), movedTo: movedTo && at(movedTo) };
		expect(await fetchPath(path)).toMatchObject(expected);
	});

	it("is told also of an error behind it", async () => {
		expect(await fetchPath("/moved-and-missing")).toMatchObject({ httpStatus: 404, movedTo: at("/missing") });
	});

	it("is followed five times", async () => {
		expect(await fetchPath("/hops/5")).toMatchObject({ kind: "ok", movedTo: at("/feed") });
		const message = expect.stringContaining("5 redirects");
		expect(await fetchPath("/hops/6")).toMatchObject({ code: "REDIRECTS", message, movedTo: null });
	});

	it("in a circle is named", async () => {
		const before = server.requests.length;
		const message = expect.stringMatching(/in a circle: http:\/\/[\d.:]+ → http:\/\/[\d.:]+ → http:\/\/[\d.:]+$/);
		expect(await fetchPath("/loop")).toMatchObject({ code: "REDIRECTS", message });
		expect(server.requests.length).toBe(before + 2);
	});

	it("keeps conditions on the way to the same server, and drops them on the way to another", async () => {
		const validators = { etag: '"v1"', lastModified: "Mon, 02 Mar 2026 10:00:00 GMT" };
		expect(await fetchPath("/temporary", validators)).toMatchObject({ kind: "not-modified" });

		const other = await serveHttp((_request, response) => response.writeHead(301, { location: at("/feed") }).end());
		const both = createFetcher({ userAgent: "A", allowPrivate: [server.host, other.host] });
		const result = await both.fetch({ url: `http://${other.host}/`, accept: "feed", ...validators });
		await both.close();
		expect(other.requests[0]?.headers).toMatchObject({ "if-none-match": '"v1"' });
		expect(lastHeaders()).not.toHaveProperty("if-none-match");
		expect(lastHeaders()).not.toHaveProperty("if-modified-since");
		expect(result).toMatchObject({ kind: "ok", movedTo: at("/feed") });
	});
});

describe("One host", () => {
	it("is asked one thing at a time, whatever becomes of them, and over the same connections", async () => {
		let inside = 0;
		let most = 0;
		const slow = await serveHttp((request, response) => {
			most = Math.max(most, ++inside);
			setTimeout(() => {
				inside--;
				response.writeHead(request.url === "/5" ? 404 : 200).end("news");
			}, 10);
		});
		const polite = createFetcher({ userAgent: "A", allowPrivate: [slow.host] });
		const urls = Array.from({ length: 10 }, (_, i) => `http://${slow.host}/${i}`);
		const impatient = polite.fetch({ url: `http://${slow.host}/`, accept: "feed" });
		const results = await Promise.all([
			...urls.map((url) => polite.fetch({ url, accept: "page" })),
			polite.fetch({ url: `http://${slow.host}/`, accept: "feed", signal: AbortSignal.timeout(5) }),
		]);
		expect(await impatient).toMatchObject({ kind: "ok" });
		await polite.close();
		expect(results.filter(({ kind }) => kind === "ok").length).toBe(9);
		expect(results.at(-1)).toMatchObject({ code: "TIMEOUT" });
		expect(most).toBe(1);
		expect(slow.requests.length).toBe(11);
		expect(slow.connections).toBeLessThan(5);
	});
});

it("A fetcher does not start with a name that cannot be sent, or a host that is none", () => {
	expect(() => createFetcher({ userAgent: "A\r\nX: y" })).toThrow("user agent");
	expect(() => createFetcher({ userAgent: "" })).toThrow("user agent");
	expect(() => createFetcher({ userAgent: "A", allowPrivate: ["http://host"] })).toThrow('"http://host"');
});
