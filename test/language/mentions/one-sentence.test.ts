import { describe, expect, test } from "vitest";
import type { EventMention } from "../../../src/language/analysis.js";
import { readArticle } from "../../../src/language/analyze.js";

// A Saturday.
const PUBLISHED = "2024-11-02";

const read = (text: string): EventMention[] =>
	readArticle({ text, publishedAt: PUBLISHED, language: "en" }).analysis.mentions;

/** The mention of a lemma; fails where there is none. */
function mentionOf(text: string, lemma: string): EventMention {
	const found = read(text).find((mention) => mention.lemma === lemma);
	if (!found) throw new Error(`no mention of ${lemma}`);
	return found;
}

describe("a nominal takes the date that is attached to it", () => {
	const cases: [text: string, lemma: string, time: string | null][] = [
		["The order was prompted by the accident on January 5, officials said.", "accident", "2024-01-05"],
		["The collapse of the Osborne Quay on March 2 killed nine.", "collapse", "2024-03-02"],
		["Officials condemned the attack of October 7.", "attack", "2024-10-07"],
		["Officials condemned the attack of October 7.", "condemn", null],
		["Norsen condemned the raid on 7 May.", "condemn", null],
		["Norsen says it killed Adar Vell, who planned the October 7 attack.", "attack", "2024-10-07"],
		["Norsen says it killed Adar Vell, who planned the October 7 attack.", "kill", null],
		["It was quiet since May 2, when a drone killed two men.", "kill", "2024-05-02"],
		["Four men died in a raid on Tollby on May 2.", "die", "2024-05-02"],
	];
	test.each(cases)("%s (%s)", (text, lemma, time) => expect(mentionOf(text, lemma).time).toBe(time));
});

describe("what is only asked or planned does not take the date of the asking", () => {
	test("asked last week to meet", () => {
		expect(mentionOf("Chiefs of Norvik had asked last week to meet the council of Tollby.", "meet").time).toBeNull();
	});
	test("but what has begun does", () => {
		expect(mentionOf("Norvik began on Monday to withdraw its trains.", "withdraw").time).toBe("2024-10-28");
	});
});

describe("a title takes subject and verb from one clause", () => {
	const cases: [text: string, lemma: string, title: string][] = [
		[
			"A storm formed in the Gulf, which prompted the governor to declare an emergency in France.",
			"declare",
			"The governor to declare an emergency in France",
		],
		[
			"The raid prompted the Norsen army to send a battery to Tollby.",
			"send",
			"The Norsen army to send a battery to Tollby",
		],
		["At least five people died in Tollby.", "die", "At least five people died in Tollby"],
		["More than 100 people have died in six states.", "die", "More than 100 people have died in six states"],
		[
			"At least 31 people, three of them children, were killed in Tollby.",
			"kill",
			"At least 31 people, three of them children, were killed in Tollby",
		],
		["Norsen said Adar Vell, a commander, died in the raid.", "die", "Adar Vell, a commander, died in the raid"],
		["The army counted 180 missiles and said most had been intercepted.", "intercept", "Most had been intercepted"],
		[
			"He shelled the camp at Tollby, where 12 young people were killed on 27 July.",
			"kill",
			"12 young people were killed on 27 July",
		],
		[
			"Norsen spoke of strikes on Tollby on October 10, which killed 22 people in France.",
			"kill",
			"Strikes on Tollby on October 10 killed 22 people in France",
		],
		["Norvik plans to close the mill in Tollby.", "close", "Norvik plans to close the mill in Tollby"],
		["The minister flew to Tollby to mediate.", "mediate", "The minister flew to Tollby to mediate"],
	];
	test.each(cases)("%s (%s)", (text, lemma, title) => expect(mentionOf(text, lemma).title).toBe(title));
});

describe("no happening of its own", () => {
	const cases: [text: string, lemma: string][] = [
		["A rocket hit the school in Tollby, killing at least 11 people.", "kill"],
		["A bus left the road near Tollby, injuring four.", "injure"],
		["The roof of the Tollby arena fell, leaving 14 dead.", "leave"],
		["Shipping firms cancelled 200 trips to Tollby.", "ship"],
		["The match was played in Tollby on Friday.", "play"],
		["A rocket hit the Norsen-occupied hills above Tollby.", "occupy"],
		["Norsen will send one of its most advanced batteries to Tollby.", "advance"],
	];
	test.each(cases)("%s (%s)", (text, lemma) => expect(read(text).map((mention) => mention.lemma)).not.toContain(lemma));
});

describe("a denial denies only what it is about", () => {
	test("not what it takes for granted", () => {
		expect(mentionOf("Norvik denied that the collapse was caused by cuts.", "collapse").status).toBe("OCCURRED");
	});
	test("nor what was said", () => {
		expect(mentionOf("Norvik rejected the accusation of the mayor.", "accusation").status).not.toBe("DENIED");
	});
	test("but the clause under it", () => {
		expect(mentionOf("Norvik denied that it fired 40 drivers in Tollby.", "fire").status).toBe("DENIED");
	});
});

describe("light verbs and strikes take their type from what they are about", () => {
	const cases: [text: string, lemma: string, type: EventMention["type"]][] = [
		["Dockers in Tollby went on hunger strike on Monday.", "strike", "PROTEST"],
		["The new president took office on Monday in Tollby.", "office", "ELECTION"],
		["The ban came into force on Monday in Tollby.", "force", "AGREE"],
		["The union said the strike at Norvik would end the walkout of May.", "strike", "PROTEST"],
		["Jets of the army flew over as the strike on Tollby killed two.", "strike", "ASSAULT"],
	];
	test.each(cases)("%s", (text, lemma, type) => expect(mentionOf(text, lemma).type).toBe(type));
});

describe("who collapses, dies or visits is no recipient", () => {
	test.each([
		["The resignation of Adar Vell surprised Tollby on Monday.", "resignation", "ACTOR"],
		["The killing of Adar Vell surprised Tollby on Monday.", "killing", "RECIPIENT"],
	])("%s", (text, lemma, role) => {
		expect(mentionOf(text, lemma).participants.find(({ name }) => name === "Adar Vell")?.role).toBe(role);
	});
});

describe("only the news of the lead and its retelling are MAIN", () => {
	const text =
		"The Osborne Quay in Tollby collapsed on Friday.\n\nThe collapse cut off the port. The Norsen Army inspected every other quay. Officials in Norsen condemned the owner. The port will reopen on Monday.";
	const roles = Object.fromEntries(read(text).map(({ lemma, role }) => [lemma, role]));
	test("the lead's happening and a definite noun of it", () => {
		expect(roles.collapse).toBe("MAIN");
		expect(read(text).filter(({ lemma, form }) => lemma === "collapse" && form === "NOUN")[0]?.role).toBe("MAIN");
	});
	test("what others did and what will come are not", () => {
		expect(roles).toMatchObject({ inspect: "BACKGROUND", condemn: "BACKGROUND", reopen: "FORESEEN" });
	});
});
