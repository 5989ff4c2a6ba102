import { decideEntries, type EntryDecision, type EntryDraft, type KnownEntry } from "../../article/entry-identity.js";
import type { Feed, Prisma } from "../../generated/prisma/client.js";
import { insertRows } from "../../insert-rows.js";
import type { DraftedFeed } from "../parsing/parse-job.js";
import { packEntry } from "./stored-entry.js";

type Transaction = Prisma.TransactionClient;

/** Rows of one insert: a parameter of some megabytes at most. */
const ROWS_PER_INSERT = 1_000;
/** Once the feed has said so often something else of an entry (a counter, a rotating advertisement), it is read again at most this often. */
const RESTLESS_CHANGES = 5;
const RESTLESS_PAUSE_MS = 6 * 3_600_000;

/** What a document brought beside what was known of its feed. */
export interface FoundEntries {
	/** By what the entries are told apart; null where none were read. */
	identity: Feed["entryIdentity"];
	decisions: EntryDecision[];
}

/** Compares the entries of a document with those of its feed that are on record. One statement. */
export async function compareEntries(
	tx: Transaction,
	feed: Pick<Feed, "id">,
	{ identity, drafts }: Pick<DraftedFeed, "identity" | "drafts">,
): Promise<FoundEntries> {
	const hashes = (key: "guidHash" | "urlHash") => drafts.flatMap((draft) => draft[key] ?? []);
	const known = await tx.$queryRaw<KnownEntry[]>`
		select id, "guidHash", "urlHash", "contentHash" from "FeedEntry"
		where "feedId" = ${feed.id}::uuid and ("guidHash" = any(${hashes("guidHash")}::text[]) or "urlHash" = any(${hashes("urlHash")}::text[]))
		order by id`;
	return { identity, decisions: decideEntries(drafts, known) };
}

/** Stores what is new or changed: it is due at once. Statements by the thousand entries. */
export async function writeEntries(
	tx: Transaction,
	feed: Feed,
	decisions: readonly EntryDecision[],
	now: Date,
	newId: () => string,
): Promise<void> {
	const fresh = decisions.flatMap((decision) => (decision.kind === "new" ? [decision.draft] : []));
	const changed = decisions.flatMap((decision) => (decision.kind === "changed" ? [decision] : []));
	for (let i = 0; i < fresh.length; i += ROWS_PER_INSERT) {
		const rows = fresh.slice(i, i + ROWS_PER_INSERT).map((draft) => ({
			id: newId(),
			feedId: feed.id,
			...entryColumns(draft),
			firstSeenAt: now,
			dueAt: now,
		}));
		await insertRows(tx, "FeedEntry", rows);
	}
	for (let i = 0; i < changed.length; i += ROWS_PER_INSERT) {
		const rows = changed.slice(i, i + ROWS_PER_INSERT).map(({ id, draft }) => ({ id, ...entryColumns(draft) }));
		await tx.$executeRaw`
			update "FeedEntry" e set "guidHash" = coalesce(r."guidHash", e."guidHash"), "urlHash" = coalesce(r."urlHash", e."urlHash"),
				host = r.host, url = r.url, payload = r.payload, "contentHash" = r."contentHash", changes = e.changes + 1, attempts = 0,
				"pageEtag" = null, "pageLastModified" = null,
				"dueAt" = ${now}::timestamptz + case when e.changes >= ${RESTLESS_CHANGES} then ${RESTLESS_PAUSE_MS} else 0 end * interval '1 millisecond'
			from jsonb_populate_recordset(null::"FeedEntry", ${JSON.stringify(rows)}::jsonb) r where e.id = r.id`;
	}
}

/** The servers that have the pages of what is new or changed. */
export const hostsOf = (decisions: readonly EntryDecision[]): string[] => [
	...new Set(decisions.flatMap((decision) => (decision.kind === "same" ? [] : decision.draft.host))),
];

const entryColumns = ({ guidHash, urlHash, host, url, contentHash, entry }: EntryDraft) => ({
	guidHash,
	urlHash,
	host,
	url,
	contentHash,
	payload: packEntry(entry),
});
