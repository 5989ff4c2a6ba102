import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { parseDatabaseUrl } from "./database/database-url.js";
import { openEmbedded } from "./database/embedded.js";
import type { Exclusively } from "./database/exclusively.js";
import { applyMigrations, type MigrationReport, readMigrations } from "./database/migrations.js";
import type { Listen } from "./database/notifications.js";
import { DatabaseOpenError } from "./database/open-error.js";
import { closePool, type OpenPool, type PoolOptions } from "./database/pool.js";
import type { Replica, ReplicaState, Replicas, ReplicasOptions } from "./database/replicas.js";
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
	/** Where something is written in the midst of a read: `pool`, but where `pool` is that of a replica. */
	writing: pg.Pool;
	/** Wakes whoever waits for a notification; see `Listen`. */
	listen: Listen;
	/** Does something that one process at a time may do; see `Exclusively`. */
	exclusively: Exclusively;
	kind: "pglite" | "postgresql";
	/** Copies of the server for reads; null where there are none. */
	replicas: ReadReplicas | null;
	/** For people: "embedded, in .data/pg" or "postgresql at host:port/database". Without secrets. */
	description: string;
	/** For people: what is not as it should be, though it works. One sentence each. */
	warnings: readonly string[];
	/** What was migrated when it was opened. */
	migrations: MigrationReport;
	close(): Promise<void>;
}

/** Where reads may go. */
export type Reader = Pick<Database, "prisma" | "pool">;

/** Copies of the server, which may lag behind it, and who may read from which. A client is told by the key that limits count him by. */
export interface ReadReplicas {
	/** Where a client's reads may go: always the same as long as it answers, and it has what the client has written; null where the server itself has to answer. */
	readerFor(client: string): Reader | null;
	/** Notes that a client has just written, or was told what was written. `forMs`: milliseconds for which it may still be going on. */
	noteWrite(client: string, forMs?: number): void;
	/** How they are. */
	states(): ReplicaState[];
}

export interface DatabaseOptions extends Partial<PoolOptions> {
	/** See `parseDatabaseUrl`. */
	url: string;
	/** Where copies of the server are, for reads: `postgresql://…`. Default none. */
	replicaUrls?: readonly string[];
	/** Milliseconds that a copy may lag behind and still be asked. Default as in config.ts. */
	replicaMaxLagMs?: number;
	/** Is told when a copy goes or comes back. */
	onReplicaChange?: ReplicasOptions["onChange"];
	/** File from which a new embedded database starts (tests). */
	snapshot?: string;
}

/** Ten connections keep two cores busy; the limits are those of config.ts. */
const DEFAULTS: PoolOptions = { poolSize: 10, connectTimeoutMs: 10_000, statementTimeoutMs: 30_000 };

/** That of config.ts. */
const REPLICA_MAX_LAG_MS = 30_000;

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
		opened.applyLimits();
		return withPrisma(opened, migrations, settings);
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

function withPrisma(opened: OpenPool, migrations: MigrationReport, options: PoolOptions & DatabaseOptions): Database {
	const nameOf = createStatementNames();
	const prismaOver = (pool: pg.Pool) =>
		new PrismaClient({
			// The empty name is the protocol's word for a statement that is not kept.
			adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) ?? "" }),
			transactionOptions: { maxWait: options.connectTimeoutMs, timeout: TRANSACTION_MS },
		});
	const prisma = prismaOver(opened.pool);
	const replicas = openReplicas(opened, options);
	const readers = new Map<Replica, Reader>();
	for (const replica of replicas?.all ?? [])
		readers.set(replica, { prisma: prismaOver(replica.pool), pool: replica.pool });
	const { pool, listen, exclusively, kind, description, warnings } = opened;
	return {
		prisma,
		pool,
		writing: pool,
		listen,
		exclusively,
		kind,
		description: replicas ? `${description}, and ${replicas.all.length} for reads` : description,
		warnings,
		migrations,
		replicas: replicas && {
			readerFor: (client) => {
				const replica = replicas.choose(client);
				return replica ? (readers.get(replica) ?? null) : null;
			},
			noteWrite: (client, forMs) => replicas.noteWrite(client, forMs),
			states: () => replicas.states(),
		},
		close: async () => {
			for (const reader of readers.values()) await reader.prisma.$disconnect();
			await replicas?.close();
			await prisma.$disconnect();
			await closePool(opened);
		},
	};
}

function openReplicas(opened: OpenPool, options: DatabaseOptions): Replicas | null {
	const { replicaUrls: urls = [], replicaMaxLagMs: maxLagMs = REPLICA_MAX_LAG_MS, onReplicaChange } = options;
	if (urls.length === 0) return null;
	return opened.openReplicas?.({ urls, maxLagMs, onChange: onReplicaChange ?? (() => {}) }) ?? null;
}
