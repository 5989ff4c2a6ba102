import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CopyCandidate, decideOriginal, isCopy, similarity } from "../../src/article/find-original.js";
import { bandKeys, signatureBytes, signatureFromBytes, signatureOf } from "../../src/article/signature.js";
import { seededRandom } from "./seeded-random.js";
import { newsMaker } from "./wire-variations.js";

interface Pair {
	name: string;
	same: boolean;
	a: string;
	b: string;
	daysApart?: number;
}

const PAIRS: Pair[] = JSON.parse(readFileSync(new URL("fixtures/copy-pairs.json", import.meta.url), "utf8"));
const shareKey = (a: string, b: string): boolean => {
	const keys = new Set(bandKeys(signatureOf(a)));
	return bandKeys(signatureOf(b)).some((key) => keys.has(key));
};

describe("a copy is recognised, and found by its keys:", () => {
	it.each(PAIRS.filter(({ same }) => same))("$name", ({ a, b, daysApart }) => {
		expect(isCopy(signatureOf(a), signatureOf(b), daysApart)).toBe(true);
		expect(isCopy(signatureOf(b), signatureOf(a), daysApart)).toBe(true);
		expect(shareKey(a, b)).toBe(true);
	});
});

describe("no copy:", () => {
	it.each(PAIRS.filter(({ same }) => !same))("$name", ({ a, b, daysApart }) => {
		expect(isCopy(signatureOf(a), signatureOf(b), daysApart)).toBe(false);
		expect(isCopy(signatureOf(b), signatureOf(a), daysApart)).toBe(false);
	});
});

describe("a signature", { retry: 2 }, () => {
	const text = PAIRS[0]?.a ?? "";

	it("is empty for fewer than twenty words, which are nobody's wording", () => {
		expect(signatureOf("Weather for Tuesday: rain").length).toBe(0);
		expect(isCopy(signatureOf("Weather: rain"), signatureOf("Weather: rain"))).toBe(false);
		expect(bandKeys(signatureOf("Weather: rain"))).toEqual([]);
	});

	it("keeps in the database", () => {
		expect(signatureFromBytes(signatureBytes(signatureOf(text)))).toEqual(signatureOf(text));
		expect(signatureFromBytes(new Uint8Array()).length).toBe(0);
	});

	it("does not depend on case, accents, apostrophes, line breaks and marks in numbers", () => {
		const other = text.replace(/\n+/g, " ").replaceAll("'", "’").replaceAll(",", "").replaceAll("e", "é").toUpperCase();
		expect(similarity(signatureOf(text), signatureOf(other))).toBe(1);
		const number = (written: string) => signatureOf(`${"word ".repeat(30)} ${written}`).at(-1);
		expect(number("1,200")).toBe(number("1.200"));
		expect(number("1200")).not.toBe(number("1201"));
	});

	it("has keys that fit a column of 64 bits, few enough for one statement", () => {
		const keys = bandKeys(signatureOf(newsMaker(1).article(3_000).join("\n")));
		expect(keys.length).toBeLessThanOrEqual(64);
		for (const key of keys) expect(0n <= key && key < 2n ** 63n).toBe(true);
	});

	it.each([
		["one word", "word ".repeat(400_000)],
		["one letter", "a".repeat(2_000_000)],
		["blanks", " ".repeat(2_000_000)],
		["lines", "\n".repeat(2_000_000)],
		["apostrophes", "a'".repeat(1_000_000)],
		["marks on a letter", `a${"\u0301".repeat(2_000_000)}`],
		["commas and digits", "1,".repeat(1_000_000)],
		["sentences", "By Jane Doe.\n".repeat(150_000)],
		["one sentence", "The quay fell into the sea. ".repeat(80_000)],
	])("of two million characters takes no longer than reading them: %s", (_name, hostile) => {
		const started = performance.now();
		const signature = signatureOf(hostile);
		const keys = bandKeys(signature);
		isCopy(signature, signature);
		expect(keys.length).toBeLessThanOrEqual(64);
		expect(performance.now() - started).toBeLessThan(1_500);
	});
});

describe("who copied whom", () => {
	const [wire = ""] = PAIRS.filter(({ same }) => same).map(({ a }) => a);
	const [retold = ""] = PAIRS.filter(({ same }) => !same).map(({ b }) => b);
	const signature = signatureOf(wire);
	const at = (hour: number) => new Date(Date.UTC(2026, 2, 3, hour));
	const original: CopyCandidate = { id: "a", isBasedOnId: null, publishedAt: at(8), signature };

	it("is settled by who published first", () => {
		expect(decideOriginal({ signature, publishedAt: at(9) }, [original])).toEqual({ kind: "copy", originalId: "a" });
		expect(decideOriginal({ signature, publishedAt: at(7) }, [original])).toEqual({
			kind: "earlier",
			formerOriginalId: "a",
		});
	});

	it("is settled by who was seen first where dates are equal or one is unknown", () => {
		expect(decideOriginal({ signature, publishedAt: at(8) }, [original]).kind).toBe("copy");
		const undated = { ...original, publishedAtProvenance: "FIRST_SEEN" as const };
		expect(decideOriginal({ signature, publishedAt: at(7) }, [undated])).toEqual({ kind: "copy", originalId: "a" });
		const unknown = { signature, publishedAt: at(7), publishedAtProvenance: "FIRST_SEEN" as const };
		expect(decideOriginal(unknown, [original])).toEqual({ kind: "copy", originalId: "a" });
	});

	it("leads past a copy to its original", () => {
		const copy = { id: "b", isBasedOnId: "a", publishedAt: at(9), signature };
		expect(decideOriginal({ signature, publishedAt: at(10) }, [copy, original])).toEqual({
			kind: "copy",
			originalId: "a",
		});
	});

	it("joins two originals of which the new article shows that they are one dispatch", () => {
		const other = { id: "b", isBasedOnId: null, publishedAt: at(6), signature };
		expect(decideOriginal({ signature, publishedAt: at(10) }, [original, other])).toEqual({
			kind: "copy",
			originalId: "b",
			joins: ["a"],
		});
		expect(decideOriginal({ signature, publishedAt: at(5) }, [original, other])).toEqual({
			kind: "earlier",
			formerOriginalId: "b",
			joins: ["a"],
		});
	});

	it("leaves a text of its own an original", () => {
		expect(decideOriginal({ signature: signatureOf(retold), publishedAt: at(9) }, [original])).toEqual({
			kind: "original",
		});
		expect(decideOriginal({ signature: signatureOf("Too short"), publishedAt: at(9) }, [original]).kind).toBe(
			"original",
		);
	});

	it("takes milliseconds among fifty long candidates", { retry: 2 }, () => {
		const maker = newsMaker(2);
		const candidates = Array.from({ length: 50 }, (_, n) => ({
			id: String(n),
			isBasedOnId: null,
			publishedAt: at(1),
			signature: signatureOf(maker.article(2_500).join("\n")),
		}));
		const started = performance.now();
		decideOriginal({ signature: signatureOf(maker.article(2_500).join("\n")), publishedAt: at(9) }, candidates);
		expect(performance.now() - started).toBeLessThan(500);
	});
});

/** What the archive does: candidates by shared keys, most keys first, at most sixteen. */
function archive() {
	const articles = new Map<string, CopyCandidate>();
	const index = new Map<bigint, string[]>();
	const add = (id: string, text: string, publishedAt: Date) => {
		const signature = signatureOf(text);
		const shared = new Map<string, number>();
		for (const key of bandKeys(signature))
			for (const other of index.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
		const alike = [...shared].sort((a, b) => b[1] - a[1]).slice(0, 16);
		const ids = new Set(alike.flatMap(([other]) => [other, articles.get(other)?.isBasedOnId ?? other]));
		// In the order in which they came.
		const candidates = [...articles.values()].filter((article) => ids.has(article.id));
		const decision = decideOriginal({ signature, publishedAt }, candidates);
		articles.set(id, {
			id,
			isBasedOnId: decision.kind === "copy" ? decision.originalId : null,
			publishedAt,
			signature,
		});
		const target = decision.kind === "copy" ? decision.originalId : id;
		const moved = [
			...("joins" in decision ? (decision.joins ?? []) : []),
			...(decision.kind === "earlier" ? [decision.formerOriginalId] : []),
		];
		for (const article of articles.values())
			if (moved.includes(article.id) || (article.isBasedOnId !== null && moved.includes(article.isBasedOnId)))
				article.isBasedOnId = target;
		for (const key of bandKeys(signature)) index.set(key, [...(index.get(key) ?? []), id]);
	};
	return { articles, add };
}

describe("over made-up news", () => {
	it("ten outlets that print one dispatch are one original and nine copies, whoever is seen first", () => {
		const maker = newsMaker(4);
		const random = seededRandom(4);
		const { articles, add } = archive();
		const dispatches = 60;
		const prints = Array.from({ length: dispatches }, (_, n) => {
			const paragraphs = maker.article(180 + random.below(500));
			return Array.from({ length: 10 }, (_, outlet) => ({
				id: `${n}/${outlet}`,
				text: outlet === 0 ? paragraphs.join("\n\n") : maker.copyOf(paragraphs),
				at: new Date(Date.UTC(2026, 2, 3, 8, outlet)),
			}));
		}).flat();
		for (const { id, text, at } of random.shuffled(prints)) add(id, text, at);
		const linked = prints.filter(
			({ id }) => !id.endsWith("/0") && articles.get(id)?.isBasedOnId === id.replace(/\d$/, "0"),
		);
		const wrong = prints.filter(({ id }) => (articles.get(id)?.isBasedOnId ?? id).split("/")[0] !== id.split("/")[0]);
		const recall = linked.length / (dispatches * 9);
		expect(wrong).toEqual([]);
		expect(recall).toBeGreaterThan(0.97);
	});

	it("what shares words and is no copy stays apart", () => {
		const maker = newsMaker(8);
		const taken = new Map<string, number>();
		const rounds = 150;
		for (let round = 0; round < rounds; round++) {
			for (const [kind, [a, b]] of Object.entries(maker.strangers()))
				taken.set(kind, (taken.get(kind) ?? 0) + Number(isCopy(signatureOf(a), signatureOf(b), 1)));
		}
		for (const [kind, count] of taken) expect(count / rounds, kind).toBeLessThanOrEqual(0.01);
	});
});
