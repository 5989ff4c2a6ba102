import type { ObjectRef } from "@pothos/core";
import { builder } from "./builder.js";
import type { Known, RowLoader } from "./rows.js";

type Types = typeof builder.$inferSchemaTypes;

/** Makes a type a Node: it has an id, and `node(id:)` and `nodes(ids:)` find it, as of the present. */
export function fetchableById<T extends { id: string }>(type: ObjectRef<Types, T & Known>, load: RowLoader<T>): void {
	builder.nodeRef<T & Known, string, ObjectRef<Types, T & Known>>(type, {
		id: { resolve: (row) => row.id },
		loadMany: (ids, context) => Promise.all(ids.map((id) => load(context, id, null))),
	});
}
