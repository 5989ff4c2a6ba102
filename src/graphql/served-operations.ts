import type { IncomingMessage } from "node:http";
import type { GraphQLError } from "graphql";
import type { Client } from "../access/client.js";
import { noteErrors, type OperationTrace, traceOf } from "./operation-trace.js";
import { type PreparedOperation, prepareOperation, type SentOperation } from "./prepare-operation.js";
import type { GraphQLServer } from "./server.js";
import type { Traffic } from "./traffic.js";

/** One thing that was answered: a request by HTTP, or an operation on a connection that has many. */
export interface Served {
	/** `GET`, `POST`, …, or `MESSAGE` on a connection that has many operations. */
	method: string;
	/** Where, without what stands behind the question mark; null where there is nothing. */
	path: string | null;
	/** Status of HTTP; null for messages, which have none. */
	status: number | null;
	/** Milliseconds until the answer had left, or its client. */
	ms: number;
	/** Which operation it was, where it was one. */
	trace: OperationTrace;
}

/** Operations that come on a connection which has many. */
export interface ServedOperations {
	/** Counts, parses and validates. @returns what is wrong, where it cannot be executed. */
	prepare(
		sent: SentOperation,
		connection: IncomingMessage,
		client: Client,
	): Promise<PreparedOperation | readonly GraphQLError[]>;
}

export interface ServedOperationsOptions {
	yoga: GraphQLServer;
	traffic: Traffic;
	onServed: (served: Served) => void;
}

/** What the transports with many operations on a connection share. */
export function servedOperations({ yoga, traffic, onServed }: ServedOperationsOptions): ServedOperations {
	return {
		prepare: async (sent, connection, client) => {
			const startedAt = performance.now();
			const trace = traceOf(connection, client);
			const path = connection.url?.split("?", 1)[0] ?? null;
			const served = () =>
				onServed({ method: "MESSAGE", path, status: null, ms: performance.now() - startedAt, trace });
			const excess = await traffic.countRequest(client);
			if (excess) noteErrors(trace, { errors: [excess] });
			const prepared = excess ? [excess] : await prepareOperation(yoga, sent, trace);
			if ("run" in prepared) return { args: prepared.args, run: () => prepared.run().finally(served) };
			served();
			return prepared;
		},
	};
}
