import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A way to a server on which everything can be cut at once, as networks do. */
export interface CuttableWay {
	url: string;
	/** Ends all connections without a goodbye; new ones are let through. */
	cut(): void;
	close(): Promise<void>;
}

/** @param url of the server, on this machine. */
export async function openCuttableWay(url: string): Promise<CuttableWay> {
	const target = new URL(url);
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		const upstream = connect(Number(target.port), target.hostname);
		for (const [from, to] of [
			[client, upstream],
			[upstream, client],
		] as const) {
			sockets.add(from);
			from.on("error", () => {});
			from.on("close", () => {
				sockets.delete(from);
				to.destroy();
			});
			from.pipe(to);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const way = new URL(url);
	way.port = String(port);
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		url: way.href,
		cut,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			cut();
			await closed;
		},
	};
}
