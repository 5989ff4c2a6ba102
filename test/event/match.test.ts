import { describe, expect, it } from "vitest";
import { compareReport, type MainProfile } from "../../src/event/compare-report.js";
import {
	compareRoles,
	compareTimes,
	type EventProfile,
	foldName,
	participantKey,
} from "../../src/event/event-profile.js";
import { decideMainEvent } from "../../src/event/match-main.js";
import { decideMentionEvent, type MentionProfile } from "../../src/event/match-mention.js";
import { readWeights, storeWeights } from "../../src/event/stored-weights.js";
import { addWeights, cosine, inverseFrequency, keyTerms, newsFrequency, weigh } from "../../src/event/term-weight.js";

const idf = inverseFrequency(0, new Map());
const words = (text: string) => weigh(new Map(text.split(" ").map((word) => [word, 1])));
const day = (n: number) => ({
	start: new Date(Date.UTC(2026, 0, n)),
	end: new Date(Date.UTC(2026, 0, n + 1)),
	granularity: "DAY" as const,
});
const at = (n: number) => new Date(Date.UTC(2026, 0, n, 12));

function event(id: string, change: Partial<EventProfile>): EventProfile {
	return {
		id,
		type: "ASSAULT",
		time: null,
		firstReportedAt: at(3),
		roles: new Map([
			["arvania", "ACTOR"],
			["belmark", "RECIPIENT"],
		]),
		weights: words("arvania missile barrage belmark airbase"),
		names: new Set(["arvania", "belmark"]),
		mainReports: { first: at(3), last: at(3) },
		...change,
	};
}

describe("an article about an event", () => {
	const article: MainProfile = {
		publishedAt: at(3),
		type: "ASSAULT",
		time: null,
		roles: new Map(),
		weights: words("arvania missile barrage airbase damage"),
		names: new Set(["arvania"]),
	};
	const kindOf = (change: Partial<MainProfile>, ...events: EventProfile[]) =>
		decideMainEvent({ ...article, ...change }, events, idf).kind;

	it("joins the event whose reports share its words", () => {
		const decision = decideMainEvent(
			article,
			[event("far", { weights: words("wheat price harvest"), names: new Set() }), event("near", {})],
			idf,
		);
		expect(decision).toMatchObject({ kind: "join", eventId: "near" });
		expect(decision.reason).toMatch(/words 0\.\d\d, names 0\.\d\d, .* days apart: [01]\.\d\d/);
	});

	it("founds one where nothing is near", () => {
		expect(kindOf({}, event("far", { weights: words("wheat price harvest"), names: new Set() }))).toBe("found");
		expect(kindOf({})).toBe("found");
	});

	it("needs more in common the more days lie between the reports", () => {
		const weights = words("arvania missile parliament debate vote");
		expect(kindOf({ weights }, event("x", {}))).toBe("join");
		expect(kindOf({ weights, publishedAt: at(28) }, event("x", {}))).toBe("found");
	});

	it("needs the names more than the words of its kind", () => {
		const weights = words("costera missile barrage portano airbase");
		const names = new Set(["costera", "portano"]);
		expect(kindOf({ weights, names }, event("x", {}))).toBe("found");
		expect(kindOf({ weights: words("arvania belmark rockets runway") }, event("x", {}))).toBe("join");
	});

	it("tells numbers apart where both have them", () => {
		const package12 = event("x", { weights: words("sanction package union 12th"), names: new Set() });
		const names = new Set<string>();
		expect(kindOf({ weights: words("sanction package union 12th"), names }, package12)).toBe("join");
		expect(kindOf({ weights: words("sanction package union 13th"), names }, package12)).toBe("found");
	});

	it("tells latest years apart", () => {
		const of2013 = event("x", {
			weights: words("arvania missile belmark 2013 12"),
			names: new Set(["arvania", "belmark"]),
		});
		const publishedAt = at(3);
		const weights = (year: string) => words(`arvania missile debate vote ${year} 12`);
		expect(compareReport({ ...article, publishedAt, weights: weights("2013") }, of2013, idf).yearSame).toBe(1);
		expect(compareReport({ ...article, publishedAt, weights: weights("2011") }, of2013, idf).yearApart).toBe(1);
	});

	it("stays apart from one told for another day, if it was printed on another day too", () => {
		const monday = event("monday", { time: day(1), mainReports: { first: at(1), last: at(1) } });
		expect(kindOf({ time: day(1) }, monday)).toBe("join");
		expect(kindOf({ time: day(3) }, monday)).toBe("found");
		expect(kindOf({ time: day(3), publishedAt: at(1) }, monday)).toBe("join");
	});

	it("joins the same deed of the same ones at the same time without a word in common", () => {
		const known = event("x", { time: day(3) });
		const rewrite = {
			time: day(3),
			roles: known.roles,
			weights: words("rockets runway hangars"),
			names: new Set<string>(),
		};
		expect(kindOf(rewrite, known)).toBe("join");
		expect(kindOf({ ...rewrite, type: "PROTEST" }, known)).toBe("found");
		expect(kindOf({ ...rewrite, roles: new Map() }, known)).toBe("found");
	});

	it("decides the same in whatever order candidates come", () => {
		const twins = [event("b", {}), event("a", {})];
		expect(decideMainEvent(article, twins, idf)).toEqual(decideMainEvent(article, twins.toReversed(), idf));
	});
});

describe("a mention of an earlier event", () => {
	const mention: MentionProfile = {
		form: "VERB",
		definite: false,
		lemma: "fire",
		type: "ASSAULT",
		time: day(1),
		roles: new Map([
			["arvania", "ACTOR"],
			["belmark", "RECIPIENT"],
		]),
		terms: ["rocket", "fire"],
		publishedAt: at(5),
	};
	const known = (candidate: EventProfile, mentionsBack: number | null = null, subject = 0) => [
		{ event: candidate, mentionsBack, subject },
	];

	it("means the event of the same day, kind and participants without a word in common", () => {
		expect(decideMentionEvent(mention, known(event("x", { time: day(1) })), idf)).toMatchObject({
			kind: "join",
			eventId: "x",
		});
	});

	it("never means one of another day", () => {
		expect(
			decideMentionEvent(
				{ ...mention, terms: ["missile", "barrage", "belmark"] },
				known(event("x", { time: day(2) })),
				idf,
			).kind,
		).toBe("found");
	});

	it("never means news that was printed on other days, though that gave no date", () => {
		const printed = (n: number) => event("x", { firstReportedAt: at(n), mainReports: { first: at(n), last: at(n) } });
		const alike = {
			...mention,
			time: day(3),
			terms: ["missile", "barrage", "belmark", "airbase"],
			publishedAt: at(30),
		};
		expect(decideMentionEvent(alike, known(printed(3)), idf).kind).toBe("join");
		expect(decideMentionEvent(alike, known(printed(20)), idf).kind).toBe("found");
		expect(decideMentionEvent(alike, known(printed(1)), idf).kind).toBe("found");
	});

	it("does not mean the strike back", () => {
		const reversed = event("x", {
			time: day(1),
			roles: new Map([
				["arvania", "RECIPIENT"],
				["belmark", "ACTOR"],
			]),
		});
		expect(decideMentionEvent(mention, known(reversed), idf).kind).toBe("found");
	});

	it("as a definite noun points back at what was just told", () => {
		const noun: MentionProfile = {
			...mention,
			form: "NOUN",
			definite: true,
			time: null,
			roles: new Map([["arvania", "OTHER"]]),
			terms: ["attack"],
		};
		const told = event("x", { time: day(1) });
		expect(decideMentionEvent(noun, known(told, 1), idf)).toMatchObject({ kind: "join", eventId: "x" });
		expect(decideMentionEvent(noun, known(told, null), idf).kind).toBe("found");
		expect(decideMentionEvent({ ...noun, type: "ELECTION" }, known(told, 1), idf).kind).toBe("found");
	});

	it("as a definite noun means the event of its kind on whose subject the article is, in another article too", () => {
		const noun: MentionProfile = {
			...mention,
			form: "NOUN",
			definite: true,
			time: null,
			roles: new Map(),
			lemma: "attack",
			terms: ["attack"],
		};
		const reported = event("x", { time: day(1) });
		expect(decideMentionEvent(noun, known(reported, null, 0.45), idf)).toMatchObject({ kind: "join", eventId: "x" });
		expect(decideMentionEvent(noun, known(reported, null, 0.15), idf).kind).toBe("found");
		expect(decideMentionEvent({ ...noun, definite: false }, known(reported, null, 0.45), idf).kind).toBe("found");
		expect(decideMentionEvent({ ...noun, type: "ACCIDENT" }, known(reported, null, 0.45), idf).kind).toBe("found");
	});

	it("cannot mean what was first reported after it was printed", () => {
		const later = event("x", { firstReportedAt: at(9), mainReports: { first: at(9), last: at(9) } });
		const undated = { ...mention, time: null, terms: ["missile", "barrage", "airbase"] };
		expect(decideMentionEvent(undated, known(later), idf).kind).toBe("found");
		expect(decideMentionEvent(undated, known(event("x", {})), idf).kind).toBe("join");
	});
});

describe("the words of an event", () => {
	it("are stored and read back with their names", () => {
		const profile = { weights: words("arvania missile barrage"), names: new Set(["arvania"]) };
		const stored = storeWeights(profile);
		expect(Object.keys(stored)).toEqual([...profile.weights.keys()]);
		expect(readWeights(stored).names).toEqual(profile.names);
		expect(readWeights(stored).weights.get("arvania")).toBeCloseTo(profile.weights.get("arvania") ?? 0, 3);
	});

	it("weigh by what is known of English before an article is read", () => {
		const fresh = newsFrequency(0, new Map());
		expect(fresh("people")).toBeLessThan(fresh("landslide"));
		expect(fresh("landslide")).toBeLessThan(fresh("klitschko"));
		expect(newsFrequency(5000, new Map([["klitschko", 4000]]))("klitschko")).toBeLessThan(fresh("landslide"));
	});
});

describe("what is compared", () => {
	it("is a country under all its names", () => {
		expect(participantKey("Iranian")).toBe(participantKey("Iran"));
		expect(participantKey("Tehran")).toBe(participantKey("Iran"));
		expect(foldName("The  São-Paulo Co.")).toBe("sao paulo co");
	});

	it("is a time only where it is told finely enough", () => {
		const month = {
			start: new Date(Date.UTC(2026, 0, 1)),
			end: new Date(Date.UTC(2026, 1, 1)),
			granularity: "MONTH" as const,
		};
		expect(compareTimes(day(1), day(1))).toBe("SAME");
		expect(compareTimes(day(1), day(2))).toBe("APART");
		expect(compareTimes(day(1), month)).toBe("UNKNOWN");
		expect(compareTimes(day(1), null)).toBe("UNKNOWN");
	});

	it("is who did it to whom", () => {
		const roles = new Map([
			["a", "ACTOR"],
			["b", "RECIPIENT"],
		] as const);
		expect(compareRoles(roles, roles)).toBe(1);
		expect(
			compareRoles(
				roles,
				new Map([
					["a", "RECIPIENT"],
					["b", "ACTOR"],
				]),
			),
		).toBeLessThan(0);
		expect(compareRoles(new Map(), roles)).toBe(0);
	});

	it("is words by their rarity", () => {
		const rare = inverseFrequency(
			10_000,
			new Map([
				["minister", 4_000],
				["landslide", 12],
			]),
		);
		expect(cosine(words("minister landslide"), words("landslide"), rare)).toBeGreaterThan(
			cosine(words("minister landslide"), words("minister"), rare),
		);
		expect(keyTerms(words("minister landslide"), rare, 1)).toEqual(["landslide"]);
		expect(addWeights(words("a b"), words("b c")).get("b")).toBeGreaterThan(1);
	});
});
