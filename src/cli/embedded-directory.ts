import { parseDatabaseUrl } from "../database/database-url.js";
import { UsageError } from "./run-command.js";

/** The directory of the embedded database. Throws `UsageError` for any other, naming the tool of a server that does the same. */
export function embeddedDirectory(databaseUrl: string, serverTool: string): string {
	const location = parseDatabaseUrl(databaseUrl);
	if (location.kind === "directory") return location.directory;
	throw new UsageError(
		location.kind === "server"
			? `DATABASE_URL is a Postgres server, which has tools of its own: ${serverTool}`
			: "DATABASE_URL names no directory of an embedded database",
	);
}
