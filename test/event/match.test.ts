import { describe, expect, it } from "vitest";
import {
	compareRoles,
	compareTimes,
	type EventProfile,
	foldName,
	participantKey,
} from "../../src/event/event-profile.js";
import { decideMainEvent } from "../../src/event/match-main.js";
import { decideMentionEvent, type MentionProfile } from "../../src/event/match-mention.js";
import { addWeights, cosine, inverseFrequency, keyTerms, weigh } from "../../src/event/term-weight.js";

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
		mainReports: { first: at(3), last: at(3) },
		...change,
	};
}

describe("an article about an event", () => {
	const article = {
		publishedAt: at(3),
		time: null,
		roles: new Map(),
		weights: words("arvania missile barrage airbase damage"),
	};

	it("joins the event whose reports share its words", () => {
		const decision = decideMainEvent(
			article,
			[event("far", { weights: words("wheat price harvest") }), event("near", {})],
			idf,
		);
		expect(decision).toMatchObject({ kind: "join", eventId: "near" });
		expect(decision.reason).toMatch(/words 0\.\d\d/);
	});

	it("founds one where nothing is near", () => {
		expect(decideMainEvent(article, [event("far", { weights: words("wheat price harvest") })], idf).kind).toBe("found");
		expect(decideMainEvent(article, [], idf).kind).toBe("found");
	});

	it("needs more in common the more days lie between the reports", () => {
		const weights = words("arvania missile parliament debate vote");
		const loose = { ...article, weights };
		expect(decideMainEvent(loose, [event("x", {})], idf).kind).toBe("join");
		expect(decideMainEvent({ ...loose, publishedAt: at(13) }, [event("x", {})], idf).kind).toBe("found");
	});

	it("stays apart from one told for another day, though some of its words are the same", () => {
		const weights = words("missile parliament debate vote budget");
		const monday = event("monday", { time: day(1) });
		expect(decideMainEvent({ ...article, weights, time: day(1) }, [monday], idf).kind).toBe("join");
		expect(decideMainEvent({ ...article, weights, time: day(2) }, [monday], idf).kind).toBe("found");
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
