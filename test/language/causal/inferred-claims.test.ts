import { describe, expect, test } from "vitest";
import { claimsOf } from "./read-claims.js";

const STORY = `Factory fire kills four in Brandt
A fire destroyed a paint factory in Brandt on Tuesday and killed four workers, the fire brigade said.
The blaze started after an explosion in a store room. The explosion shattered windows and the fire spread to two houses.
Hundreds of people fled the fire, and police evacuated a school.
Two workers were injured in the explosion and taken to hospital.`;

describe("claims that no signal of the lexicon states", () => {
	test("are inferred within a sentence", () => {
		const text = "Troops opened fire on the crowd and three students died.";
		const inferred = claimsOf(text).filter(({ basis }) => basis === "INFERRED");
		expect(inferred.length).toBeGreaterThan(0);
		for (const { confidence } of inferred) expect(confidence).toBeLessThan(0.9);
	});

	test("are inferred between the happenings of an article's storyline, with the likelier one as the cause", () => {
		const words = claimsOf(STORY)
			.filter(({ basis, signal }) => basis === "INFERRED" && signal === null)
			.map(({ cause, effect }) => [STORY.slice(cause.start, cause.end), STORY.slice(effect.start, effect.end)]);
		expect(words).toContainEqual(["fire", "killed"]);
		expect(words).not.toContainEqual(["killed", "fire"]);
	});

	test("are not looked for between the happenings of a single sentence, which has no storyline", () => {
		const text = "The blaze spread to two houses and police evacuated a school.";
		const single = claimsOf(text).filter(
			({ cause, effect }) => cause.end - cause.start < 9 && effect.end - effect.start < 9,
		);
		expect(single).toEqual([]);
	});

	test("have no signal where none stands between the arguments", () => {
		for (const { basis, signal, cause, effect } of claimsOf(STORY)) {
			if (basis === "STATED") expect(signal).not.toBeNull();
			expect(cause.end <= effect.start || effect.end <= cause.start).toBe(true);
		}
	});
});

test("a plain signal is heard whatever the news is about", () => {
	for (const text of [
		"The price of coffee rose because frost damaged the harvest.",
		"The merger failed due to a lack of funding.",
		"The cranes were halted because of the wind.",
	])
		expect(claimsOf(text)).toMatchObject([{ basis: "STATED" }]);
});

test("where the lexicon and the classifiers read one relation, the lexicon's reading stands alone", () => {
	expect(claimsOf("The rise in prices resulted from a poor harvest.")).toMatchObject([
		{ signal: { start: 19, end: 32 }, basis: "STATED" },
	]);
});
