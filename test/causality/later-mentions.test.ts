import { describe, expect, it } from "vitest";
import { FIRST_TELLINGS, isMerelyRetold, type ToldMention } from "../../src/causality/later-mentions.js";
import { FACE_MENTIONS } from "../../src/event/face.js";
import { dayTime, october } from "./context-fixture.js";

const mention = (articleId: string, change: Partial<ToldMention> = {}): ToldMention => ({
	role: "BACKGROUND",
	title: "Dam bursts",
	type: "ACCIDENT",
	status: "OCCURRED",
	time: null,
	publishedAt: october(10),
	articleId,
	isCopy: false,
	polarity: "AFFIRMED",
	...change,
});
const report = mention("report", { role: "MAIN" });
const tellings = (count: number, change: Partial<ToldMention> = {}) =>
	Array.from({ length: count }, (_, n) => mention(`told ${n}`, change));

describe("An article that mentions an event too merely retells it", () => {
	it("where an article is about the event, and it says no more of it", () => {
		expect(isMerelyRetold([report, mention("new")], "new")).toBe(true);
		expect(isMerelyRetold([report, mention("new"), mention("new")], "new")).toBe(true);
	});

	it("where several have told the event already, if no article is about it", () => {
		expect(isMerelyRetold([...tellings(FIRST_TELLINGS), mention("new")], "new")).toBe(true);
		expect(isMerelyRetold([...tellings(FIRST_TELLINGS - 1), mention("new")], "new")).toBe(false);
		expect(isMerelyRetold([mention("new"), ...tellings(FIRST_TELLINGS)], "new")).toBe(false);
	});

	it("but not where it is about the event", () => {
		expect(isMerelyRetold([report, mention("new", { role: "MAIN" }), mention("new")], "new")).toBe(false);
	});

	it("but not where it tells it better than those before: with a date, in its own words, or as something that was", () => {
		const before = tellings(FIRST_TELLINGS);
		expect(isMerelyRetold([...before, mention("new", { time: dayTime(3) })], "new")).toBe(false);
		expect(isMerelyRetold([...tellings(4, { isCopy: true }), mention("new")], "new")).toBe(false);
		expect(isMerelyRetold([...tellings(4, { polarity: "NEGATED" }), mention("new")], "new")).toBe(false);
		expect(isMerelyRetold([...tellings(4, { time: dayTime(3) }), mention("new", { time: dayTime(4) })], "new")).toBe(
			true,
		);
	});

	it("of so many that only the first are looked at, if it is not among them, or the last", () => {
		const full = [report, ...tellings(FACE_MENTIONS - 1)];
		expect(isMerelyRetold(full, "new")).toBe(true);
		expect(isMerelyRetold([...full.slice(0, -1), mention("new")], "new")).toBe(true);
		expect(isMerelyRetold([...full.slice(0, -2), mention("new"), mention("later")], "new")).toBe(false);
	});
});
