import { randomUUID } from "node:crypto";
import { type ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { type DatabaseFault, databaseFault } from "../database-fault.js";
import type { Logger } from "../log.js";
import type { ClientErrorCode } from "./client-error.js";
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
	const fault = databaseFault(cause);
	log[fault ? "warn" : "error"]({ err: cause, requestId }, fault ? FAULTS[fault].logged : "a request failed");
	const message = fault
		? `${FAULTS[fault].message}. It is logged as ${requestId}.`
		: `Something went wrong here; it is logged as ${requestId}.`;
	const code = fault ? FAULTS[fault].code : "INTERNAL_SERVER_ERROR";
	return new GraphQLError(message, { ...place, extensions: { code, correlationId: requestId } });
}

const FAULTS: Readonly<Record<DatabaseFault, { code: ClientErrorCode; message: string; logged: string }>> = {
	busy: {
		code: "SERVICE_BUSY",
		message: "The database is busy; try again later",
		logged: "the database is busy",
	},
	unreachable: {
		code: "SERVICE_BUSY",
		message: "The database does not answer now; try again later, and of a mutation look first whether it was done",
		logged: "the database does not answer",
	},
	full: {
		code: "ARCHIVE_READ_ONLY",
		message: "The archive has no room for anything new, and this was not stored; what is there can be read",
		logged: "the disk of the database is full",
	},
	"read-only": {
		code: "ARCHIVE_READ_ONLY",
		message: "The archive takes nothing new at present, and this was not stored; what is there can be read",
		logged: "the database takes no changes: it is read-only, or its disk is nearly full",
	},
};

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
