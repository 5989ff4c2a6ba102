/**
 * What one process of the service does:
 * - `api` answers: HTTP, GraphQL, subscriptions. It polls no feed, reads no entry, computes no context and prunes nothing.
 * - `worker` works: polls, reads, computes, prunes, loads the sample world; it answers nothing but how it is.
 * - `all` does both.
 */
export const PROCESS_ROLES = ["api", "worker", "all"] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** Whether a process of this role answers clients. */
export const answers = (role: ProcessRole): boolean => role !== "worker";

/** Whether a process of this role does what waits to be done. */
export const works = (role: ProcessRole): boolean => role !== "api";

/**
 * Connections that a process takes at most where DB_POOL_SIZE says nothing. What answers waits for the database with many requests at once, and
 * ten are several times what two cores can use. A worker is one thread of analysis: its two writers, its contexts, its leases and the polls that are
 * being stored keep no more than five busy.
 */
export const DEFAULT_POOL_SIZE: Readonly<Record<ProcessRole, number>> = { api: 10, worker: 5, all: 10 };
