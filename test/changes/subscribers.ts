import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import { WebSocket } from "ws";
import { type AccessOptions, createAccess } from "../../src/access/access.js";
import { LogTail, type LogTailOptions } from "../../src/changes/log-tail.js";
import type { Database } from "../../src/db.js";
import { createHttpServer, type HttpServerOptions } from "../../src/graphql/http.js";
import { createGraphQLServer, type GraphQLServerOptions } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";

/** The service on a port of its own, with what the tests look at. */
export interface ServedLog {
	url: string;
	tail: LogTail;
	close(): Promise<void>;
}

export async function serveLog(
	db: Database,
	options: Partial<LogTailOptions> & {
		http?: Partial<HttpServerOptions>;
		access?: Partial<AccessOptions>;
		graphql?: Partial<GraphQLServerOptions>;
	} = {},
): Promise<ServedLog> {
	const {
		http = {},
		access: accessOptions,
		graphql = {},
		log = createLog({ logLevel: "silent" }),
		...tailOptions
	} = options;
	const tail = new LogTail({ db, log, maxSubscriptions: 10_000, ...tailOptions });
	const access = createAccess({ db, ...accessOptions });
	const yoga = createGraphQLServer({ db, log, access, tail, ...graphql });
	const server = createHttpServer({ yoga, db, log, access, tail, ...http });
	const { port } = await server.listen(0, "127.0.0.1");
	return { url: `http://127.0.0.1:${port}/graphql`, tail, close: () => server.close() };
}

/** What the tests ask of each message. */
export const CHANGES = `subscription($after: String, $filter: ChangeFilter, $heartbeatSeconds: Int) {
	changes(after: $after, filter: $filter, heartbeatSeconds: $heartbeatSeconds) {
		__typename
		... on Change { cursor nodeId kind }
		... on Heartbeat { cursor }
		... on LogGap { resumeFrom oldestAvailableAt }
	}
}`;

export interface SentMessage {
	__typename: "Change" | "Heartbeat" | "LogGap";
	cursor?: string;
	resumeFrom?: string;
	nodeId?: string;
	kind?: string;
}

export interface Answer {
	data?: { changes?: SentMessage } | null;
	errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** A client package that can subscribe. */
export interface SubscribingClient {
	subscribe(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<Answer>;
	close(): void;
}

const NO_RETRY = { retryAttempts: 0 };

export type Transport = "SSE" | "SSE, one connection" | "WebSocket";
export const TRANSPORTS: Transport[] = ["SSE", "SSE, one connection", "WebSocket"];

/** The real client package of a transport. */
export function clientFor(transport: Transport, url: string): SubscribingClient {
	if (transport === "WebSocket") {
		const client = createWsClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, ...NO_RETRY });
		return {
			subscribe: (query, variables = {}) => client.iterate({ query, variables }) as AsyncIterableIterator<Answer>,
			close: () => void client.dispose(),
		};
	}
	const single = transport === "SSE, one connection";
	const client = createSseClient({ url: single ? `${url}/stream` : url, singleConnection: single, ...NO_RETRY });
	return {
		subscribe: (query, variables = {}) => client.iterate({ query, variables }) as AsyncIterableIterator<Answer>,
		close: () => client.dispose(),
	};
}

/** The next message of a subscription. Throws where it is an error, or where there is none. */
export async function next(messages: AsyncIterator<Answer>): Promise<SentMessage> {
	const { done, value } = await messages.next();
	if (done) throw new Error("the subscription has ended");
	if (!value.data?.changes) throw new Error(JSON.stringify(value));
	return value.data.changes;
}

/** Messages up to the first for which `isLast` holds. */
export async function until(
	messages: AsyncIterator<Answer>,
	isLast: (message: SentMessage) => boolean,
): Promise<SentMessage[]> {
	const seen: SentMessage[] = [];
	while (true) {
		const message = await next(messages);
		seen.push(message);
		if (isLast(message)) return seen;
	}
}

export const isHeartbeat = ({ __typename }: SentMessage): boolean => __typename === "Heartbeat";

/** Waits until something holds; fails after ten seconds. */
export async function eventually(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
	const until = Date.now() + 10_000;
	while (!(await holds())) {
		if (Date.now() > until) throw new Error(`${what} does not come true`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
