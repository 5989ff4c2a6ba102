import type { ExecutionResult, GraphQLError } from "graphql";
import type { Client } from "../access/client.js";
import type { ClientErrorCode } from "../graphql/client-error.js";
import { STATUS } from "../graphql/http-answers.js";
import { traceOf } from "../graphql/operation-trace.js";
import { prepareText } from "../graphql/prepare-operation.js";
import type { GraphQLServer } from "../graphql/server.js";
import { type Ask, Refused } from "./asking.js";

/**
 * Asks the service within this process, by the limits of every other client. What any client would be told is thrown as
 * `Refused`; everything else as it is.
 */
export function askWithin(yoga: GraphQLServer, client: Client): Ask {
	return async <Data>(query: string, variables: object) => {
		const prepared = await prepareText(yoga, query, { variables }, traceOf(null, client));
		if (!("run" in prepared)) throw new Error(`a question is wrong: ${prepared[0]?.message}`);
		const { data, errors } = (await prepared.run()) as ExecutionResult<Data>;
		const [error] = errors ?? [];
		if (error) throw refusalOf(error) ?? error;
		return data as Data;
	};
}

/** Null where it is nothing that a client would be told. */
function refusalOf({ message, extensions }: GraphQLError): Refused | null {
	const code = extensions.code as ClientErrorCode;
	const status = code === "BAD_USER_INPUT" ? 400 : STATUS[code];
	return status === undefined ? null : new Refused(message, status);
}
