import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { readFeed } from "../../src/feed/read-feed.js";
import { readCases } from "./feedparser-case.js";
import { HOSTILE_PAYLOADS } from "./hostile-payloads.js";
import { mutations } from "./mutate-bytes.js";
import { OWN_FEEDS } from "./own-feeds.js";

const FEEDS = fileURLToPath(new URL("../../../shared/data/feeds", import.meta.url));
const RESPONSE = { url: "https://daily.example/feed", contentType: null };

/** Two on a quiet machine; what grows with the square of its input takes minutes on any. */
const MAX_SECONDS = 10;
/** A million entries of a dozen fields each take 128 MB, and none may be dropped. */
const MAX_MEMORY = 150_000_000;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that are still held when all garbage is gone. */
function liveMemory(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

describe("a hostile feed", () => {
	test.each(HOSTILE_PAYLOADS)("is read in seconds and 150 MB: $name", ({ make, entries }) => {
		const bytes = new TextEncoder().encode(make());
		const memory = liveMemory();
		const [start, started] = [performance.now(), process.cpuUsage()];
		const reading = readFeed(bytes, RESPONSE);
		const seconds = Math.min((performance.now() - start) / 1e3, process.cpuUsage(started).user / 1e6);
		const grown = liveMemory() - memory;
		if (entries !== null) expect(reading.kind === "feed" ? reading.feed.entries.length : reading.reason).toBe(entries);
		expect(seconds).toBeLessThan(MAX_SECONDS);
		expect(grown).toBeLessThan(MAX_MEMORY);
	});
});

describe("a damaged feed", () => {
	const read = (bytes: Uint8Array): void => {
		const start = performance.now();
		const reading = readFeed(bytes, RESPONSE);
		expect(["feed", "not-a-feed", "unreadable"]).toContain(reading.kind);
		expect(performance.now() - start).toBeLessThan(5_000);
	};

	test("never throws and never takes a second: 300 mutations of own feeds", () => {
		const seeds = Object.values(OWN_FEEDS).map((text) => new TextEncoder().encode(text));
		for (const bytes of mutations(seeds, 300, 20_260_303)) read(bytes);
	});

	test("has the entries before the place where it is cut", () => {
		for (const text of [OWN_FEEDS.rss, OWN_FEEDS.atom]) {
			const end = text.search(/<\/(?:item|entry)>/) + 5;
			for (let cut = end; cut < text.length; cut++) {
				const reading = readFeed(new TextEncoder().encode(text.slice(0, cut)), RESPONSE);
				expect(reading.kind === "feed" && reading.feed.entries.length).toBeGreaterThanOrEqual(1);
			}
		}
	});

	test.skipIf(!existsSync(FEEDS))(
		"never throws and never takes a second: 300 mutations of feedparser's (skipped where ../shared is absent)",
		() => {
			const seeds = existsSync(FEEDS) ? readCases(FEEDS).map(({ bytes }) => bytes) : [];
			for (const bytes of mutations(seeds, 300, 885)) read(bytes);
		},
	);
});
