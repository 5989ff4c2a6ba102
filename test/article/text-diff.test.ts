import { describe, expect, it } from "vitest";
import { diffTexts, type TextDiff } from "../../src/article/text-diff.js";
import { seededRandom } from "./seeded-random.js";

/** "kept [-deleted-] {+inserted+}" */
const marked = (parts: readonly TextDiff[]): string =>
	parts.map(({ op, text }) => (op === "EQUAL" ? text : op === "DELETE" ? `[-${text}-]` : `{+${text}+}`)).join("");
const side = (parts: readonly TextDiff[], op: "INSERT" | "DELETE"): string =>
	parts
		.filter((part) => part.op === "EQUAL" || part.op === op)
		.map(({ text }) => text)
		.join("");

function expectWhole(before: string, after: string): TextDiff[] {
	const parts = diffTexts(before, after);
	expect(side(parts, "DELETE") === before && side(parts, "INSERT") === after).toBe(true);
	for (const [index, { op, text }] of parts.entries()) {
		expect(text).not.toBe("");
		expect(op).not.toBe(parts[index + 1]?.op);
		expect([op, parts[index + 1]?.op]).not.toEqual(["INSERT", "DELETE"]);
	}
	return parts;
}

describe("what changed between two texts", () => {
	it.each([
		["", "", ""],
		["", "The quay fell.", "{+The quay fell.+}"],
		["The quay fell.", "", "[-The quay fell.-]"],
		["The quay fell.", "The quay fell.", "The quay fell."],
		["Two people died.", "Three people died.", "[-Two-]{+Three+} people died."],
		["The quay fell.", "The old quay fell on Monday.", "The {+old +}quay fell{+ on Monday+}."],
		["One two three four.", "One six seven four.", "One [-two three-]{+six seven+} four."],
		["A.\n\nB.", "A.\n\nNew.\n\nB.", "A.\n\n{+New.\n\n+}B."],
		["A  b", "A b", "A[-  -]{+ +}b"],
		["Die Brücke fiel.", "Die Brücken fielen.", "Die [-Brücke fiel-]{+Brücken fielen+}."],
		["大桥倒塌三人死亡", "大桥倒塌四人死亡", "大桥倒塌[-三-]{+四+}人死亡"],
		["Sad 😀", "Sad 😁", "Sad [-😀-]{+😁+}"],
	])("%j → %j", (before, after, expected) => {
		expect(marked(diffTexts(before, after))).toBe(expected);
	});

	it("makes both texts again, whatever they are", () => {
		const random = seededRandom(5);
		const pieces = [
			"quay",
			"fell",
			" ",
			" ",
			"\n",
			"\n\n",
			"é",
			"e\u0301",
			"\ud800",
			"\udc00",
			"😀",
			"大",
			"桥",
			".",
			",",
			"\u0000",
			"\r",
			"12",
			"a1",
		];
		const text = () => Array.from({ length: random.below(60) }, () => random.pick(pieces)).join("");
		for (let round = 0; round < 3_000; round++) {
			const before = text();
			const after = random.chance(0.5) ? text() : before.replaceAll(random.pick(pieces), random.pick(pieces));
			expectWhole(before, after);
		}
	});
});

describe("long texts", () => {
	const random = seededRandom(9);
	const vocabulary = Array.from({ length: 2_000 }, (_, n) => `w${n}`);
	const paragraph = (words: number) => Array.from({ length: words }, () => random.pick(vocabulary)).join(" ");
	const long = Array.from({ length: 3_000 }, () => paragraph(100)).join("\n\n");

	it.each<[string, string, string]>([
		["nothing alike", long, long.replaceAll("w", "v")],
		["every tenth word another", long, long.replaceAll("w1", "x1")],
		["one word a thousand times, and another", "a ".repeat(700_000), "b ".repeat(700_000)],
		["a line a character", "a\n".repeat(700_000), "b\na\n".repeat(350_000)],
		["one word of two million letters", "a".repeat(1_900_000), "b".repeat(1_900_000)],
		["blanks", " ".repeat(1_900_000), "\n".repeat(1_900_000)],
		["blanks and letters by turns", "a  ".repeat(500_000), "a ".repeat(500_000)],
		["lone surrogates", "\ud800".repeat(900_000), "\udc00".repeat(900_000)],
	])("of two million characters are compared in a moment: %s", (_name, before, after) => {
		const started = performance.now();
		const parts = diffTexts(before, after);
		// A second alone on a core; three beside other tests.
		expect(performance.now() - started).toBeLessThan(30_000);
		expect(side(parts, "DELETE") === before && side(parts, "INSERT") === after).toBe(true);
	});

	it("with a word changed here and there say which", () => {
		const parts = diffTexts(long, long.replace(/ /, " new ").replace(/\n\n(\S+)/, "\n\nother"));
		expect(parts.filter(({ op }) => op !== "EQUAL").every(({ text }) => text.length < 10)).toBe(true);
	});

	it("in which too much changed are compared by paragraphs, and within them by words", () => {
		const paragraphs = long.split("\n\n").slice(0, 400);
		const edited = paragraphs.map((text, n) => (n % 2 === 0 ? text.replace(/^(\S+ \S+) \S+ /, "$1 ZZ ") : text));
		const parts = expectWhole(paragraphs.join("\n\n"), ["Fresh.", ...edited, paragraph(600)].join("\n\n"));
		expect(parts.filter(({ op, text }) => op === "INSERT" && text === "ZZ").length).toBeGreaterThan(100);
	});
});
