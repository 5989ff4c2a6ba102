import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from "graphql";
import { fieldsAsked } from "./asked-fields.js";
import type { RequestContext } from "./request-context.js";

/**
 * Extension of a field that needs no more of its object than the id: what it reads can be read with the object, in one statement (read-sql.ts). Its
 * resolver takes no `info`.
 */
export const BY_ID = { extensions: { byId: true } } as const;

/** Fields of a connection that read its page. */
const PAGE = new Set(["nodes", "edges", "pageInfo"]);

/**
 * Begins to read what an operation goes on to ask of an object that it names, as of the present. What comes of it is found in the request's loaders.
 * @param type of the object.
 */
export function askAhead(context: RequestContext, type: string, id: string, info: GraphQLResolveInfo): void {
	const definition = info.schema.getType(type);
	if (!isObjectType(definition)) return;
	for (const node of fieldsAsked(info, type)) {
		const field = definition.getFields()[node.name.value];
		if (!field?.extensions.byId) continue;
		try {
			const args = getArgumentValues(field, node, info.variableValues);
			const given: unknown = field.resolve?.({ id, knownAt: null }, args, context, info);
			const asksPage = node.selectionSet?.selections.some((part) => "name" in part && PAGE.has(part.name.value));
			ignore(given);
			if (asksPage && typeof given === "object" && given !== null && "edges" in given) ignore(given.edges);
		} catch {
			// The field itself will say what is wrong.
		}
	}
}

function ignore(given: unknown): void {
	if (given instanceof Promise) given.catch(() => {});
}
