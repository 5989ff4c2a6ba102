import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseConfig } from "../config.js";
import { backUp } from "../database/backup.js";
import { embeddedDirectory } from "./embedded-directory.js";
import { runCommand, UsageError } from "./run-command.js";

const HELP = `usage: npm run -s backup -- FILE

Writes the embedded database to FILE (.tar.gz), which must not exist yet. Stop the service before: the database belongs to one process.
npm run -s restore -- FILE puts it back. DATABASE_URL says which database: pglite:DIRECTORY (default pglite:./.data/pg).
A Postgres server is backed up with its own tools (pg_dump).`;

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { help: { type: "boolean", short: "h" } },
		allowPositionals: true,
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const [file, ...rest] = positionals;
	if (file === undefined || rest.length > 0) throw new UsageError("name one file to write");
	const directory = embeddedDirectory(parseConfig(process.env).databaseUrl, "pg_dump");
	const bytes = await backUp(directory, resolve(file));
	console.log(`backup: ${directory} is in ${file} (${(bytes / 1_000_000).toFixed(1)} MB)`);
	return 0;
}

await runCommand("backup", main);
