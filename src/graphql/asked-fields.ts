import {
	type DocumentNode,
	type FieldNode,
	type GraphQLResolveInfo,
	type GraphQLSchema,
	Kind,
	type SelectionSetNode,
	TypeInfo,
	visit,
	visitWithTypeInfo,
} from "graphql";

/** What an operation asks, seen from one of its fields: what it does not ask need not be read. */

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

/** What a request executes, as far as it is known. */
export interface Asking {
	schema: GraphQLSchema;
	document: DocumentNode;
}

const rowsAsked = new WeakMap<DocumentNode, ReadonlySet<string>>();

/**
 * Of which fields an operation asks for more than the id of what they give, anywhere in it: as `Type.field`. Of what has no id, those that it asks for at all.
 * Nothing before it is executed.
 */
export function rowsAskedOf({ asking }: { asking: Asking | null }): ReadonlySet<string> {
	if (!asking) return NOTHING;
	const { document, schema } = asking;
	const known = rowsAsked.get(document) ?? fieldsWithRows(document, schema);
	rowsAsked.set(document, known);
	return known;
}

const NOTHING: ReadonlySet<string> = new Set();

function fieldsWithRows(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
	const found = new Set<string>();
	const types = new TypeInfo(schema);
	const note = (field: FieldNode) => {
		if (field.selectionSet && !hasIdOnly(field)) found.add(`${types.getParentType()?.name}.${field.name.value}`);
	};
	visit(document, visitWithTypeInfo(types, { Field: { enter: note } }));
	return found;
}
