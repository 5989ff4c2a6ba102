import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MIGRATIONS_DIRECTORY, readMigrations } from "../src/database/migrations.js";
import { diffSchema } from "./schema-engine.js";

/**
 * npm run db:migration -- <name>   writes prisma/migrations/<moment>_<name>/migration.sql, what leads from the
 *                                  migrations there are to schema.prisma; read it before you commit it
 * npm run check:migrations         exits with 1 if there is such a difference
 *
 * `--schema` and `--migrations` name another schema file and migrations folder.
 */
const USAGE = "Usage: npm run db:migration -- <name>, with a name of a-z, 0-9 and _, such as add_feed_title";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		check: { type: "boolean", default: false },
		schema: { type: "string", default: fileURLToPath(new URL("schema.prisma", import.meta.url)) },
		migrations: { type: "string", default: MIGRATIONS_DIRECTORY },
	},
});

const name = positionals[0] ?? "";
if (!values.check && !/^[a-z0-9_]+$/.test(name)) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	const sql = await diffSchema(await readMigrations(values.migrations), readFileSync(values.schema, "utf8"));
	if (values.check) reportDrift(sql);
	else if (sql === null) console.log("schema.prisma and the migrations agree: nothing to write.");
	else console.log(`Wrote ${writeMigration(name, sql)}. Read it, then commit it with the schema.`);
}

function reportDrift(sql: string | null): void {
	if (sql === null) return;
	console.error(`schema.prisma and prisma/migrations differ. Run "npm run db:migration -- <name>". Missing:\n\n${sql}`);
	process.exitCode = 1;
}

function writeMigration(title: string, sql: string): string {
	const moment = new Date().toISOString().slice(0, 19).replaceAll(/\D/g, "");
	const file = join(values.migrations, `${moment}_${title}`, "migration.sql");
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, sql);
	return relative(process.cwd(), file);
}
