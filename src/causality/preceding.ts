import type { Database } from "../db.js";
import type { AsOf } from "../known.js";
import { assembleContext } from "./assemble-context.js";
import { type CandidateEvent, candidateEvent, type EventRow } from "./candidate-event.js";
import { bestChains, graphOf } from "./chains.js";
import type { CausalChain, ContextOptions, PrecedingContext } from "./context.js";
import { type CandidateLink, knownLink } from "./known-link.js";
import { precedingStatement, precedingStatementOfMany } from "./preceding-statements.js";
import { relevanceOf } from "./relevance.js";
import { readReportWords, storedReport } from "./report-words.js";
import { type MeasuredStoryline, measureFor, type StorylineEvent } from "./storyline.js";
import { OPENING_LENGTH } from "./tellings.js";

/** Events walked at most on the way up; a wider web is cut and the answer says so. */
const MAX_WALKED = 400;
/** Events that words or names liken to the one asked about, of each kind at most: enough to tell what the storyline is about. */
const MAX_ALIKE = 40;
/** Steps of the storyline beyond these. All are weighed, and most milestones of a year lie within so many reports. */
const MAX_FAR = 200;
/**
 * Articles that the terms, and the entities, by which steps are looked for may have in all: what is rare tells a storyline, and each article costs
 * a page of the database. In an archive of a thousand articles it leaves out hardly a term.
 */
const MAX_HITS = 1_000;
/** Some of the best turn out not to have preceded, once it is known when they happened: so many more are read than shown. */
const SPARE = 10;

/**
 * What preceded an event, as known at `asOf`. Three statements, whatever the size of the answer: the links, the
 * storyline, and the events that are worth showing.
 * @returns a context without entries for an event of which nothing was known then.
 */
export async function readPrecedingContext(
	db: Database,
	eventId: string,
	asOf: AsOf,
	options: ContextOptions,
	now: Date = new Date(),
): Promise<PrecedingContext> {
	const [context] = await readPrecedingContexts(db, [eventId], asOf, options, now);
	return context as PrecedingContext;
}

/** The same for several events, in their order: three statements for all of them. */
export async function readPrecedingContexts(
	db: Database,
	eventIds: readonly string[],
	asOf: AsOf,
	options: ContextOptions,
	now: Date,
): Promise<PrecedingContext[]> {
	const links = await readLinks(db, eventIds, asOf, options.maxDepth);
	const onChains = links.map(endsOf);
	const storylines = await readStorylines(db, eventIds, asOf, onChains, options.includeRelated);
	const measured = eventIds.map((eventId, n) => measureFor(storylines[n] ?? [], eventId));
	const wanted = eventIds.map((eventId, n) => [
		...(onChains[n] ?? []),
		...worthReading(storylines[n] ?? [], measured[n] ?? null, eventId, options.maxEvents + SPARE),
	]);
	const events = await readEvents(db, eventIds, asOf, wanted, storylines);
	return eventIds.map((eventId, n) =>
		assembleContext({
			eventId,
			asOf,
			options,
			links: links[n] ?? [],
			storyline: storylines[n] ?? [],
			measured: measured[n] ?? null,
			events: events[n] ?? [],
			now,
		}),
	);
}

/**
 * Reads links or storylines of several events. What has to be read for one is asked for one, in the plain form that is planned best.
 * @param lists what is a list of its own for each event.
 * @returns the rows of each event.
 */
async function readEach<R extends object>(
	db: Database,
	name: "links" | "storyline",
	asOf: AsOf,
	eventIds: readonly string[],
	lists: readonly (readonly (string | null)[])[][],
	others: readonly number[] = [],
): Promise<R[][]> {
	if (eventIds.length === 1) {
		const own = lists.map((list) => list[0] ?? []);
		const values = [eventIds[0], asOf.at, ...own, ...others];
		return [(await db.pool.query<R>({ ...precedingStatement(name, asOf.clock), values })).rows];
	}
	const texts = lists.map((list) => list.map(arrayText));
	const values = [eventIds, asOf.at, ...texts, ...others];
	const { rows } = await db.pool.query<R & { root: number }>({
		...precedingStatementOfMany(name, asOf.clock),
		values,
	});
	const each: R[][] = eventIds.map(() => []);
	for (const row of rows) each[row.root]?.push(row);
	return each;
}

/** As Postgres writes an array: lists of several lengths cannot be one array of two dimensions. */
const arrayText = (ids: readonly (string | null)[]): string => `{${ids.map((id) => id ?? "NULL").join(",")}}`;

/** The event, what its articles retell, and the steps of its storyline that stand out. */
function worthReading(
	storyline: readonly StorylineEvent[],
	measured: MeasuredStoryline | null,
	eventId: string,
	count: number,
): string[] {
	const told = storyline.filter(({ id, report, retellings }) => id === eventId || !report || retellings > 0);
	const best = [...(measured?.standings ?? [])]
		.map(([id, item]) => ({ id, relevance: relevanceOf(0, item, null) }))
		.sort((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1))
		.slice(0, count);
	return [...told, ...best].map(({ id }) => id);
}

/** The best chains of claims from one event to another, at most `first`, as known at `asOf`. */
export async function readCausalChains(
	db: Database,
	fromId: string,
	toId: string,
	{ maxLength, first, asOf }: { maxLength: number; first: number; asOf: AsOf },
): Promise<CausalChain[]> {
	const [links = []] = await readLinks(db, [toId], asOf, maxLength);
	const [events = []] = await readEvents(db, [toId], asOf, [[...endsOf(links), toId]], [[]]);
	const titles = new Map(events.map((event) => [event.id, event.title]));
	const known = links.map((link) => knownLink(link, titles)).filter((link) => link.support.supporting > 0);
	return bestChains(graphOf(known), fromId, toId, maxLength).slice(0, first);
}

async function readLinks(
	db: Database,
	eventIds: readonly string[],
	asOf: AsOf,
	maxDepth: number,
): Promise<CandidateLink[][]> {
	const each = await readEach<LinkRow>(db, "links", asOf, eventIds, [], [maxDepth, MAX_WALKED]);
	return each.map((rows) =>
		rows.map((row) => ({
			...row,
			evidence: row.evidence.map((item) => ({
				...item,
				publishedAt: new Date(item.publishedAt),
				recordedAt: new Date(item.recordedAt),
			})),
		})),
	);
}

const endsOf = (links: readonly CandidateLink[]): string[] => [
	...new Set(links.flatMap(({ causeId, effectId }) => [causeId, effectId])),
];

async function readStorylines(
	db: Database,
	eventIds: readonly string[],
	asOf: AsOf,
	onChains: readonly string[][],
	includeRelated: boolean,
): Promise<StorylineEvent[][]> {
	const limits = [includeRelated ? MAX_ALIKE : 0, includeRelated ? MAX_FAR : 0, MAX_HITS];
	const each = await readEach<StorylineRow>(db, "storyline", asOf, eventIds, [[...onChains]], limits);
	return each.map((rows) =>
		rows.map(({ id, retellings, revisionId, words, text, firstReportedAt, lastReportedAt }) => ({
			id,
			retellings,
			report: words ? storedReport(words) : text === null ? null : readReportWords(text),
			revisionId,
			firstReportedAt: firstReportedAt ?? asOf.at,
			lastReportedAt: lastReportedAt ?? asOf.at,
		})),
	);
}

/** @param ids for each event asked about, those to read: what several want is read once. */
async function readEvents(
	db: Database,
	eventIds: readonly string[],
	asOf: AsOf,
	ids: readonly (readonly string[])[],
	storylines: readonly (readonly StorylineEvent[])[],
): Promise<CandidateEvent[][]> {
	const wanted = new Set(ids.flat());
	const reports = new Map(storylines.flat().map(({ id, revisionId }) => [id, revisionId]));
	const { rows } = await db.pool.query<EventRow>({
		...precedingStatement("events", asOf.clock),
		values: [eventIds, asOf.at, [...wanted], [...wanted].map((id) => reports.get(id) ?? null), OPENING_LENGTH],
	});
	const known = new Map(rows.map((row) => [row.id, candidateEvent(row)]));
	return ids.map((own) => [...new Set(own)].flatMap((id) => known.get(id) ?? []));
}

/** Without dates and report where no article is about the event. */
interface StorylineRow {
	id: string;
	retellings: number;
	firstReportedAt: Date | null;
	lastReportedAt: Date | null;
	revisionId: string | null;
	/** See `storedReport`. */
	words: Uint8Array | null;
	/** Where the words were not stored. */
	text: string | null;
}

/** As the statements give them: instants inside JSON are text. */
type LinkRow = Omit<CandidateLink, "evidence"> & {
	evidence: (Omit<CandidateLink["evidence"][number], "publishedAt" | "recordedAt"> & {
		publishedAt: string;
		recordedAt: string;
	})[];
};
