import { readFileSync } from "node:fs";
import type { Database } from "../db.js";
import { assembleContext } from "./assemble-context.js";
import { candidateEvent, type EventRow } from "./candidate-event.js";
import { bestChains, graphOf } from "./chains.js";
import type { AsOf, CausalChain, ContextOptions, PrecedingContext } from "./context.js";
import { type CandidateLink, knownLink } from "./known-link.js";

const LINKS_SQL = readFileSync(new URL("./preceding-links.sql", import.meta.url), "utf8");
const EVENTS_SQL = readFileSync(new URL("./preceding-events.sql", import.meta.url), "utf8");

/** Events walked at most on the way up; a wider web is cut and the answer says so. */
const MAX_WALKED = 400;
/** Related events weighed at most; the best of them compete with causes and background for a place. */
const MAX_RELATED = 40;

/**
 * What preceded an event, as the press had printed by `asOf.at`. Two statements, whatever the size of the answer.
 * @returns a context without entries for an event of which nothing was printed by then.
 */
export async function readPrecedingContext(
	db: Database,
	eventId: string,
	asOf: AsOf,
	options: ContextOptions,
	now: Date = new Date(),
): Promise<PrecedingContext> {
	const links = await readLinks(db, eventId, asOf, options.maxDepth);
	const onChains = [...new Set(links.flatMap(({ causeId, effectId }) => [causeId, effectId]))];
	const { rows } = await db.pool.query<EventRow>({
		name: "preceding-events",
		text: EVENTS_SQL,
		values: [eventId, asOf.at, onChains, options.includeRelated ? MAX_RELATED : 0],
	});
	return assembleContext({ eventId, asOf, options, links, events: rows.map(candidateEvent), now });
}

/** The best chains of claims from one event to another, at most `first`, as printed by `asOf.at`. */
export async function readCausalChains(
	db: Database,
	fromId: string,
	toId: string,
	{ maxLength, first, asOf }: { maxLength: number; first: number; asOf: AsOf },
): Promise<CausalChain[]> {
	const links = await readLinks(db, toId, asOf, maxLength);
	const ids = [...new Set(links.flatMap(({ causeId, effectId }) => [causeId, effectId]))];
	const { rows } = await db.pool.query<EventRow>({
		name: "preceding-events",
		text: EVENTS_SQL,
		values: [toId, asOf.at, ids, 0],
	});
	const titles = new Map(rows.map(candidateEvent).map((event) => [event.id, event.title]));
	const known = links.map((link) => knownLink(link, titles)).filter((link) => link.support.supporting > 0);
	return bestChains(graphOf(known), fromId, toId, maxLength).slice(0, first);
}

async function readLinks(db: Database, eventId: string, asOf: AsOf, maxDepth: number): Promise<CandidateLink[]> {
	const { rows } = await db.pool.query<LinkRow>({
		name: "preceding-links",
		text: LINKS_SQL,
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

/** As the statements give them: instants inside JSON are text. */
type LinkRow = Omit<CandidateLink, "evidence"> & {
	evidence: (Omit<CandidateLink["evidence"][number], "publishedAt" | "recordedAt"> & {
		publishedAt: string;
		recordedAt: string;
	})[];
};
