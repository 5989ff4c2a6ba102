import { builder } from "./builder.js";

/** A GraphQL enum of the values of a Prisma enum, or of a list of names, each with its description. */
export function enumType<const Value extends string>(name: string, description: string, values: Record<Value, string>) {
	const described = Object.fromEntries(
		Object.entries<string>(values).map(([value, text]) => [value, { value: value as Value, description: text }]),
	) as Record<Value, { value: Value; description: string }>;
	return builder.enumType(name, { description, values: described });
}
