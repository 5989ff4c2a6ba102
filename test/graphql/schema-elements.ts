import {
	type GraphQLArgument,
	type GraphQLSchema,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isIntrospectionType,
	isObjectType,
	isSpecifiedScalarType,
} from "graphql";

/** One thing that a schema names. */
export interface Described {
	path: string;
	/** Type and, for inputs, default: what clients depend on. */
	type: string;
	description: string | null | undefined;
}

const inputType = (argument: GraphQLArgument) =>
	`${argument.type}${argument.defaultValue === undefined ? "" : ` = ${JSON.stringify(argument.defaultValue)}`}`;

/** Everything that a schema names: types, fields, arguments, values. */
export function elements(of: GraphQLSchema): Described[] {
	const found: Described[] = [];
	for (const type of Object.values(of.getTypeMap())) {
		if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
		found.push({ path: type.name, type: type.constructor.name, description: type.description });
		if (isEnumType(type)) {
			for (const value of type.getValues())
				found.push({ path: `${type.name}.${value.name}`, type: "value", description: value.description });
		}
		if (isInputObjectType(type)) {
			for (const field of Object.values(type.getFields()))
				found.push({ path: `${type.name}.${field.name}`, type: inputType(field), description: field.description });
		}
		if (!isObjectType(type) && !isInterfaceType(type)) continue;
		for (const field of Object.values(type.getFields())) {
			found.push({ path: `${type.name}.${field.name}`, type: String(field.type), description: field.description });
			for (const argument of field.args) {
				found.push({
					path: `${type.name}.${field.name}(${argument.name})`,
					type: inputType(argument),
					description: argument.description,
				});
			}
		}
		for (const implemented of type.getInterfaces())
			found.push({ path: `${type.name} implements ${implemented.name}`, type: "interface", description: "-" });
	}
	return found;
}
