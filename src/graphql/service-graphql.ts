import packageJson from "../../package.json" with { type: "json" };
import { accessField } from "../access/access-graphql.js";
import { MAX_CONTEXT_EVENTS } from "../causality/context-options-graphql.js";
import { logCursor } from "../changes/log-cursor.js";
import { readLogKey, readLogState } from "../changes/read-changes.js";
import { Prisma } from "../generated/prisma/client.js";
import { builder } from "./builder.js";
import { LIMITS } from "./limits.js";
import { MAX_PAGE_SIZE } from "./page.js";
import { readSql } from "./read-sql.js";

const SERVICE = {
	version: packageJson.version,
	limits: {
		maxDepth: LIMITS.maxDepth,
		maxCost: LIMITS.maxCost,
		maxPageSize: MAX_PAGE_SIZE,
		maxContextEvents: MAX_CONTEXT_EVENTS,
	},
};

/** By the database's clock, as all that is due. Both ends are read from an index. */
const INGEST_LAG = Prisma.sql`
	select case when next.due is not null then greatest(0, extract(epoch from now() - next.due)) end::float8 as lag
	from (select least((select min("feedsDueAt") from "Host"), (select min("entriesDueAt") from "Host")) as due) next`;

const DAY_SECONDS = 86_400;

const Limits = builder.objectRef<typeof SERVICE.limits>("Limits").implement({
	description: "What one operation may ask for.",
	fields: (t) => ({
		maxDepth: t.exposeInt("maxDepth", { description: "Fields below one another." }),
		maxCost: t.exposeInt("maxCost", {
			description:
				"Cost of an operation: roughly the number of fields of its answer, pages taken as full. Every answer tells its own in `extensions.cost`.",
		}),
		maxPageSize: t.exposeInt("maxPageSize", { description: "Largest `first` and `last`." }),
		maxContextEvents: t.exposeInt("maxContextEvents", { description: "Largest `maxEvents` of a context." }),
	}),
});

const ServiceInfo = builder.objectRef<typeof SERVICE>("ServiceInfo").implement({
	description: "This service.",
	fields: (t) => ({
		version: t.exposeString("version", { description: "Its version." }),
		headCursor: t.string({
			description:
				"Cursor of the newest change: ask for it before you read, and for what follows it with `changes(after:)` afterwards, and nothing is missed.",
			resolve: async (_service, _args, { db }) => {
				const [{ head }, key] = await Promise.all([readLogState(db.pool), readLogKey(db.pool)]);
				return logCursor(head, key);
			},
		}),
		changeRetentionSeconds: t.int({
			description: "How long changes are kept: an older cursor meets a gap.",
			resolve: (_service, _args, { changeRetentionDays }) => changeRetentionDays * DAY_SECONDS,
		}),
		access: t.field(accessField),
		ingestLagSeconds: t.float({
			nullable: true,
			description:
				"For how long the feed or article that is due first has been waiting to be read: 0 where all is on time, null where no feed is polled.",
			resolve: async (_service, _args, context) => {
				const [row] = await readSql<{ lag: number | null }>(context, INGEST_LAG);
				return row?.lag ?? null;
			},
		}),
		limits: t.expose("limits", { type: Limits, description: "What one operation may ask for." }),
	}),
});

builder.queryField("service", (t) =>
	t.field({ type: ServiceInfo, description: "Version and limits of this service.", resolve: () => SERVICE }),
);
