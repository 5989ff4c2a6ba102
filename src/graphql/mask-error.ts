import { randomUUID } from "node:crypto";
import { type ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Logger } from "../log.js";
import type { OperationTrace } from "./operation-trace.js";
import type { RequestContext } from "./request-context.js";

/**
 * What clients see of an error: those made for them as they are; of anything else only a number, under which the log has
 * the rest.
 * @param requestId the number, where the request is known: the same as in `x-request-id`.
 */
export function maskError(error: unknown, log: Logger, requestId: string = randomUUID()): GraphQLError {
	if (error instanceof GraphQLError && isForClients(error)) return error;
	const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
	const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
	const busy = isBusy(cause);
	log[busy ? "warn" : "error"]({ err: cause, requestId }, busy ? "the database is busy" : "a request failed");
	const message = busy
		? `The database is busy; try again later. It is logged as ${requestId}.`
		: `Something went wrong here; it is logged as ${requestId}.`;
	const code = busy ? "SERVICE_BUSY" : "INTERNAL_SERVER_ERROR";
	return new GraphQLError(message, { ...place, extensions: { code, correlationId: requestId } });
}

/** Masks the errors of answers, each with the number of its request. Yoga masks what it meets before and after. */
export function useRequestMasking(log: Logger): Plugin<RequestContext> {
	const mask = (result: ExecutionResult, { requestId }: OperationTrace): ExecutionResult =>
		result.errors ? { ...result, errors: result.errors.map((error) => maskError(error, log, requestId)) } : result;
	return {
		onExecute: ({ args }) => ({
			onExecuteDone: ({ result, setResult }) => {
				if (!(Symbol.asyncIterator in result)) setResult(mask(result, args.contextValue.trace));
			},
		}),
		onSubscribe: ({ args }) => ({
			onSubscribeResult: () => ({
				onNext: ({ result, setResult }) => setResult(mask(result as ExecutionResult, args.contextValue.trace)),
			}),
		}),
	};
}

/** No connection was free in time, or the statement took longer than it may (57014). */
function isBusy(error: unknown): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ("code" in cause && (cause.code === "57014" || cause.code === "P2024" || cause.code === "P2028")) return true;
		if (
			/timeout exceeded when trying to connect|due to connection timeout|canceling statement due to statement timeout/.test(
				cause.message,
			)
		)
			return true;
	}
	return false;
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
