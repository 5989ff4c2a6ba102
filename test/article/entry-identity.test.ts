import { describe, expect, it, test } from "vitest";
import {
	decideEntries,
	decideEntryIdentity,
	draftEntries,
	type EntryDraft,
	type KnownEntry,
} from "../../src/article/entry-identity.js";
import type { FeedEntry } from "../../src/feed/feed-document.js";

const FEED = "https://outlet.example/feed";

function entry(fields: Partial<FeedEntry>): FeedEntry {
	return {
		guid: null,
		url: null,
		title: "",
		summary: null,
		content: null,
		authors: [],
		language: null,
		image: null,
		categories: [],
		published: null,
		updated: null,
		...fields,
	};
}

const at = (n: number) => `https://outlet.example/news/${n}`;
const dated = (iso: string) => ({ text: iso, at: new Date(iso) });

/** Drafts as they would be on record. */
const stored = (drafts: readonly EntryDraft[]): KnownEntry[] =>
	drafts.map(({ guidHash, urlHash, contentHash }, index) => ({ id: String(index), guidHash, urlHash, contentHash }));

/** What a second reading of a feed finds, given the first. */
function secondReading(first: FeedEntry[], second: FeedEntry[]): string[] {
	const identity = decideEntryIdentity(first);
	const known = stored(draftEntries(first, FEED, identity));
	return decideEntries(draftEntries(second, FEED, identity), known).map(({ kind }) => kind);
}

const quay = entry({ guid: "1", url: at(1), title: "Quay collapses", summary: "It fell." });
const strike = entry({ guid: "2", url: at(2), title: "Dockers strike", summary: "They walked out." });

describe("The entries of a feed are told apart", () => {
	const cases: [what: string, entries: FeedEntry[], identity: string][] = [
		["by GUID where all have one of their own", [quay, strike], "GUID"],
		["by address where a GUID is missing", [quay, { ...strike, guid: null }], "URL"],
		["by address where two have the same GUID", [quay, { ...strike, guid: "1" }], "URL"],
		[
			"by address where the GUIDs differ only in http and https",
			[
				{ ...quay, guid: "http://a/1" },
				{ ...strike, guid: "https://a/1" },
			],
			"URL",
		],
		["by address where there are none", [], "URL"],
	];
	test.each(cases)("%s", (_, entries, identity) => {
		expect(decideEntryIdentity(entries)).toBe(identity);
	});
});

describe("On a second reading", () => {
	const cases: [what: string, first: FeedEntry[], second: FeedEntry[], kinds: string[]][] = [
		["the same entries are the same", [quay, strike], [quay, strike], ["same", "same"]],
		[
			"another text is a change",
			[quay, strike],
			[{ ...quay, summary: "It fell into the sea." }, strike],
			["same", "changed"],
		],
		["another headline is a change", [quay], [{ ...quay, title: "Quay collapses, two missing" }], ["changed"]],
		[
			"a date that moves is no change",
			[{ ...quay, updated: dated("2026-03-01T10:00:00Z") }],
			[{ ...quay, updated: dated("2026-03-01T11:00:00Z") }],
			["same"],
		],
		[
			"an address that moves under its GUID is the same entry",
			[quay, strike],
			[{ ...quay, url: at(9) }, strike],
			["same", "same"],
		],
		[
			"a GUID that is new at every reading is the same entry by its address",
			[quay, strike],
			[
				{ ...quay, guid: "8" },
				{ ...strike, guid: "9" },
			],
			["same", "same"],
		],
		[
			"a GUID that turns from http to https is the same",
			[{ ...quay, guid: "http://outlet.example/?p=1" }],
			[{ ...quay, guid: "https://outlet.example/?p=1", url: at(7) }],
			["same"],
		],
		[
			"a tracking parameter makes no other entry",
			[{ ...quay, guid: null }],
			[{ ...quay, guid: null, url: `${at(1)}?utm_source=rss` }],
			["same"],
		],
		["an entry that is new is new", [quay], [strike, quay], ["same", "new"]],
		[
			"a new entry at the address of one that is still there is new",
			[quay],
			[{ ...strike, guid: "3", url: at(1) }, quay],
			["same", "new"],
		],
	];
	test.each(cases)("%s", (_, first, second, kinds) => {
		expect(secondReading(first, second)).toEqual(kinds);
	});

	it("the way in which entries are told apart stays, whatever the feed does", () => {
		// Read first with two entries of one GUID: by address. The GUIDs are in order afterwards, and move.
		const first = [quay, { ...strike, guid: "1" }];
		expect(
			secondReading(first, [
				{ ...quay, guid: "5" },
				{ ...strike, guid: "6" },
			]),
		).toEqual(["same", "same"]);
	});
});

describe("Entries without an address of their own", () => {
	it("have one made from the feed's, each another, that stays when the feed is read again", () => {
		const live = [1, 2].map((n) =>
			entry({ guid: `live-${n}`, url: at(5), title: `Update ${n}`, summary: `At ${n} o'clock.` }),
		);
		const drafts = draftEntries(live, FEED, "GUID");
		expect(new Set(drafts.map(({ url }) => url)).size).toBe(2);
		for (const { url, urlHash } of drafts) {
			expect(url).toMatch(/^https:\/\/outlet\.example\/news\/5#entry-[0-9a-f]{16}$/);
			expect(urlHash).toBeNull();
		}
		expect(draftEntries(live.slice(0, 1).concat(live.slice(1)), FEED, "GUID")).toEqual(drafts);
	});

	it("are known by their wording where they have no GUID either", () => {
		const bare = [entry({ title: "One" }), entry({ title: "Two" }), entry({ title: "One" })];
		expect(
			draftEntries(bare, FEED, "URL")
				.map(({ entry: { title } }) => title)
				.sort(),
		).toEqual(["One", "Two"]);
		expect(secondReading(bare, [entry({ title: "Two" }), entry({ title: "Three" })])).toEqual(["new", "same"]);
	});

	it("are told apart where all point to the front page", () => {
		const all = [1, 2, 3].map((n) =>
			entry({ url: "https://outlet.example/", guid: "https://outlet.example/", title: `News ${n}` }),
		);
		expect(new Set(draftEntries(all, FEED, "URL").map(({ url }) => url)).size).toBe(3);
	});
});

it("An entry that is repeated under its GUID and address is one, in its first wording", () => {
	const again = { ...quay, title: "Quay collapses (older)" };
	expect(draftEntries([quay, again], FEED, "URL").map(({ entry: { title } }) => title)).toEqual(["Quay collapses"]);
});

it("Entries are read oldest first, the undated last of all", () => {
	const entries = [
		entry({ guid: "c", url: at(3), title: "third", published: dated("2026-03-03T00:00:00Z") }),
		entry({ guid: "x", url: at(4), title: "undated" }),
		entry({ guid: "b", url: at(2), title: "second", updated: dated("2026-03-02T00:00:00Z") }),
		entry({ guid: "a", url: at(1), title: "first", published: dated("2026-03-01T00:00:00Z") }),
	];
	expect(draftEntries(entries, FEED, "GUID").map(({ entry: { title } }) => title)).toEqual([
		"first",
		"second",
		"third",
		"undated",
	]);
});
