import { describe, expect, test } from "vitest";
import { recogniseTimes } from "../../../src/language/time/recognise.js";
import { resolveTimes } from "../../../src/language/time/resolve.js";
import { tokenize } from "../../../src/language/tokens.js";

const CASES: [language: string, text: string, expected: string[]][] = [
	["nl", "Op 12-01-2024 werd een agent gedood.", ["2024-01-12"]],
	["fr", "Le 2024-05-12, sept personnes ont vu le port.", ["2024-05-12"]],
	["de", "Am 12.05.2024 kamen im August 90 an.", ["2024-05-12"]],
	["es", "El 05/06/2024 el mar estaba en calma.", ["2024-06-05"]],
	["es", "El 25/06/2024 y el 1/2/23.", ["2024-06-25", "2023-02-01"]],
	["ru", "Москва, 12.05.2024, 2024-05-13.", ["2024-05-12", "2024-05-13"]],
	["ja", "東京 2024/05/12 と 2024-05-13T08:30Z。", ["2024-05-12", "2024-05-13T08:30Z"]],
	["en", "Filed on 05/06/2024.", ["2024-05-06"]],
	["und", "Filed on 05/06/2024.", ["2024-05-06"]],
];

describe("dates in digits are read in every language, words of time in English", () => {
	test.each(CASES)("%s: %s", (language, text, expected) => {
		const doc = tokenize(text);
		const times = resolveTimes(doc, recogniseTimes(doc, language), [], "2024-11-02");
		expect(times.map((time) => time.value)).toEqual(expected);
	});
});
