import { resolve } from "node:path";
import { parseUrl } from "../parse-url.js";

/** Where the database is: embedded in a directory, embedded in memory, or a Postgres server. */
export type DatabaseLocation =
	| { kind: "directory"; directory: string }
	| { kind: "memory" }
	| { kind: "server"; url: string };

export const DEFAULT_DATABASE_URL = "pglite:./.data/pg";

const EMBEDDED = "pglite:";
const SERVER = /^postgres(?:ql)?:\/\//;

/**
 * Reads a `DATABASE_URL`: `pglite:<directory>` (relative to the working directory), `pglite:memory:`, or
 * `postgresql://…`. For anything else `reason` says what is wrong, without the value itself, which may hold a password.
 */
export function parseDatabaseUrl(url: string): DatabaseLocation | { kind: "invalid"; reason: string } {
	if (url.startsWith(EMBEDDED)) {
		const directory = url.slice(EMBEDDED.length);
		if (directory === "") return { kind: "invalid", reason: "pglite: needs a directory, such as pglite:./.data/pg" };
		if (directory === "memory:") return { kind: "memory" };
		return { kind: "directory", directory: resolve(directory) };
	}
	if (!SERVER.test(url)) {
		return {
			kind: "invalid",
			reason: "must be pglite:<directory>, pglite:memory: or postgresql://user@host:port/database",
		};
	}
	if (!parseUrl(url)) {
		return {
			kind: "invalid",
			reason: "is no valid URL (in a user name or password, write @ : / # ? % as %40 %3A %2F %23 %3F %25)",
		};
	}
	return { kind: "server", url };
}
