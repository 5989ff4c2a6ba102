import { createHash } from "node:crypto";
import type { FeedEntry } from "../feed/feed-document.js";
import type { EntryIdentity } from "../generated/prisma/client.js";
import { safeText } from "./clean-text.js";
import { entryAddress, hostOf } from "./entry-address.js";
import { canonicalUrl, parseWebUrl, urlHash } from "./url.js";

/** An entry of a feed with the keys by which it is told apart from the feed's other entries. */
export interface EntryDraft {
	/** SHA-256 in hex of the GUID, or of the wording where there is neither a usable GUID nor an address of its own. */
	guidHash: string | null;
	/** SHA-256 in hex of the canonical URL; null where the address is shared or only the feed's, so that there is no page to read. */
	urlHash: string | null;
	/** The address of its article. Where it has none of its own, the feed's or site's with a fragment that stands for the entry. */
	url: string;
	/** The server that has the page. */
	host: string;
	/** SHA-256 in hex of what the feed says of it: title, summary and content. */
	contentHash: string;
	entry: FeedEntry;
}

/** What is stored of an entry that was seen before. */
export interface KnownEntry {
	id: string;
	guidHash: string | null;
	urlHash: string | null;
	contentHash: string;
}

export type EntryDecision =
	| { kind: "new"; draft: EntryDraft }
	/** The feed says something else of it than before. */
	| { kind: "changed"; id: string; draft: EntryDraft }
	| { kind: "same"; id: string };

/**
 * By what a feed's entries are to be told apart, from its first reading: by GUID where all have one and no two the same. Decided
 * once: readers that changed their mind later have shown every entry a second time.
 */
export function decideEntryIdentity(entries: readonly FeedEntry[]): EntryIdentity {
	const guids = new Set(entries.map(({ guid }) => guidKey(guid)));
	return entries.length > 0 && guids.size === entries.length && !guids.has(null) ? "GUID" : "URL";
}

/**
 * The entries of one document, each once, oldest first: an entry that is repeated word by word, or under the same GUID with the same
 * address, is one.
 * @param feedUrl stands in for the address of an entry that has none.
 */
export function draftEntries(entries: readonly FeedEntry[], feedUrl: string, identity: EntryIdentity): EntryDraft[] {
	const addressed = entries.map((entry) => ({ entry, address: ownAddress(entry) }));
	const guids = countBy(addressed.map(({ entry }) => guidKey(entry.guid)));
	const sharers = entriesByAddress(addressed);
	const drafts = new Map<string, EntryDraft>();
	for (const { entry, address } of addressed) {
		const guid = guidKey(entry.guid);
		const contentHash = hash(JSON.stringify([entry.title, entry.summary, entry.content]));
		const isShared = address !== null && (sharers.get(address)?.size ?? 0) > 1;
		const hasOwn = address !== null && !isShared;
		const isUsable = guid !== null && (identity === "GUID" || !hasOwn) && guids.get(guid) === 1;
		const guidHash = isUsable ? hash(guid) : hasOwn ? null : hash(`wording ${contentHash}`);
		const given = entry.url ? parseWebUrl(entry.url) : null;
		const base = given?.kind === "ok" ? given.url.href : feedUrl;
		const url = hasOwn || guidHash === null ? base : entryAddress(base, guidHash);
		const draft: EntryDraft = {
			guidHash,
			urlHash: hasOwn ? urlHash(address) : null,
			url,
			host: hostOf(url),
			contentHash,
			entry,
		};
		const key =
			draft.guidHash && identity === "GUID" ? draft.guidHash : (draft.urlHash ?? draft.guidHash ?? contentHash);
		if (!drafts.has(key)) drafts.set(key, draft);
	}
	return oldestFirst([...drafts.values()]);
}

/**
 * Which entries are new, which changed. Where entries are told apart by GUID, an entry whose GUID is new but whose address is known
 * is that entry under another GUID, unless the known one is in the document as well.
 */
export function decideEntries(drafts: readonly EntryDraft[], known: readonly KnownEntry[]): EntryDecision[] {
	const byGuid = new Map(known.flatMap((entry) => (entry.guidHash ? [[entry.guidHash, entry]] : [])));
	const byUrl = new Map(known.flatMap((entry) => (entry.urlHash ? [[entry.urlHash, entry]] : [])));
	const taken = new Set<string>();
	const matches = new Map<EntryDraft, KnownEntry>();
	const match = (draft: EntryDraft, entry: KnownEntry | undefined) => {
		if (!entry || taken.has(entry.id) || matches.has(draft)) return;
		taken.add(entry.id);
		matches.set(draft, entry);
	};
	for (const draft of drafts) if (draft.guidHash) match(draft, byGuid.get(draft.guidHash));
	for (const draft of drafts) if (draft.urlHash) match(draft, byUrl.get(draft.urlHash));
	return drafts.map((draft) => {
		const entry = matches.get(draft);
		if (!entry) return { kind: "new", draft };
		return entry.contentHash === draft.contentHash
			? { kind: "same", id: entry.id }
			: { kind: "changed", id: entry.id, draft };
	});
}

/** The same GUID whether it is written with http or https. */
function guidKey(guid: string | null): string | null {
	const key = guid?.trim().replace(/^https:/i, "http:");
	return key ? key : null;
}

/** The canonical address of the entry's page; null where it has none, or only a front page. */
function ownAddress(entry: FeedEntry): string | null {
	const parsed = entry.url ? parseWebUrl(entry.url) : null;
	if (parsed?.kind !== "ok") return null;
	const { pathname, search, href } = parsed.url;
	return pathname === "/" && search === "" ? null : canonicalUrl(href);
}

/** The different entries at each address, by GUID or else title: a page with several of them is no entry's own. */
function entriesByAddress(
	addressed: readonly { entry: FeedEntry; address: string | null }[],
): Map<string, Set<string>> {
	const entries = new Map<string, Set<string>>();
	for (const { entry, address } of addressed) {
		if (address === null) continue;
		entries.set(address, (entries.get(address) ?? new Set()).add(guidKey(entry.guid) ?? `title ${entry.title}`));
	}
	return entries;
}

function countBy<T>(values: readonly T[]): Map<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

/** Feeds begin with the latest; what came first is to be read first, so that causes are known before their effects. */
function oldestFirst(drafts: readonly EntryDraft[]): EntryDraft[] {
	const latest = Number.MAX_SAFE_INTEGER;
	const time = ({ entry }: EntryDraft) => (entry.published ?? entry.updated)?.at?.getTime() ?? latest;
	return [...drafts].reverse().sort((a, b) => time(a) - time(b));
}

const hash = (text: string): string => createHash("sha256").update(safeText(text)).digest("hex");
