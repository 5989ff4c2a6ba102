import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseConfig } from "../config.js";
import { restoreBackup } from "../database/backup.js";
import { openDatabase } from "../db.js";
import { embeddedDirectory } from "./embedded-directory.js";
import { runCommand, UsageError } from "./run-command.js";

const HELP = `usage: npm run -s restore -- FILE

Puts a backup (npm run -s backup) back into an empty directory, opens it once, and says what it holds.
DATABASE_URL says where to: pglite:DIRECTORY (default pglite:./.data/pg). A directory that is not empty is left alone.`;

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
	if (file === undefined || rest.length > 0) throw new UsageError("name one file to read");
	const { databaseUrl, database } = parseConfig(process.env);
	const directory = embeddedDirectory(databaseUrl, "pg_restore");
	await restoreBackup(resolve(file), directory);
	const db = await openDatabase({ url: databaseUrl, ...database });
	try {
		const [articles, events] = await Promise.all([db.prisma.article.count(), db.prisma.event.count()]);
		console.log(`restore: ${directory} holds ${articles} articles and ${events} events`);
	} finally {
		await db.close();
	}
	return 0;
}

await runCommand("restore", main);
