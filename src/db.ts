import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { parseDatabaseUrl } from "./database/database-url.js";
import { openEmbedded } from "./database/embedded.js";
import type { Exclusively } from "./database/exclusively.js";
import { applyMigrations, type MigrationReport, readMigrations } from "./database/migrations.js";
import type { Listen } from "./database/notifications.js";
import { DatabaseOpenError } from "./database/open-error.js";
import { closePool, type OpenPool, type PoolOptions } from "./database/pool.js";
import { openServer } from "./database/server.js";
import { createStatementNames } from "./database/statement-names.js";
import { PrismaClient } from "./generated/prisma/client.js";

/** The archive, open and migrated. */
export interface Database {
	prisma: PrismaClient;
	/**
	 * Connections for SQL written by hand; Prisma uses the same ones. Embedded there is one connection, so never wait for
	 * a second one while holding a client: that waits until the time limit.
	 */
	pool: pg.Pool;
	/** Wakes whoever waits for a notification; see `Listen`. */
	listen: Listen;
	/** Does something that one process at a time may do; see `Exclusively`. */
	exclusively: Exclusively;
	kind: "pglite" | "postgresql";
	/** For people: "embedded, in .data/pg" or "postgresql at host:port/database". Without secrets. */
	description: string;
	/** For people: what is not as it should be, though it works. One sentence each. */
	warnings: readonly string[];
	/** What was migrated when it was opened. */
	migrations: MigrationReport;
	close(): Promise<void>;
}

export interface DatabaseOptions extends Partial<PoolOptions> {
	/** See `parseDatabaseUrl`. */
	url: string;
	/** File from which a new embedded database starts (tests). */
	snapshot?: string;
}

/** Ten connections keep two cores busy; the limits are those of config.ts. */
const DEFAULTS: PoolOptions = { poolSize: 10, connectTimeoutMs: 10_000, statementTimeoutMs: 30_000 };

/** Longest interactive transaction. Ingest writes one article in one, which takes well under a second; Prisma's default is 5 s. */
const TRANSACTION_MS = 60_000;

/**
 * Opens the database, checks it and applies the migrations it lacks. Throws `DatabaseOpenError` with one line for
 * people if that is impossible; nothing stays open then.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	const settings = { ...DEFAULTS, ...options };
	const opened = await openPool(settings);
	try {
		const migrations = await applyMigrations(opened.direct, await readMigrations());
		opened.limitStatements();
		return withPrisma(opened, migrations, settings.connectTimeoutMs);
	} catch (error) {
		await closePool(opened);
		throw error;
	}
}

function openPool(settings: PoolOptions & DatabaseOptions): Promise<OpenPool> {
	const location = parseDatabaseUrl(settings.url);
	if (location.kind === "invalid") throw new DatabaseOpenError(`DATABASE_URL ${location.reason}`);
	return location.kind === "server" ? openServer(location.url, settings) : openEmbedded(location, settings);
}

function withPrisma(opened: OpenPool, migrations: MigrationReport, connectTimeoutMs: number): Database {
	const nameOf = createStatementNames();
	const prisma = new PrismaClient({
		// The empty name is the protocol's word for a statement that is not kept.
		adapter: new PrismaPg(opened.pool, { statementNameGenerator: ({ sql }) => nameOf(sql) ?? "" }),
		transactionOptions: { maxWait: connectTimeoutMs, timeout: TRANSACTION_MS },
	});
	return {
		prisma,
		pool: opened.pool,
		listen: opened.listen,
		exclusively: opened.exclusively,
		kind: opened.kind,
		description: opened.description,
		warnings: opened.warnings,
		migrations,
		close: async () => {
			await prisma.$disconnect();
			await closePool(opened);
		},
	};
}
