import { parseArgs } from "node:util";
import { isTokenName } from "../access/access-token.js";
import { ROLES, type Role } from "../access/role.js";
import { createToken, listTokens, revokeTokens } from "../access/token-table.js";
import { parseConfig } from "../config.js";
import { type Database, openDatabase } from "../db.js";
import { newId } from "../ingest/new-id.js";
import { endWithReader, writeJsonLine } from "./lines.js";
import { runCommand, UsageError } from "./run-command.js";

const HELP = `usage: npm run -s token -- create NAME ROLE [--days N]
       npm run -s token -- list
       npm run -s token -- revoke NAME|ID

Tokens that let programs and people change something; reading needs none.

create   prints a new token, once: only its hash is kept. NAME stands in the public history of what is edited with it; several
         tokens may have one name, so that a new one can be handed out before the old one is revoked.
         ROLE is submitter (submits articles), editor (also changes events and links) or operator (also feeds).
         --days N: it is good for N days; for good otherwise
list     prints what tokens there are, the latest first, one JSON object a line: {"id", "name", "role", "createdAt", "expiresAt", "lastUsedAt", "revokedAt"}
revoke   makes a token good for nothing, by its id, or all of a name. A running service stops taking it at once.

Tokens are sent as the header  authorization: Bearer TOKEN
As soon as one was ever made, nothing is changed without. API_TOKENS (see src/config.ts) gives tokens without the archive.

DATABASE_URL says where the archive is: pglite:DIRECTORY (default pglite:./.data/pg; stop the service first) or postgresql://...`;

const DAY_MS = 86_400_000;
const MAX_DAYS = 3_650;

type Command = (db: Database, args: readonly string[], days: number | null) => Promise<number>;

const COMMANDS: Readonly<Record<string, { takes: number; run: Command }>> = {
	create: { takes: 2, run: create },
	list: { takes: 0, run: list },
	revoke: { takes: 1, run: revoke },
};

async function create(db: Database, [name = "", role = ""]: readonly string[], days: number | null): Promise<number> {
	const now = new Date();
	const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS);
	console.log(await createToken(db, { name, role: role.toUpperCase() as Role, expiresAt }, now, newId()));
	console.error("token: this is shown only once");
	return 0;
}

async function list(db: Database): Promise<number> {
	endWithReader(process.stdout);
	for (const row of await listTokens(db)) await writeJsonLine(process.stdout, row);
	return 0;
}

async function revoke(db: Database, [idOrName = ""]: readonly string[]): Promise<number> {
	const count = await revokeTokens(db, idOrName, new Date());
	console.error(count === 0 ? `token: there is no good token "${idOrName}" in the archive` : `token: revoked ${count}`);
	return count === 0 ? 1 : 0;
}

function checkCreation([name = "", role = ""]: readonly string[]): void {
	if (!isTokenName(name))
		throw new UsageError(`a name has letters, digits, ".", "_" and "-", at most 60, and "${name}" has not`);
	if (!ROLES.some((known) => known === role.toUpperCase()))
		throw new UsageError(`there is no role "${role}"; give one of ${ROLES.join(", ").toLowerCase()}`);
}

function readDays(given: string | undefined): number | null {
	if (given === undefined) return null;
	const days = /^\d{1,4}$/.test(given) ? Number(given) : 0;
	if (days < 1 || days > MAX_DAYS) throw new UsageError(`--days takes a whole number from 1 to ${MAX_DAYS}`);
	return days;
}

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { help: { type: "boolean", short: "h" }, days: { type: "string" } },
		allowPositionals: true,
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const [name = "", ...args] = positionals;
	const command = COMMANDS[name];
	if (!command) throw new UsageError(`name one of ${Object.keys(COMMANDS).join(", ")}`);
	if (args.length !== command.takes)
		throw new UsageError(`${name} takes ${command.takes || "no"} arguments, not ${args.length}`);
	if (name === "create") checkCreation(args);
	const days = readDays(values.days);
	const config = parseConfig(process.env);
	const db = await openDatabase({ url: config.databaseUrl, ...config.database });
	try {
		return await command.run(db, args, days);
	} finally {
		await db.close();
	}
}

await runCommand("token", main);
