import { describe, expect, it } from "vitest";
import { type DateCandidate, decidePublication } from "../../src/article/decide-publication.js";
import { seededRandom } from "./seeded-random.js";

const NOW = new Date("2026-03-05T08:00:00.000Z");
const date = (iso: string) => new Date(iso);
const feed = (at: Date | null, text?: string): DateCandidate => ({ at, from: "FEED", text });
const meta = (at: Date | null, text?: string): DateCandidate => ({ at, from: "META_TAG", text });
const path = (day: string): DateCandidate => ({ at: date(`${day}T12:00:00Z`), from: "URL_PATH" });

describe("one date", () => {
	it.each<[string, Date | null, string | null]>([
		["of an hour ago", date("2026-03-05T07:00:00Z"), null],
		["of the first day of 1990", date("1990-01-01T00:00:00Z"), null],
		["of the last millisecond of 1989", date("1989-12-31T23:59:59.999Z"), "too-old"],
		["zero of the clock", new Date(0), "too-old"],
		["seconds read as milliseconds", new Date(1_772_697_600), "too-old"],
		["milliseconds read as seconds", new Date(1_772_697_600_000_000), "future"],
		["in the year 0", date("0000-01-01T00:00:00Z"), "too-old"],
		["in the year 26", date("0026-03-05T00:00:00Z"), "too-old"],
		["in the year 9999", date("9999-12-31T23:59:59Z"), "future"],
		["in the year 10000", date("+010000-01-01T00:00:00Z"), "future"],
		["at the end of time", new Date(8.64e15), "future"],
		["beyond the end of time", new Date(8.64e15 + 1), "undated"],
		["of three days ahead", date("2026-03-08T08:00:00Z"), "future"],
		["sixteen minutes ahead", date("2026-03-05T08:16:00Z"), "future"],
		["that could not be read", new Date("30 Smarch"), "undated"],
		["that is missing", null, "undated"],
	])("%s (%s): doubt %s", (_name, at, doubt) => {
		const expected = doubt
			? { publishedAt: NOW, provenance: "FIRST_SEEN", doubt }
			: { publishedAt: at, provenance: "FEED", doubt: null };
		expect(decidePublication([feed(at)], NOW)).toEqual(expected);
	});

	it("up to fifteen minutes ahead is a clock that is fast: it counts as now", () => {
		const ahead = decidePublication([feed(date("2026-03-05T08:15:00Z"))], NOW);
		expect(ahead).toEqual({ publishedAt: NOW, provenance: "FEED", doubt: null });
	});

	it.each([
		["in an address", path("2026-03-05")],
		["as printed", meta(date("2026-03-05T12:00:00Z"), "March 5, 2026")],
		["of which only noon is known", meta(date("2026-03-05T12:00:00Z"))],
	])("that is a day, and is today, is believed and counts as now: %s", (_name, candidate) => {
		expect(decidePublication([candidate], NOW)).toEqual({
			publishedAt: NOW,
			provenance: candidate.from,
			doubt: null,
		});
	});

	it("that is tomorrow is believed once tomorrow has begun in the first time zone", () => {
		const now = date("2026-03-05T10:00:00Z");
		expect(decidePublication([path("2026-03-06")], now)).toEqual({
			publishedAt: now,
			provenance: "URL_PATH",
			doubt: null,
		});
		expect(decidePublication([path("2026-03-06")], NOW).doubt).toBe("future");
	});
});

describe("of several dates", () => {
	const exact = date("2026-03-02T17:45:00Z");

	it.each<[string, DateCandidate[], Date, string]>([
		["the first counts", [feed(exact), meta(date("2026-03-01T10:00:00Z"))], exact, "FEED"],
		["one that is missing is passed over", [feed(null), meta(exact)], exact, "META_TAG"],
		["one in the future is passed over", [feed(date("2027-01-01T10:01:00Z")), meta(exact)], exact, "META_TAG"],
		["one of 1970 is passed over", [feed(new Date(0)), meta(exact)], exact, "META_TAG"],
		["the day of an address yields to the time", [path("2026-03-02"), meta(exact)], exact, "META_TAG"],
		["… of the next day in another zone", [path("2026-03-01"), meta(exact)], exact, "META_TAG"],
		["… of the day before in another zone", [path("2026-03-03"), meta(exact)], exact, "META_TAG"],
		["… but not of another day", [path("2026-02-28"), meta(exact)], date("2026-02-28T12:00:00Z"), "URL_PATH"],
		[
			"a printed day yields to the time",
			[feed(date("2026-03-02T00:00:00Z"), "2 March 2026"), meta(exact)],
			exact,
			"META_TAG",
		],
		["midnight sharp is a day", [feed(date("2026-03-02T00:00:00Z")), meta(exact)], exact, "META_TAG"],
		[
			"midnight printed to the second is a day",
			[feed(date("2026-03-01T23:00:00Z"), "2026-03-02T00:00:00+01:00"), meta(exact, "2026-03-02T17:45Z")],
			exact,
			"META_TAG",
		],
		[
			"a day does not yield to a day",
			[path("2026-03-02"), meta(date("2026-03-03T00:00:00Z"))],
			date("2026-03-02T12:00:00Z"),
			"URL_PATH",
		],
		["a time does not yield to a day", [feed(exact), path("2026-03-02")], exact, "FEED"],
	])("%s", (_name, candidates, publishedAt, provenance) => {
		expect(decidePublication(candidates, NOW)).toEqual({ publishedAt, provenance, doubt: null });
	});

	it.each(["10:30", "2026-03-02T10", "2 March 2026 10h30", "2. März 2026, 10 Uhr", "March 2, 10 a.m.", "1772448300"])(
		"%j is a time of day, which stands though another candidate has one too",
		(text) =>
			expect(decidePublication([feed(exact, text), meta(date("2026-03-02T11:00:01Z"))], NOW).publishedAt).toEqual(
				exact,
			),
	);

	it("the doubt is that of the first date which was not believed", () => {
		expect(decidePublication([feed(null), meta(date("2030-01-01T10:00:01Z")), feed(new Date(0))], NOW).doubt).toBe(
			"future",
		);
		expect(decidePublication([], NOW)).toEqual({ publishedAt: NOW, provenance: "FIRST_SEEN", doubt: "undated" });
	});
});

it("whatever the dates are, an article was published between 1990 and now", () => {
	const random = seededRandom(11);
	const origins = ["SUBMITTED", "FEED", "META_TAG", "JSON_LD", "URL_PATH", "BODY_TEXT"] as const;
	const texts = [undefined, "", "2026", "10:30", "00:00:00", "x".repeat(50)];
	for (let round = 0; round < 20_000; round++) {
		const spread = random.pick([1e6, 1e8, 1e10, 1e13, 1e16]);
		const candidates = Array.from({ length: random.below(5) }, () => ({
			at: random.chance(0.1) ? null : new Date(NOW.getTime() + (random.next() - 0.5) * 2 * spread),
			from: random.pick(origins),
			text: random.pick(texts),
		}));
		const { publishedAt, provenance, doubt } = decidePublication(candidates, NOW);
		expect(publishedAt.getTime()).toBeGreaterThanOrEqual(Date.UTC(1990, 0, 1));
		expect(publishedAt.getTime()).toBeLessThanOrEqual(NOW.getTime());
		expect(provenance === "FIRST_SEEN").toBe(doubt !== null);
	}
});
