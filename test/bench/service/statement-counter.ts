import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A door to a Postgres server that counts the statements which go through it. */
export interface StatementCounter {
	/** The same database, through the door. */
	url: string;
	/** Statements so far, `begin` and `commit` among them. */
	count(): number;
	close(): Promise<void>;
}

/** Messages of clients that have something executed: Query and Execute. */
const EXECUTING = new Set(["Q".charCodeAt(0), "E".charCodeAt(0)]);

/** Opens a door on this machine. Only for servers that are reached by TCP without encryption: what is encrypted cannot be counted. */
export async function countStatements(serverUrl: string): Promise<StatementCounter> {
	const target = new URL(serverUrl);
	const sockets = new Set<Socket>();
	let count = 0;
	const server = createServer((client) => {
		const postgres = connect(Number(target.port || 5432), target.hostname || "127.0.0.1");
		const read = messageReader((type) => {
			if (EXECUTING.has(type)) count++;
		});
		client.on("data", read);
		for (const [from, to] of [
			[client, postgres],
			[postgres, client],
		] as const) {
			sockets.add(from);
			from.setNoDelay(true);
			from.on("error", () => to.destroy());
			from.on("close", () => {
				sockets.delete(from);
				to.destroy();
			});
			from.pipe(to);
		}
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const url = new URL(serverUrl);
	url.hostname = "127.0.0.1";
	url.port = String((server.address() as AddressInfo).port);
	return {
		url: url.href,
		count: () => count,
		close: async () => {
			server.close();
			for (const socket of sockets) socket.destroy();
			await once(server, "close");
		},
	};
}

/**
 * Reads the messages of a client out of what it sends, piece by piece, and tells the type of each. A message is a byte of type, its length in four bytes
 * (which count themselves), and its content; the first one of a connection has no type. See "Frontend/Backend Protocol" in the manual of PostgreSQL.
 */
export function messageReader(onMessage: (type: number) => void): (data: Buffer) => void {
	let waiting = Buffer.alloc(0);
	/** Bytes of content that are still to come. */
	let toSkip = 0;
	let started = false;
	return (data) => {
		let at = 0;
		while (at < data.length) {
			if (toSkip > 0) {
				const skipped = Math.min(toSkip, data.length - at);
				toSkip -= skipped;
				at += skipped;
				continue;
			}
			const headLength = started ? 5 : 4;
			const head = data.subarray(at, at + headLength - waiting.length);
			at += head.length;
			waiting = Buffer.concat([waiting, head]);
			if (waiting.length < headLength) return;
			toSkip = waiting.readInt32BE(headLength - 4) - 4;
			if (started) onMessage(waiting[0] as number);
			started = true;
			waiting = Buffer.alloc(0);
		}
	};
}
