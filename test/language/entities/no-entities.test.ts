import { describe, expect, it } from "vitest";
import { findEntities } from "../../../src/language/entities/entities.js";
import { tokenize } from "../../../src/language/tokens.js";

const names = (text: string): string[] => findEntities(tokenize(text)).map(({ text: printed }) => printed);

describe("nothing is named in", () => {
	const texts = [
		"",
		"Officials said so. Police came. Prices rose. However, nobody left.",
		"Meanwhile, firefighters put out the blaze. Three were hurt.",
		"Talks begin on Monday in May, not on Christmas or Friday 3 June.",
		"I said I'm late, and I am.",
		"They asked us who left it to them.",
		"POLICE CLOSE ROADS AFTER HEAVY RAIN",
		"Heavy Rain Closes Roads And Schools Again",
		'"Prices rose," they said. "Nobody noticed."',
		"((((((((((((((((",
	];
	for (const text of texts) it(JSON.stringify(text), () => expect(names(text)).toEqual([]));
});

describe("a headline gives only names that are known", () => {
	it("from the lists or from the text below it", () => {
		const text =
			"Storm Shuts Schools Across Norway As Vestby Warns Drivers\n\nThe mayor, Kari Vestby, told Vestby's council.";
		expect(names(text)).toEqual(["Norway", "Vestby", "Kari Vestby", "Vestby"]);
	});
});
