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
	log.error(
		{ err: error instanceof GraphQLError ? (error.originalError ?? error) : error, correlationId },
		"a request failed",
	);
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

/** Longest message sent: graphql-js repeats refused values, however long they are. */
const MAX_MESSAGE_LENGTH = 500;

/** The error with a message of bounded length. */
export function shortened(error: GraphQLError): GraphQLError {
	const { message, nodes, path, extensions } = error;
	if (message.length <= MAX_MESSAGE_LENGTH) return error;
	const half = MAX_MESSAGE_LENGTH / 2;
	// The value stands in the middle; which variable it was and what is wrong with it, at the ends.
	const short = `${message.slice(0, half)} … ${message.slice(-half)}`;
	return new GraphQLError(short, { nodes: nodes ?? null, path: path ?? null, extensions });
}
