import { Event, loadEvent } from "../event/event-graphql.js";
import { type CausalLink as CausalLinkRow, Prisma } from "../generated/prisma/client.js";
import { groupByKey, loaderFor } from "../graphql/batch.js";
import { builder } from "../graphql/builder.js";
import { type Connection, connect, listInMemory } from "../graphql/connection.js";
import { uuidOf } from "../graphql/ids.js";
import { keysetList, knownBy, type Listing, oneOf, oneOfIds, readSql, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { type Order, type PageArguments, pageCost } from "../graphql/page.js";
import type { RequestContext } from "../graphql/request-context.js";
import { Revisioned } from "../graphql/revisioned.js";
import { type Known, type Row, required, rowLoader } from "../graphql/rows.js";
import type { Support as SupportCounts } from "./context.js";
import { EvidenceConnection, loadEvidence } from "./evidence-graphql.js";
import { explanationOf } from "./explanation.js";
import { CausalMode, CausalRelation, LinkBasis, LinkStatus, Stance } from "./link-enums-graphql.js";
import {
	CausalLinkFilter,
	type CausalLinkFilterInput,
	linkConditions,
	meetsLinkFilter,
} from "./link-filter-graphql.js";
import { weighEvidence } from "./weigh-evidence.js";

/** Links by id. As of an instant, they are weighed by the evidence published by then; links nobody had spoken of are absent. */
export const loadLink = rowLoader("CausalLink", async ({ db }, ids, knownAt) => {
	const links = await db.prisma.causalLink.findMany({ where: { id: { in: ids } } });
	if (!knownAt) return links;
	const rows = await db.prisma.evidence.findMany({
		where: { linkId: { in: ids }, publishedAt: { lte: knownAt }, supersededAt: null },
		include: { source: { select: { ownerGroup: true } } },
	});
	const evidence = groupByKey(rows, (row) => row.linkId);
	return links.flatMap((link) => {
		const known = evidence.get(link.id);
		return known ? asWeighed(link, known) : [];
	});
});

type Weighable = Omit<Parameters<typeof weighEvidence>[0][number], "voice"> & {
	sourceId: string;
	source: { ownerGroup: string | null };
};

function asWeighed(link: CausalLinkRow, evidence: readonly Weighable[]): CausalLinkRow {
	const voiced = evidence.map((item) => ({ ...item, voice: item.source.ownerGroup ?? item.sourceId }));
	const { support, ...weight } = weighEvidence(voiced);
	return { ...link, ...weight, basis: link.basis === "CURATED" ? "CURATED" : weight.basis, ...support };
}

export const Support = builder.objectRef<SupportCounts>("Support").implement({
	description: "Who bears out a claim. Copies count for their original only.",
	fields: (t) => ({
		supporting: t.exposeInt("supporting", { description: "Sentences that say so." }),
		contradicting: t.exposeInt("contradicting", { description: "Sentences that deny it." }),
		independentSources: t.exposeInt("independentSources", {
			description: "Outlets that say so in words of their own; outlets of one owner count once.",
		}),
		attributedOnly: t.exposeBoolean("attributedOnly", {
			description: "Nobody says so in their own voice: print who claims it, never `because`.",
		}),
		firstStatedAt: t.expose("firstStatedAt", {
			type: "DateTime",
			nullable: true,
			description: "Publication of the first article that says so.",
		}),
	}),
});

export const CausalLink = builder.prismaObject("CausalLink", {
	interfaces: [Revisioned],
	fields: (t) => ({
		cause: t.field({
			type: Event,
			description: "What is said to have led to the effect.",
			resolve: ({ causeId, knownAt }, _args, context) => required(loadEvent(context, causeId, knownAt)),
		}),
		effect: t.field({
			type: Event,
			description: "What is said to have come of it.",
			resolve: ({ effectId, knownAt }, _args, context) => required(loadEvent(context, effectId, knownAt)),
		}),
		relation: t.expose("relation", { type: CausalRelation, description: "How the cause bears on the effect." }),
		mode: t.expose("mode", { type: CausalMode, description: "By what way." }),
		basis: t.expose("basis", { type: LinkBasis, description: "On what ground." }),
		status: t.expose("status", { type: LinkStatus, description: "How far it is borne out." }),
		confidence: t.exposeFloat("confidence"),
		support: t.field({ type: Support, description: "Who bears it out.", resolve: (link) => link }),
		evidence: t.field({
			type: EvidenceConnection,
			description: "The sentences for and against it, strongest first.",
			args: {
				...t.arg.connectionArgs(),
				stance: t.arg({ type: Stance, description: "Only sentences for it, or only those against it." }),
			},
			complexity: pageCost,
			resolve: ({ id, knownAt }, { stance, ...page }, context) => {
				const listing = evidenceListing(knownAt, stance ? oneOf(Prisma.sql`evidence."stance"`, [stance]) : null);
				return connect(
					keysetList(context, listing, id, (evidenceId) => loadEvidence(context, evidenceId, knownAt)),
					page,
				);
			},
		}),
		explanation: t.string({
			description: "Ready to print, built from evidence only: who claims it stays in the sentence.",
			complexity: 5,
			resolve: explain,
		}),
	}),
});

fetchableById(CausalLink, loadLink);

function evidenceListing(knownAt: Date | null, stance: Prisma.Sql | null): Listing {
	const current = Prisma.sql`evidence."supersededAt" is null`;
	const known = knownBy(Prisma.sql`evidence."publishedAt"`, knownAt);
	return {
		order: { name: "Evidence.CONFIDENCE", kind: "real", direction: "DESC" },
		by: Prisma.sql`evidence."confidence"`,
		id: Prisma.sql`evidence."id"`,
		rows: Prisma.sql`from "Evidence" evidence ${where(Prisma.sql`evidence."linkId" = parent.id`, current, known, stance)}`,
	};
}

interface Strongest {
	linkId: string;
	signal: string | null;
	attributedTo: string | null;
}

/** The strongest sentence for each link. */
async function readStrongest(
	context: RequestContext,
	linkIds: string[],
	knownAt: Date | null,
): Promise<Map<string, Strongest>> {
	const conditions = where(
		oneOfIds(Prisma.sql`evidence."linkId"`, linkIds),
		Prisma.sql`evidence."supersededAt" is null`,
		knownBy(Prisma.sql`evidence."publishedAt"`, knownAt),
	);
	const rows = await readSql<Strongest>(
		context,
		Prisma.sql`select distinct on (evidence."linkId") evidence."linkId", evidence."signal", evidence."attributedTo"
		from "Evidence" evidence ${conditions}
		order by evidence."linkId", evidence."stance" = 'SUPPORTS' desc, evidence."confidence" desc, evidence."publishedAt", evidence."id"`,
	);
	return new Map(rows.map((row) => [row.linkId, row]));
}

async function explain(link: Row<"CausalLink">, _args: object, context: RequestContext): Promise<string> {
	const { id, causeId, effectId, knownAt } = link;
	const what = `strongest evidence ${knownAt?.toISOString() ?? "now"}`;
	const [cause, effect, strongest] = await Promise.all([
		required(loadEvent(context, causeId, knownAt)),
		required(loadEvent(context, effectId, knownAt)),
		loaderFor(context, what, (ids) => readStrongest(context, ids, knownAt)).load(id),
	]);
	return explanationOf({
		...link,
		causeTitle: cause.title,
		effectTitle: effect.title,
		attributedTo: link.attributedOnly ? (strongest?.attributedTo ?? null) : null,
		signal: strongest?.signal ?? null,
	});
}

const CausalLinkConnection = builder.connectionObject(
	{ type: CausalLink, name: "CausalLinkConnection", description: "Causal links, in pages." },
	{ name: "CausalLinkEdge", description: "A causal link and its place in the list." },
);

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
	const load = (linkId: string) => loadLink(context, linkId, knownAt);
	if (!knownAt) {
		const listing = linkListing(Prisma.sql`${ENDS[end]} = parent.id`, ...linkConditions(filter));
		return connect(keysetList(context, listing, id, load), page);
	}
	const ids = await loaderFor(context, `ids of ${end}`, (eventIds) => readLinkIds(context, end, eventIds)).load(id);
	const links = (await Promise.all((ids ?? []).map(load))).filter((link) => link !== null);
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
		type: CausalLinkConnection,
		description: "One hop: claims of what led to it, strongest first.",
		args: { ...t.arg.connectionArgs(), ...filtered },
		complexity: pageCost,
		resolve: (event, { filter, ...page }, context) => linksOf(context, "causes", event, filter, page),
	}),
	effects: t.field({
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
			connect(
				keysetList(context, linkListing(...linkConditions(filter)), null, (id) => loadLink(context, id, null)),
				page,
			),
	}),
}));
