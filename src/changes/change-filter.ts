import type { ChangeKind, NodeType } from "../generated/prisma/client.js";

/** One row of the log. */
export interface LoggedChange {
	position: bigint;
	at: Date;
	kind: ChangeKind;
	nodeType: NodeType;
	nodeId: string;
	fields: string[];
	/** The article whose arrival made the change. */
	causedById: string | null;
}

/** Which changes are wanted: those that meet every condition; null is none. Ids are UUIDs. */
export interface ChangeFilter {
	types: readonly NodeType[] | null;
	nodeIds: readonly string[] | null;
	kinds: readonly ChangeKind[] | null;
	/** Changes of these entities, of articles that name one, of events in which one takes part, and of links between such events. */
	entityIds: readonly string[] | null;
}

export const ALL_CHANGES: ChangeFilter = { types: null, nodeIds: null, kinds: null, entityIds: null };

/**
 * The filter as a function, for changes that are at hand. Says of a change the same as `readChanges` does in SQL.
 * @param entitiesOf entities that the change concerns, as `readEntities` found them.
 */
export function changeMatcher(
	filter: ChangeFilter,
): (change: LoggedChange, entitiesOf: ReadonlyMap<bigint, readonly string[]>) => boolean {
	const types = setOf(filter.types);
	const nodeIds = setOf(filter.nodeIds);
	const kinds = setOf(filter.kinds);
	const entityIds = setOf(filter.entityIds);
	return ({ position, nodeType, nodeId, kind }, entitiesOf) =>
		(!types || types.has(nodeType)) &&
		(!nodeIds || nodeIds.has(nodeId)) &&
		(!kinds || kinds.has(kind)) &&
		(!entityIds || (entitiesOf.get(position)?.some((id) => entityIds.has(id)) ?? false));
}

function setOf<T>(values: readonly T[] | null): ReadonlySet<T> | null {
	return values && new Set(values);
}
