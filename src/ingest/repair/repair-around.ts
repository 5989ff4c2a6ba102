import type { PendingChange } from "../../change-log.js";
import { clusterReports } from "../../event/cluster-reports.js";
import { decideRepair, isRepairDue, MAX_CLUSTERED, neighbourhoodOf, type Repair } from "../../event/decide-repair.js";
import type { EventProfile } from "../../event/event-profile.js";
import type { InverseFrequency } from "../../event/term-weight.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import type { TermCounts } from "../archive-memory.js";
import { frequenciesOf, readCounts } from "../archive-reader.js";
import { readReports, type StoredReport } from "../report-profiles.js";
import { findMentionsIn } from "./carry-mentions.js";
import { mergeEvents } from "./merge-events.js";
import { moveMentions } from "./move-mentions.js";
import { splitEvent } from "./split-event.js";

const REASON = "sorted anew with what came later";

/**
 * Looks again at an event that has got one more report, together with those most like it, and moves reports where hindsight puts them elsewhere.
 * Events that an editor has touched are left as they are. Inside a transaction whose caller holds `lockLog` and records the changes. One statement
 * where all is in order, two dozen for each event that changes; none where it is not due.
 * @param event as it is with the new report.
 * @param others events at hand that are like the report.
 */
export async function repairAround(
	tx: SqlTransaction,
	event: EventProfile,
	others: readonly EventProfile[],
	known: { counts: TermCounts; idf: InverseFrequency },
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	if (!isRepairDue(event.reports)) return;
	const { clustered, same } = neighbourhoodOf(event, others, known.idf);
	const reports = clustered.length === 0 ? [] : await readReports(tx, clustered, MAX_CLUSTERED);
	const untouched = await readUntouched(tx, [event.id, ...clustered, ...same]);
	const sortable = reports.filter(({ eventId }) => untouched.has(eventId));
	if (sortable.length > 1) await sort(tx, sortable, known.counts, now, newId, changes);
	const [larger] = same.filter((id) => untouched.has(id));
	if (larger && untouched.has(event.id))
		await mergeEvents(tx, { keepId: larger, awayIds: [event.id], reason: REASON }, now, newId, changes);
}

/** Of these events, those that no editor has touched. */
async function readUntouched(tx: SqlTransaction, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		select id from "Event" where id = any(${[...eventIds]}::uuid[]) and curation = 'AUTOMATIC'`;
	return new Set(rows.map(({ id }) => id));
}

async function sort(
	tx: SqlTransaction,
	reports: readonly StoredReport[],
	counts: TermCounts,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	const terms = reports.flatMap(({ weights }) => [...weights.keys()]);
	await readCounts(tx, terms, counts);
	const idf = frequenciesOf(counts, terms);
	const eventOf = new Map(reports.map(({ articleId, eventId }) => [articleId, eventId]));
	const repair = decideRepair(clusterReports(reports, idf), eventOf);
	await carryOut(tx, repair, now, newId, changes);
}

/** Reports move first: an event must have given away what is not its own before the rest of it is merged. */
async function carryOut(
	tx: SqlTransaction,
	{ moves, merges }: Repair,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	const founded = new Map<number, string>();
	for (const { articleIds, fromId, to } of moves) {
		const mentionIds = await findMentionsIn(tx, fromId, await withCopies(tx, articleIds));
		const toEventId = typeof to === "string" ? to : founded.get(to);
		if (toEventId) await moveMentions(tx, { mentionIds, toEventId, reason: REASON }, now, newId, changes);
		else {
			const id = await splitEvent(tx, { eventId: fromId, mentionIds, reason: REASON }, now, newId, changes);
			founded.set(to as number, id);
		}
	}
	for (const { awayId, keepId } of merges)
		await mergeEvents(tx, { keepId, awayIds: [awayId], reason: REASON }, now, newId, changes);
}

/** What is a copy of an article reports what that reports. */
async function withCopies(tx: SqlTransaction, articleIds: readonly string[]): Promise<string[]> {
	const copies = await tx.$queryRaw<{ id: string }[]>`
		select id from "Article" where "isBasedOnId" = any(${[...articleIds]}::uuid[]) order by id`;
	return [...articleIds, ...copies.map(({ id }) => id)];
}
