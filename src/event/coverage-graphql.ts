import { byKey, groupByKey, loaderFor } from "../batch.js";
import { Prisma } from "../generated/prisma/client.js";
import { BY_ID } from "../graphql/ask-ahead.js";
import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import { oneOfIds, rowOf, where } from "../graphql/keyset.js";
import { readBeside } from "../graphql/read-sql.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Known, referenced, required } from "../graphql/rows.js";
import { type AsOf, instantName, knownBy, placesAt } from "../known.js";
import { INSTANTS, type TableRow } from "../table-rows.js";
import { Entity, loadEntity } from "./entity-graphql.js";
import { Event } from "./event-graphql.js";

/** Who tells of an event and who takes part in it: what is counted over its articles and mentions. */

interface CoverageCounts {
	articles: number;
	originals: number;
	sources: number;
	independentSources: number;
	languages: string[];
}

const Coverage = builder.objectRef<CoverageCounts>("Coverage").implement({
	description: "How widely an event is reported.",
	fields: (t) => ({
		articles: t.exposeInt("articles", { description: "Articles that mention it, copies among them." }),
		originals: t.exposeInt("originals", { description: "Articles that mention it and are no copies." }),
		sources: t.exposeInt("sources", { description: "Outlets that mention it." }),
		independentSources: t.exposeInt("independentSources", {
			description: "Outlets that mention it in words of their own; outlets of one owner count once.",
		}),
		languages: t.expose("languages", { type: ["LanguageTag"], description: "Languages it is reported in, by tag." }),
	}),
});

const NO_COVERAGE: CoverageCounts = { articles: 0, originals: 0, sources: 0, independentSources: 0, languages: [] };

async function readCoverage(
	context: RequestContext,
	eventIds: string[],
	knownAt: AsOf | null,
): Promise<Map<string, CoverageCounts>> {
	const rows = await readBeside<CoverageCounts & { eventId: string }>(
		context,
		Prisma.sql`select told."eventId", count(*)::int as articles, (count(*) filter (where not told."isCopy"))::int as originals,
			count(distinct told."sourceId")::int as sources,
			(count(distinct coalesce(source."ownerGroup", source."id"::text)) filter (where not told."isCopy"))::int as "independentSources",
			array_agg(distinct article."language" order by article."language") as languages
		from unnest(${eventIds}::uuid[]) wanted(id) join lateral ${placesAt(knownAt, "eventId", "wanted.id")} told on told."eventId" = wanted.id
		join "Article" article on article."id" = told."articleId" join "Source" source on source."id" = told."sourceId"
		group by told."eventId"`,
		[],
	);
	return byKey(rows, (row) => row.eventId);
}

const ParticipantRole = enumType("ParticipantRole", "How an entity takes part in an event.", {
	ACTOR: "It does it.",
	RECIPIENT: "It is done to it.",
	OTHER: "It takes part in another way, or the articles do not say how.",
});

interface ParticipantView extends Known {
	eventId: string;
	entityId: string;
	role: typeof ParticipantRole.$inferType;
	isPlace: boolean;
}

const Participant = builder.objectRef<ParticipantView>("Participant").implement({
	description: "Someone or something that takes part in an event.",
	fields: (t) => ({
		entity: t.field({
			type: Entity,
			description: "Who it is.",
			resolve: ({ entityId, knownAt }, _args, context, info) =>
				referenced(loadEntity, entityId, knownAt, context, info),
		}),
		role: t.expose("role", { type: ParticipantRole, description: "How it takes part." }),
	}),
});

/** Participants and places of an event, most often told first, and who they are; as of an instant, those that a mention of then names. */
async function readParticipants(
	context: RequestContext,
	eventIds: string[],
	knownAt: AsOf | null,
): Promise<Map<string, ParticipantView[]>> {
	const told =
		knownAt &&
		Prisma.sql`exists (select from "Mention" mention ${where(
			Prisma.sql`mention."eventId" = part."eventId"`,
			knownBy("mention", "mention", knownAt),
			Prisma.sql`mention."participants" @> jsonb_build_array(jsonb_build_object('entityId', part."entityId"))`,
		)})`;
	const rows = await readBeside<ParticipantRow>(
		context,
		Prisma.sql`select part."eventId" as "part.eventId", part."role" as "part.role", part."isPlace" as "part.isPlace", entity.*
		from "EventParticipant" part cross join lateral (${rowOf(context, "Entity", 'part."entityId"')}) entity
		${where(oneOfIds(Prisma.sql`part."eventId"`, eventIds), told)} order by part."mentions" desc, part."entityId"`,
		INSTANTS.Entity,
	);
	const entities: TableRow<"Entity">[] = [];
	const parts = rows.map(({ "part.eventId": eventId, "part.role": role, "part.isPlace": isPlace, ...entity }) => {
		entities.push(entity);
		return { eventId, entityId: entity.id, role, isPlace, knownAt };
	});
	if (!knownAt) loadEntity.note(context, entities);
	return groupByKey(parts, ({ eventId }) => eventId);
}

interface ParticipantRow extends TableRow<"Entity"> {
	"part.eventId": string;
	"part.role": ParticipantView["role"];
	"part.isPlace": boolean;
}

async function participantsOf(
	context: RequestContext,
	{ id, knownAt }: Known & { id: string },
): Promise<ParticipantView[]> {
	const what = `participants ${instantName(knownAt)}`;
	return (await loaderFor(context, what, (ids) => readParticipants(context, ids, knownAt)).load(id)) ?? [];
}

builder.prismaObjectFields(Event, (t) => ({
	coverage: t.field({
		...BY_ID,
		type: Coverage,
		description: "How widely it is reported.",
		resolve: async ({ id, knownAt }, _args, context) => {
			const what = `coverage ${instantName(knownAt)}`;
			return (await loaderFor(context, what, (ids) => readCoverage(context, ids, knownAt)).load(id)) ?? NO_COVERAGE;
		},
	}),
	participants: t.field({
		...BY_ID,
		type: [Participant],
		description: "Who takes part, the most often named first.",
		complexity: { field: 2, multiplier: 5 },
		resolve: async (event, _args, context) => (await participantsOf(context, event)).filter(({ isPlace }) => !isPlace),
	}),
	locations: t.field({
		...BY_ID,
		type: [Entity],
		description: "Where it happened, the most often named first.",
		complexity: { field: 2, multiplier: 3 },
		resolve: async (event, _args, context) => {
			const places = (await participantsOf(context, event)).filter(({ isPlace }) => isPlace);
			return Promise.all(places.map(({ entityId, knownAt }) => required(loadEntity(context, entityId, knownAt))));
		},
	}),
}));
