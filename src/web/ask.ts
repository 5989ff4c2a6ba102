import type { ExecutionResult } from "graphql";
import type { Client } from "../access/client.js";
import { prepareOperation } from "../graphql/prepare-operation.js";
import type { GraphQLServer } from "../graphql/server.js";
import { type Ask, Refused } from "./asking.js";

/** Asks the service within this process, by the rules and limits of every other client. */
export function askWithin(yoga: GraphQLServer, client: Client): Ask {
	return async <Data>(query: string, variables: object) => {
		const prepared = await prepareOperation(yoga, { query, variables }, client);
		if (!("run" in prepared)) throw new Error(`a question is wrong: ${prepared[0]?.message}`);
		const { data, errors } = (await prepared.run()) as ExecutionResult<Data>;
		const [error] = errors ?? [];
		if (error?.extensions.code === "BAD_USER_INPUT") throw new Refused(error.message);
		if (error) throw error;
		return data as Data;
	};
}
