import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Logger } from "../log.js";

/**
 * What clients see of an error: those made for them as they are; of anything else only a number, under which the log has
 * the rest.
 */
export function maskError(error: unknown, log: Logger): Error {
	if (error instanceof GraphQLError && isForClients(error)) return error;
	const correlationId = randomUUID();
	log.error({ err: error instanceof GraphQLError ? (error.originalError ?? error) : error, correlationId }, "a request failed");
	const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
	return new GraphQLError(`Something went wrong here; it is logged as ${correlationId}.`, {
		...place,
		extensions: { code: "INTERNAL_SERVER_ERROR", correlationId },
	});
}

/** Made as a GraphQLError all the way down, not by a failure inside a resolver. */
function isForClients(error: GraphQLError): boolean {
	const { originalError } = error;
	return !originalError || (originalError instanceof GraphQLError && isForClients(originalError));
}
