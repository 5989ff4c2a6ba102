import type { ExecutionResult, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { etagOf, keptEtag } from "./answer-cache.js";
import type { ClientErrorCode } from "./client-error.js";

/** The status of an answer without data, by the code of its first error; everything else is a 400 or, with `accept: application/json`, a 200 as GraphQL over HTTP has it. */
export const STATUS: Partial<Record<ClientErrorCode, number>> = {
	ARCHIVE_READ_ONLY: 503,
	DOCUMENT_NOT_TRUSTED: 403,
	OPERATION_TIMED_OUT: 503,
	PERSISTED_QUERY_NOT_FOUND: 200,
	RATE_LIMITED: 429,
	SERVICE_BUSY: 503,
	TOO_MANY_OPERATIONS: 429,
	TOO_MANY_SUBSCRIPTIONS: 429,
};

/** Seconds after which a client may try again where nothing better is known. */
export const RETRY_SECONDS = 1;

/** Says by the status of an answer what its first error says. A stream of events says it in an event, which is where its clients look. */
export function useHttpStatus(): Plugin {
	return {
		onExecutionResult: ({ request, result, setResult }) => {
			if (request.headers.get("accept")?.includes("text/event-stream")) return;
			if (!result || !("errors" in result) || ("data" in result && result.data != null)) return;
			const error = result.errors?.[0];
			if (!error) return;
			const status = STATUS[error.extensions?.code as ClientErrorCode] ?? (isUnexpected(error) ? 500 : null);
			if (status === null) return;
			const headers = status === 429 || status === 503 ? { "retry-after": String(retryAfter(error)) } : {};
			setResult({ ...result, extensions: { ...result.extensions, http: { status, headers } } } as ExecutionResult);
		},
	};
}

const isUnexpected = ({ extensions }: GraphQLError) => extensions?.code === "INTERNAL_SERVER_ERROR";

const retryAfter = ({ extensions }: GraphQLError) => extensions?.retryAfterSeconds ?? RETRY_SECONDS;

/**
 * What was asked by GET may be asked again with `if-none-match`, and is not sent again where it is the same. Nobody else may keep it, since it may be
 * meant for one reader.
 */
export function useHttpCaching(): Plugin {
	return {
		onResponse: async ({ request, response, setResponse, fetchAPI }) => {
			if (request.method !== "GET" || response.status !== 200) return;
			const { headers } = response;
			if (!/^application\/(graphql-response\+)?json/.test(headers.get("content-type") ?? "")) return;
			const kept = keptEtag(request);
			const body = kept === undefined ? await response.text() : null;
			const { isKnown, etag } = known(request, kept ?? etagOf(body ?? ""));
			headers.set("etag", etag);
			headers.set("cache-control", CACHE_CONTROL);
			headers.append("vary", VARY);
			if (isKnown) {
				headers.delete("content-length");
				setResponse(new fetchAPI.Response(null, { status: 304, headers }));
			} else if (body !== null) setResponse(new fetchAPI.Response(body, { status: 200, headers }));
		},
	};
}

const CACHE_CONTROL = "private, no-cache";
const VARY = "accept, authorization";

/** What caches are told of a good answer to a GET, and whether the client has it already. As `useHttpCaching`, where Yoga makes no response. */
export function cachingOf(request: Request, body: string): { headers: Record<string, string>; isKnown: boolean } {
	const { isKnown, etag } = known(request, keptEtag(request) ?? etagOf(body));
	return { headers: { etag, "cache-control": CACHE_CONTROL, vary: VARY }, isKnown };
}

const known = (request: Request, etag: string) => ({
	etag,
	isKnown: names(request.headers.get("if-none-match"), etag),
});

/** A cache that has changed the encoding on its way calls the tag weak. */
function names(ifNoneMatch: string | null, etag: string): boolean {
	if (ifNoneMatch === null) return false;
	return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
