import { groupByKey, loaderFor } from "../batch.js";
import { Event, loadEvent } from "../event/event-graphql.js";
import { type CausalLink as CausalLinkRow, Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { connect } from "../graphql/connection.js";
import { keysetList, type Listing, oneOf, oneOfIds, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { pageCost } from "../graphql/page.js";
import { readSql } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import { Revisioned } from "../graphql/revisioned.js";
import { type Row, referenced, required, tableLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, instantName, knownBy } from "../known.js";
import type { Support as SupportCounts } from "./context.js";
import { EvidenceConnection, loadEvidence } from "./evidence-graphql.js";
import { explanationOf } from "./explanation.js";
import { CausalMode, CausalRelation, LinkBasis, LinkStatus, Stance } from "./link-enums-graphql.js";
import { weighEvidence } from "./weigh-evidence.js";

/** Links by id. As of an instant, they are weighed by the evidence known then; links nobody had spoken of are absent. */
export const loadLink = tableLoader("CausalLink", async ({ db }, links, knownAt) => {
	const ids = links.map(({ id }) => id);
	const rows = await db.prisma.evidence.findMany({
		where: { linkId: { in: ids }, ...evidenceKnownAt(knownAt) },
		include: { source: { select: { ownerGroup: true } } },
	});
	const evidence = groupByKey(rows, (row) => row.linkId);
	return links.flatMap((link) => {
		const known = evidence.get(link.id);
		return known ? asWeighed(link, known, knownAt.at) : [];
	});
});

/** As `knownBy` has it. */
function evidenceKnownAt({ at, clock }: AsOf): Prisma.EvidenceWhereInput {
	const stillSaid = { OR: [{ supersededAt: null }, { supersededAt: { gt: at } }] };
	if (clock === "RECORDED") return { ...stillSaid, recordedAt: { lte: at } };
	const textRead = { OR: [{ number: 1 }, { fetchedAt: { lte: at } }] };
	return { ...stillSaid, publishedAt: { lte: at }, articleRevision: textRead };
}

type Weighable = Omit<Parameters<typeof weighEvidence>[0][number], "voice"> & {
	sourceId: string;
	source: { ownerGroup: string | null };
};

/** By the evidence, but as an editor had decided: of several decisions only the last is on record. */
function asWeighed(link: CausalLinkRow, evidence: readonly Weighable[], at: Date): CausalLinkRow {
	const voiced = evidence.map((item) => ({ ...item, voice: item.source.ownerGroup ?? item.sourceId }));
	const { support, ...weight } = weighEvidence(voiced);
	const { mode, status, reviewedAt } = link;
	const isDecided = reviewedAt ? reviewedAt <= at : link.basis === "CURATED";
	const basis = link.basis === "CURATED" ? "CURATED" : weight.basis;
	return { ...link, ...weight, ...(isDecided ? { mode, status } : {}), basis, ...support };
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
			...reads("CausalLink", "causeId"),
			type: Event,
			description: "What is said to have led to the effect.",
			resolve: ({ causeId, knownAt }, _args, context, info) => referenced(loadEvent, causeId, knownAt, context, info),
		}),
		effect: t.field({
			...reads("CausalLink", "effectId"),
			type: Event,
			description: "What is said to have come of it.",
			resolve: ({ effectId, knownAt }, _args, context, info) => referenced(loadEvent, effectId, knownAt, context, info),
		}),
		relation: t.expose("relation", { type: CausalRelation, description: "How the cause bears on the effect." }),
		mode: t.expose("mode", { type: CausalMode, description: "By what way." }),
		basis: t.expose("basis", { type: LinkBasis, description: "On what ground." }),
		status: t.expose("status", { type: LinkStatus, description: "How far it is borne out." }),
		confidence: t.exposeFloat("confidence"),
		support: t.field({
			...reads("CausalLink", "supporting", "contradicting", "independentSources", "attributedOnly", "firstStatedAt"),
			type: Support,
			description: "Who bears it out.",
			resolve: (link) => link,
		}),
		evidence: t.field({
			...reads("CausalLink"),
			type: EvidenceConnection,
			description: "The sentences for and against it, strongest first.",
			args: {
				...t.arg.connectionArgs(),
				stance: t.arg({ type: Stance, description: "Only sentences for it, or only those against it." }),
			},
			complexity: pageCost,
			resolve: ({ id, knownAt }, { stance, ...page }, context) => {
				const listing = evidenceListing(knownAt, stance ? oneOf(Prisma.sql`evidence."stance"`, [stance]) : null);
				return connect(keysetList(context, listing, id, loadEvidence, knownAt), page);
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

/** The sentences that the text of their article says that is shown at an instant. */
const evidenceKnown = (knownAt: AsOf | null): Prisma.Sql =>
	knownBy("evidence", "evidence", knownAt) ?? Prisma.sql`evidence."supersededAt" is null`;

function evidenceListing(knownAt: AsOf | null, stance: Prisma.Sql | null): Listing {
	const known = evidenceKnown(knownAt);
	return {
		order: { name: "Evidence.CONFIDENCE", kind: "real", direction: "DESC" },
		by: Prisma.sql`evidence."confidence"`,
		id: Prisma.sql`evidence."id"`,
		rows: Prisma.sql`from "Evidence" evidence ${where(Prisma.sql`evidence."linkId" = parent.id`, known, stance)}`,
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
	knownAt: AsOf | null,
): Promise<Map<string, Strongest>> {
	const conditions = where(oneOfIds(Prisma.sql`evidence."linkId"`, linkIds), evidenceKnown(knownAt));
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
	const what = `strongest evidence ${instantName(knownAt)}`;
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

export const CausalLinkConnection = builder.connectionObject(
	{ type: CausalLink, name: "CausalLinkConnection", description: "Causal links, in pages." },
	{ name: "CausalLinkEdge", description: "A causal link and its place in the list." },
);
