import { describe, expect, it } from "vitest";
import { findEntities } from "../../../src/language/entities/entities.js";
import { tokenize } from "../../../src/language/tokens.js";
import { NEWS_SENTENCES } from "./news-sentences.js";

const read = (text: string): string[] =>
	findEntities(tokenize(text)).map(({ type, text: printed, name }) =>
		name === printed ? `${type} ${printed}` : `${type} ${printed} = ${name}`,
	);

/** Names found and names missed, over all sentences or one type. */
function compare(type: string): { precision: number; recall: number; extra: string[]; missed: string[] } {
	const extra: string[] = [];
	const missed: string[] = [];
	let right = 0;
	for (const [text, names] of NEWS_SENTENCES) {
		const rest = read(text).filter((name) => name.startsWith(type));
		for (const name of names.filter((gold) => gold.startsWith(type))) {
			const at = rest.indexOf(name);
			if (at < 0) missed.push(name);
			else {
				right++;
				rest.splice(at, 1);
			}
		}
		extra.push(...rest);
	}
	return { precision: right / (right + extra.length), recall: right / (right + missed.length), extra, missed };
}

/** What is reached, less a name or two of each type: a change that loses more is looked at. */
describe("names in sentences of news, with type and canonical name", () => {
	const floors: [type: string, precision: number, recall: number][] = [
		["", 0.94, 0.94],
		["PERSON", 0.95, 0.97],
		["ORGANIZATION", 0.92, 0.91],
		["GPE", 0.96, 0.98],
		["LOCATION", 0.9, 0.9],
		["FACILITY", 0.9, 0.9],
	];
	for (const [type, precision, recall] of floors)
		it(`${type || "all types"}: precision ${precision}, recall ${recall} at least`, () => {
			const found = compare(type);
			expect(found.precision, `too many: ${found.extra.join("; ")}`).toBeGreaterThanOrEqual(precision);
			expect(found.recall, `missed: ${found.missed.join("; ")}`).toBeGreaterThanOrEqual(recall);
		});
});
