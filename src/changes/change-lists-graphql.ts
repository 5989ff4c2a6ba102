import { builder } from "../graphql/builder.js";
import { badUserInput, clientError, quoted } from "../graphql/client-error.js";
import type { Connection, PageInfo } from "../graphql/connection.js";
import { MAX_PAGE_SIZE, type PageArguments, pageCost, parseSize } from "../graphql/page.js";
import type { RequestContext } from "../graphql/request-context.js";
import type { ChangeFilter, LoggedChange } from "./change-filter.js";
import { Change, ChangeFilterInput, type ChangeView, parseChangeFilter } from "./change-graphql.js";
import { logCursor, logPosition } from "./log-cursor.js";
import { countChanges, gapAt, readChanges, readChangesBefore, readLogKey } from "./read-changes.js";

/** The log as a list: the pull side, with the cursors of the subscription. */

const ChangeConnection = builder.connectionObject(
	{ type: Change, name: "ChangeConnection", description: "Changes, in pages." },
	{ name: "ChangeEdge", description: "A change and its place in the log." },
);

builder.queryField("changes", (t) =>
	t.field({
		type: ChangeConnection,
		description:
			"The change log, oldest first: the same order and cursors as the subscription of this name. A cursor older than the log is refused with the code LOG_GAP, whose `resumeFrom` is a cursor to go on from.",
		args: {
			...t.arg.connectionArgs(),
			first: t.arg.int({
				description: `Size of the page, from the start of the log or from \`after\`: 0 to ${MAX_PAGE_SIZE}. ${MAX_PAGE_SIZE} where neither \`first\` nor \`last\` is given.`,
			}),
			filter: t.arg({ type: ChangeFilterInput, description: "Which changes; all where absent." }),
		},
		complexity: ({ first, last }) => pageCost({ first: first ?? (last == null ? MAX_PAGE_SIZE : null), last }),
		resolve: (_root, { filter, ...page }, context) => connectChanges(context, parseChangeFilter(filter), page),
	}),
);

/** The position that a client's cursor stands for; null for none. Throws BAD_USER_INPUT for what is no cursor of this log. */
export function parseLogCursor(name: string, cursor: string | null | undefined, key: string): bigint | null {
	if (cursor === null || cursor === undefined) return null;
	const position = logPosition(cursor, key);
	if (position !== null) return position;
	throw badUserInput(`${name}: ${quoted(cursor)} is not a cursor of this change log`);
}

interface PageOfChanges {
	changes: readonly LoggedChange[];
	pageInfo: Omit<PageInfo, "startCursor" | "endCursor">;
}

function connectChanges(context: RequestContext, filter: ChangeFilter, page: PageArguments): Connection<ChangeView> {
	const { pool } = context.db;
	let read: Promise<{ edges: { cursor: string; node: ChangeView }[]; pageInfo: PageInfo }> | null = null;
	const readOnce = () => {
		read ??= readView();
		return read;
	};
	const readView = async () => {
		const key = await readLogKey(pool);
		const { changes, pageInfo } = await readPage(context, filter, page, key);
		const edges = changes.map((change) => {
			const cursor = logCursor(change.position, key);
			return { cursor, node: { cursor, change } };
		});
		const ends = { startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
		return { edges, pageInfo: { ...pageInfo, ...ends } };
	};
	return {
		get edges() {
			return readOnce().then(({ edges }) => edges);
		},
		get pageInfo() {
			return readOnce().then(({ pageInfo }) => pageInfo);
		},
		totalCount: () => countChanges(pool, filter),
	};
}

async function readPage(
	{ db: { pool }, now }: RequestContext,
	filter: ChangeFilter,
	page: PageArguments,
	key: string,
): Promise<PageOfChanges> {
	const { size, backward } = parseSize(page, MAX_PAGE_SIZE);
	const after = parseLogCursor("after", page.after, key);
	const before = parseLogCursor("before", page.before, key);
	const inside = ({ position }: LoggedChange) =>
		(after === null || position > after) && (before === null || position < before);
	// One more than wanted tells whether there is more.
	const read = backward
		? await readChangesBefore(pool, before ?? BEYOND, filter, size + 1)
		: await readChanges(pool, after ?? 0n, filter, size + 1);
	const gap = after === null ? null : gapAt(after, read, now);
	if (gap) throw gapError(gap.oldestAvailableAt, logCursor(gap.resumeFrom, key));
	const found = read.changes.filter(inside);
	const more = found.length > size;
	return backward
		? {
				changes: more ? found.slice(1) : found,
				pageInfo: { hasNextPage: before !== null, hasPreviousPage: more },
			}
		: {
				changes: found.slice(0, size),
				pageInfo: { hasNextPage: more, hasPreviousPage: after !== null },
			};
}

/** Larger than any position. */
const BEYOND = 2n ** 63n - 1n;

function gapError(oldestAvailableAt: Date, resumeFrom: string): Error {
	return clientError(
		"LOG_GAP",
		"after: the change log does not hold all that followed this cursor: refetch what you need, then go on from `resumeFrom`",
		{ resumeFrom, oldestAvailableAt: oldestAvailableAt.toISOString() },
	);
}
