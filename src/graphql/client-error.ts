import { GraphQLError } from "graphql";

/** Codes of the errors that clients may see; everything else is masked as INTERNAL_SERVER_ERROR. */
export type ClientErrorCode =
	| "ARCHIVE_READ_ONLY"
	| "BAD_USER_INPUT"
	| "DOCUMENT_NOT_TRUSTED"
	| "LOG_GAP"
	| "OPERATION_TIMED_OUT"
	| "PERSISTED_QUERY_NOT_FOUND"
	| "QUERY_TOO_COSTLY"
	| "QUERY_TOO_DEEP"
	| "QUERY_TOO_LONG"
	| "RATE_LIMITED"
	| "SERVICE_BUSY"
	| "SUBSCRIBER_TOO_SLOW"
	| "TOO_MANY_OPERATIONS"
	| "TOO_MANY_SUBSCRIPTIONS"
	| "UNAUTHENTICATED";

/** A limit that was met, as `extensions.limit` tells it: its name, what it allows, and how much there was where that is known. */
export interface MetLimit {
	name: string;
	max: number;
	value?: number;
}

/**
 * An error that the client can mend: its message is shown as it is, `extensions.code` says which kind it is.
 * @param facts what the client needs to mend it, beside the code.
 */
export function clientError(
	code: ClientErrorCode,
	message: string,
	facts: Record<string, string | number> = {},
): GraphQLError {
	return new GraphQLError(message, { extensions: { code, ...facts } });
}

/** More was asked for than is answered. The message names the limit and its value; `extensions.limit` has both for programs. */
export function limitError(
	code: ClientErrorCode,
	limit: MetLimit,
	message: string,
	facts: Record<string, number> = {},
): GraphQLError {
	return new GraphQLError(message, { extensions: { code, limit, ...facts } });
}

/** A value the client sent cannot be used. The message names the value and what would be accepted. */
export function badUserInput(message: string): GraphQLError {
	return clientError("BAD_USER_INPUT", message);
}

/** A client's value as it may stand in a message: quoted, at most 60 characters, so that nothing long is echoed. */
export function quoted(value: unknown): string {
	const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
	return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
