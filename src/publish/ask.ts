import type { ExecutionResult } from "graphql";
import type { Client } from "../access/client.js";
import { traceOf } from "../graphql/operation-trace.js";
import { prepareText } from "../graphql/prepare-operation.js";
import type { GraphQLServer } from "../graphql/server.js";

export type Asked<Data> = { kind: "answered"; data: Data } | { kind: "refused"; message: string };

/**
 * Asks the service one of the questions of questions.ts, within this process. What was asked for wrongly is refused with the message that any client would
 * get; whatever else fails is thrown.
 * @param client who has the answer asked for.
 */
export async function ask<Data>(
	yoga: GraphQLServer,
	query: string,
	variables: Record<string, unknown>,
	client: Client,
): Promise<Asked<Data>> {
	const prepared = await prepareText(yoga, query, { variables }, traceOf(null, client));
	if (!("run" in prepared)) throw new Error(`a question is wrong: ${prepared[0]?.message}`);
	const { data, errors } = (await prepared.run()) as ExecutionResult<Data>;
	const [error] = errors ?? [];
	if (error?.extensions.code === "BAD_USER_INPUT") return { kind: "refused", message: error.message };
	if (error) throw error;
	return { kind: "answered", data: data as Data };
}
