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

describe("no person is made of", () => {
	const texts = [
		"They flew with Air Baltica to the West Bank.",
		"The crowd outside Best Buy on Black Friday grew.",
		"The rig Deepwater Horizon burned, and Deep Throat was dead.",
		"Troops from Northern Iraq and Eastern Poland met Western Allies.",
		"Shia Muslims and Sunni Arabs voted.",
		"The Red Cross, the Supreme Court and the Premier League agreed.",
		"Investors left Telecom Egypt for Trend Micro.",
	];
	for (const text of texts)
		it(text, () => expect(findEntities(tokenize(text)).filter(({ type }) => type === "PERSON")).toEqual([]));
});

describe("a title is no part of a name", () => {
	const cases: [text: string, names: string[]][] = [
		["He met President Laura Chinchilla Vega.", ["Laura Chinchilla Vega"]],
		["She told Prime Minister Ada Lindqvist.", ["Ada Lindqvist"]],
		["US District Judge Petra Moss ruled.", ["US", "Petra Moss"]],
		["Railway Minister Tobar Kuzmanek resigned.", ["Tobar Kuzmanek"]],
		["Secretary of Commerce Gina Holt flew home.", ["Gina Holt"]],
		["Crown Prince Omar bin Rashid spoke.", ["Omar bin Rashid"]],
	];
	for (const [text, wanted] of cases) it(text, () => expect(names(text)).toEqual(wanted));
});
