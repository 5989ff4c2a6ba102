import { describe, expect, it } from "vitest";
import { compareReports } from "../../src/event/compare-reports.js";
import type { EventProfile } from "../../src/event/event-profile.js";
import { decideMainEvent } from "../../src/event/match-main.js";
import { decideMentionEvent, type MentionProfile } from "../../src/event/match-mention.js";
import { compareRoles, foldName, participantKey } from "../../src/event/participants.js";
import type { ReportGroup } from "../../src/event/report-group.js";
import { readWeights, storeWeights } from "../../src/event/stored-weights.js";
import {
	addWeights,
	cosine,
	inverseFrequency,
	keyTerms,
	newsFrequency,
	reportWeights,
} from "../../src/event/term-weight.js";
import { compareTimes } from "../../src/event/time-range.js";

const idf = inverseFrequency(0, new Map());
/** The words of a report; those with a capital are names. */
const told = (text: string) => {
	const names = new Set(text.split(" ").flatMap((word) => (/^\p{Lu}/u.test(word) ? [word.toLowerCase()] : [])));
	const counts = new Map(
		text
			.toLowerCase()
			.split(" ")
			.map((word) => [word, 1]),
	);
	return { weights: reportWeights(counts, names, idf), names };
};
const words = (text: string) => told(text).weights;
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
		...told("Arvania missile barrage Belmark airbase"),
		mainReports: { first: at(3), last: at(3) },
		reports: 1,
		alike: 0,
		...change,
	};
}

const published = (n: number) => ({ firstReportedAt: at(n), mainReports: { first: at(n), last: at(n) } });

describe("an article about an event", () => {
	const article: ReportGroup = {
		...published(3),
		reports: 1,
		alike: 0,
		type: "ASSAULT",
		time: null,
		roles: new Map(),
		...told("Arvania missile barrage airbase damage"),
	};
	const kindOf = (change: Partial<ReportGroup>, ...events: EventProfile[]) =>
		decideMainEvent({ ...article, ...change }, events, idf).kind;

	it("joins the event whose reports share its words", () => {
		const decision = decideMainEvent(article, [event("far", told("wheat price harvest")), event("near", {})], idf);
		expect(decision).toMatchObject({ kind: "join", eventId: "near" });
		expect(decision.reason).toMatch(/likeness \d\.\d\d, .* days apart: [01]\.\d\d/);
	});

	it("founds one where nothing is near", () => {
		expect(kindOf({}, event("far", told("wheat price harvest")))).toBe("found");
		expect(kindOf({})).toBe("found");
	});

	it("needs more in common the more days lie between the reports", () => {
		const weights = words("arvania missile parliament debate vote");
		expect(kindOf({ weights }, event("x", {}))).toBe("join");
		expect(kindOf({ weights, ...published(28) }, event("x", {}))).toBe("found");
	});

	it("needs the names more than the words of its kind", () => {
		expect(kindOf(told("Costera missile barrage Portano airbase"), event("x", {}))).toBe("found");
		expect(kindOf(told("Arvania Belmark rockets runway"), event("x", {}))).toBe("join");
	});

	it("tells numbers apart where both have them", () => {
		const package12 = event("x", told("sanction package union 12th"));
		const package13 = { ...article, ...told("sanction package union 13th") };
		expect(compareReports(package13, package12, idf).otherNumbers).toBe(1);
		expect(compareReports({ ...article, ...told("sanction package union 12th") }, package12, idf).otherNumbers).toBe(0);
		expect(compareReports({ ...article, ...told("sanction package union") }, package12, idf).otherNumbers).toBe(0);
		expect(kindOf({ ...told("sanction package union diamonds 13th"), ...published(8) }, package12)).toBe("found");
		expect(kindOf({ ...told("sanction package union diamonds 12th"), ...published(5) }, package12)).toBe("join");
	});

	it("stays apart from one told for another day, if it was printed on another day too", () => {
		const monday = event("monday", { time: day(1), mainReports: { first: at(1), last: at(1) } });
		expect(kindOf({ time: day(1) }, monday)).toBe("join");
		expect(kindOf({ time: day(3) }, monday)).toBe("found");
		expect(kindOf({ time: day(3), ...published(1) }, monday)).toBe("join");
	});

	it("joins an event that was told of before it was read, by the day told for it", () => {
		const retold = event("x", { time: day(3), firstReportedAt: at(20), mainReports: null, reports: 0 });
		expect(kindOf({ time: day(3) }, retold)).toBe("join");
		expect(kindOf({}, retold)).toBe("join");
		expect(kindOf({ time: day(8), ...published(8) }, retold)).toBe("found");
		expect(kindOf({}, event("x", { firstReportedAt: at(20), mainReports: null, reports: 0 }))).toBe("found");
	});

	it("joins the same deed of the same ones at the same time without a word in common", () => {
		const known = event("x", { time: day(3) });
		const rewrite = {
			time: day(3),
			roles: known.roles,
			...told("rockets runway hangars"),
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
		expect(addWeights(words("a b"), words("b c"), rare).get("b")).toBeCloseTo(2 * (words("a b").get("b") ?? 0));
	});
});
