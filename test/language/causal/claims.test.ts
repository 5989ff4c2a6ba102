import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/language/analyze.js";
import { readClaims } from "./read-claims.js";

/** Sentence, cause, signal, effect; relation and mode are in the table's name. */
type Row = readonly [sentence: string, cause: string, signal: string, effect: string];

const CONSEQUENCES: readonly Row[] = [
	[
		"The match was abandoned because the floodlights failed.",
		"the floodlights failed",
		"because",
		"The match was abandoned",
	],
	[
		"Because the floodlights failed, the match was abandoned.",
		"the floodlights failed",
		"Because",
		"the match was abandoned",
	],
	["Flights were grounded due to volcanic ash.", "volcanic ash", "due to", "Flights were grounded"],
	["Owing to volcanic ash, flights were grounded.", "volcanic ash", "Owing to", "flights were grounded"],
	["The ambush led to weeks of shelling.", "The ambush", "led to", "weeks of shelling"],
	["The strike was triggered by a drop in wages.", "a drop in wages", "triggered by", "The strike"],
	["A leak forced the airport to close.", "A leak", "forced", "the airport to close"],
	["The storm left 40,000 homes without power.", "The storm", "left", "left 40,000 homes without power"],
	["The flooding stemmed from a broken dam.", "a broken dam", "stemmed from", "The flooding"],
	["A gas tank exploded, injuring six workers.", "A gas tank exploded", "injuring", "injuring six workers"],
	[
		"The mayor resigned after an audit found missing funds.",
		"an audit found missing funds",
		"after",
		"The mayor resigned",
	],
	["Shares plunged amid fears of a recession.", "fears of a recession", "amid", "Shares plunged"],
	["The reason for the delay was a missing part.", "a missing part", "reason for", "the delay"],
	["The rise in prices resulted from a poor harvest.", "a poor harvest", "resulted from", "The rise in prices"],
	[
		"Since the road is closed, trucks must take the ferry.",
		"the road is closed",
		"Since",
		"trucks must take the ferry",
	],
	[
		"The team missed the final, which sparked anger among fans.",
		"The team missed the final",
		"sparked",
		"anger among fans",
	],
	[
		"The plant closed and, as a result, 300 people lost their jobs.",
		"The plant closed",
		"as a result",
		"300 people lost their jobs",
	],
	["In June 2019 the harbour was closed because of a spill.", "a spill", "because of", "the harbour was closed"],
];

const MOTIVES: readonly Row[] = [
	[
		"The army shelled the village in retaliation for an ambush.",
		"an ambush",
		"in retaliation for",
		"The army shelled the village",
	],
	["The embargo was a response to the invasion.", "the invasion", "was a response to", "The embargo"],
	["The court fined the bank for hiding losses.", "hiding losses", "for", "The court fined the bank"],
	["Nurses walked out over low pay.", "low pay", "over", "Nurses walked out"],
	[
		"Thousands marched through the capital, demanding new elections.",
		"demanding new elections",
		"demanding",
		"Thousands marched through the capital",
	],
	["Police arrested three men on suspicion of arson.", "arson", "on suspicion of", "Police arrested three men"],
	["The rally was called off for fear of violence.", "violence", "for fear of", "The rally was called off"],
];

const PURPOSES: readonly Row[] = [
	[
		"The navy sent two ships in order to protect the port.",
		"protect the port",
		"in order to",
		"The navy sent two ships",
	],
	[
		"Lawmakers passed the bill so that farmers could be paid.",
		"farmers could be paid",
		"so that",
		"Lawmakers passed the bill",
	],
	["The new law is aimed at reducing smog.", "reducing smog", "is aimed at", "The new law"],
	["The army sent troops to restore order.", "restore order", "to", "The army sent troops"],
];

const PREVENTIONS: readonly Row[] = [
	["Heavy snow prevented the rescue.", "Heavy snow", "prevented", "the rescue"],
	["The government postponed the election.", "postponed", "postponed", "the election"],
];

const ENABLERS: readonly Row[] = [
	["A ceasefire paved the way for talks.", "A ceasefire", "paved the way for", "talks"],
	["The closure contributed to a shortage of beds.", "The closure", "contributed to", "a shortage of beds"],
];

describe.each([
	["CAUSE", "CONSEQUENCE", CONSEQUENCES],
	["CAUSE", "MOTIVATION", MOTIVES],
	["CAUSE", "PURPOSE", PURPOSES],
	["PREVENT", "CONSEQUENCE", PREVENTIONS],
	["ENABLE", "CONSEQUENCE", ENABLERS],
] as const)("%s by %s", (relation, mode, rows) => {
	test.each(rows)("is read in: %s", (sentence, cause, signal, effect) => {
		const found = readClaims(sentence);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ cause, signal, effect, relation, mode, stance: "SUPPORTS" });
	});
});

describe("a claim over two sentences", () => {
	test.each([
		["The bridge collapsed. As a result, the town was cut off.", "The bridge collapsed", "the town was cut off"],
		[
			"The bridge collapsed. This led to the isolation of the town.",
			"The bridge collapsed",
			"the isolation of the town",
		],
	])("has the sentence before as its cause: %s", (text, cause, effect) => {
		expect(readClaims(text)).toMatchObject([{ cause, effect }]);
	});
});

describe("a denied claim contradicts", () => {
	test.each([
		["The minister denied that the deaths were caused by the vaccine.", "minister"],
		["The deaths were not caused by the vaccine.", null],
		["The union rejected claims that the deaths were caused by the strike.", "union"],
	])("%s", (sentence, source) => {
		const found = readClaims(sentence);
		expect(found).toMatchObject([{ stance: "CONTRADICTS" }]);
		if (source === null) expect(found[0]?.attributedTo).toBeNull();
		else expect(found[0]?.attributedTo).toContain(source);
	});

	test("but a rejected plan denies nothing", () => {
		expect(readClaims("The union rejected the plan because the pay was low.")).toMatchObject([{ stance: "SUPPORTS" }]);
	});
});

describe("who says so, and how surely", () => {
	test("a blamer is the source of the claim", () => {
		expect(readClaims("Officials blamed the outage on a storm.")).toMatchObject([
			{ cause: "a storm", effect: "the outage", attributedTo: "Officials" },
		]);
	});

	test("blame for and blame on have their arguments the other way round", () => {
		expect(readClaims("Officials blamed a storm for the outage.")).toMatchObject([
			{ cause: "a storm", effect: "the outage" },
		]);
	});

	test("a hedge beside the signal makes the claim possible only", () => {
		expect(readClaims("The crash may have been caused by fog.")).toMatchObject([{ certainty: "POSSIBLE" }]);
		expect(readClaims("The crash was caused by fog.")).toMatchObject([{ certainty: "CERTAIN" }]);
	});
});

describe("the mentions of a claim", () => {
	test.each([
		[
			"A clause is stood for by its verb",
			"The bridge collapsed because the river flooded the valley.",
			"flooded",
			"collapsed",
		],
		[
			"A noun phrase is stood for by its head",
			"The strike was called off after the attack that killed two men.",
			"attack",
			"called",
		],
	])("%s: %s", (_rule, sentence, cause, effect) => {
		const { analysis } = readArticle({ text: sentence, language: "en" });
		const claim = analysis.causalLinks[0];
		const trigger = (index: number | null | undefined): string => {
			const mention = analysis.mentions[index ?? -1];
			return mention ? sentence.slice(mention.start, mention.end) : "";
		};
		expect(trigger(claim?.causeMention)).toContain(cause);
		expect(trigger(claim?.effectMention)).toContain(effect);
	});
});
