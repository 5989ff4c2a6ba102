import { type FieldNode, type GraphQLResolveInfo, Kind, type OperationDefinitionNode, visit } from "graphql";

/** What an operation asks, seen from one of its fields: what it does not ask need not be read. */

type AskedIn = Pick<GraphQLResolveInfo, "operation" | "fragments">;

const referringTo = new WeakMap<FieldNode, boolean>();

/** Whether no more of an object is asked than its id, which whoever refers to it knows. */
export const asksIdOnly = ({ fieldNodes }: Pick<GraphQLResolveInfo, "fieldNodes">): boolean =>
	fieldNodes.every((node) => {
		const known = referringTo.get(node);
		if (known !== undefined) return known;
		const isReference = hasIdOnly(node);
		referringTo.set(node, isReference);
		return isReference;
	});

const hasIdOnly = ({ selectionSet }: FieldNode): boolean =>
	selectionSet?.selections.every(
		(part) => part.kind === Kind.FIELD && (part.name.value === "id" || part.name.value === "__typename"),
	) ?? false;

const fieldsOf = new WeakMap<FieldNode, Map<string, FieldNode | null>>();

/** What is asked of an object by this field, where it is asked once and unconditionally, beside others and in no fragment; else null. */
export function askedOf({ fieldNodes }: Pick<GraphQLResolveInfo, "fieldNodes">, name: string): FieldNode | null {
	const [node] = fieldNodes;
	if (!node || fieldNodes.length > 1) return null;
	const known = fieldsOf.get(node) ?? new Map<string, FieldNode | null>();
	fieldsOf.set(node, known);
	const before = known.get(name);
	if (before !== undefined) return before;
	const found = (node.selectionSet?.selections ?? []).filter(
		(part): part is FieldNode => part.kind === Kind.FIELD && part.name.value === name,
	);
	const [one] = found;
	const asked = one && found.length === 1 && !one.directives?.length ? one : null;
	known.set(name, asked);
	return asked;
}

/**
 * Something that depends on the text of an operation alone, worked out once for each.
 * @param of is given all fields of the operation, wherever they stand.
 */
export function ofOperation<T>(of: (fields: readonly FieldNode[]) => T): (info: AskedIn) => T {
	const known = new WeakMap<OperationDefinitionNode, { value: T }>();
	return ({ operation, fragments }) => {
		const found = known.get(operation);
		if (found) return found.value;
		const fields: FieldNode[] = [];
		for (const part of [operation, ...Object.values(fragments)])
			visit(part, {
				Field: (field) => {
					fields.push(field);
				},
			});
		const value = of(fields);
		known.set(operation, { value });
		return value;
	};
}

/** Whether more than ids is asked of what these fields give. */
export const asksRows = (fields: readonly FieldNode[], names: ReadonlySet<string>): boolean =>
	fields.some((field) => names.has(field.name.value) && !hasIdOnly(field));
