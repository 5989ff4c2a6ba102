import { Article, loadArticle } from "../article/article-graphql.js";
import { TextSpan } from "../article/text-span-graphql.js";
import { Prisma } from "../generated/prisma/client.js";
import { BY_ID } from "../graphql/ask-ahead.js";
import { builder } from "../graphql/builder.js";
import { connect } from "../graphql/connection.js";
import { enumType } from "../graphql/enum-type.js";
import { uuidOf } from "../graphql/ids.js";
import { keysetList, type Listing, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { pageCost } from "../graphql/page.js";
import { referenced, tableLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, knownBy } from "../known.js";
import { MentionRole } from "./event-enums-graphql.js";
import { Event, loadEvent } from "./event-graphql.js";
import { eventTime, TIME_COLUMNS } from "./event-time.js";
import { EventTime } from "./event-time-graphql.js";

const loadMention = tableLoader("Mention", null, [
	{ column: "eventId", field: "event", load: () => loadEvent },
	{ column: "articleId", field: "article", load: () => loadArticle },
]);

const Polarity = enumType("Polarity", "Whether a mention says that something happened or that it did not.", {
	AFFIRMED: "It says that it happened.",
	NEGATED: "It says that it did not happen.",
});

export const Certainty = enumType("Certainty", "How sure the words are of what they say.", {
	CERTAIN: "Told as a fact.",
	PROBABLE: "Told as likely.",
	POSSIBLE: "Told as possible.",
});

const Mention = builder.prismaObject("Mention", {
	fields: (t) => ({
		article: t.field({
			...reads("Mention", "articleId"),
			type: Article,
			description: "The article that mentions the event.",
			resolve: ({ articleId, knownAt }, _args, context, info) =>
				referenced(loadArticle, articleId, knownAt, context, info),
		}),
		event: t.field({
			...reads("Mention", "eventId"),
			type: Event,
			description: "The event that is mentioned.",
			resolve: ({ eventId, knownAt }, _args, context, info) => referenced(loadEvent, eventId, knownAt, context, info),
		}),
		role: t.expose("role", { type: MentionRole, description: "For what the article mentions it." }),
		trigger: t.field({
			...reads("Mention", "revisionId", "triggerStart", "triggerEnd"),
			type: TextSpan,
			description: "The verb or noun that names the happening.",
			resolve: ({ revisionId, triggerStart, triggerEnd, knownAt }) => ({
				revisionId,
				start: triggerStart,
				end: triggerEnd,
				exact: null,
				knownAt,
			}),
		}),
		sentence: t.field({
			...reads("Mention", "revisionId", "sentenceStart", "sentenceEnd", "sentence"),
			type: TextSpan,
			description: "The sentence around it.",
			resolve: ({ revisionId, sentenceStart, sentenceEnd, sentence, knownAt }) => ({
				revisionId,
				start: sentenceStart,
				end: sentenceEnd,
				exact: sentence,
				knownAt,
			}),
		}),
		time: t.field({
			...reads("Mention", ...TIME_COLUMNS, "publishedAt"),
			type: EventTime,
			nullable: true,
			description: "When it happened, as this article tells it; null where it does not say.",
			resolve: (mention) => eventTime(mention, mention.publishedAt),
		}),
		polarity: t.expose("polarity", {
			type: Polarity,
			description: "Whether it says that it happened or that it did not.",
		}),
		certainty: t.expose("certainty", { type: Certainty, description: "How sure the words are." }),
		attributedTo: t.exposeString("attributedTo", { nullable: true }),
		confidence: t.exposeFloat("confidence"),
	}),
});

fetchableById(Mention, loadMention);

const MentionConnection = builder.connectionObject(
	{ type: Mention, name: "MentionConnection", description: "Mentions, in pages." },
	{ name: "MentionEdge", description: "A mention and its place in the list." },
);

/** Mentions that the text of their article makes that is shown at an instant. */
function mentionsKnownBy(knownAt: AsOf | null, ...conditions: (Prisma.Sql | null)[]): Prisma.Sql {
	const known = knownBy("mention", "mention", knownAt) ?? Prisma.sql`mention."supersededAt" is null`;
	return Prisma.sql`from "Mention" mention ${where(...conditions, known)}`;
}

builder.prismaObjectField(Event, "mentions", (t) =>
	t.field({
		...BY_ID,
		type: MentionConnection,
		description: "Every place where an article speaks of it, earliest published first.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: ({ id, knownAt }, page, context) => {
			const listing: Listing = {
				order: { name: "Mention.PUBLISHED_AT", kind: "instant", direction: "ASC" },
				by: Prisma.sql`mention."publishedAt"`,
				id: Prisma.sql`mention."id"`,
				rows: mentionsKnownBy(knownAt, Prisma.sql`mention."eventId" = parent.id`),
			};
			return connect(keysetList(context, listing, id, loadMention, knownAt), page);
		},
	}),
);

builder.prismaObjectField(Article, "mentions", (t) =>
	t.field({
		...BY_ID,
		type: MentionConnection,
		description: "Every place where it speaks of an event, in the order of the text.",
		args: {
			...t.arg.connectionArgs(),
			eventId: t.arg.id({ description: "Only mentions of this event." }),
		},
		complexity: pageCost,
		resolve: ({ id, knownAt }, { eventId, ...page }, context) => {
			const ofEvent = typeof eventId === "string" ? meaning(uuidOf("Event", eventId)) : null;
			const listing: Listing = {
				order: { name: "Mention.INDEX", kind: "integer", direction: "ASC" },
				by: Prisma.sql`mention."index"`,
				id: Prisma.sql`mention."id"`,
				rows: mentionsKnownBy(knownAt, Prisma.sql`mention."articleId" = parent.id`, ofEvent),
			};
			return connect(keysetList(context, listing, id, loadMention, knownAt), page);
		},
	}),
);

/** Of the event that this id means now: of one that was merged away, the one it was merged into. */
const meaning = (eventId: string | null): Prisma.Sql =>
	Prisma.sql`mention."eventId" = (select coalesce(event."mergedIntoId", event."id") from "Event" event where event."id" = ${eventId}::uuid)`;
