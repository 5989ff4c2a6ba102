import { brandWithType, type ObjectRef, type OutputType } from "@pothos/core";
import { type GraphQLSchema, isObjectType } from "graphql";
import { type PublicType, publicId } from "../public-id.js";
import { builder } from "./builder.js";
import type { RequestContext } from "./request-context.js";
import type { Known, RowLoader } from "./rows.js";

type Types = typeof builder.$inferSchemaTypes;

/** Makes a type a Node: it has an id, and `node(id:)` and `nodes(ids:)` find it, as of the present. */
export function fetchableById<T extends { id: string }>(type: ObjectRef<Types, T & Known>, load: RowLoader<T>): void {
	fetchable.push(type);
	builder.nodeRef<T & Known, string, ObjectRef<Types, T & Known>>(type, {
		id: { resolve: (row) => row.id },
		loadMany: (ids, context) => Promise.all(ids.map((id) => find(context, id))),
	});

	async function find(context: RequestContext, id: string): Promise<(T & Known) | null> {
		const row = await load(context, id, null);
		// The plugin says so of the first answer only: an object asked for again, while it is on its way, would be of no type.
		return row && branded(type, row);
	}
}

const fetchable: { name: string }[] = [];

/**
 * Lets the ids of all Nodes be given at once. The plugin waits for each, which makes every object of an answer something to wait for: a page of twenty
 * events had twenty promises for nothing.
 */
export function giveIdsAtOnce(schema: GraphQLSchema): GraphQLSchema {
	for (const { name } of fetchable) {
		const type = schema.getType(name);
		const id = isObjectType(type) ? type.getFields().id : undefined;
		if (id) id.resolve = (row: { id: string }) => publicId(name as PublicType, row.id);
	}
	return schema;
}

/** The row, marked as one of this type: a field that gives a Node cannot tell otherwise. */
export function branded<T extends object>(type: ObjectRef<Types, T>, row: T): T {
	brandWithType<Types>(row, type.name as OutputType<Types>);
	return row;
}
