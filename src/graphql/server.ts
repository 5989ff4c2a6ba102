import { createYoga, type Plugin, type YogaServerInstance } from "graphql-yoga";
import { type Access, createAccess } from "../access/access.js";
import type { Client } from "../access/client.js";
import type { LogTail } from "../changes/log-tail.js";
import type { Database } from "../db.js";
import type { FeedReader } from "../ingest/polling/poll-feed.js";
import type { Logger } from "../log.js";
import { explorerPage } from "./explorer.js";
import { useLimits } from "./limits.js";
import { maskError, shortened } from "./mask-error.js";
import { type RequestContext, requestContext } from "./request-context.js";
import { schema } from "./schema.js";
import { useSubscriptions } from "./subscriptions.js";

export interface GraphQLServerOptions {
	db: Database;
	log: Logger;
	/** Who may do what. Default nobody: everything can be read, and nothing changed. */
	access?: Access;
	/** How feeds are reached when a client adds one; null, the default, where this process fetches nothing. */
	feeds?: FeedReader | null;
	/** The end of the change log; null, the default, where no subscriptions are served. */
	tail?: LogTail | null;
	/** Days that changes are kept in the log, as `service` tells it. Default 30, as in the settings. */
	changeRetentionDays?: number;
	/** The clock; tests give their own. */
	now?: () => Date;
	/** Origins whose pages may ask from a browser (`https://news.example`). None by default: any page could else make this service read what it likes. */
	corsOrigins?: readonly string[];
}

/** What the listener tells beside a request. */
export interface Asking {
	/** Who asks; a stranger where it is not told. */
	client?: Client;
}

export type GraphQLServer = YogaServerInstance<Asking, RequestContext>;

const STRANGER: Client = { address: "", isLocal: false, holder: null };

/**
 * The GraphQL server, without a port: `server.fetch(url, init)` answers, and a node:http listener can be made of it (see
 * http.ts, which bounds the size of bodies).
 */
export function createGraphQLServer({
	db,
	log,
	access = createAccess({ db }),
	feeds = null,
	tail = null,
	changeRetentionDays = 30,
	now = () => new Date(),
	corsOrigins = [],
}: GraphQLServerOptions): GraphQLServer {
	return createYoga<Asking, RequestContext>({
		schema,
		context: ({ client = STRANGER }) =>
			requestContext({ db, client, access, now: now(), feeds, tail, changeRetentionDays }),
		graphqlEndpoint: "/graphql",
		landingPage: false,
		logging: false,
		batching: false,
		multipart: false,
		// The listener bounds bodies; Yoga's own limit would put a stream around each, at half the throughput.
		maxRequestBodySize: false,
		cors: corsOrigins.length > 0 ? { origin: [...corsOrigins], methods: ["GET", "POST"], credentials: false } : false,
		maskedErrors: { maskError: (error) => maskError(error, log) },
		graphiql: true,
		renderGraphiQL: explorerPage,
		plugins: [useJsonOnly(), useLimits(), useSubscriptions(), useShortMessages()],
	});
}

/**
 * Bodies are JSON or nothing. A form or plain text can be posted across sites without asking first (CSRF); JSON cannot.
 */
function useJsonOnly(): Plugin {
	return {
		onRequestParse: ({ request, endResponse, fetchAPI }) => {
			const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
			if (request.method !== "POST" || type === "application/json") return;
			const message = "POST bodies must be application/json";
			const body = JSON.stringify({ errors: [{ message, extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }] });
			endResponse(new fetchAPI.Response(body, { status: 415, headers: { "content-type": "application/json" } }));
		},
	};
}

/** Errors do not send back megabytes of what they complain about. */
function useShortMessages(): Plugin {
	return {
		onExecutionResult: ({ result, setResult }) => {
			if (!result || Array.isArray(result) || !("errors" in result) || !result.errors) return;
			setResult({ ...result, errors: result.errors.map(shortened) });
		},
	};
}
