import { afterEach, describe, expect, it } from "vitest";
import type { ParseJob } from "../../../src/ingest/parsing/parse-job.js";
import {
	createParseThreads,
	type ParseThreads,
	type ParseThreadsOptions,
} from "../../../src/ingest/parsing/parse-threads.js";

let threads: ParseThreads | null = null;

function open(options: ParseThreadsOptions = {}): ParseThreads {
	threads = createParseThreads(options);
	return threads;
}

afterEach(async () => {
	await threads?.close();
});

const response = { url: "https://outlet.example/feed", contentType: "application/xml" };
const job = (text: string): ParseJob & { kind: "feed" } => ({
	identity: null,
	kind: "feed",
	bytes: new TextEncoder().encode(text),
	response,
});
const SMALL = "<rss version='2.0'><channel><title>Small</title><item><title>One</title></item></channel></rss>";
const LARGE = `<rss version='2.0'><channel><title>Large</title>${"<item><title>One</title><description>Two words</description></item>".repeat(120_000)}</channel></rss>`;

describe("A document from outside is parsed on a thread", () => {
	it("that answers with what it read", async () => {
		const result = await open().parse(job(SMALL));
		expect(result).toMatchObject({
			kind: "parsed",
			value: { kind: "feed", feed: { title: "Small", entries: [{ title: "One" }] } },
		});
	});

	it("beside which the main thread goes on", async () => {
		const parser = open({ timeoutMs: 60_000 });
		await parser.parse(job(SMALL));
		let turns = 0;
		const timer = setInterval(() => turns++, 1);
		const result = await parser.parse(job(LARGE));
		clearInterval(timer);
		expect(result.kind).toBe("parsed");
		// Parsed here, there would be no turn at all.
		expect(turns).toBeGreaterThan(10);
	});

	it("that is given up when it takes too long, and the next document is read by another", async () => {
		const parser = open({ timeoutMs: 200 });
		expect(await parser.parse(job(LARGE))).toMatchObject({
			kind: "failed",
			reason: "timeout",
			message: expect.stringContaining("200 ms"),
		});
		expect(await parser.parse(job(SMALL))).toMatchObject({ kind: "parsed" });
	});

	it("that may run out of memory alone", async () => {
		const parser = open({ timeoutMs: 60_000, memoryMb: 40 });
		const items = JSON.stringify({
			version: "https://jsonfeed.org/version/1.1",
			title: "Many",
			items: Array.from({ length: 400_000 }, (_, id) => ({ id: String(id) })),
		});
		expect(await parser.parse(job(items))).toMatchObject({
			kind: "failed",
			reason: "memory",
			message: expect.stringContaining("40 MB"),
		});
		expect(await parser.parse(job(SMALL))).toMatchObject({ kind: "parsed" });
	});

	it("one after the other, however many are given at once", async () => {
		const parser = open();
		const results = await Promise.all(Array.from({ length: 20 }, () => parser.parse(job(SMALL))));
		expect(results.filter(({ kind }) => kind === "parsed")).toHaveLength(20);
	});

	it("until the threads are closed", async () => {
		const parser = open();
		const waiting = parser.parse(job(LARGE));
		await parser.close();
		expect(await waiting).toMatchObject({ kind: "failed", reason: "crash" });
		expect(await parser.parse(job(SMALL))).toMatchObject({ kind: "failed", reason: "crash" });
	});
});
