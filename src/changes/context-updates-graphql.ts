import { setTimeout as sleep } from "node:timers/promises";
import { Article, loadArticle } from "../article/article-graphql.js";
import { loaderFor } from "../batch.js";
import {
	type ContextOptions,
	DEFAULT_CONTEXT_OPTIONS,
	type PrecedingContext as PrecedingContextValue,
} from "../causality/context.js";
import { type ContextDiff as ContextDiffValue, diffContexts } from "../causality/context-diff.js";
import { ContextDiff } from "../causality/context-diff-graphql.js";
import { PrecedingContext } from "../causality/context-graphql.js";
import { ContextOptionsInput, parseContextOptions } from "../causality/context-options-graphql.js";
import { readCurrentContexts } from "../causality/kept-contexts.js";
import { readPrecedingContext, readPrecedingContexts } from "../causality/preceding.js";
import type { Database } from "../db.js";
import { loadEvent } from "../event/event-graphql.js";
import { builder } from "../graphql/builder.js";
import { badUserInput, quoted } from "../graphql/client-error.js";
import { uuidOf } from "../graphql/ids.js";
import { required } from "../graphql/rows.js";
import type { Chunk } from "../graphql/subscriptions.js";
import { ALL_CHANGES, type ChangeFilter } from "./change-filter.js";
import type { LiveQueue, SharedReads } from "./live-queue.js";
import { logCursor } from "./log-cursor.js";
import type { LogTail } from "./log-tail.js";
import { readCauses } from "./read-changes.js";
import { subscriptionSource } from "./subscription-source-graphql.js";

/** The answer to "what preceded" as a subscription. */

interface Update {
	cursor: string;
	context: PrecedingContextValue;
	options: ContextOptions;
	diff: ContextDiffValue;
	/** Positions of the log between which the answer changed: after the first, up to the second. */
	after: bigint;
	upTo: bigint;
	/** Objects of the answers before and after. */
	nodeIds: string[];
}

/** Articles told as the cause of one update. */
const MAX_CAUSES = 20;

const ContextUpdate = builder.objectRef<Update>("ContextUpdate").implement({
	description: "What preceded an event, when the answer has changed.",
	fields: (t) => ({
		cursor: t.exposeString("cursor", {
			description: "Cursor of the change log: the answer takes in all changes up to here. Goes with `changes(after:)`.",
		}),
		context: t.field({
			type: PrecedingContext,
			description: "The whole answer, now.",
			resolve: async ({ context, options }, _args, request) => ({
				context,
				options,
				asked: await required(loadEvent(request, context.eventId, null)),
				knownAt: null,
			}),
		}),
		diff: t.expose("diff", {
			type: ContextDiff,
			description:
				"What is new since the update before. In the first one, where only the version of the answer before is known, all of it.",
		}),
		causedBy: t.field({
			type: [Article],
			description: `Articles that changed the event, or an event or claim of the answer, since the update before: latest first, at most ${MAX_CAUSES}.`,
			complexity: { field: 1, multiplier: 5 },
			resolve: async ({ after, upTo, nodeIds }, _args, context) => {
				const ids = await readCauses(context.db.pool, after, upTo, nodeIds, MAX_CAUSES);
				const articles = await Promise.all(ids.map((id) => loadArticle(context, id, null)));
				return articles.filter((article) => article !== null);
			},
		}),
	}),
});

builder.subscriptionField("contextUpdates", (t) =>
	t.field({
		type: ContextUpdate,
		description:
			"The context of one event each time its `version` changes. Who comes back gives the version last seen as `ifVersion`, and is sent the answer at once where it has changed meanwhile. An event that is merged is followed under its new id.",
		args: {
			eventId: t.arg.id({ required: true, description: "The event." }),
			ifVersion: t.arg.string({
				description:
					"The version that you have, of the same event and options: another one is sent at once. Where absent, only what changes from now on.",
			}),
			options: t.arg({ type: ContextOptionsInput, description: "What the answer takes in." }),
		},
		complexity: 200,
		subscribe: async (_root, { eventId, ifVersion, options }, context) => {
			const uuid = uuidOf("Event", eventId);
			const parsed = parseContextOptions(options);
			if (!(await loadEvent(context, uuid, null))) throw badUserInput(`there is no event ${quoted(eventId)}`);
			return subscriptionSource<Update>(context, (tail, signal) =>
				followContext({
					db: context.db,
					tail,
					eventId: uuid,
					ifVersion: ifVersion ?? null,
					options: parsed,
					keepsContexts: context.keepsContexts,
					signal,
				}),
			);
		},
		resolve: (update) => update,
	}),
);

interface ContextFollowing {
	db: Database;
	tail: LogTail;
	eventId: string;
	ifVersion: string | null;
	options: ContextOptions;
	keepsContexts: boolean;
	signal: AbortSignal;
}

/**
 * The log tells of answers by the usual options. Those by others are looked into when anything changes, and no sooner after the look before than
 * this many milliseconds: each takes three statements.
 */
const OTHER_OPTIONS_MS = 5_000;

/** What was seen of the log when an answer was put together. */
interface Seen {
	upTo: bigint;
	reads: SharedReads;
}

/**
 * The answer each time that it is another one. It is the state that counts, so nothing has to be replayed: whoever has not kept up
 * is sent what it is now.
 */
async function* followContext(following: ContextFollowing): AsyncGenerator<Chunk<Update>> {
	const { db, tail, options, ifVersion, signal } = following;
	const key = await tail.key();
	const isUsual = JSON.stringify(options) === JSON.stringify(DEFAULT_CONTEXT_OPTIONS);
	let known: PrecedingContextValue | null = null;
	let after: bigint | null = null;
	while (!signal.aborted) {
		const queue = await tail.attach(isUsual ? await ofEvent(db, following.eventId) : OF_ANY, signal);
		try {
			let seen: Seen | null = { upTo: queue.joinedAt, reads: { now: new Date(), loaders: new Map() } };
			while (seen && !signal.aborted) {
				const { upTo, reads }: Seen = seen;
				const eventId = await standingId(db, following.eventId);
				const context = await readContext(following, eventId, reads);
				known ??= isSeen(ifVersion, context) ? context : await nothingKnown(db, eventId, options);
				if (known.version !== context.version) {
					const diff = diffContexts(known, context);
					const nodeIds = [eventId, ...nodesOf(known), ...nodesOf(context)];
					const cursor = logCursor(upTo, key);
					yield { ...reads, messages: [{ cursor, context, options, diff, after: after ?? upTo, upTo, nodeIds }] };
				}
				known = context;
				after = upTo;
				// Its changes come under another id from now on.
				if (isUsual && !queue.filter.nodeIds?.includes(eventId)) break;
				if (!isUsual) await sleep(OTHER_OPTIONS_MS, undefined, { signal }).catch(() => {});
				seen = await waitForChange(queue, signal);
			}
		} finally {
			tail.detach(queue);
		}
	}
}

/** @returns null where the queue is live no more: all may have changed. */
async function waitForChange(queue: LiveQueue, signal: AbortSignal): Promise<Seen | null> {
	while (queue.state === "live" && !signal.aborted) {
		let reads: SharedReads | null = null;
		for (let taken = queue.take(0n, queue.size); taken; taken = queue.take(0n, queue.size)) reads = taken.reads;
		if (reads) return { upTo: queue.upTo, reads };
		await queue.wait(60_000, signal);
	}
	return null;
}

/** Changes of anything that an answer may hold. */
const OF_ANY: ChangeFilter = { ...ALL_CHANGES, types: ["EVENT", "CAUSAL_LINK"] };

/** Changes of an event, and of the one that it was merged into. */
async function ofEvent(db: Database, eventId: string): Promise<ChangeFilter> {
	return { ...ALL_CHANGES, nodeIds: [...new Set([eventId, await standingId(db, eventId)])] };
}

async function standingId(db: Database, eventId: string): Promise<string> {
	const event = await db.prisma.event.findUnique({ where: { id: eventId }, select: { mergedIntoId: true } });
	return event?.mergedIntoId ?? eventId;
}

/** The answer now; put together once for all who follow it by the same options. */
async function readContext(
	{ db, options, keepsContexts }: ContextFollowing,
	eventId: string,
	{ now, loaders }: SharedReads,
): Promise<PrecedingContextValue> {
	const loader = loaderFor<PrecedingContextValue>({ loaders }, `context ${JSON.stringify(options)}`, async (ids) => {
		const asOf = { at: now, clock: "PUBLISHED" as const };
		const read = keepsContexts
			? (await readCurrentContexts(db, ids, options, now)).contexts
			: await readPrecedingContexts(db, ids, asOf, options, now);
		return new Map(read.map((context) => [context.eventId, context]));
	});
	return required(loader.load(eventId));
}

const isSeen = (ifVersion: string | null, { version }: PrecedingContextValue): boolean =>
	ifVersion === null || ifVersion === version;

/** The answer before anything was printed: what is known of an answer of which only the version is at hand. */
const nothingKnown = (db: Database, eventId: string, options: ContextOptions): Promise<PrecedingContextValue> =>
	readPrecedingContext(db, eventId, { at: new Date(0), clock: "PUBLISHED" }, options);

const nodesOf = ({ entries, links }: PrecedingContextValue): string[] => [
	...entries.map(({ eventId }) => eventId),
	...links.map(({ linkId }) => linkId),
];
