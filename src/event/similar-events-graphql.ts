import { groupByKey, loaderFor } from "../batch.js";
import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { connect, listReadWhole } from "../graphql/connection.js";
import { where } from "../graphql/keyset.js";
import { type Order, pageCost } from "../graphql/page.js";
import { readSql } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, instantName } from "../known.js";
import { LISTED } from "./event-filter-graphql.js";
import { Event, EventConnection, loadEvent } from "./event-graphql.js";

/** At most so many are found: past these, what is alike is alike in its kind only. */
const MAX_SIMILAR = 50;

/**
 * Events are looked for by the rarest terms, as long as the articles that have them do not add up to more: what is found, and has to be ranked,
 * does not grow with the archive.
 */
const MAX_LOOKED_AT = 2_000;

/** How much the participants count beside the words, most of which are names already. */
const PARTICIPANTS_SHARE = 0.25;

interface SimilarEvent {
	eventId: string;
	id: string;
	score: number;
}

/**
 * The events that have most in common with each of these: of the terms that set it apart, each by its rarity, and of its participants. One
 * statement. Plan: index scans on "Event" (keyTerms, GIN), "Term" and "EventParticipant" (eventId, entityId).
 */
async function readSimilar(
	context: RequestContext,
	eventIds: string[],
	knownAt: AsOf | null,
): Promise<Map<string, SimilarEvent[]>> {
	const reported = knownAt && Prisma.sql`event."firstReportedAt" <= ${knownAt.at.toISOString()}::timestamptz`;
	const rows = await readSql<SimilarEvent>(
		context,
		Prisma.sql`select wanted.id as "eventId", alike.id, alike.score from unnest(${eventIds}::uuid[]) wanted(id)
		cross join lateral (
			with own as materialized (
				select k.term, 1 / ln(2 + coalesce(t.documents, 0)) as weight,
					sum(coalesce(t.documents, 0)) over (order by coalesce(t.documents, 0), k.term) as "soFar"
				from "Event" asked cross join unnest(asked."keyTerms") k(term)
				left join lateral (select t.documents from "Term" t where t.term = k.term offset 0) t on true
				where asked.id = wanted.id
			), likely as (
				select event.id, event."keyTerms" from own
				cross join lateral (select event.* from "Event" event where event."keyTerms" @> array[own.term] offset 0) event
				${where(Prisma.sql`own."soFar" <= ${MAX_LOOKED_AT}::int and event.id <> wanted.id`, LISTED, reported)}
				group by event.id, event."keyTerms" order by sum(own.weight) desc, event.id desc limit ${MAX_SIMILAR}::int
			), named as materialized (
				select part."entityId" from "EventParticipant" part where part."eventId" = wanted.id
			)
			select likely.id, case when people.named = 0 then words.share
				else (1 - ${PARTICIPANTS_SHARE}::float8) * words.share + ${PARTICIPANTS_SHARE}::float8 * people.shared / people.named end as score
			from likely
			cross join lateral (
				select (sum(own.weight) filter (where own.term = any(likely."keyTerms")) / sum(own.weight))::float8 as share from own
			) words
			cross join lateral (
				select count(*) as named, count(part."entityId")::float8 as shared from named
				left join "EventParticipant" part on part."eventId" = likely.id and part."entityId" = named."entityId"
			) people
		) alike`,
	);
	return groupByKey(rows, ({ eventId }) => eventId);
}

const BY_SIMILARITY: Order = { name: "Event.SIMILARITY", kind: "real", direction: "DESC" };

builder.prismaObjectField(Event, "similar", (t) =>
	t.field({
		...reads("Event", "mergedIntoId"),
		type: EventConnection,
		description:
			"Other events with the same words and participants, the most alike first, at most 50: earlier and later ones, whether or not one led to the other. None for an event of common words only.",
		args: t.arg.connectionArgs(),
		complexity: (args) => ({ ...pageCost(args), field: 20 }),
		resolve: ({ id, mergedIntoId, knownAt }, page, context) => {
			const loader = loaderFor(context, `similar events ${instantName(knownAt)}`, (ids) =>
				readSimilar(context, ids, knownAt),
			);
			const similar = async () => (await loader.load(mergedIntoId ?? id)) ?? [];
			const list = listReadWhole(similar, BY_SIMILARITY, (event) => ({ value: event.score, id: event.id }));
			return connect({ ...list, load: (eventId) => loadEvent(context, eventId, knownAt) }, page);
		},
	}),
);
