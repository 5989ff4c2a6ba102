import { bounded } from "../causality/context-options-graphql.js";
import { builder } from "../graphql/builder.js";
import { Change, ChangeFilterInput, parseChangeFilter } from "./change-graphql.js";
import { parseLogCursor } from "./change-lists-graphql.js";
import { followChanges, type ChangeMessage as Message } from "./follow-changes.js";
import { readLogKey } from "./read-changes.js";
import { subscriptionSource } from "./subscription-source-graphql.js";

/** The log as a subscription: the push side. */

const LogGap = builder.objectRef<Extract<Message, { kind: "gap" }>>("LogGap").implement({
	description:
		"The log does not hold all that followed the cursor: it is older than the log, or of an archive that was restored since. Refetch what you show. The subscription goes on after `resumeFrom`.",
	fields: (t) => ({
		resumeFrom: t.exposeString("resumeFrom", { description: "Cursor after which the log holds everything." }),
		oldestAvailableAt: t.expose("oldestAvailableAt", {
			type: "DateTime",
			description: "Instant of the oldest change that the log holds.",
		}),
	}),
});

const Heartbeat = builder.objectRef<Extract<Message, { kind: "heartbeat" }>>("Heartbeat").implement({
	description:
		"Nothing new. Comes when the end of the log is reached, and then after each silence. Its cursor is as good as that of a change: subscribe again after it, and nothing is missed or sent twice.",
	fields: (t) => ({
		cursor: t.exposeString("cursor", { description: "Everything wanted up to here was sent." }),
		at: t.expose("at", { type: "DateTime", description: "When it was sent." }),
	}),
});

const TYPES = { change: Change, gap: LogGap, heartbeat: Heartbeat } as const;

const ChangeMessage = builder.unionType("ChangeMessage", {
	description: "What a subscriber of the log is sent.",
	types: [Change, LogGap, Heartbeat],
	resolveType: (message) => TYPES[(message as Message).kind],
});

/** Seconds between two heartbeats that may be asked for. */
const HEARTBEAT_SECONDS = [1, 300] as const;

builder.subscriptionType({
	description: "What can be followed: over server-sent events, or over WebSocket (graphql-ws), at this same address.",
});

builder.subscriptionField("changes", (t) =>
	t.field({
		type: ChangeMessage,
		description:
			"Replays everything after `after`, then goes live, with no gap and no duplicate across the seam. Without `after` it starts at the head. Whoever is slower than the news is sent it from the log; whoever takes nothing for ten seconds while more than 256 changes wait is cut off with the error SUBSCRIBER_TOO_SLOW, whose `resumeFrom` is the cursor to go on from.",
		args: {
			after: t.arg.string({ description: "Cursor of the last change, heartbeat or query that you have seen." }),
			filter: t.arg({ type: ChangeFilterInput, description: "Which changes; all where absent." }),
			heartbeatSeconds: t.arg.int({
				defaultValue: 30,
				description: `Seconds of silence after which a heartbeat comes: ${HEARTBEAT_SECONDS.join(" to ")}.`,
			}),
		},
		subscribe: async (_root, { after, filter, heartbeatSeconds }, context) => {
			const seconds = bounded("heartbeatSeconds", heartbeatSeconds, HEARTBEAT_SECONDS, 30);
			const wanted = parseChangeFilter(filter);
			const position = after == null ? null : parseLogCursor("after", after, await readLogKey(context.db.pool));
			return subscriptionSource<Message>(context, (tail, signal) =>
				followChanges({ db: context.db, tail, after: position, filter: wanted, heartbeatMs: seconds * 1_000, signal }),
			);
		},
		resolve: (message) => message,
	}),
);
