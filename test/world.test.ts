import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";

interface WorldArticle {
	url: string;
	headline: string;
	text: string;
	publishedAt: string;
	source: { name: string; homepage: string };
	language: string;
}

const folder = new URL("../prisma/world/", import.meta.url);
const EDITS = "edits.jsonl";
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const chains = files.filter((name) => name !== EDITS);

function readArticles(file: string): WorldArticle[] {
	const lines = readFileSync(new URL(file, folder), "utf8").trimEnd().split("\n");
	return lines.map((line) => JSON.parse(line) as WorldArticle);
}

const articles = chains.flatMap(readArticles);
const edits = readArticles(EDITS);

/** The article of a chain, counted from 1 as in the README. */
function at(chain: string, line: number): WorldArticle {
	const article = readArticles(`${chain}.jsonl`)[line - 1];
	if (!article) throw new Error(`${chain}.jsonl has no line ${line}`);
	return article;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Runs of five words, which a copy keeps and an independent report does not. */
function shinglesOf(text: string): Set<string> {
	const words = wordsOf(text);
	const shingles = new Set<string>();
	for (let i = 0; i + 5 <= words.length; i++) shingles.add(words.slice(i, i + 5).join(" "));
	return shingles;
}

/** Jaccard similarity of two sets of shingles, 0–1. */
function sharedWording(left: Set<string>, right: Set<string>): number {
	let shared = 0;
	for (const shingle of left) if (right.has(shingle)) shared++;
	return shared / (left.size + right.size - shared);
}

const COPIES: readonly [string, ...number[]][] = [
	["middle-east-2024", 4, 5, 6],
	["middle-east-2024", 28, 29, 30],
	["boeing-2024", 2, 3, 4],
	["hurricanes-2024", 2, 3, 4],
];

describe("every line of the sample world", () => {
	test.each(files)("%s holds articles in the import format", (file) => {
		for (const article of readArticles(file)) {
			expect(Object.keys(article)).toEqual(["url", "headline", "text", "publishedAt", "source", "language"]);
			const { homepage } = article.source;
			expect(homepage).toMatch(/^https:\/\/[a-z-]+\.example$/);
			expect(article.url.startsWith(`${homepage}/`)).toBe(true);
			expect(article.source.name.trim()).not.toBe("");
			expect(article.headline.trim()).not.toBe("");
			expect(article.publishedAt).toBe(new Date(article.publishedAt).toISOString().replace(".000", ""));
			expect(article.language).toBe("en");
		}
	});

	test.each(files)("%s holds reports of ordinary length in paragraphs", (file) => {
		for (const { text, url } of readArticles(file)) {
			const words = text.split(/\s+/).length;
			expect(words, url).toBeGreaterThanOrEqual(120);
			expect(words, url).toBeLessThanOrEqual(350);
			expect(text.split("\n\n").length, url).toBeGreaterThanOrEqual(3);
			expect(text, url).not.toMatch(/\n{3}|[^\n]\n[^\n]|[ \t]\n|^\s|\s$/);
		}
	});

	test.each(chains)("%s is in the order of publication", (file) => {
		const times = readArticles(file).map(({ publishedAt }) => publishedAt);
		expect(times).toEqual([...times].sort());
	});
});

describe("the sample world as a whole", () => {
	it("has at least three chains, 36 articles and 6 outlets", () => {
		expect(chains.length).toBeGreaterThanOrEqual(3);
		expect(articles.length).toBeGreaterThanOrEqual(36);
		expect(new Set(articles.map(({ source }) => source.homepage)).size).toBeGreaterThanOrEqual(6);
	});

	it("gives every outlet one name and every article one URL", () => {
		const outlets = new Set(articles.map(({ source }) => source.homepage));
		expect(new Set(articles.map(({ source }) => `${source.name} ${source.homepage}`)).size).toBe(outlets.size);
		expect(new Set(articles.map(({ url }) => url)).size).toBe(articles.length);
	});

	it("edits articles it holds: same URL and publication, another text", () => {
		expect(edits.length).toBeGreaterThan(0);
		for (const edit of edits) {
			const first = articles.find(({ url }) => url === edit.url);
			expect(first?.publishedAt).toBe(edit.publishedAt);
			expect(first?.source).toEqual(edit.source);
			expect(first?.text).not.toBe(edit.text);
		}
	});
});

describe("the special cases", () => {
	test.each(COPIES)(
		"%s: lines %i, %i and %i are one wire text at three outlets, within six hours",
		(chain, ...lines) => {
			const copies = lines.map((line) => at(chain, line));
			expect(new Set(copies.map(({ source }) => source.name)).size).toBe(copies.length);
			expect(new Set(copies.map(({ headline }) => headline)).size).toBe(copies.length);
			expect(new Set(copies.map(({ text }) => text)).size).toBe(copies.length);
			const [wire, ...others] = copies as [WorldArticle, ...WorldArticle[]];
			for (const copy of others) {
				expect(sharedWording(shinglesOf(wire.text), shinglesOf(copy.text))).toBeGreaterThan(0.65);
				expect(Date.parse(copy.publishedAt) - Date.parse(wire.publishedAt)).toBeLessThan(6 * 3_600_000);
			}
		},
	);

	it("is otherwise written independently: no other two articles share their wording", () => {
		const groups = COPIES.map(([chain, ...lines]) => new Set(lines.map((line) => at(chain, line).url)));
		const worded = articles.map(({ url, text }) => ({ url, shingles: shinglesOf(text) }));
		for (const [i, a] of worded.entries()) {
			for (const b of worded.slice(i + 1)) {
				if (groups.some((group) => group.has(a.url) && group.has(b.url))) continue;
				expect(sharedWording(a.shingles, b.shingles), `${a.url} ${b.url}`).toBeLessThan(0.1);
			}
		}
	});

	test.each([
		["a denied cause", "boeing-2024", 20, "has denied that the cuts were caused by the machinists' strike"],
		["denied responsibility", "middle-east-2024", 2, "denied any link to the explosion"],
		["a denied origin", "middle-east-2024", 13, "denied that it had made the pagers"],
		["no evidence of a link", "key-bridge-2024", 1, "no evidence that the collapse was linked to terrorism"],
		["boilerplate at the end", "middle-east-2024", 23, "sign up for our free morning newsletter."],
		["a dateline", "middle-east-2024", 13, "BEIRUT, Sept. 18 - "],
		["a list of times", "key-bridge-2024", 3, "\n\n1:26 a.m.: "],
		["a list of times over two days", "hurricanes-2024", 12, "\n\nThursday, 5 a.m.: "],
		["a postponed demolition", "key-bridge-2024", 5, "called off the controlled demolition"],
		["the demolition held", "key-bridge-2024", 6, "took place shortly after 5 p.m., one day later than planned"],
		["postponed games", "hurricanes-2024", 1, "postponed the last two games"],
		["the games held", "hurricanes-2024", 7, "were played at last on Monday"],
		["a postponed visit", "hurricanes-2024", 10, "put off a visit to Germany and Angola"],
		["the visit made", "hurricanes-2024", 15, "a short visit that had been put off because of a hurricane"],
		["the first of two strikes on Beirut", "middle-east-2024", 3, "in Haret Hreik, in the southern suburbs of Beirut"],
		["the second of two strikes", "middle-east-2024", 16, "It was the second killing of a top Hezbollah commander"],
		["pagers", "middle-east-2024", 11, "Pagers carried by members of Hezbollah exploded"],
		["radios, a day later", "middle-east-2024", 13, "one day after thousands of pagers blew up"],
	] as const)("it has %s: %s, line %i", (_case, chain, line, words) => {
		expect(at(chain, line).text).toContain(words);
	});

	it("heads its backgrounds in many ways, and leaves some without a heading or without a background", () => {
		const headings = articles.map(({ text }) => text.split("\n\n").find((line) => /^[A-Z][\w ]{3,30}$/.test(line)));
		expect(new Set(headings.filter(Boolean)).size).toBeGreaterThanOrEqual(8);
		expect(headings.filter((heading) => heading === undefined).length).toBeGreaterThanOrEqual(20);
	});
});
