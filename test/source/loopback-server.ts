import { readFileSync } from "node:fs";
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer as createTcp, type Socket, type Server as TcpServer } from "node:net";
import { afterAll } from "vitest";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

/** Made for localhost, secure.example and 127.0.0.1; nobody trusts it who is not told to. */
export const CERTIFICATE = fixture("loopback-certificate.pem");

/** A server on 127.0.0.1, with a count of what reached it. */
export interface Loopback {
	/** `127.0.0.1:port`. */
	host: string;
	port: number;
	/** Connections that were made. */
	connections: number;
	/** Requests, newest last. */
	requests: IncomingMessage[];
}

const closers: (() => void)[] = [];
afterAll(() => {
	for (const close of closers) close();
});

/** Serves HTTP, or HTTPS where `tls` is true, until the tests of the file are done. */
export async function serveHttp(listener: RequestListener, { tls = false } = {}): Promise<Loopback> {
	const counted: RequestListener = (request, response) => {
		loopback.requests.push(request);
		listener(request, response);
	};
	const options = { cert: CERTIFICATE, key: fixture("loopback-key.pem") };
	const server: Server = tls ? createHttps(options, counted) : createHttp(counted);
	const loopback = await listen(server);
	return loopback;
}

/** Serves what `talk` writes to a bare socket. */
export async function serveTcp(talk: (socket: Socket) => void): Promise<Loopback> {
	return listen(createTcp(talk));
}

async function listen(server: Server | TcpServer): Promise<Loopback> {
	const sockets = new Set<Socket>();
	const loopback: Loopback = { host: "", port: 0, connections: 0, requests: [] };
	server.on("connection", (socket: Socket) => {
		loopback.connections++;
		sockets.add(socket.on("error", () => {}).on("close", () => sockets.delete(socket)));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	closers.push(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	loopback.port = (server.address() as AddressInfo).port;
	loopback.host = `127.0.0.1:${loopback.port}`;
	return loopback;
}
