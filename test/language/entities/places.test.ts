import { describe, expect, it } from "vitest";
import { countryOf } from "../../../src/language/entities/places.js";

describe("the country a name stands for", () => {
	const cases: [name: string, country: string | null][] = [
		["Iran", "Iran"],
		["Iranian", "Iran"],
		["Tehran", "Iran"],
		["US", "United States"],
		["U.S.", "United States"],
		["American", "United States"],
		["Washington", "United States"],
		["Texas", "United States"],
		["Kyiv", "Ukraine"],
		["Danes", "Denmark"],
		["Middle East", null],
		["us", null],
		["Atlantis", null],
		["", null],
	];
	for (const [name, country] of cases)
		it(`"${name}": ${country ?? "none"}`, () => expect(countryOf(name)).toBe(country));
});
