import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import PrismaPlugin from "@pothos/plugin-prisma";
import RelayPlugin from "@pothos/plugin-relay";
import { getDatamodel } from "../generated/pothos-types.js";
import { type PublicType, parsePublicId, publicId } from "../public-id.js";
import { askAhead } from "./ask-ahead.js";
import { badUserInput, quoted } from "./client-error.js";
import type { RequestContext } from "./request-context.js";
import RolePlugin from "./role-plugin.js";
import type { SeenTypes } from "./rows.js";

/**
 * The schema builder. It defines no types of the domain: each stands in a `*-graphql.ts` beside its domain, and a later
 * stage adds its fields to the types of earlier ones with `builder.prismaObjectFields`.
 */
export const builder = new SchemaBuilder<{
	Context: RequestContext;
	PrismaTypes: SeenTypes;
	Scalars: {
		ID: { Input: string; Output: string };
		DateTime: { Input: Date; Output: Date };
		URL: { Input: string; Output: string };
		TimexValue: { Input: string; Output: string };
		LanguageTag: { Input: string; Output: string };
	};
	Connection: { totalCount: () => Promise<number> };
	DefaultFieldNullability: false;
	DefaultEdgesNullability: { list: false; items: false };
	DefaultNodeNullability: false;
}>({
	plugins: [RolePlugin, PrismaPlugin, RelayPlugin, ComplexityPlugin],
	defaultFieldNullability: false,
	prisma: {
		client: (context) => context.db.prisma,
		dmmf: getDatamodel(),
		exposeDescriptions: { models: true, fields: true },
	},
	complexity: {
		// A field costs 1; a list multiplies what is below it only where the field says by how much (connections: page size).
		defaultComplexity: 1,
		defaultListMultiplier: 1,
	},
	relay: {
		cursorType: "String",
		encodeGlobalID: (typename, id) => publicId(typename as PublicType, String(id)),
		decodeGlobalID: (id) => {
			const parsed = parsePublicId(id);
			if (!parsed) throw badUserInput(`${quoted(id)} is not an id of this service`);
			return { typename: parsed.type, id: parsed.uuid };
		},
		idFieldOptions: { description: "Says its type (`evt_…`, `art_…`) and stays the same for ever." },
		nodeTypeOptions: { description: "Anything that can be fetched again by its id, with `node(id:)`." },
		nodeQueryOptions: {
			description: "Any object by its id; null where there is none.",
			args: { id: { description: "The id of any object." } },
			resolve: (_root, { id }, context, info, resolveNode) => {
				askAhead(context, id.typename, id.id, info);
				return resolveNode(id);
			},
		},
		nodesQueryOptions: {
			description: "Several objects by their ids, in the order asked; null where there is none. At most 100.",
			args: { ids: { description: "Ids of any types, mixed." } },
			complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
			resolve: (_root, { ids }, _context, _info, resolveNodes) => {
				if (ids.length > 100) throw badUserInput(`nodes takes at most 100 ids, not ${ids.length}`);
				return resolveNodes(ids);
			},
		},
		pageInfoTypeOptions: { description: "Where a page lies in its list." },
		hasNextPageFieldOptions: { description: "More follows this page: ask again with `after: endCursor`." },
		hasPreviousPageFieldOptions: { description: "More precedes this page: ask again with `before: startCursor`." },
		startCursorFieldOptions: { description: "Cursor of the first edge; null for an empty page." },
		endCursorFieldOptions: { description: "Cursor of the last edge; null for an empty page." },
		edgesFieldOptions: {
			description: "The page, each object with its cursor.",
			nullable: { list: false, items: false },
		},
		nodesOnConnection: { description: "The page without the cursors." },
		pageInfoFieldOptions: { description: "Where this page lies in the list." },
		cursorFieldOptions: {
			description: "Position of this object in this list under this order, for `after` and `before`.",
		},
		nodeFieldOptions: { description: "The object.", nullable: false },
		firstArgOptions: {
			description:
				"Size of the page, from the start or from `after`: 0 to 100. 20 where neither `first` nor `last` is given.",
		},
		lastArgOptions: {
			description: "Size of the page, from the end or back from `before`: 0 to 100. Not together with `first`.",
		},
		afterArgOptions: { description: "Only what follows this cursor." },
		beforeArgOptions: { description: "Only what precedes this cursor." },
	},
});

builder.queryType({ description: "What can be asked." });
builder.mutationType({ description: "What can be changed. A payload carries the changed object and `userErrors`." });

builder.globalConnectionField("totalCount", (t) =>
	t.int({
		description: "Number of objects in the whole list. Counted only when asked for.",
		resolve: (connection) => connection.totalCount(),
	}),
);
