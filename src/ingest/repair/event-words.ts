import type { EventProfile } from "../../event/event-profile.js";
import { mentionGroup } from "../../event/grow-profile.js";
import { joinGroups, type ReportGroup } from "../../event/report-group.js";
import { mentionWeights } from "../../event/term-weight.js";
import { countTerms, type Term } from "../../language/terms.js";
import { tokenize } from "../../language/tokens.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { TermCounts } from "../archive-memory.js";
import { frequenciesOf, readCounts, readProfiles } from "../archive-reader.js";
import { type EventWords, eventWords } from "../event-rows.js";
import { readReports } from "../report-profiles.js";

/**
 * Gives the words of events as they are once mentions have moved. It is asked inside the repair's transaction, after the mentions.
 * Events of which it knows nothing are absent, and keep the words they have.
 */
export type ReadWords = (tx: SqlTransaction, eventIds: readonly string[]) => Promise<ReadonlyMap<string, EventWords>>;

/** So many articles, or mentions, of an event are summed anew; these already say what it is about. */
const MAX_READ = 100;

/**
 * The words of events summed anew: from the articles that are about them, the earliest; where there are none, from the mentions themselves.
 * Three statements, whatever the number of events.
 */
export const readWords: ReadWords = async (tx, eventIds) => {
	const told = new Map<string, ReportGroup[]>();
	const tell = (eventId: string, group: ReportGroup) => told.set(eventId, [...(told.get(eventId) ?? []), group]);
	for (const report of await readReports(tx, eventIds, MAX_READ)) tell(report.eventId, report);
	const retold = eventIds.filter((id) => !told.has(id));
	for (const { eventId, title, publishedAt } of retold.length > 0 ? await readTitles(tx, retold) : []) {
		const weights = mentionWeights([...countTerms(tokenize(title)).keys()]);
		tell(eventId, mentionGroup(publishedAt, { type: "OTHER", time: null, roles: new Map(), weights }));
	}
	const idf = await readFrequencies(
		tx,
		[...told.values()].flat().flatMap(({ weights }) => [...weights.keys()]),
	);
	return new Map(
		[...told].map(([eventId, groups]) => {
			const sum = groups.reduce((before, group) => joinGroups(before, group, idf));
			return [eventId, eventWords(sum, idf)];
		}),
	);
};

/**
 * The words of an event into which others are merged: the sum of theirs. As ever, what an event is made of comes from the articles that
 * are about it, as far as there are any. To be read before the mentions move. Two statements.
 */
export async function sumWords(
	tx: SqlTransaction,
	keepId: string,
	awayIds: readonly string[],
): Promise<ReadonlyMap<string, EventWords>> {
	const profiles = await readProfiles(tx, [keepId, ...awayIds]);
	const idf = await readFrequencies(
		tx,
		profiles.flatMap(({ weights }) => [...weights.keys()]),
	);
	const others = profiles.filter(({ id }) => id !== keepId);
	const sum = profiles
		.filter(({ id }) => id === keepId)
		.concat(others)
		.reduce((before, group): EventProfile => joinGroups(before, group, idf));
	return new Map([[keepId, eventWords(sum, idf)]]);
}

async function readFrequencies(tx: SqlTransaction, terms: Iterable<Term>) {
	const asked = [...terms];
	const counts = new TermCounts();
	await readCounts(tx, asked, counts);
	return frequenciesOf(counts, asked);
}

function readTitles(
	tx: SqlTransaction,
	eventIds: readonly string[],
): Promise<{ eventId: string; title: string; publishedAt: Date }[]> {
	return tx.$queryRaw`
		select e.id as "eventId", m.title, m."publishedAt" from unnest(${[...eventIds]}::uuid[]) as e(id)
		cross join lateral (
			select x.title, x."publishedAt" from "Mention" x where x."eventId" = e.id and x."supersededAt" is null
			order by x."publishedAt", x.id limit ${MAX_READ}) m`;
}
