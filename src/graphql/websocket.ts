import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { GraphQLError } from "graphql";
import { CloseCode, handleProtocols, makeServer, type Server } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { type Access, isRefused, type RefusedRequest, type Sender } from "../access/access.js";
import { readAuthorization } from "../access/access-token.js";
import type { AddressPlaces } from "../access/address-places.js";
import type { Logger } from "../log.js";
import { parseUrl } from "../parse-url.js";
import { challenge } from "./challenge.js";
import { clientError, limitError } from "./client-error.js";
import type { ServedOperations } from "./served-operations.js";

export interface WebSocketOptions {
	log: Logger;
	access: Access;
	/** What one address may have of connections. */
	places: AddressPlaces;
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

/** Connections know who opened them, and are asked again at each operation: a token may be revoked meanwhile. */
interface Connection {
	socket: WebSocket;
	/** The one that was upgraded. */
	request: IncomingMessage;
	sender: Sender;
}

const DEFAULTS = { initTimeoutMs: 3_000, pingMs: 12_000 };

export function createWebSocketEndpoint(options: WebSocketOptions): WebSocketEndpoint {
	const { operations, log, access, places, allowedOrigins, maxConnections, initTimeoutMs, pingMs } = {
		...DEFAULTS,
		...options,
	};
	const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, handleProtocols });
	const protocol = createProtocol(operations, access, initTimeoutMs);
	let closing = false;
	const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		if (!isAllowed(request, allowedOrigins)) return refuse(socket, "403 Forbidden");
		const client = await access.identify(request);
		if (isRefused(client)) return refuse(socket, ...refusalOf(client));
		if (closing || sockets.clients.size >= maxConnections) return refuse(socket, "503 Service Unavailable");
		const leave = places.take(client.address);
		if (!leave) return refuse(socket, "429 Too Many Requests");
		socket.once("close", leave);
		// It has gone while it was looked up who it is.
		if (socket.destroyed) return leave();
		const sender = access.senderOf(request);
		sockets.handleUpgrade(request, socket, head, (opened) =>
			serve({ socket: opened, request, sender }, protocol, log, pingMs),
		);
	};
	return {
		upgrade: (request, socket, head) => {
			socket.on("error", () => {});
			admit(request, socket, head).catch((error: unknown) => {
				log.error({ err: error }, "a WebSocket could not be opened");
				refuse(socket, "500 Internal Server Error");
			});
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
	return (parseUrl(origin)?.host ?? null) === host;
}

function refuse(socket: Duplex, status: string, ...headers: string[]): void {
	const lines = [`HTTP/1.1 ${status}`, "connection: close", "content-length: 0", ...headers];
	socket.end(`${lines.join("\r\n")}\r\n\r\n`);
}

const refusalOf = ({ status, message }: RefusedRequest): [status: string, ...headers: string[]] =>
	status === 401 ? ["401 Unauthorized", `www-authenticate: ${challenge(message)}`] : ["403 Forbidden"];

function createProtocol(operations: ServedOperations, access: Access, initTimeoutMs: number): Server<Connection> {
	return makeServer<Record<string, unknown>, Connection>({
		connectionInitWaitTimeout: initTimeoutMs,
		onConnect: async ({ connectionParams, extra }) => {
			// A page cannot give a WebSocket headers.
			const shown = readAuthorization(connectionParams?.authorization ?? connectionParams?.Authorization);
			if (shown.kind !== "none") extra.sender = { ...extra.sender, shown };
			const client = await access.clientBehind(extra.sender);
			if (!isRefused(client)) return true;
			extra.socket.close(CloseCode.Unauthorized, client.message);
			return false;
		},
		onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
			if (Object.keys(subscriptions).length > MAX_OPERATIONS_PER_CONNECTION) return [tooMany()];
			const client = await access.clientBehind(extra.sender);
			if (isRefused(client)) return [clientError("UNAUTHENTICATED", client.message)];
			const prepared = await operations.prepare(payload, extra.request, client);
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

function serve(connection: Connection, protocol: Server<Connection>, log: Logger, pingMs: number): void {
	const { socket: client } = connection;
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
		connection,
	);
	client.once("close", (code, reason) => {
		clearInterval(pings);
		closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, "a subscription did not end"));
	});
}
