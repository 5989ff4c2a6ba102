import type { Served } from "./graphql/served-operations.js";
import type { Logger } from "./log.js";

/** Asked every few seconds by whoever watches the service. */
const PROBES: ReadonlySet<string | null> = new Set(["/healthz", "/readyz", "/metrics"]);

/** One line for each thing that was answered. What was asked and what was answered are no part of it: neither bodies nor variables. */
export function logServed(log: Logger, { method, path, status, ms, trace }: Served): void {
	const { requestId, client, type, name, field, cost, isKept, codes } = trace;
	const operation = type === null ? {} : { operation: type, name, field, cost, ...(isKept ? { kept: true } : {}) };
	const errors = codes.length === 0 ? {} : { errors: codes };
	const line = { requestId, client, method, path, status, ms: Math.round(ms * 10) / 10, ...operation, ...errors };
	log[PROBES.has(path) ? "debug" : "info"](line, "answered");
}
