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

/** Fields that a document asks for, anywhere in it, as `Type.field`. */
export interface AskedFields {
	all: ReadonlySet<string>;
	/** Those of which it asks for more than the id of what they give. */
	rows: ReadonlySet<string>;
}

const NOTHING: AskedFields = { all: new Set(), rows: new Set() };

const askedIn = new WeakMap<DocumentNode, AskedFields>();

/** What a request asks for; nothing before it is executed. */
export function askedFields({ asking }: { asking: Asking | null }): AskedFields {
	if (!asking) return NOTHING;
	const known = askedIn.get(asking.document) ?? fieldsOf(asking);
	askedIn.set(asking.document, known);
	return known;
}

/** What an operation asks of the row that a field gives, anywhere in it: everything, before it is known what it asks. */
export function askedOf({ asking }: { asking: Asking | null }, field: string): "nothing" | "id" | "row" {
	if (!asking) return "row";
	const { all, rows } = askedFields({ asking });
	return rows.has(field) ? "row" : all.has(field) ? "id" : "nothing";
}

function fieldsOf({ document, schema }: Asking): AskedFields {
	const all = new Set<string>();
	const rows = new Set<string>();
	const types = new TypeInfo(schema);
	const note = (field: FieldNode) => {
		const name = `${types.getParentType()?.name}.${field.name.value}`;
		all.add(name);
		if (field.selectionSet && !hasIdOnly(field)) rows.add(name);
	};
	visit(document, visitWithTypeInfo(types, { Field: { enter: note } }));
	return { all, rows };
}
