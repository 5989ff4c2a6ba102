import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { GraphQLError } from "graphql";
import { CloseCode, handleProtocols, makeServer, type Server } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Logger } from "../log.js";
import { limitError } from "./client-error.js";
import type { ServedOperations } from "./served-operations.js";

export interface WebSocketOptions {
	log: Logger;
	/** Pages of these origins may connect from a browser, beside those of this service itself. */
	allowedOrigins: readonly string[];
	/** Connections at most. */
	maxConnections: number;
	/** Counts and admits the operations that are sent: see `ServedOperations`. */
	operations: ServedOperations;
	/** Milliseconds in which a client has to begin the protocol. Default 3,000. */
	initTimeoutMs?: number;
	/** Milliseconds between two pings; a client that has not answered one by the next is gone. Default 12,000. */
	pingMs?: number;
}

/** GraphQL over WebSocket: the protocol `graphql-transport-ws`. */
export interface WebSocketEndpoint {
	/** Takes over a connection that asks to be upgraded. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Says goodbye (1001) and cuts who has not gone after `graceMs`. */
	close(graceMs: number): Promise<void>;
}

/** Bytes of one message: as much as the longest query that passes the limit of tokens. */
const MAX_MESSAGE_BYTES = 65_536;

/** Operations under way on one connection. */
export const MAX_OPERATIONS_PER_CONNECTION = 50;

const DEFAULTS = { initTimeoutMs: 3_000, pingMs: 12_000 };

export function createWebSocketEndpoint(options: WebSocketOptions): WebSocketEndpoint {
	const { operations, log, allowedOrigins, maxConnections, initTimeoutMs, pingMs } = { ...DEFAULTS, ...options };
	const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, handleProtocols });
	const protocol = createProtocol(operations, initTimeoutMs);
	let closing = false;
	return {
		upgrade: (request, socket, head) => {
			if (!isAllowed(request, allowedOrigins)) return refuse(socket, "403 Forbidden");
			if (closing || sockets.clients.size >= maxConnections) return refuse(socket, "503 Service Unavailable");
			sockets.handleUpgrade(request, socket, head, (client) => serve(client, request, protocol, log, pingMs));
		},
		close: async (graceMs) => {
			closing = true;
			for (const client of sockets.clients) client.close(1001, "Going away");
			const timer = setTimeout(() => {
				for (const client of sockets.clients) client.terminate();
			}, graceMs);
			await new Promise<void>((resolve) => sockets.close(() => resolve()));
			await Promise.all([...sockets.clients].map(gone));
			clearTimeout(timer);
		},
	};
}

const gone = (client: WebSocket) => new Promise<void>((resolve) => client.once("close", () => resolve()));

/**
 * Browsers let any page open a WebSocket to any server, without asking it first. A request without an origin is not from a page.
 */
function isAllowed({ headers }: IncomingMessage, allowedOrigins: readonly string[]): boolean {
	const { origin, host } = headers;
	if (origin === undefined || allowedOrigins.includes(origin)) return true;
	return URL.canParse(origin) && new URL(origin).host === host;
}

function refuse(socket: Duplex, status: string): void {
	socket.on("error", () => {});
	socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** What an operation knows of the connection it came by: the request that was upgraded. */
interface Connection {
	request: IncomingMessage;
}

function createProtocol(operations: ServedOperations, initTimeoutMs: number): Server<unknown> {
	return makeServer({
		connectionInitWaitTimeout: initTimeoutMs,
		onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
			if (Object.keys(subscriptions).length > MAX_OPERATIONS_PER_CONNECTION) return [tooMany()];
			const prepared = await operations.prepare(payload, (extra as Connection).request);
			return "run" in prepared ? { ...prepared.args, run: prepared.run } : prepared;
		},
		execute: (args) => (args as unknown as { run: () => never }).run(),
		subscribe: (args) => (args as unknown as { run: () => never }).run(),
	});
}

/** One operation more than a connection may have under way. */
export function tooMany(): GraphQLError {
	const max = MAX_OPERATIONS_PER_CONNECTION;
	return limitError(
		"TOO_MANY_SUBSCRIPTIONS",
		{ name: "operationsPerConnection", max },
		`a connection may have ${max} operations under way; end one of them, or open another connection`,
	);
}

function serve(
	client: WebSocket,
	request: IncomingMessage,
	protocol: Server<unknown>,
	log: Logger,
	pingMs: number,
): void {
	let isAlive = true;
	client.on("pong", () => {
		isAlive = true;
	});
	const pings = setInterval(() => {
		if (!isAlive) return client.terminate();
		isAlive = false;
		client.ping();
	}, pingMs);
	// A message that is too long, or no WebSocket frame: the connection has been closed already, and why is told to the client.
	client.on("error", (error) => log.debug({ err: error }, "a WebSocket connection failed"));
	const closed = protocol.opened(
		{
			protocol: client.protocol,
			// Done when it has left for the network, so that nothing piles up for one who does not read.
			send: (data) =>
				new Promise((resolve, reject) => {
					if (client.readyState !== client.OPEN) return resolve();
					client.send(data, (error) => (error ? reject(error) : resolve()));
				}),
			close: (code, reason) => client.close(code, reason),
			onMessage: (receive) => {
				client.on("message", (data) => {
					receive(String(data)).catch((error: unknown) => {
						if (client.readyState !== client.OPEN) return;
						log.error({ err: error }, "a WebSocket message failed");
						client.close(CloseCode.InternalServerError, "Internal server error");
					});
				});
			},
		},
		{ request } satisfies Connection,
	);
	client.once("close", (code, reason) => {
		clearInterval(pings);
		closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, "a subscription did not end"));
	});
}
