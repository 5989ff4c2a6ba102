import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { connect } from "../graphql/connection.js";
import { enumType } from "../graphql/enum-type.js";
import { keysetList, type Listing, oneOf, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { pageCost } from "../graphql/page.js";
import { Revisioned } from "../graphql/revisioned.js";
import { referenced, rowLoader, tableLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";

/** Sources by id. */
export const loadSource = tableLoader("Source");

/** Feeds by id. */
export const loadFeed = rowLoader("Feed", ({ db }, ids) => db.prisma.feed.findMany({ where: { id: { in: ids } } }));

const FeedFormat = enumType("FeedFormat", "The format a feed is written in.", {
	RSS: "RSS 0.9x and 2.0.",
	ATOM: "Atom 1.0.",
	RDF: "RSS 1.0.",
	JSON_FEED: "JSON Feed 1.x.",
});

const FeedHealth = enumType("FeedHealth", "Whether a feed can be read.", {
	OK: "The last fetch worked.",
	DEGRADED: "The last fetches failed, or what was read has a fault; see `lastError`.",
	FAILING: "Five fetches in a row and more have failed; it is asked less and less often.",
	PAUSED: "Not asked, because an operator said so.",
	GONE: "The outlet says that it no longer exists; not asked any more.",
});

const FeedErrorCode = enumType(
	"FeedErrorCode",
	"Why the last fetch failed, or what is wrong with what it read, in words an operator can act on.",
	{
		TIMEOUT: "It did not answer in time, or the connection broke.",
		DNS: "The name of its host is not known.",
		TLS: "The connection could not be secured.",
		BLOCKED_ADDRESS: "Its address is not public, and is not on the list of private ones that may be asked.",
		HTTP_CLIENT_ERROR: "It answered that the request cannot be met (4xx, or redirects that lead nowhere).",
		HTTP_SERVER_ERROR: "It answered that it failed (5xx).",
		RATE_LIMITED: "It asks to be asked less often (429).",
		BOT_PROTECTION: "It wants to know whether its reader is a person.",
		TOO_LARGE: "The answer is larger than is read.",
		NOT_A_FEED: "The answer is something else, a page perhaps.",
		PARSE_ERROR: "The answer cannot be read as a feed.",
		EMPTY: "It was read, and has no entries.",
		ALL_ITEMS_UNDATED: "It was read, and none of its entries has a date.",
	},
);

interface FeedErrorView {
	code: typeof FeedErrorCode.$inferType;
	message: string;
	httpStatus: number | null;
	at: Date;
}

const FeedError = builder.objectRef<FeedErrorView>("FeedError").implement({
	description: "What went wrong at the last fetch of a feed.",
	fields: (t) => ({
		code: t.expose("code", { type: FeedErrorCode, description: "What it is, for programs." }),
		message: t.exposeString("message", { description: "What it is, for people." }),
		httpStatus: t.exposeInt("httpStatus", {
			nullable: true,
			description: "The status of the answer; null where there was none.",
		}),
		at: t.expose("at", { type: "DateTime", description: "When it happened." }),
	}),
});

export const Source = builder.prismaObject("Source", {
	interfaces: [Revisioned],
	fields: (t) => ({
		name: t.exposeString("name"),
		homepage: t.expose("homepage", { type: "URL", nullable: true }),
		language: t.expose("language", { type: "LanguageTag", nullable: true }),
		country: t.exposeString("country", { nullable: true }),
		ownerGroup: t.exposeString("ownerGroup", { nullable: true }),
	}),
});

export const Feed = builder.prismaObject("Feed", {
	interfaces: [Revisioned],
	fields: (t) => ({
		url: t.expose("url", { type: "URL", description: "The address that is polled." }),
		title: t.exposeString("title", { nullable: true, description: "The title the feed gives itself." }),
		format: t.expose("format", { type: FeedFormat, nullable: true, description: "Null until it was read once." }),
		source: t.field({
			type: Source,
			description: "The outlet whose feed it is.",
			resolve: (feed, _args, context, info) => referenced(loadSource, feed.sourceId, feed.knownAt, context, info),
		}),
		health: t.expose("health", { type: FeedHealth, description: "Whether it can be read." }),
		lastError: t.field({
			type: FeedError,
			nullable: true,
			description: "What went wrong at the last fetch; null where nothing did.",
			resolve: ({ lastErrorCode, lastErrorMessage, lastErrorStatus, lastErrorAt }) =>
				lastErrorCode && lastErrorAt
					? { code: lastErrorCode, message: lastErrorMessage ?? "", httpStatus: lastErrorStatus, at: lastErrorAt }
					: null,
		}),
		lastFetchedAt: t.expose("lastFetchedAt", {
			type: "DateTime",
			nullable: true,
			description: "Null until the first fetch.",
		}),
		nextFetchAt: t.expose("nextFetchAt", {
			type: "DateTime",
			nullable: true,
			description: "When it is due; null where it is not polled.",
		}),
		pollIntervalSeconds: t.exposeInt("pollIntervalSeconds"),
	}),
});

const SourceConnection = builder.connectionObject(
	{ type: Source, name: "SourceConnection", description: "Sources, in pages." },
	{ name: "SourceEdge", description: "A source and its place in the list." },
);

const FeedConnection = builder.connectionObject(
	{ type: Feed, name: "FeedConnection", description: "Feeds, in pages." },
	{ name: "FeedEdge", description: "A feed and its place in the list." },
);

builder.prismaObjectField(Source, "feeds", (t) =>
	t.field({
		...reads("Source"),
		type: FeedConnection,
		description: "Its feeds, in the order in which they were added.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: (source, args, context) => {
			const listing = feedListing(Prisma.sql`feed."sourceId" = parent.id`);
			return connect(keysetList(context, listing, source.id, loadFeed, source.knownAt), args);
		},
	}),
);

fetchableById(Source, loadSource);
fetchableById(Feed, loadFeed);

const SOURCES: Listing = {
	order: { name: "Source.NAME", kind: "text", direction: "ASC" },
	by: Prisma.sql`source."name"`,
	id: Prisma.sql`source."id"`,
	rows: Prisma.sql`from "Source" source where true`,
};

function feedListing(...conditions: (Prisma.Sql | null)[]): Listing {
	return {
		order: { name: "Feed.CREATED_AT", kind: "instant", direction: "ASC" },
		by: Prisma.sql`feed."createdAt"`,
		id: Prisma.sql`feed."id"`,
		rows: Prisma.sql`from "Feed" feed ${where(...conditions)}`,
	};
}

builder.queryFields((t) => ({
	sources: t.field({
		type: SourceConnection,
		description: "The outlets, by name.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: (_root, args, context) => connect(keysetList(context, SOURCES, null, loadSource, null), args),
	}),
	feeds: t.field({
		type: FeedConnection,
		description: "The feeds that are polled, in the order in which they were added.",
		args: {
			...t.arg.connectionArgs(),
			health: t.arg({ type: [FeedHealth], description: "Only feeds in one of these states." }),
		},
		complexity: pageCost,
		resolve: (_root, { health, ...page }, context) =>
			connect(keysetList(context, feedListing(oneOf(Prisma.sql`feed."health"`, health)), null, loadFeed, null), page),
	}),
}));
