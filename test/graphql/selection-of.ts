import { type GraphQLNamedType, getNamedType, isLeafType, isObjectType, isRequiredArgument } from "graphql";

/** All that can be asked of a type without arguments, so many objects deep. */
export function selectionOf(type: GraphQLNamedType, depth: number): string {
	if (!isObjectType(type)) return "{ __typename }";
	const parts = Object.values(type.getFields()).flatMap((field) => {
		if (field.args.some(isRequiredArgument)) return [];
		const given = getNamedType(field.type);
		if (isLeafType(given)) return field.name;
		return depth > 0 ? `${field.name} ${selectionOf(given, depth - 1)}` : [];
	});
	return `{ __typename ${parts.join(" ")} }`;
}
