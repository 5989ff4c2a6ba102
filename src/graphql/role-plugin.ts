import SchemaBuilder, {
	BasePlugin,
	type FieldNullability,
	type InputFieldMap,
	type PothosOutputFieldConfig,
	type SchemaTypes,
	type TypeParam,
} from "@pothos/core";
import type { GraphQLFieldResolver } from "graphql";
import type { Role } from "../access/role.js";
import type { RequestContext } from "./request-context.js";

/*
 * Who may do what, asked in one place: a mutation says what role it `needs`, or it is no mutation to the compiler. Whoever lacks it is told
 * by a payload with nothing but a userError, before the input is looked at.
 */

const NAME = "role";
export default NAME;

declare global {
	export namespace PothosSchemaTypes {
		export interface Plugins<Types extends SchemaTypes> {
			[NAME]: RolePlugin<Types>;
		}

		export interface MutationFieldOptions<
			Types extends SchemaTypes,
			Type extends TypeParam<Types>,
			Nullable extends FieldNullability<Type>,
			Args extends InputFieldMap,
			ResolveReturnShape,
		> {
			/** The role that it takes. */
			needs: Role;
			/** What a payload of refusal holds beside its errors, where null will not do. */
			refusedWith?: object;
		}
	}
}

class RolePlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
	override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
		const needs = neededFor(config);
		if (needs === null) return config;
		return { ...config, description: `${config.description} For holders of a token with the role ${needs} or more.` };
	}

	override wrapResolve(
		resolve: GraphQLFieldResolver<unknown, Types["Context"], object>,
		config: PothosOutputFieldConfig<Types>,
	): GraphQLFieldResolver<unknown, Types["Context"], object> {
		const needs = neededFor(config);
		if (needs === null) return resolve;
		const { refusedWith } = optionsOf(config);
		return async (root, args, context, info) => {
			const { access, client } = context as unknown as RequestContext;
			const message = await access.refusal(client, needs);
			if (message === null) return resolve(root, args, context, info);
			return { ...refusedWith, userErrors: [{ path: [], message, code: "FORBIDDEN" }] };
		};
	}
}

/** The role that a mutation takes; null for other fields. */
function neededFor<Types extends SchemaTypes>(config: PothosOutputFieldConfig<Types>): Role | null {
	if (config.kind !== "Mutation") return null;
	const { needs } = optionsOf(config);
	if (!needs) throw new Error(`the mutation ${config.name} does not say what role it needs`);
	return needs;
}

const optionsOf = <Types extends SchemaTypes>(config: PothosOutputFieldConfig<Types>) =>
	config.pothosOptions as { needs?: Role; refusedWith?: object };

SchemaBuilder.registerPlugin(NAME, RolePlugin);
