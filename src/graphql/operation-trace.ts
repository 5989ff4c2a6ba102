import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { ExecutionResult, OperationTypeNode } from "graphql";
import type { Client } from "../access/client.js";

/** What is known of an operation besides its answer: for the log, for the metrics and for whoever asks who it was. Never its text or its variables. */
export interface OperationTrace {
	/** By which log and client speak of the same request: the client's `x-request-id`, or one made here. */
	requestId: string;
	/** Who sends it. */
	client: Client;
	/** Null until it was found valid. */
	type: OperationTypeNode | null;
	/** The name that the client gave it. */
	name: string | null;
	/** Its first field: of these there are only as many as the schema has. */
	field: string | null;
	/** As in `extensions.cost`. */
	cost: number | null;
	/** Whether the answer was kept from an earlier time (answer-cache.ts). */
	isKept: boolean;
	/** The codes of the errors in its answer, each once. */
	codes: string[];
}

/** What the listener gives along with a request. */
export interface ServerContext {
	trace?: OperationTrace;
}

/** Ids of other systems have these characters; others are not let into the log and back out. */
const REQUEST_ID = /^[\w.:/+=-]{1,100}$/;

/** Somebody of whom nothing is known. */
const STRANGER: Client = { address: "", isLocal: false, holder: null };

/** The beginning of a trace. Without a request the operation comes from within this process. */
export function traceOf(request: IncomingMessage | null, client: Client = STRANGER): OperationTrace {
	const sent = request?.headers["x-request-id"];
	return {
		requestId: typeof sent === "string" && REQUEST_ID.test(sent) ? sent : randomUUID(),
		client,
		type: null,
		name: null,
		field: null,
		cost: null,
		isKept: false,
		codes: [],
	};
}

/** Adds the codes of the errors of an answer. */
export function noteErrors(trace: OperationTrace, { errors }: Pick<ExecutionResult, "errors">): void {
	for (const { extensions } of errors ?? []) {
		const code = typeof extensions?.code === "string" ? extensions.code : "GRAPHQL_ERROR";
		if (!trace.codes.includes(code)) trace.codes.push(code);
	}
}
