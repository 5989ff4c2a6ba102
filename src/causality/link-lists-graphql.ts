import { groupByKey, loaderFor } from "../batch.js";
import { Event } from "../event/event-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { type Connection, connect, listInMemory } from "../graphql/connection.js";
import { uuidOf } from "../graphql/ids.js";
import { keysetList, type Listing, oneOfIds, where } from "../graphql/keyset.js";
import { type Order, type PageArguments, pageCost } from "../graphql/page.js";
import { readSql } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import type { Known, Row } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { allThere } from "../maybe-promise.js";
import {
	CausalLinkFilter,
	type CausalLinkFilterInput,
	linkConditions,
	meetsLinkFilter,
} from "./link-filter-graphql.js";
import { CausalLink, CausalLinkConnection, loadLink } from "./link-graphql.js";

/** The lists of links: all of them, and those at either end of an event. */

const BY_CONFIDENCE: Order = { name: "CausalLink.CONFIDENCE", kind: "real", direction: "DESC" };

function linkListing(...conditions: (Prisma.Sql | null)[]): Listing {
	return {
		order: BY_CONFIDENCE,
		by: Prisma.sql`link."confidence"`,
		id: Prisma.sql`link."id"`,
		rows: Prisma.sql`from "CausalLink" link ${where(...conditions)}`,
	};
}

/** Which end of a link an event is at. */
const ENDS = { causes: Prisma.sql`link."effectId"`, effects: Prisma.sql`link."causeId"` };

/** The links at one end of an event. In the past they are weighed first and then chosen: what is stored knows the present. */
async function linksOf(
	context: RequestContext,
	end: keyof typeof ENDS,
	{ id, knownAt }: Known & { id: string },
	filter: CausalLinkFilterInput | null | undefined,
	page: PageArguments,
): Promise<Connection<Row<"CausalLink">>> {
	if (!knownAt) {
		const listing = linkListing(Prisma.sql`${ENDS[end]} = parent.id`, ...linkConditions(filter));
		return connect(keysetList(context, listing, id, loadLink, null), page);
	}
	const ids = await loaderFor(context, `ids of ${end}`, (eventIds) => readLinkIds(context, end, eventIds)).load(id);
	const links = (await allThere((ids ?? []).map((linkId) => loadLink(context, linkId, knownAt)))).filter(
		(link) => link !== null,
	);
	const chosen = links.filter(meetsLinkFilter(filter));
	return connect(
		listInMemory(chosen, BY_CONFIDENCE, (link) => ({ value: link.confidence, id: link.id })),
		page,
	);
}

async function readLinkIds(
	context: RequestContext,
	end: keyof typeof ENDS,
	eventIds: string[],
): Promise<Map<string, string[]>> {
	const rows = await readSql<{ eventId: string; id: string }>(
		context,
		Prisma.sql`select ${ENDS[end]} as "eventId", link."id" from "CausalLink" link where ${oneOfIds(ENDS[end], eventIds)}`,
	);
	const groups = groupByKey(rows, (row) => row.eventId);
	return new Map([...groups].map(([eventId, group]) => [eventId, group.map(({ id }) => id)]));
}

const filtered = builder.args((t) => ({
	filter: t.field({ type: CausalLinkFilter, description: "Only links that meet all of these conditions." }),
}));

builder.prismaObjectFields(Event, (t) => ({
	causes: t.field({
		...reads("Event"),
		type: CausalLinkConnection,
		description: "One hop: claims of what led to it, strongest first.",
		args: { ...t.arg.connectionArgs(), ...filtered },
		complexity: pageCost,
		resolve: (event, { filter, ...page }, context) => linksOf(context, "causes", event, filter, page),
	}),
	effects: t.field({
		...reads("Event"),
		type: CausalLinkConnection,
		description: "One hop: claims of what it led to, strongest first.",
		args: { ...t.arg.connectionArgs(), ...filtered },
		complexity: pageCost,
		resolve: (event, { filter, ...page }, context) => linksOf(context, "effects", event, filter, page),
	}),
}));

builder.queryFields((t) => ({
	causalLink: t.field({
		type: CausalLink,
		nullable: true,
		description: "One link by its id; null where it is not known.",
		args: { id: t.arg.id({ required: true, description: "Its id." }) },
		resolve: (_root, { id }, context) => loadLink(context, uuidOf("CausalLink", id), null),
	}),
	causalLinks: t.field({
		type: CausalLinkConnection,
		description: "Causal links, strongest first.",
		args: { ...t.arg.connectionArgs(), ...filtered },
		complexity: pageCost,
		resolve: (_root, { filter, ...page }, context) =>
			connect(keysetList(context, linkListing(...linkConditions(filter)), null, loadLink, null), page),
	}),
}));
