import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "./db.js";
import { send, sendJson } from "./graphql/route.js";
import { unreadiness } from "./readiness.js";

export interface ProbeServerOptions {
	db: Pick<Database, "pool">;
	/** Gives `/metrics` in the text format of Prometheus; null where it is not served. */
	metrics: (() => Promise<string>) | null;
	/** Whether the start is complete; `/readyz` says no until then. */
	isStarted: () => boolean;
}

/** What a process that answers no clients says of itself: `/healthz`, `/readyz`, `/metrics`, as one that does. */
export function createProbeServer({ db, metrics, isStarted }: ProbeServerOptions): {
	listen(port: number, host: string): Promise<AddressInfo>;
	close(): Promise<void>;
} {
	let closing = false;
	const readyz = async (response: ServerResponse) => {
		const reason = closing ? "closing" : isStarted() ? await unreadiness(db) : "starting";
		if (reason) sendJson(response, 503, { status: "unavailable", reason });
		else sendJson(response, 200, { status: "ready" });
	};
	const answer = async ({ method, url }: IncomingMessage, response: ServerResponse) => {
		if (method !== "GET" && method !== "HEAD") {
			response.setHeader("allow", "GET, HEAD");
			return sendJson(response, 405, error("METHOD_NOT_ALLOWED", `${method} is not answered here`));
		}
		const path = url?.split("?", 1)[0];
		if (path === "/healthz") return sendJson(response, 200, { status: "ok" });
		if (path === "/readyz") return readyz(response);
		if (path === "/metrics" && metrics)
			return send(response, 200, "text/plain; version=0.0.4; charset=utf-8", await metrics());
		sendJson(response, 404, error("NOT_FOUND", "this process is a worker and answers no questions"));
	};
	const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
		// Nobody sends a body here; what is left of one would be taken for the next request.
		response.setHeader("connection", "close");
		answer(request, response).catch(() => response.destroy());
	});
	return {
		listen: (port, host) =>
			new Promise((resolve, reject) => {
				server.once("error", reject);
				server.listen(port, host, () => {
					server.off("error", reject);
					resolve(server.address() as AddressInfo);
				});
			}),
		close: async () => {
			closing = true;
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}

const error = (code: string, message: string) => ({ error: { code, message } });
