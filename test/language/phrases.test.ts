import { describe, expect, it } from "vitest";
import { type Clause, findPhrases, type VerbGroup } from "../../src/language/phrases.js";
import { tokenize } from "../../src/language/tokens.js";

/** The phrases of a text, as words. */
function read(text: string) {
	const doc = tokenize(text);
	const phrases = findPhrases(doc);
	const words = (first: number, end: number) =>
		doc.tokens
			.slice(first, end)
			.map((token) => token.text)
			.join(" ");
	return {
		nounPhrases: phrases.nounPhrases.map((one) => words(one.first, one.end)),
		heads: phrases.nounPhrases.map((one) => words(one.head, one.head + 1)),
		groups: phrases.verbGroups.map((group) => ({ ...group, words: words(group.first, group.end) })),
		clauses: phrases.clauses.map((clause) => ({
			kind: clause.kind,
			words: words(clause.first, clause.end),
			opener: clause.opener === null ? null : words(clause.opener, clause.opener + 1),
			subject: subjectWords(clause),
			verb: clause.verb === null ? null : phrases.verbGroups[clause.verb]?.lemma,
		})),
	};
	function subjectWords(clause: Clause): string | null {
		const phrase = clause.subject === null ? undefined : phrases.nounPhrases[clause.subject];
		return phrase ? words(phrase.first, phrase.end) : null;
	}
}

describe("noun phrases", () => {
	it.each([
		["The two northern towns rejected the peace plan.", ["The two northern towns", "the peace plan"]],
		["Chile's army left its main base.", ["Chile 's army", "its main base"]],
		["They praised the “victory” of their coach.", ["They", "the “ victory", "their coach"]],
		["Nearly 200 people fled.", ["Nearly 200 people"]],
		["In March 2021 Peru closed the mine.", ["March 2021", "Peru", "the mine"]],
		["The navy sent frigates and refueling planes.", ["The navy", "frigates", "refueling planes"]],
		["The killing of a judge shocked Rome.", ["The killing", "a judge", "Rome"]],
	])("of %s", (text, expected) => {
		expect(read(text).nounPhrases).toEqual(expected);
	});

	it("have the last noun as their head", () => {
		expect(read("Chile's old copper mine collapsed.").heads).toEqual(["mine"]);
	});
});

describe("verb groups", () => {
	it.each<[string, string, Partial<VerbGroup>]>([
		["The bank collapsed.", "collapsed", { form: "FINITE", tense: "PAST", passive: false, negated: false }],
		["The bank will not open.", "will not open", { tense: "FUTURE", negated: true, modal: null }],
		["The bank had been warned.", "had been warned", { tense: "PAST", perfect: true, passive: true }],
		["The bank is being sold.", "is being sold", { tense: "PRESENT", passive: true }],
		["The bank might close.", "might close", { modal: "might" }],
		["The bank had to close.", "had to close", { tense: "PAST", modal: "have to", lemma: "close" }],
		["The bank is expected to close.", "is expected to close", { tense: "FUTURE", lemma: "close" }],
		["The bank is unable to pay.", "is unable to pay", { modal: "can", negated: true }],
		["The bank has officially taken charge.", "has officially taken", { perfect: true, lemma: "take" }],
		["The banks are reviewing loans.", "are reviewing", { tense: "PRESENT", progressive: true }],
		["The bank didn't pay.", "did n't pay", { tense: "PAST", negated: true }],
	])("of %s", (text, words, expected) => {
		const { groups } = read(text);
		expect(groups.map((group) => group.words)).toEqual([words]);
		expect(groups[0]).toMatchObject(expected);
	});

	it.each([
		["A van parked near the gate exploded.", "parked", "PARTICIPLE"],
		["The coach attacked his critics.", "attacked", "FINITE"],
		["The bridge, built in 1950, fell.", "built", "PARTICIPLE"],
		["The storm hit Lima, killing two.", "killing", "GERUND"],
		["Lima asked Quito to help.", "to help", "INFINITIVE"],
	])("tell the form of one in %s", (text, words, form) => {
		expect(read(text).groups.find((group) => group.words === words)?.form).toBe(form);
	});
});

describe("clauses", () => {
	it("resumes a main clause behind a relative clause, with its own subject", () => {
		expect(read("The driver who hit the wall was arrested.").clauses).toEqual([
			{ kind: "RELATIVE", words: "who hit the wall", opener: "who", subject: null, verb: "hit" },
			{
				kind: "MAIN",
				words: expect.stringMatching(/^The driver who hit the wall was arrested/),
				opener: null,
				subject: "The driver",
				verb: "arrest",
			},
		]);
	});

	it.each<[string, [string, string | null, string | null, string][]]>([
		[
			"The mayor said the dam broke.",
			[
				["MAIN", null, "The mayor", "say"],
				["COMPLEMENT", null, "the dam", "break"],
			],
		],
		[
			"The mayor said that the dam broke.",
			[
				["MAIN", null, "The mayor", "say"],
				["COMPLEMENT", "that", "the dam", "break"],
			],
		],
		[
			"The dam broke because engineers ignored cracks.",
			[
				["MAIN", null, "The dam", "break"],
				["SUBORDINATE", "because", "engineers", "ignore"],
			],
		],
		[
			"After talks failed, miners walked out.",
			[
				["SUBORDINATE", "After", "talks", "fail"],
				["MAIN", null, "miners", "walk"],
			],
		],
		[
			"Rebels took the port and burned two ships.",
			[
				["MAIN", null, "Rebels", "take"],
				["MAIN", null, "Rebels", "burn"],
			],
		],
		[
			"The dam broke, officials said.",
			[
				["MAIN", null, "The dam", "break"],
				["MAIN", null, "officials", "say"],
			],
		],
		["Airline to cut 300 jobs", [["MAIN", null, "Airline", "cut"]]],
		["Airline cuts 300 jobs in Oslo", [["MAIN", null, "Airline", "cut"]]],
	])("of %s", (text, expected) => {
		const { clauses } = read(text);
		expect(clauses.map(({ kind, opener, subject, verb }) => [kind, opener, subject, verb])).toEqual(expected);
	});

	it.each([
		["a preposition with a noun opens none", "After the vote, Oslo paid.", 1],
		["a verb as an adjective opens none", "The announced aid helped.", 1],
		["according to opens none", "According to police, nobody fled.", 1],
	])("%s", (_name, text, count) => {
		expect(read(text).clauses).toHaveLength(count);
	});

	it("stay linear on text that never ends a sentence", () => {
		const doc = tokenize("who said that the man which ".repeat(8_000));
		const started = performance.now();
		findPhrases(doc);
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});
