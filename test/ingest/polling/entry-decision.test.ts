import { expect, test } from "vitest";
import {
	decideNextReading,
	type EntryOutcome,
	type EntryProgress,
} from "../../../src/ingest/polling/entry-decision.js";

const NOW = new Date("2026-03-02T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const fresh: EntryProgress = { attempts: 1, visits: 0, firstSeenAt: hoursAgo(0) };

const cases: [what: string, entry: EntryProgress, outcome: EntryOutcome, hours: number | null, more: object][] = [
	[
		"A page that was read is looked at again after an hour",
		fresh,
		{ kind: "page-read" },
		1,
		{ visits: 1, attempts: 0 },
	],
	["then seven hours later", { ...fresh, visits: 1 }, { kind: "page-same" }, 7, { visits: 2 }],
	["then forty", { ...fresh, visits: 2 }, { kind: "page-read" }, 40, { visits: 3 }],
	["and then left alone", { ...fresh, visits: 3 }, { kind: "page-same" }, null, { visits: 3, parked: false }],
	[
		"An old entry's page is read once",
		{ ...fresh, firstSeenAt: hoursAgo(80) },
		{ kind: "page-read" },
		null,
		{ visits: 0 },
	],
	["What the feed carries whole is read once", fresh, { kind: "feed-read" }, null, { attempts: 0, parked: false }],
	[
		"A page that does not answer is asked again soon",
		fresh,
		{ kind: "page-missing", retryAfterSeconds: null },
		2 / 60,
		{ attempts: 1 },
	],
	["and ever later", { ...fresh, attempts: 3 }, { kind: "page-missing", retryAfterSeconds: null }, 2, { attempts: 3 }],
	["not before its server wants", fresh, { kind: "page-missing", retryAfterSeconds: 3 * 3_600 }, 3, {}],
	[
		"and not for ever: what the feed said stands",
		{ ...fresh, attempts: 5 },
		{ kind: "page-missing", retryAfterSeconds: null },
		null,
		{ parked: false },
	],
	["What fails here is tried again", { ...fresh, attempts: 2 }, { kind: "broken" }, 0.25, { parked: false }],
	[
		"and kept with its problem after the fifth time",
		{ ...fresh, attempts: 5 },
		{ kind: "broken" },
		null,
		{ parked: true },
	],
	["What is no article is kept with its problem at once", fresh, { kind: "refused" }, null, { parked: true }],
];

test.each(cases)("%s", (_, entry, outcome, hours, more) => {
	const next = decideNextReading(entry, outcome, NOW);
	expect(next.dueAt === null ? null : (next.dueAt.getTime() - NOW.getTime()) / 3_600_000).toBe(hours);
	expect(next).toMatchObject(more);
});
