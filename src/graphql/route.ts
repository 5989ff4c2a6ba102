import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationTrace } from "./operation-trace.js";

/** What answers at an address. */
export interface Route {
	/** Other methods are refused. */
	methods: readonly string[];
	/** Answered whoever asks, and how often. */
	isForAnybody?: boolean;
	handle(request: IncomingMessage, response: ServerResponse, trace: OperationTrace): void | Promise<void>;
}

/** A route that answers at every address of one form. */
export interface PatternRoute extends Route {
	/** Matched against the path alone, without what follows a question mark. */
	path: RegExp;
	/** Its form, as logs and metrics tell it: `/events/{id}.atom`. */
	name: string;
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
	send(response, status, "application/json; charset=utf-8", `${JSON.stringify(body)}\n`);
}

export function send(response: ServerResponse, status: number, type: string, body: string): void {
	response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
	// node:http leaves the body out of answers to HEAD.
	response.end(body);
}
