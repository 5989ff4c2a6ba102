import {
	type DocumentNode,
	type FieldNode,
	type GraphQLResolveInfo,
	type GraphQLSchema,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	TypeInfo,
	visit,
	visitWithTypeInfo,
} from "graphql";

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

const fieldsBelow = new WeakMap<FieldNode, readonly FieldNode[]>();

/** What is asked in any case of the object that this field gives, in fragments too; nothing of a field that stands there twice. */
export function fieldsAsked(
	{ fieldNodes, fragments }: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">,
	type: string,
): readonly FieldNode[] {
	const [node] = fieldNodes;
	if (!node?.selectionSet || fieldNodes.length > 1) return [];
	const known = fieldsBelow.get(node);
	if (known) return known;
	const found = [...unconditional(node.selectionSet, type, fragments)];
	fieldsBelow.set(node, found);
	return found;
}

/** Fields of a selection of an object of this type, which was found to hold no circles. */
function* unconditional(
	{ selections }: SelectionSetNode,
	type: string,
	fragments: GraphQLResolveInfo["fragments"],
): Generator<FieldNode> {
	for (const part of selections) {
		if (part.directives?.length) continue;
		if (part.kind === Kind.FIELD) yield part;
		else {
			const fragment = part.kind === Kind.FRAGMENT_SPREAD ? fragments[part.name.value] : part;
			if (fragment && (fragment.typeCondition?.name.value ?? type) === type)
				yield* unconditional(fragment.selectionSet, type, fragments);
		}
	}
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

/** What a request executes, as far as it is known. */
export interface Asking {
	schema: GraphQLSchema;
	document: DocumentNode;
}

const rowsAsked = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** Whether the operation asks anywhere for more than the id of what a field of a type gives. */
export function asksRowsOf({ asking }: { asking: Asking | null }, type: string, field: string): boolean {
	if (!asking) return false;
	const { document, schema } = asking;
	const known = rowsAsked.get(document) ?? fieldsWithRows(document, schema);
	rowsAsked.set(document, known);
	return known.has(`${type}.${field}`);
}

function fieldsWithRows(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
	const found = new Set<string>();
	const types = new TypeInfo(schema);
	const note = (field: FieldNode) => {
		if (field.selectionSet && !hasIdOnly(field)) found.add(`${types.getParentType()?.name}.${field.name.value}`);
	};
	visit(document, visitWithTypeInfo(types, { Field: { enter: note } }));
	return found;
}
