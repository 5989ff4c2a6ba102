import { describe, expect, it } from "vitest";
import type { EventTime } from "../../src/event/event-time.js";
import { decideFace, type FaceMention } from "../../src/event/face.js";
import { timexInterval } from "../../src/language/time/interval.js";

const at = (day: number) => new Date(Date.UTC(2026, 4, day, 9));
function time(value: string): EventTime {
	const interval = timexInterval(value);
	if (!interval) throw new Error(value);
	return { value, ...interval, approximate: false, text: null, anchor: null };
}
const mention = (change: Partial<FaceMention>): FaceMention => ({
	role: "BACKGROUND",
	title: "Dam bursts",
	type: "ACCIDENT",
	status: "OCCURRED",
	time: null,
	publishedAt: at(10),
	articleId: "a",
	isCopy: false,
	...change,
});

describe("the face of an event", () => {
	it("has the title of the first article that is about it, not of a retelling or a copy", () => {
		const face = decideFace([
			mention({ title: "the burst", publishedAt: at(1), articleId: "x" }),
			mention({ role: "MAIN", title: "Copied headline", publishedAt: at(2), isCopy: true, articleId: "y" }),
			mention({ role: "MAIN", title: "Dam above Lowen bursts, valley evacuated", publishedAt: at(3), articleId: "z" }),
		]);
		expect(face.title).toBe("Dam above Lowen bursts, valley evacuated");
	});

	it("known only from hindsight has the fullest retelling for a title", () => {
		const face = decideFace([
			mention({ title: "the burst" }),
			mention({ title: "The dam above Lowen burst after a week of rain and flooded the valley", articleId: "b" }),
		]);
		expect(face.title).toMatch(/^The dam above Lowen burst/);
	});

	it("is dated as most articles date it, and of equally many as the more exact one does", () => {
		const both = [mention({ time: time("2026-05") }), mention({ time: time("2026-05-03"), articleId: "b" })];
		expect(decideFace(both).time?.value).toBe("2026-05-03");
		const three = [
			...both,
			mention({ time: time("2026-05-04"), articleId: "c" }),
			mention({ time: time("2026-05-04"), articleId: "d" }),
		];
		expect(decideFace(three).time?.value).toBe("2026-05-04");
		expect(decideFace([mention({})]).time).toBeNull();
	});

	it("counts an article once, however often it gives a date", () => {
		const face = decideFace([
			mention({ time: time("2026-05-03") }),
			mention({ time: time("2026-05-03") }),
			mention({ time: time("2026-05-04"), articleId: "b" }),
			mention({ time: time("2026-05-04"), articleId: "c" }),
		]);
		expect(face.time?.value).toBe("2026-05-04");
	});

	it("follows the latest report: postponed, then held; but what has happened is no plan again", () => {
		const story: FaceMention[] = [
			mention({ role: "MAIN", status: "PLANNED", publishedAt: at(1) }),
			mention({ role: "MAIN", status: "POSTPONED", publishedAt: at(2) }),
		];
		expect(decideFace(story).status).toBe("POSTPONED");
		const held = [...story, mention({ role: "MAIN", status: "OCCURRED", publishedAt: at(5) })];
		expect(decideFace(held).status).toBe("OCCURRED");
		expect(decideFace([...held, mention({ role: "MAIN", status: "PLANNED", publishedAt: at(6) })]).status).toBe(
			"OCCURRED",
		);
	});
});
