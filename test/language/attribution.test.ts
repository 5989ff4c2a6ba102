import { describe, expect, it } from "vitest";
import type { EntityMention } from "../../src/language/analysis.js";
import { type Attribution, attributionOf, findAttributions } from "../../src/language/attribution.js";
import { findPhrases } from "../../src/language/phrases.js";
import { tokenize } from "../../src/language/tokens.js";

/** Names in these sentences that are entities. */
const NAMES: readonly [string, EntityMention["type"]][] = [
	["Rosa Marin", "PERSON"],
	["Marin", "PERSON"],
	["Tolvia", "GPE"],
	["Red Cross", "ORGANIZATION"],
];

function entitiesOf(text: string): EntityMention[] {
	const found: EntityMention[] = [];
	for (const [name, type] of NAMES) {
		const start = text.indexOf(name);
		if (start < 0 || found.some((one) => one.start <= start && start < one.end)) continue;
		found.push({ start, end: start + name.length, text: name, type, name: name === "Marin" ? "Rosa Marin" : name });
	}
	return found.sort((a, b) => a.start - b.start);
}

function read(text: string): Attribution[] {
	const doc = tokenize(text);
	return findAttributions(doc, findPhrases(doc), entitiesOf(text));
}

/** Who says the given words, how. */
function about(text: string, words: string): Attribution | null {
	const start = text.indexOf(words);
	return attributionOf(read(text), { start, end: start + words.length });
}

describe("the source of a statement", () => {
	it.each([
		["is the subject before it", "Tolvia said the dam broke.", "broke", "Tolvia"],
		["is the subject before “that”", "The Red Cross reported that 40 people drowned.", "drowned", "Red Cross"],
		["may stand behind it", "The dam broke, police said.", "broke", "police"],
		["may stand amid it", "The dam broke, police said, despite repairs.", "repairs", "police"],
		["may follow an inverted verb", "“We will sue,” said Rosa Marin.", "sue", "Rosa Marin"],
		[
			"is the person behind a title",
			"Tolvia's Minister of Health Rosa Marin said clinics closed.",
			"closed",
			"Rosa Marin",
		],
		["is the person in apposition", "A spokeswoman, Rosa Marin, said clinics closed.", "closed", "Rosa Marin"],
		["keeps its number", "Two Tolvian pilots said the engine failed.", "failed", "Two Tolvian pilots"],
		["loses its article", "The coast guard said the ship sank.", "sank", "coast guard"],
		["follows “according to”", "The ship sank, according to the Red Cross.", "sank", "Red Cross"],
		["may open with “according to”", "According to the Red Cross, the ship sank.", "sank", "Red Cross"],
		["may follow a phrase of cause", "The dam broke because of rust, two engineers said.", "broke", "two engineers"],
		["is no subject of an inverted verb", "The dam was closed, said Captain Rosa Marin.", "closed", "Rosa Marin"],
		["keeps no day", "The transport ministry on Friday said the dam broke.", "broke", "transport ministry"],
		["is no person behind its comma", "According to police, Rosa Marin fled.", "fled", "police"],
		["amid commas says it all", "The dam, according to police, broke.", "broke", "police"],
		["of “they” may end otherwise", "Aid agencies met in Tolvia. They said the dam broke.", "broke", "Aid agencies"],
		["of “they” is several", "Rights groups met in Tolvia. They said the dam broke.", "broke", "Rights groups"],
		[
			"of “they” is who spoke last for several",
			"Two pilots said it rained. Tolvia answered. They said the dam broke.",
			"broke",
			"Two pilots",
		],
		["is kept by a pronoun", "Rosa Marin said clinics closed. She said wards flooded.", "flooded", "Rosa Marin"],
		[
			"of a gerund is that of its clause",
			"Rosa Marin said clinics closed, adding that wards flooded.",
			"flooded",
			"Rosa Marin",
		],
		["is nobody in hearsay", "The mayor allegedly stole the money.", "stole", null],
		["is nobody in an impersonal report", "It was reported that the mayor fled.", "fled", null],
	])("%s", (_name, text, words, source) => {
		const found = about(text, words);
		expect(found).not.toBeNull();
		expect(found?.source ?? null).toBe(source);
	});
});

describe("the stance and certainty of a statement", () => {
	it.each([
		["a denial denies its complement", "Tolvia denied that its jets bombed the port.", "bombed", "DENIES", "CERTAIN"],
		["a denial denies its gerund", "Tolvia denied bombing the port.", "bombing", "DENIES", "CERTAIN"],
		["a rejected claim is denied", "Tolvia rejected claims of fraud.", "fraud", "DENIES", "CERTAIN"],
		["saying asserts", "Tolvia said its jets bombed the port.", "bombed", "ASSERTS", "CERTAIN"],
		["alleging asserts with distance", "Tolvia alleges the jets bombed the port.", "bombed", "ASSERTS", "PROBABLE"],
		["an accusation is only possible", "Tolvia accused the bank of hiding losses.", "hiding", "ASSERTS", "POSSIBLE"],
		["hearsay is probable", "The jets reportedly bombed the port.", "bombed", "ASSERTS", "PROBABLE"],
	])("%s", (_name, text, words, stance, certainty) => {
		expect(about(text, words)).toMatchObject({ stance, certainty });
	});
});

describe("no attribution", () => {
	it.each([
		["covers a plain sentence", "Tolvia bombed the port.", "bombed"],
		["covers the next sentence", "Tolvia said the dam broke. The army arrived.", "arrived"],
		["covers a main clause behind the statement", "Tolvia said the dam broke, but the army left.", "left"],
		["covers its own verb", "Tolvia said the dam broke.", "said"],
		["comes from what was not denied", "Tolvia rejected the offer.", "offer"],
		["comes from a day", "The dam broke, Saturday said.", "broke"],
		["comes from a noun with a clause", "Tolvia bombed the port, a step it announced in May.", "bombed"],
		["comes from an act that is declared", "Tolvia bombed the port, and the mayor declared a truce.", "bombed"],
		["comes from a cited reason", "The firm closed, citing weak demand.", "closed"],
	])("%s", (_name, text, words) => {
		expect(about(text, words)).toBeNull();
	});
});

it("prefers the innermost statement", () => {
	const text = "Rosa Marin said that Tolvia claimed the dam broke.";
	expect(about(text, "broke")?.source).toBe("Tolvia");
	expect(about(text, "claimed")?.source).toBe("Rosa Marin");
});

it("carries a quotation over the sentences of its paragraph", () => {
	const text = "“The dam broke at night. Nobody warned us,” Rosa Marin said.";
	expect(about(text, "broke")?.source).toBe("Rosa Marin");
	expect(about(text, "warned")?.source).toBe("Rosa Marin");
});
