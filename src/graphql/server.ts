import { createYoga, type Plugin, type YogaServerInstance } from "graphql-yoga";
import { type Access, createAccess } from "../access/access.js";
import type { LogTail } from "../changes/log-tail.js";
import type { Database } from "../db.js";
import type { FeedReader } from "../ingest/polling/poll-feed.js";
import type { Logger } from "../log.js";
import { type AnswerCache, useAnswerCache } from "./answer-cache.js";
import type { ClientErrorCode } from "./client-error.js";
import { useCompiledOperations, WORTHWHILE } from "./compiled-operations.js";
import { explorerPage } from "./explorer.js";
import { useHttpCaching, useHttpStatus } from "./http-answers.js";
import { useLimits } from "./limits.js";
import { maskError, shortened, useRequestMasking } from "./mask-error.js";
import { type OperationDocuments, operationDocuments, useOperationDocuments } from "./operation-documents.js";
import { type ServerContext, traceOf } from "./operation-trace.js";
import { type Answer, answerBy } from "./plain-request.js";
import { type RequestContext, requestContext } from "./request-context.js";
import { schema } from "./schema.js";
import { useSpans } from "./spans.js";
import { useSubscriptions } from "./subscriptions.js";
import { useTrace } from "./trace-operations.js";
import { Traffic, UNLIMITED, useTraffic } from "./traffic.js";

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
	/** What each client may ask for; without limits by default. */
	traffic?: Traffic;
	/** Operations that need not be sent whole. By default what clients register, and no other. */
	documents?: OperationDocuments;
	/** Whether answers to "what preceded?" are kept in the database. Off by default: then whoever writes there need not say so. */
	keepsContexts?: boolean;
	/** Times that a query is executed before it is compiled. Default 20: see compiled-operations.ts. */
	compileAfter?: number;
	/** Answers that were given before; null, the default, where each is worked out. */
	answers?: AnswerCache | null;
}

/** Yoga, and what transports need that do not go through it. */
export type GraphQLServer = YogaServerInstance<ServerContext, RequestContext> & {
	readonly documents: OperationDocuments;
	/** Answers a request over HTTP, as Yoga does when it is called, and faster where the request is an ordinary one. */
	readonly answer: Answer;
};

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
	traffic = new Traffic(UNLIMITED),
	documents = operationDocuments({ trusted: new Map(), trustedOnly: false, automatic: true }),
	keepsContexts = false,
	compileAfter = WORTHWHILE,
	answers = null,
}: GraphQLServerOptions): GraphQLServer {
	const yoga = createYoga<ServerContext, RequestContext>({
		schema,
		context: ({ trace = traceOf(null) }) =>
			requestContext({
				db,
				client: trace.client,
				access,
				now: now(),
				feeds,
				tail,
				changeRetentionDays,
				keepsContexts,
				trace,
			}),
		graphqlEndpoint: "/graphql",
		landingPage: false,
		logging: false,
		batching: false,
		multipart: false,
		// The listener bounds bodies; Yoga's own limit would put a stream around each, at half the throughput.
		maxRequestBodySize: false,
		cors: corsOrigins.length > 0 ? corsFor(corsOrigins) : false,
		maskedErrors: { maskError: (error) => maskError(error, log) },
		graphiql: true,
		renderGraphiQL: explorerPage,
		extraParamNames: ["documentId"],
		// In their order: what is refused costs nothing further down, and what is answered is shaped last.
		plugins: [
			useCompiledOperations(compileAfter),
			useJsonOnly(),
			useOperationDocuments(documents),
			useRequestMasking(log),
			useTrace(),
			useLimits(),
			useSubscriptions(),
			useTraffic(traffic),
			useSpans(),
			useShortMessages(),
			useHttpStatus(),
			useHttpCaching(),
			...(answers ? [useAnswerCache(answers)] : []),
		],
	});
	return Object.assign(yoga, { documents, answer: answerBy(yoga, corsOrigins.length > 0) });
}

const corsFor = (origins: readonly string[]) => ({
	origin: [...origins],
	methods: ["GET", "POST"],
	credentials: false,
	exposedHeaders: ["etag", "retry-after", "x-request-id"],
});

/**
 * Bodies are JSON or nothing. A form or plain text can be posted across sites without asking first (CSRF); JSON cannot. Variables and extensions in an
 * address are JSON as well: Yoga would take what is none for a fault of its own.
 */
function useJsonOnly(): Plugin {
	return {
		onRequestParse: ({ request, url, endResponse, fetchAPI }) => {
			const refuse = (status: number, code: string, message: string) => {
				const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
				endResponse(new fetchAPI.Response(body, { status, headers: { "content-type": "application/json" } }));
			};
			const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
			if (request.method === "POST" && type !== "application/json")
				return refuse(415, "UNSUPPORTED_MEDIA_TYPE", "POST bodies must be application/json");
			if (request.method !== "GET") return;
			const bad = ["variables", "extensions"].find((name) => !isJson(url.searchParams.get(name)));
			if (bad) refuse(400, "BAD_USER_INPUT" satisfies ClientErrorCode, `${bad} must be JSON`);
		},
	};
}

function isJson(text: string | null): boolean {
	try {
		JSON.parse(text || "null");
		return true;
	} catch {
		return false;
	}
}

/** Of what is wrong with a document, so much is told at once: who sends a thousand faults is not sent a thousand answers. */
const MAX_ERRORS = 8;

/** Errors do not send back megabytes of what they complain about. */
function useShortMessages(): Plugin {
	return {
		onExecutionResult: ({ result, setResult }) => {
			if (!result || Array.isArray(result) || !("errors" in result) || !result.errors) return;
			// Where there is data, each error says what is missing in it.
			const told = "data" in result ? result.errors : result.errors.slice(0, MAX_ERRORS);
			setResult({ ...result, errors: told.map(shortened) });
		},
	};
}
