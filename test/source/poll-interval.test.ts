import { describe, expect, it, test } from "vitest";
import { adaptInterval } from "../../src/source/poll-interval.js";

const NOW = new Date("2026-03-02T10:00:00Z");
const HOUR = 3_600;
const DAY = 24 * HOUR;
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const NOTHING = { changes: 0, entryDates: [], ttlSeconds: null };

describe("The first interval is half of the mean time between the entries", () => {
	const first = (entryDates: Date[], intervalSeconds = 900) =>
		adaptInterval(
			{ intervalSeconds, lastChangedAt: null },
			{ ...NOTHING, changes: entryDates.length, entryDates },
			NOW,
		);
	const every = (seconds: number, count: number) => Array.from({ length: count }, (_, i) => ago((i + 1) * seconds));

	test.each([
		["one an hour", every(HOUR, 20), HOUR / 2],
		["one an hour, of which the newest count", [...every(HOUR, 20), ...every(1_000 * DAY, 50)], HOUR / 2],
		["one a minute", every(60, 20), 300],
		["one a week", every(7 * DAY, 20), DAY],
		["none for a year", every(HOUR, 20).map((date) => new Date(date.getTime() - 365 * DAY * 1000)), DAY],
		["all at once, now", Array.from({ length: 20 }, () => NOW), 300],
		["one alone", [ago(HOUR)], 900],
		["dates in the future and none at all", [ago(-HOUR), ago(-DAY), new Date(Number.NaN)], 900],
		["no dates", [], 990],
	])("%s", (_name, dates, expected) => {
		expect(first(dates)).toBe(expected);
	});
});

describe("Later the interval goes towards half of the time between two changes", () => {
	test.each([
		["a change an hour after the last: it stays", 1_800, HOUR, 1, 1_800],
		["six changes in an hour: half, at once", 1_800, HOUR, 6, 900],
		["five changes in two hours: less", 1_000, 2 * HOUR, 5, 720],
		["a change after a long silence: a tenth longer", 1_800, DAY, 1, 1_980],
		["no change, and not for long: it stays", 1_800, HOUR, 0, 1_800],
		["no change for a little longer: as much longer", 1_800, 3_800, 0, 1_900],
		["no change for a day: a tenth longer", 1_800, DAY, 0, 1_980],
		["never less than five minutes", 300, 60, 50, 300],
		["never more than a day", DAY, 30 * DAY, 0, DAY],
		["a clock that went backwards", 1_800, -HOUR, 1, 900],
	])("%s", (_name, intervalSeconds, since, changes, expected) => {
		const state = { intervalSeconds, lastChangedAt: ago(since) };
		expect(adaptInterval(state, { ...NOTHING, changes }, NOW)).toBe(expected);
	});

	it("but not below the feed's ttl, of which a day counts", () => {
		const state = { intervalSeconds: 1_800, lastChangedAt: ago(HOUR) };
		expect(adaptInterval(state, { ...NOTHING, ttlSeconds: 2 * HOUR }, NOW)).toBe(2 * HOUR);
		expect(adaptInterval(state, { ...NOTHING, ttlSeconds: 30 * DAY }, NOW)).toBe(DAY);
		expect(adaptInterval(state, { ...NOTHING, ttlSeconds: -1 }, NOW)).toBe(1_800);
	});
});

describe("Polled for weeks, a feed", () => {
	/** Polls and seconds of delay for each entry of a feed, from the second week on; entries come by a fixed rhythm. */
	function poll(entryTimes: number[], days: number) {
		let [now, next, polls, delay, seen] = [0, 0, 0, 0, 0];
		let state: { intervalSeconds: number; lastChangedAt: Date | null } = { intervalSeconds: 900, lastChangedAt: null };
		while (now < days * DAY) {
			now += state.intervalSeconds;
			const counts = now > 7 * DAY;
			let changes = 0;
			for (; next < entryTimes.length && (entryTimes[next] ?? 0) <= now; next++) {
				changes++;
				if (counts) delay += now - (entryTimes[next] ?? 0);
				if (counts) seen++;
			}
			if (counts) polls++;
			const at = new Date(now * 1000);
			const intervalSeconds = adaptInterval(state, { ...NOTHING, changes }, at);
			state = { intervalSeconds, lastChangedAt: changes > 0 ? at : state.lastChangedAt };
		}
		return { pollsPerEntry: polls / seen, meanDelay: delay / seen };
	}

	/** Times of entries, so many a day, from one hour of the day to another. */
	function rhythm(perDay: number, days: number, from = 0, to = 24): number[] {
		const times: number[] = [];
		for (let day = 0; day < days; day++) {
			for (let i = 0; i < perDay; i++) times.push(day * DAY + (from + ((to - from) * (i + 0.5)) / perDay) * HOUR);
		}
		return times;
	}

	test.each([
		["of 48 entries a day", rhythm(48, 30), HOUR / 4],
		["of 6 entries a day", rhythm(6, 60), 2 * HOUR],
		["of 30 entries by day and none by night", rhythm(30, 30, 7, 22), HOUR / 2],
	])("%s is asked at most four times for each, and read in good time", (_name, times, delay) => {
		const { pollsPerEntry, meanDelay } = poll(times, 30);
		expect(pollsPerEntry).toBeLessThan(4);
		expect(meanDelay).toBeLessThan(delay);
	});
});
