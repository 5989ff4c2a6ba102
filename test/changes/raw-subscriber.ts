import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";

/** Subscribers without a client package, who can do what none of these would. */

const TO_EVERYTHING = "subscription { changes { ... on Change { cursor nodeId fields } ... on Heartbeat { cursor } } }";

/** Sends an HTTP request for an event stream of all changes, and reads nothing of the answer. */
export async function stalledEventStream(url: string): Promise<Socket> {
	const { hostname, port, pathname } = new URL(url);
	const body = JSON.stringify({ query: TO_EVERYTHING });
	const socket = connect(Number(port), hostname);
	socket.pause();
	socket.on("error", () => {});
	await new Promise((resolve) => socket.once("connect", resolve));
	socket.write(
		`POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
	);
	return socket;
}

export interface RawSocket {
	socket: WebSocket;
	/** Everything received, parsed, in order. */
	received: { type: string; id?: string; payload?: unknown }[];
	/** Code and reason with which it was closed. */
	closed: Promise<{ code: number; reason: string }>;
	send(message: object | string): void;
	/** Waits for the first message that fits. */
	message(fits: (message: RawSocket["received"][number]) => boolean): Promise<RawSocket["received"][number]>;
}

/** A WebSocket that speaks only what it is told to. */
export async function openRawSocket(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
	const socket = new WebSocket(url.replace("http", "ws"), "graphql-transport-ws", { headers });
	const received: RawSocket["received"] = [];
	const closed = new Promise<{ code: number; reason: string }>((resolve) => {
		socket.once("close", (code, reason) => resolve({ code, reason: String(reason) }));
	});
	let check = () => {};
	socket.on("message", (data) => {
		received.push(JSON.parse(String(data)));
		check();
	});
	await new Promise<void>((resolve, reject) => {
		socket.once("open", () => resolve());
		socket.once("error", reject);
	});
	socket.on("error", () => {});
	return {
		socket,
		received,
		closed,
		send: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
		message: (fits) =>
			new Promise((resolve, reject) => {
				check = () => {
					const found = received.find(fits);
					if (found) resolve(found);
				};
				socket.once("close", () => reject(new Error("closed")));
				check();
			}),
	};
}

/** A WebSocket that has subscribed to all changes. */
export async function openSubscribedSocket(url: string): Promise<RawSocket> {
	const raw = await openRawSocket(url);
	raw.send({ type: "connection_init" });
	await raw.message(({ type }) => type === "connection_ack");
	raw.send({ type: "subscribe", id: "1", payload: { query: TO_EVERYTHING } });
	await raw.message(({ type }) => type === "next");
	return raw;
}
