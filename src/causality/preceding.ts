import type { Database } from "../db.js";
import type { AsOf } from "../known.js";
import { assembleContext } from "./assemble-context.js";
import { type CandidateEvent, candidateEvent, type EventRow } from "./candidate-event.js";
import { bestChains, graphOf } from "./chains.js";
import type { CausalChain, ContextOptions, PrecedingContext } from "./context.js";
import { type CandidateLink, knownLink } from "./known-link.js";
import { precedingStatement } from "./preceding-statements.js";
import { relevanceOf } from "./relevance.js";
import { readReportWords, storedReport } from "./report-words.js";
import { type MeasuredStoryline, measureFor, type StorylineEvent } from "./storyline.js";

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
	const links = await readLinks(db, eventId, asOf, options.maxDepth);
	const onChains = endsOf(links);
	const storyline = await readStoryline(db, eventId, asOf, onChains, options.includeRelated);
	const measured = measureFor(storyline, eventId);
	const wanted = worthReading(storyline, measured, eventId, options.maxEvents + SPARE);
	const events = await readEvents(db, eventId, asOf, [...onChains, ...wanted], storyline);
	return assembleContext({ eventId, asOf, options, links, storyline, measured, events, now });
}

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
	const links = await readLinks(db, toId, asOf, maxLength);
	const events = await readEvents(db, toId, asOf, [...endsOf(links), toId], []);
	const titles = new Map(events.map((event) => [event.id, event.title]));
	const known = links.map((link) => knownLink(link, titles)).filter((link) => link.support.supporting > 0);
	return bestChains(graphOf(known), fromId, toId, maxLength).slice(0, first);
}

async function readLinks(db: Database, eventId: string, asOf: AsOf, maxDepth: number): Promise<CandidateLink[]> {
	const { rows } = await db.pool.query<LinkRow>({
		...precedingStatement("links", asOf.clock),
		values: [eventId, asOf.at, maxDepth, MAX_WALKED],
	});
	return rows.map((row) => ({
		...row,
		evidence: row.evidence.map((item) => ({
			...item,
			publishedAt: new Date(item.publishedAt),
			recordedAt: new Date(item.recordedAt),
		})),
	}));
}

const endsOf = (links: readonly CandidateLink[]): string[] => [
	...new Set(links.flatMap(({ causeId, effectId }) => [causeId, effectId])),
];

async function readStoryline(
	db: Database,
	eventId: string,
	asOf: AsOf,
	onChains: readonly string[],
	includeRelated: boolean,
): Promise<StorylineEvent[]> {
	const { rows } = await db.pool.query<StorylineRow>({
		...precedingStatement("storyline", asOf.clock),
		values: [eventId, asOf.at, onChains, includeRelated ? MAX_ALIKE : 0, includeRelated ? MAX_FAR : 0, MAX_HITS],
	});
	return rows.map(({ id, retellings, revisionId, words, text, firstReportedAt, lastReportedAt }) => ({
		id,
		retellings,
		report: words ? storedReport(words) : text === null ? null : readReportWords(text),
		revisionId,
		firstReportedAt: firstReportedAt ?? asOf.at,
		lastReportedAt: lastReportedAt ?? asOf.at,
	}));
}

async function readEvents(
	db: Database,
	eventId: string,
	asOf: AsOf,
	ids: readonly string[],
	storyline: readonly StorylineEvent[],
): Promise<CandidateEvent[]> {
	const reports = new Map(storyline.map(({ id, revisionId }) => [id, revisionId]));
	const wanted = [...new Set(ids)];
	const { rows } = await db.pool.query<EventRow>({
		...precedingStatement("events", asOf.clock),
		values: [eventId, asOf.at, wanted, wanted.map((id) => reports.get(id) ?? null)],
	});
	return rows.map(candidateEvent);
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
