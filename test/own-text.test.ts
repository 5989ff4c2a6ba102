import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ownText } from "../src/own-text.js";

it.each([
	"",
	"short",
	"a word of thirteen letters and more",
	"Straße, ελληνικά, 日本語のテキストです",
	"half a pair \ud83d of twenty",
])("%j stays as it is", (text) => expect(ownText(text)).toBe(text));

/** Remembers a word of each of so many texts of a megabyte, and says how many megabytes that takes. */
const PROGRAM = `
	import { ownText } from "./src/own-text.ts";
	const [how] = process.argv.slice(-1);
	const kept = new Map();
	const before = (gc(), process.memoryUsage().heapUsed);
	for (let n = 0; n < 50; n++) {
		const text = ("antidisestablishmentarianism-" + n + " ").repeat(30_000);
		const word = text.slice(40, 70);
		kept.set(how === "own" ? ownText(word) : word, n);
	}
	gc();
	console.log((process.memoryUsage().heapUsed - before) / 1e6 + kept.size * 0);
`;

it("A word that is remembered does not hold the text that it stood in", async () => {
	const megabytes = async (how: string) => {
		const args = ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval", PROGRAM, how];
		return Number((await promisify(execFile)(process.execPath, args)).stdout);
	};
	const [piece, own] = await Promise.all([megabytes("piece"), megabytes("own")]);
	expect(piece).toBeGreaterThan(20);
	expect(own).toBeLessThan(5);
});
