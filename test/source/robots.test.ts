import { describe, expect, it, test } from "vitest";
import type { FetchErrorCode, FetchResult } from "../../src/source/fetch-bytes.js";
import { mayFetch, readRobots } from "../../src/source/robots.js";

const AGENT = "Antecedent/0.1 (+https://news.example/bot)";
const URL_A = "https://news.example/a/page.html?x=1";

describe("A robots.txt", () => {
	test.each([
		["is empty", "", true],
		["shuts out all", "User-agent: *\nDisallow: /", false],
		["shuts out another", "User-agent: Other\nDisallow: /", true],
		["shuts us out by name, in any case", "user-agent: ANTECEDENT\ndisallow: /a", false],
		["names a version of us", "User-agent: Antecedent/2.0\nDisallow: /", false],
		["names a longer product", "User-agent: AntecedentImages\nDisallow: /", true],
		["lets us in by name", "User-agent: *\nDisallow: /\n\nUser-agent: Antecedent\nDisallow:", true],
		[
			"names us twice",
			"User-agent: Antecedent\nDisallow: /b\nUser-agent: x\nAllow: /\nUser-agent: Antecedent\nDisallow: /a",
			false,
		],
		["names us among others", "User-agent: x\nUser-agent: Antecedent\nUser-agent: y\nDisallow: /", false],
		["has a rule for others after us", "User-agent: Antecedent\nDisallow: /b\nUser-agent: x\nDisallow: /", true],
		["has the longer rule allow", "User-agent: *\nDisallow: /a\nAllow: /a/page", true],
		["has the longer rule disallow", "User-agent: *\nAllow: /a\nDisallow: /a/page", false],
		["has a wildcard", "User-agent: *\nDisallow: /*.html", false],
		["has an end", "User-agent: *\nDisallow: /*.html$", true],
		["speaks of the query", "User-agent: *\nDisallow: /*?x=", false],
		["has comments and other lines between", "# hello\nUser-agent: * # all\nSitemap: /s.xml\nDisallow: /a # no", false],
		["has Macintosh line ends", "User-agent: *\rDisallow: /", false],
		["starts with a byte order mark", "\ufeffUser-agent: *\nDisallow: /", false],
		["is a page", "<!doctype html><title>Not found</title>\nDisallow: /", true],
		["has rules before any name", "Disallow: /", true],
	])("that %s", (_name, text, allowed) => {
		expect(mayFetch(text, URL_A, AGENT).allowed).toBe(allowed);
	});

	test.each([
		["ours", "User-agent: *\nCrawl-delay: 5\nUser-agent: Antecedent\nCrawl-delay: 10", 10],
		["that for all", "User-agent: *\nCrawl-delay: 2.5", 2.5],
		["none of ours", "User-agent: *\nCrawl-delay: 5\nUser-agent: Antecedent\nDisallow:", null],
		["at most a day", "User-agent: *\nCrawl-delay: 1e9", 86_400],
		["no number", "User-agent: *\nCrawl-delay: soon", null],
		["less than nothing", "User-agent: *\nCrawl-delay: -5", null],
	])("has a delay: %s", (_name, text, expected) => {
		expect(mayFetch(text, URL_A, AGENT).crawlDelaySeconds).toBe(expected);
	});

	it("may itself be asked for, and speaks of no other address than the web's", () => {
		expect(mayFetch("User-agent: *\nDisallow: /", "https://news.example/robots.txt", AGENT).allowed).toBe(true);
		expect(mayFetch("", "file:///etc/passwd", AGENT).allowed).toBe(false);
	});

	it("is read up to half a megabyte, and to the end of a line", () => {
		const rules = "User-agent: *\nDisallow: /b\n";
		const withFiller = (lines: number) => `${rules}${`${"#".repeat(99)}\n`.repeat(lines)}Disallow: /a`;
		expect(mayFetch(withFiller(5_119), URL_A, AGENT).allowed).toBe(false);
		expect(mayFetch(withFiller(5_120), URL_A, AGENT).allowed).toBe(true);
		const cut = `${rules}${"#".repeat(512_000 - rules.length - 13)}\nDisallow: /a${"/no".repeat(100)}`;
		expect(mayFetch(cut, URL_A, AGENT).allowed).toBe(true);
	});

	test.each([
		[
			"of many names and many rules",
			`${"User-agent: Antecedent\n".repeat(8_000)}${"Disallow: /b\n".repeat(2_000)}`,
			true,
		],
		["of others' many names and rules", `${"User-agent: x\n".repeat(15_000)}${"Disallow: /b\n".repeat(10_000)}`, true],
		["of one long pattern", `User-agent: *\nDisallow: ${"*a".repeat(200_000)}b`, false],
		["of many patterns", `User-agent: *\n${`Disallow: *${"a".repeat(1_000)}b\n`.repeat(480)}`, false],
		["of white space", " ".repeat(500_000), true],
	])("%s takes no long time", { retry: 2 }, (_name, text, allowed) => {
		const start = performance.now();
		expect(mayFetch(text, `https://news.example/${"a".repeat(4_000)}`, AGENT).allowed).toBe(allowed);
		expect(performance.now() - start).toBeLessThan(1_000);
	});
});

describe("An answer to the question for robots.txt", () => {
	const failed = (code: FetchErrorCode): FetchResult => {
		const rest = { message: "m", httpStatus: null, retryAfterSeconds: null, movedTo: null, bodyStart: "" };
		return { kind: "failed", code, ...rest };
	};

	test.each<[FetchErrorCode, "allow-all" | "disallow-all"]>([
		["HTTP_CLIENT_ERROR", "allow-all"],
		["GONE", "allow-all"],
		["REDIRECTS", "allow-all"],
		["HTTP_SERVER_ERROR", "disallow-all"],
		["RATE_LIMITED", "disallow-all"],
		["TIMEOUT", "disallow-all"],
		["DNS", "disallow-all"],
		["BLOCKED_ADDRESS", "disallow-all"],
		["TOO_LARGE", "disallow-all"],
	])("%s: %s", (code, kind) => {
		expect(readRobots(failed(code))).toMatchObject({ kind, reason: expect.stringContaining("(m)") });
	});

	it("are rules, whatever the bytes", () => {
		const headers = { status: 200, url: URL_A, movedTo: null, contentType: null, contentLanguage: null };
		const more = {
			contentLocation: null,
			etag: null,
			lastModified: null,
			maxAgeSeconds: null,
			retryAfterSeconds: null,
		};
		const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff]);
		expect(readRobots({ kind: "ok", bytes, ...headers, ...more })).toEqual({ kind: "rules", text: "A\ufffd" });
		expect(readRobots({ kind: "not-modified", ...headers, ...more }).kind).toBe("disallow-all");
	});
});
