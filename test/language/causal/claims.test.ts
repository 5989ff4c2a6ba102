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
	[
		"The mill shut because of debts, falling demand and the strike, the owner said.",
		"debts, falling demand and the strike",
		"because of",
		"The mill shut",
	],
	["The clinic closed, nurses said, because of the flood.", "the flood", "because of", "The clinic closed"],
	[
		"Two ferries, the boats that serve the island, turned back because of fog.",
		"fog",
		"because of",
		"Two ferries, the boats that serve the island, turned back",
	],
	["MARLOW, Kenora - A crane fell on Monday because of rust.", "rust", "because of", "A crane fell on Monday"],
	["The gas blast killed six miners.", "The gas blast", "killed", "killed six miners"],
	["The verdict led unions to call a strike.", "The verdict", "led", "unions to call a strike"],
	["In June 2019 the harbour was closed because of a spill.", "a spill", "because of", "the harbour was closed"],
];

const MOTIVES: readonly Row[] = [
	[
		"The army shelled the village in retaliation for an ambush.",
		"an ambush",
		"in retaliation for",
		"The army shelled the village",
	],
	["The shelling was a reprisal for the raid.", "the raid", "was a reprisal for", "The shelling"],
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
	[
		"The envoy had spent three days trying to stop the war.",
		"trying to stop the war",
		"trying to",
		"The envoy had spent three days",
	],
	[
		"The hatch had been opened, so that rivets could be replaced.",
		"rivets could be replaced",
		"so that",
		"The hatch had been opened",
	],
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
		const found = readClaims(sentence, 0.3);
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
		[
			"The bridge collapsed. In response the mayor closed two more.",
			"The bridge collapsed",
			"the mayor closed two more",
		],
	])("has the sentence before as its cause: %s", (text, cause, effect) => {
		expect(readClaims(text)).toMatchObject([{ cause, effect }]);
	});
});

describe("an act of prevention", () => {
	const kinds = (text: string) => readClaims(text, 0.4).map(({ cause, relation }) => [relation, cause]);

	test("is no cause of its own where the sentence gives the cause", () => {
		expect(kinds("Engineers put off the blasting because of lightning.")).toEqual([["CAUSE", "lightning"]]);
	});

	test("stands beside its cause where it was a duty", () => {
		expect(kinds("The mayor had to cancel the parade because of the floods.")).toEqual([
			["PREVENT", "cancel"],
			["CAUSE", "the floods"],
		]);
	});

	test("stands beside its cause where what it prevents is told on its own", () => {
		const text = "Talks were planned for March. Mediators cancelled the talks because of the raid.";
		expect(kinds(text)).toEqual([
			["PREVENT", "cancelled"],
			["CAUSE", "the raid"],
		]);
	});
});

describe("a cause set against another", () => {
	test.each([
		["The cuts were the result of poor sales, not of the strike.", "poor sales", "the strike"],
		["The cuts were caused by poor sales, not the strike.", "poor sales", "the strike"],
		["The mill closed because of debts, not because of the strike.", "debts", "the strike"],
		["The delay was not caused by rain but by a strike.", "a strike", "rain"],
	])("is claimed and the other denied: %s", (text, claimed, denied) => {
		const found = readClaims(text);
		expect(found).toHaveLength(2);
		expect(found.find(({ stance }) => stance === "SUPPORTS")?.cause).toBe(claimed);
		expect(found.find(({ stance }) => stance === "CONTRADICTS")?.cause).toBe(denied);
	});
});

describe("a denied claim contradicts", () => {
	test.each([
		["The minister denied that the deaths were caused by the vaccine.", "minister"],
		["The deaths were not caused by the vaccine.", null],
		["The drought did not lead to famine.", null],
		["There was no evidence that the fall was linked to the blast.", null],
		["There was no link between the strike and the layoffs.", null],
		["Police did not find any link between the fire and the protest.", null],
		["The agency denied that its response to the flood had left it without money.", "agency"],
		["The union rejected claims that the deaths were caused by the strike.", "union"],
	])("%s", (sentence, source) => {
		const found = readClaims(sentence, 0.3);
		expect(found).toMatchObject([{ stance: "CONTRADICTS" }]);
		if (source === null) expect(found[0]?.attributedTo).toBeNull();
		else expect(found[0]?.attributedTo).toContain(source);
	});

	test.each([
		"The army warned residents not to return to the villages because of mines.",
		"The crew has not been paid because of the strike.",
	])("but a negation inside an argument denies nothing: %s", (text) => {
		expect(readClaims(text)).toMatchObject([{ stance: "SUPPORTS" }]);
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

	test.each([
		["The talks were broken off because of the row, two diplomats said.", "two diplomats"],
		["The harbour was shut because of high waves, said Captain Lio Tama.", "Lio Tama"],
		["Shops closed, and, according to police, the march led to clashes.", "police"],
		["Rights groups met in Geneva. They said the arrests led to protests.", "Rights groups"],
	])("a report behind or amid the claim names its source: %s", (text, source) => {
		expect(readClaims(text)).toMatchObject([{ attributedTo: source }]);
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
