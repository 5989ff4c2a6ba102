import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLError } from "graphql";
import { type Access, createAccess, isRefused, type RefusedRequest } from "../access/access.js";
import { createAddressPlaces } from "../access/address-places.js";
import { clientOf, rememberClient } from "../access/client.js";
import type { LogTail } from "../changes/log-tail.js";
import type { Database } from "../db.js";
import type { Logger } from "../log.js";
import { unreadiness } from "../readiness.js";
import { feedList } from "../source/feed-list.js";
import { challenge } from "./challenge.js";
import type { ClientErrorCode } from "./client-error.js";
import { createEventStreams } from "./event-stream.js";
import { RETRY_SECONDS, STATUS } from "./http-answers.js";
import { maskError } from "./mask-error.js";
import { noteErrors, type OperationTrace, traceOf } from "./operation-trace.js";
import { schemaText } from "./print-schema.js";
import { type PatternRoute, type Route, send, sendJson } from "./route.js";
import { schema } from "./schema.js";
import { type Served, servedOperations } from "./served-operations.js";
import type { GraphQLServer } from "./server.js";
import { createStalledStreams } from "./stalled-streams.js";
import { Traffic, UNLIMITED } from "./traffic.js";
import { createWebSocketEndpoint, type WebSocketOptions } from "./websocket.js";

export interface HttpServerOptions {
	yoga: GraphQLServer;
	db: Database;
	log: Logger;
	/** Who may do what, as the GraphQL server has it. Default nobody. */
	access?: Access;
	/** The end of the change log, whose subscriptions end when the server closes; null, the default, where there are none. */
	tail?: LogTail | null;
	/** Connections of subscribers that one address may have; this machine may have any number. Default 500. */
	maxPerAddress?: number;
	/** What each client may ask for; the same as `yoga` was given. Without limits by default. */
	traffic?: Traffic;
	/** Is told of everything that was answered, for the log and for the metrics. */
	onServed?: (served: Served) => void;
	/** Answers `/metrics` in the text format of Prometheus; null, the default, where it is not served. */
	metrics?: (() => Promise<string>) | null;
	/** How WebSockets are served, where it is not as usual. */
	webSocket?: Partial<Pick<WebSocketOptions, "allowedOrigins" | "initTimeoutMs" | "pingMs">>;
	/** Milliseconds after which an event stream whose client reads nothing is cut. Default 60,000: five comments that keep it alive. */
	stalledMs?: number;
	/** What is answered beside the addresses of this file. */
	routes?: readonly PatternRoute[];
	/** Whether the start is complete; `/readyz` says no until then. */
	isStarted?: () => boolean;
	/** Largest body in bytes. Default 4 MB: the longest article accepted is 2,000,000 characters. */
	maxBodyBytes?: number;
	/** Milliseconds that requests under way are given when the server closes. Default 10,000. */
	drainMs?: number;
}

export interface HttpServer {
	/** Starts to listen; answers where. Rejects where the port is taken. */
	listen(port: number, host: string): Promise<AddressInfo>;
	/** Takes no more requests, lets those under way end, and cuts what is left after `drainMs`. */
	close(): Promise<void>;
}

const DEFAULTS = {
	tail: null,
	maxPerAddress: 500,
	traffic: new Traffic(UNLIMITED),
	onServed: () => {},
	metrics: null,
	webSocket: {},
	stalledMs: 60_000,
	isStarted: () => true,
	maxBodyBytes: 4_000_000,
	drainMs: 10_000,
};

/** Connections of subscribers at most, where there is no tail that says how many. */
const MAX_CONNECTIONS = 1_000;

/** Milliseconds that subscribers are given to hear that the server closes. */
const GOODBYE_MS = 4_000;

/** The listener: GraphQL, its schema as text, health and readiness, and a page that says where things are. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
	const { yoga, db, log, tail, traffic, onServed, metrics, webSocket, isStarted, maxBodyBytes, drainMs } = {
		...DEFAULTS,
		...options,
	};
	const access = options.access ?? createAccess({ db });
	let closing = false;
	const maxConnections = tail?.maxSubscriptions ?? MAX_CONNECTIONS;
	const places = createAddressPlaces(options.maxPerAddress ?? DEFAULTS.maxPerAddress);
	const operations = servedOperations({ yoga, traffic, onServed });
	const eventStreams = createEventStreams(operations, log, maxConnections, places);
	const webSockets = createWebSocketEndpoint({
		operations,
		log,
		access,
		places,
		maxConnections,
		allowedOrigins: [],
		...webSocket,
	});
	const streams = createStalledStreams(options.stalledMs ?? DEFAULTS.stalledMs);
	const asksForStream = ({ headers }: IncomingMessage) => headers.accept?.includes("text/event-stream") ?? false;
	const watchStream = (request: IncomingMessage, response: ServerResponse) => {
		if (!asksForStream(request)) return;
		// Proxies gather what passes through them otherwise.
		response.setHeader("x-accel-buffering", "no");
		streams.watch(response);
	};
	const printed = schemaText(schema);
	const read = ["GET", "HEAD"];
	const routes = new Map<string, Route>([
		[
			"/graphql",
			{
				methods: ["GET", "POST", "OPTIONS"],
				handle: (request, response, trace) => {
					const leave = asksForStream(request) ? places.take(trace.client.address) : () => {};
					if (!leave) return refuse(request, response, ...ALL_TAKEN);
					response.once("close", leave);
					watchStream(request, response);
					return yoga.answer(request, response, trace);
				},
			},
		],
		[
			"/graphql/stream",
			{
				methods: ["GET", "PUT", "POST", "DELETE"],
				handle: (request, response) => {
					watchStream(request, response);
					return eventStreams.handle(request, response);
				},
			},
		],
		[
			"/opml",
			{
				methods: read,
				handle: async (_request, response) => {
					response.setHeader("content-disposition", 'attachment; filename="feeds.opml"');
					send(response, 200, OPML, await feedList(db, new Date()));
				},
			},
		],
		["/schema.graphql", { methods: read, handle: (_request, response) => send(response, 200, TEXT, printed) }],
		[
			"/healthz",
			{
				methods: read,
				isForAnybody: true,
				handle: (_request, response) => sendJson(response, 200, { status: "ok" }),
			},
		],
		[
			"/readyz",
			{
				methods: read,
				isForAnybody: true,
				handle: async (_request, response) => {
					const reason = closing ? "closing" : isStarted() ? await unreadiness(db) : "starting";
					if (reason) sendJson(response, 503, { status: "unavailable", reason });
					else sendJson(response, 200, { status: "ready" });
				},
			},
		],
	]);

	if (metrics)
		routes.set("/metrics", {
			methods: read,
			isForAnybody: true,
			handle: async (_request, response) => send(response, 200, METRICS, await metrics()),
		});

	const answer = async (route: Route, request: IncomingMessage, response: ServerResponse, trace: OperationTrace) => {
		if (!route.isForAnybody) {
			const client = await access.identify(request);
			// Who shows what is no token is counted by his address.
			if (!isRefused(client)) trace.client = client;
			const excess = await traffic.countRequest(trace.client);
			if (excess) {
				noteErrors(trace, { errors: [excess] });
				return refuseExcess(request, response, excess);
			}
			if (isRefused(client)) return refuseClient(request, response, client);
			rememberClient(request, client);
		}
		await route.handle(request, response, trace);
	};

	const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
		const startedAt = performance.now();
		const trace = traceOf(request, clientOf(request));
		response.setHeader("x-request-id", trace.requestId);
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
		if (closing) response.setHeader("connection", "close");
		const path = pathOf(request);
		const pattern = options.routes?.find((other) => other.path.test(path));
		const route = routes.get(path) ?? pattern;
		response.once("close", () => {
			const { method = "" } = request;
			onServed({
				method,
				path: routes.has(path) ? path : (pattern?.name ?? null),
				status: response.statusCode,
				ms: performance.now() - startedAt,
				trace,
			});
		});
		if (!route) return refuse(request, response, 404, "NOT_FOUND", "there is nothing here; see /");
		if (!route.methods.includes(request.method ?? "")) {
			response.setHeader("allow", route.methods.join(", "));
			return refuse(request, response, 405, "METHOD_NOT_ALLOWED", `${request.method} is not answered here`);
		}
		const refusal = refuseBody(request, maxBodyBytes);
		if (refusal) return refuse(request, response, ...refusal);
		answer(route, request, response, trace).catch((error: unknown) => {
			// Not what stands behind the path: a stream's token may.
			const { message, extensions } = maskError(error, log.child({ path }), trace.requestId);
			const status = STATUS[extensions.code as ClientErrorCode] ?? 500;
			if (status === 503 && !response.headersSent) response.setHeader("retry-after", String(RETRY_SECONDS));
			if (!response.headersSent) sendJson(response, status, { error: { code: extensions.code, message } });
			else response.destroy();
		});
	});

	server.on("upgrade", (request: IncomingMessage, socket, head) => {
		if (pathOf(request) === "/graphql") webSockets.upgrade(request, socket, head);
		else socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
	});

	return {
		listen: (port, host) => listen(server, port, host),
		close: async () => {
			closing = true;
			const drained = drain(server, drainMs);
			await tail?.close();
			const cut = setTimeout(() => streams.cutAll(), GOODBYE_MS);
			await Promise.all([webSockets.close(GOODBYE_MS), eventStreams.close(), drained]);
			clearTimeout(cut);
			streams.stop();
		},
	};
}

/** Whole pages and everything they load come from here; the explorer writes its scripts and workers into its page. */
const SECURITY_HEADERS = {
	"content-security-policy":
		"default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
};

const TEXT = "text/plain; charset=utf-8";
const METRICS = "text/plain; version=0.0.4; charset=utf-8";
const OPML = "text/x-opml; charset=utf-8";

const pathOf = ({ url }: IncomingMessage): string => url?.split("?", 1)[0] ?? "";

type Refusal = readonly [status: number, code: string, message: string];

const ALL_TAKEN: Refusal = [429, "TOO_MANY_CONNECTIONS", "your address has all the connections it may have; close one"];

/** Bodies say their length in advance, so that none is read that is too long: node:http reads no byte past it. */
function refuseBody({ headers, method }: IncomingMessage, maxBodyBytes: number): Refusal | null {
	const chunked = headers["transfer-encoding"] !== undefined;
	if (chunked || (method === "POST" && headers["content-length"] === undefined)) {
		return [411, "LENGTH_REQUIRED", "a body needs a Content-Length"];
	}
	if (Number(headers["content-length"] ?? 0) <= maxBodyBytes) return null;
	return [413, "CONTENT_TOO_LARGE", `a body may have at most ${maxBodyBytes} bytes`];
}

/** Refuses a request whose body, if any, stays unread: the connection cannot be used again. */
function refuse(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	code: string,
	message: string,
): void {
	const hasBody = request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined;
	if (hasBody) response.setHeader("connection", "close");
	sendJson(response, status, { error: { code, message } });
}

/** As `refuse`, in the form that GraphQL clients read. */
function refuseClient(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, code, message }: RefusedRequest,
): void {
	if (status === 401) response.setHeader("www-authenticate", challenge(message));
	if (request.headers["content-length"] !== undefined) response.setHeader("connection", "close");
	sendJson(response, status, { errors: [{ message, extensions: { code } }] });
}

/** In the shape of an answer of GraphQL, which is what most clients here can read. */
function refuseExcess(request: IncomingMessage, response: ServerResponse, excess: GraphQLError): void {
	if (request.headers["content-length"] !== undefined) response.setHeader("connection", "close");
	response.setHeader("retry-after", String(excess.extensions.retryAfterSeconds));
	sendJson(response, 429, { errors: [excess] });
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			resolve(server.address() as AddressInfo);
		});
	});
}

async function drain(server: Server, drainMs: number): Promise<void> {
	const ended = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeIdleConnections();
	const timer = setTimeout(() => server.closeAllConnections(), drainMs);
	await ended;
	clearTimeout(timer);
}
