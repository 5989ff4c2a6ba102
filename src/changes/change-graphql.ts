import { Article, loadArticle } from "../article/article-graphql.js";
import type { NodeType as NodeTypeName } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { badUserInput, quoted } from "../graphql/client-error.js";
import { enumType } from "../graphql/enum-type.js";
import { uuidsOf } from "../graphql/ids.js";
import { type PublicType, parsePublicId, publicId } from "../public-id.js";
import type { ChangeFilter, LoggedChange } from "./change-filter.js";

/** How clients see the rows of the log, and how they say which they want. */

const ChangeKind = enumType("ChangeKind", "What happened to an object.", {
	CREATED: "It is new.",
	UPDATED: "Some of its fields are other than before: see `fields`.",
	MERGED: "It was merged into another one, under whose id it goes on.",
	SPLIT: "Some of it has become another object.",
	RETRACTED: "It holds no more; its id keeps answering.",
	CONTEXT_CHANGED: "The answer to what preceded this event is another one than before.",
});

export const NodeType = enumType(
	"NodeType",
	"The types of objects whose changes are logged; of these, articles, events and entities can be searched.",
	{
		SOURCE: "A Source.",
		FEED: "A Feed.",
		ARTICLE: "An Article.",
		EVENT: "An Event.",
		CAUSAL_LINK: "A CausalLink.",
		ENTITY: "An Entity.",
	},
);

const PUBLIC_TYPES: Readonly<Record<NodeTypeName, PublicType>> = {
	SOURCE: "Source",
	FEED: "Feed",
	ARTICLE: "Article",
	EVENT: "Event",
	CAUSAL_LINK: "CausalLink",
	ENTITY: "Entity",
};

/** A change with its cursor. */
export interface ChangeView {
	cursor: string;
	change: LoggedChange;
}

export const Change = builder.objectRef<ChangeView>("Change").implement({
	description: "One row of the durable change log: total order, no gap, no duplicate.",
	fields: (t) => ({
		cursor: t.exposeString("cursor", {
			description: "Its place in the log: what follows is asked for with `after`, by query or by subscription.",
		}),
		at: t.field({ type: "DateTime", description: "When it happened.", resolve: ({ change }) => change.at }),
		kind: t.field({ type: ChangeKind, description: "What happened.", resolve: ({ change }) => change.kind }),
		nodeType: t.field({
			type: NodeType,
			description: "What it happened to.",
			resolve: ({ change }) => change.nodeType,
		}),
		nodeId: t.id({ description: "The object's id.", resolve: ({ change }) => nodeIdOf(change) }),
		node: t.node({
			description: "The object as it is now, which may be later than this change; null where it is gone.",
			id: ({ change }) => nodeIdOf(change),
		}),
		fields: t.stringList({
			description: "Names of the fields that changed; empty for what is new.",
			resolve: ({ change }) => change.fields,
		}),
		causedBy: t.field({
			type: Article,
			nullable: true,
			description: "The article whose arrival made the change; null where none did.",
			resolve: ({ change }, _args, context) =>
				change.causedById === null ? null : loadArticle(context, change.causedById, null),
		}),
	}),
});

const nodeIdOf = ({ nodeType, nodeId }: LoggedChange): string => publicId(PUBLIC_TYPES[nodeType], nodeId);

export const ChangeFilterInput = builder.inputType("ChangeFilter", {
	description: "Which changes are wanted: those that meet every condition given.",
	fields: (t) => ({
		types: t.field({ type: [NodeType], description: "Only changes of objects of these types." }),
		nodeIds: t.idList({ description: "Only changes of these objects, of any types. At most 100." }),
		kinds: t.field({ type: [ChangeKind], description: "Only changes of these kinds." }),
		entityIds: t.idList({
			description:
				"Only changes of these entities, of articles that name one of them, of events in which one takes part, and of links between such events; as it is known when the change is read. At most 100.",
		}),
	}),
});

/** The filter with UUIDs. Throws BAD_USER_INPUT for ids that are none. */
export function parseChangeFilter(input: typeof ChangeFilterInput.$inferInput | null | undefined): ChangeFilter {
	return {
		types: input?.types ?? null,
		nodeIds: nodeUuids(input?.nodeIds),
		kinds: input?.kinds ?? null,
		entityIds: uuidsOf("Entity", input?.entityIds),
	};
}

function nodeUuids(ids: readonly string[] | null | undefined): string[] | null {
	if (!ids) return null;
	if (ids.length > 100) throw badUserInput(`at most 100 ids can be given at once, not ${ids.length}`);
	return ids.map((id) => {
		const parsed = parsePublicId(id);
		if (parsed && LOGGED.has(parsed.type)) return parsed.uuid;
		throw badUserInput(`${quoted(id)} is not the id of an object whose changes are logged (${[...LOGGED].join(", ")})`);
	});
}

const LOGGED: ReadonlySet<PublicType> = new Set(Object.values(PUBLIC_TYPES));
