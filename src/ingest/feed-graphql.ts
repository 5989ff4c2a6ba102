import { builder } from "../graphql/builder.js";
import { uuidOf } from "../graphql/ids.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Row, required } from "../graphql/rows.js";
import { publicId } from "../public-id.js";
import { Feed, loadFeed } from "../source/source-graphql.js";
import { type AddFeedResult, addFeed, type FeedChange, importOpml, refreshFeed, removeFeed } from "./feeds.js";
import { newId } from "./new-id.js";
import { UserError, type UserErrorValue } from "./user-error-graphql.js";

const ERRORS = "What has to be changed; empty where it was accepted.";

interface FeedPayloadValue {
	feed: Row<"Feed"> | null;
	userErrors: UserErrorValue[];
}

const FeedPayload = builder.objectRef<FeedPayloadValue>("FeedPayload").implement({
	description: "The feed as it is now, or why it was not accepted.",
	fields: (t) => ({
		feed: t.expose("feed", { type: Feed, nullable: true, description: "The feed; null where it was not accepted." }),
		userErrors: t.expose("userErrors", { type: [UserError], description: ERRORS }),
	}),
});

const AddFeedInput = builder.inputType("AddFeedInput", {
	description: "A feed to be polled from now on.",
	fields: (t) => ({
		url: t.field({
			type: "URL",
			required: true,
			description: "Its address; or that of a page, whose first readable feed is then taken.",
		}),
		pollIntervalSeconds: t.int({
			description:
				"Seconds between two polls, 60 to 604,800; absent for an interval that follows how often the feed changes.",
		}),
		idempotencyKey: t.string({
			description:
				"Any text of the client's own: the same request sent again is answered with the same feed, and no error.",
		}),
	}),
});

const RefreshFeedInput = builder.inputType("RefreshFeedInput", {
	description: "A feed to be polled now.",
	fields: (t) => ({ feedId: t.id({ required: true, description: "The feed." }) }),
});

const RemoveFeedInput = builder.inputType("RemoveFeedInput", {
	description: "A feed not to be polled any more.",
	fields: (t) => ({ feedId: t.id({ required: true, description: "The feed." }) }),
});

const ImportOpmlInput = builder.inputType("ImportOpmlInput", {
	description: "A list of feeds.",
	fields: (t) => ({
		opml: t.string({ required: true, description: "The OPML document." }),
		dryRun: t.boolean({ defaultValue: false, description: "Only tell what would come of it." }),
	}),
});

interface RemovePayloadValue {
	removedId: string | null;
	userErrors: UserErrorValue[];
}

const RemovePayload = builder.objectRef<RemovePayloadValue>("RemovePayload").implement({
	description: "What was removed, or why nothing was.",
	fields: (t) => ({
		removedId: t.exposeID("removedId", {
			nullable: true,
			description: "The id that no longer answers; null where nothing was removed.",
		}),
		userErrors: t.expose("userErrors", { type: [UserError], description: ERRORS }),
	}),
});

interface ImportPayloadValue {
	read: number;
	created: number;
	unchanged: number;
	userErrors: UserErrorValue[];
}

const ImportPayload = builder.objectRef<ImportPayloadValue>("ImportPayload").implement({
	description: "What came of a list of feeds. The feeds that can be used are accepted, whatever the others are.",
	fields: (t) => ({
		read: t.exposeInt("read", { description: "Feeds in the list." }),
		created: t.exposeInt("created", { description: "Feeds that are new here." }),
		unchanged: t.exposeInt("unchanged", { description: "Feeds that were known." }),
		userErrors: t.expose("userErrors", {
			type: [UserError],
			description: "What could not be used, at most 100 of it.",
		}),
	}),
});

/** Each may ask another server up to four times. */
const FETCHING_COST = 1_000;
const WRITING_COST = 500;
const MAX_ERRORS = 100;

builder.mutationFields((t) => ({
	addFeed: t.field({
		type: FeedPayload,
		description: "Reads a feed once and polls it from now on.",
		args: { input: t.arg({ type: AddFeedInput, required: true, description: "The feed." }) },
		needs: "OPERATOR",
		complexity: FETCHING_COST,
		resolve: async (_root, { input }, context) => {
			if (!context.feeds)
				return {
					feed: null,
					userErrors: [error("url", "UNREACHABLE", "cannot be read: this process fetches nothing")],
				};
			const result = await addFeed(context.db, context.feeds, input, context.now, newId);
			return addedPayload(context, result);
		},
	}),
	refreshFeed: t.field({
		type: FeedPayload,
		description: "Makes a feed due now, also one that was given up. It is read in the background.",
		args: { input: t.arg({ type: RefreshFeedInput, required: true, description: "The feed." }) },
		needs: "OPERATOR",
		complexity: WRITING_COST,
		resolve: async (_root, { input }, context) => {
			const uuid = uuidOf("Feed", input.feedId);
			const result = await refreshFeed(context.db, uuid, context.now);
			return { feed: await loadFeed(context, uuid, null), userErrors: changeErrors(result) };
		},
	}),
	removeFeed: t.field({
		type: RemovePayload,
		description: "Stops polling a feed and forgets it. Its articles stay.",
		args: { input: t.arg({ type: RemoveFeedInput, required: true, description: "The feed." }) },
		needs: "OPERATOR",
		complexity: WRITING_COST,
		resolve: async (_root, { input }, context) => {
			const result = await removeFeed(context.db, uuidOf("Feed", input.feedId), context.now);
			return {
				removedId: result.kind === "changed" ? publicId("Feed", result.feedId) : null,
				userErrors: changeErrors(result),
			};
		},
	}),
	importOpml: t.field({
		type: ImportPayload,
		description: "Polls the feeds of an OPML document from now on. They are read in the background.",
		args: { input: t.arg({ type: ImportOpmlInput, required: true, description: "The list." }) },
		needs: "OPERATOR",
		refusedWith: { read: 0, created: 0, unchanged: 0 },
		complexity: WRITING_COST,
		resolve: async (_root, { input }, context) => {
			const { failures, ...counts } = await importOpml(
				context.db,
				input.opml,
				context.now,
				newId,
				input.dryRun ?? false,
			);
			return { ...counts, userErrors: failures.slice(0, MAX_ERRORS).map((reason) => error("opml", "INVALID", reason)) };
		},
	}),
}));

async function addedPayload(context: RequestContext, result: AddFeedResult): Promise<FeedPayloadValue> {
	if (result.kind === "refused") return { feed: null, userErrors: [error(result.field, result.code, result.reason)] };
	const feed = await required(loadFeed(context, result.feedId, null));
	const isTwice = result.kind === "known" && !result.sameRequest;
	return { feed, userErrors: isTwice ? [error("url", "ALREADY_EXISTS", "is polled already")] : [] };
}

function changeErrors(result: FeedChange): UserErrorValue[] {
	if (result.kind === "not-found") return [error("feedId", "NOT_FOUND", "is the id of no feed")];
	if (result.kind === "changed") return [];
	return [
		error("feedId", "CONFLICT", `names a feed whose server asks to be left alone until ${result.until.toISOString()}`),
	];
}

const error = (field: string, code: UserErrorValue["code"], reason: string): UserErrorValue => ({
	path: ["input", field],
	message: `${field} ${reason}`,
	code,
});
