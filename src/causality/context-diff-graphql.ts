import { builder } from "../graphql/builder.js";
import { badUserInput, quoted } from "../graphql/client-error.js";
import { uuidOf } from "../graphql/ids.js";
import { type ContextDiff as ContextDiffValue, diffContexts } from "./context-diff.js";
import { AsOf } from "./context-graphql.js";
import { ContextLink, showLinks } from "./context-link-graphql.js";
import { AsOfInput, ContextOptionsInput, parseContextOptions } from "./context-options-graphql.js";
import { ContextEntry, type EntryView, showEntries } from "./context-parts-graphql.js";
import { readPrecedingContext } from "./preceding.js";

/** Two views of an entry; each shows what was known at its own instant. */
interface ChangeView {
	before: EntryView;
	after: EntryView;
	fields: string[];
}

const ContextEntryChange = builder.objectRef<ChangeView>("ContextEntryChange").implement({
	description: "An event that is on both lists, and is told otherwise.",
	fields: (t) => ({
		before: t.expose("before", { type: ContextEntry, description: "As it was." }),
		after: t.expose("after", { type: ContextEntry, description: "As it is." }),
		fields: t.exposeStringList("fields", { description: "Names of the fields of the entry that differ." }),
	}),
});

const ENTRIES_COST = { field: 1, multiplier: 20 };

export const ContextDiff = builder.objectRef<ContextDiffValue>("ContextDiff").implement({
	description: "What became known, between two instants, about what preceded an event.",
	fields: (t) => ({
		from: t.expose("from", { type: AsOf, description: "The earlier view." }),
		to: t.expose("to", { type: AsOf, description: "The later view." }),
		added: t.field({
			type: [ContextEntry],
			description: "Events that are new on the list.",
			complexity: ENTRIES_COST,
			resolve: ({ added, to }, _args, context) => showEntries(context, added, to),
		}),
		removed: t.field({
			type: [ContextEntry],
			description: "Events that are not on the list any more.",
			complexity: ENTRIES_COST,
			resolve: ({ removed, from }, _args, context) => showEntries(context, removed, from),
		}),
		changed: t.field({
			type: [ContextEntryChange],
			description: "Events that are on both lists, and are told otherwise.",
			complexity: ENTRIES_COST,
			resolve: async ({ changed, from, to }, _args, context) => {
				const [before, after] = await Promise.all([
					showEntries(
						context,
						changed.map((change) => change.before),
						from,
					),
					showEntries(
						context,
						changed.map((change) => change.after),
						to,
					),
				]);
				return changed.map(({ fields }, n) => ({
					before: before[n] as EntryView,
					after: after[n] as EntryView,
					fields,
				}));
			},
		}),
		linksAdded: t.field({
			type: [ContextLink],
			description: "Claims that are new, or stand otherwise (accepted, disputed).",
			complexity: ENTRIES_COST,
			resolve: ({ linksAdded, to }, _args, context) => showLinks(context, linksAdded, to),
		}),
		linksRemoved: t.field({
			type: [ContextLink],
			description: "Claims that are gone, or stood otherwise.",
			complexity: ENTRIES_COST,
			resolve: ({ linksRemoved, from }, _args, context) => showLinks(context, linksRemoved, from),
		}),
	}),
});

builder.queryField("contextDiff", (t) =>
	t.field({
		type: ContextDiff,
		description: "What became known about what preceded an event between two instants: what is new since I looked.",
		args: {
			eventId: t.arg.id({ required: true, description: "The event." }),
			from: t.arg({ type: AsOfInput, required: true, description: "The earlier view." }),
			to: t.arg({ type: AsOfInput, required: true, description: "The later view." }),
			options: t.arg({ type: ContextOptionsInput, description: "What both views take in." }),
		},
		complexity: 200,
		resolve: async (_root, { eventId, from, to, options }, { db, now }) => {
			const uuid = uuidOf("Event", eventId);
			const merged = await db.prisma.event.findUnique({ where: { id: uuid }, select: { mergedIntoId: true } });
			if (!merged) throw badUserInput(`there is no event ${quoted(eventId)}`);
			const parsed = parseContextOptions(options);
			const [before, after] = await Promise.all(
				[from, to].map(({ at, clock }) =>
					readPrecedingContext(db, merged.mergedIntoId ?? uuid, { at, clock: clock ?? "PUBLISHED" }, parsed, now),
				),
			);
			if (!before || !after) throw new Error("a context is missing");
			return diffContexts(before, after);
		},
	}),
);
