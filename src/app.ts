import type { AddressInfo } from "node:net";
import type { SeedReport } from "../prisma/seed.js";
import type { AccessMode } from "./access/decide-access.js";
import { type Config, ConfigError } from "./config.js";
import { decideBudget, readServerConnections } from "./database/connection-budget.js";
import { type Database, openDatabase } from "./db.js";
import type { Logger } from "./log.js";
import { answers, type ProcessRole, works } from "./process-role.js";
import type { Working } from "./start-working.js";
import { readTrustedDocuments } from "./trusted-documents.js";

/** A running service. */
export interface App {
	/** Where it answers: `http://127.0.0.1:4000`. */
	url: string;
	/** What this process does. */
	role: ProcessRole;
	db: Database;
	/** How changes are allowed; null where this process answers nobody. */
	accessMode: AccessMode | null;
	/** What the sample world added; null where the archive was not empty, or the setting says no. */
	seeded: SeedReport | null;
	/** Takes no more requests, lets those under way end, then closes the database. */
	close(): Promise<void>;
}

/** What a start tells while it goes on. */
export interface StartProgress {
	/** A step has begun. */
	step(message: string): void;
	/** So much of the sample world is loaded. */
	seeding(done: number, of: number): void;
}

/**
 * The one place where everything is opened, in order, and closed in reverse order: what answers, what works, or both, by the role of the process.
 * `/healthz` answers as soon as the database is open, `/readyz` when the start is complete. Throws what stopped the start (settings, database,
 * port); nothing stays open.
 */
export async function startApp(
	config: Config,
	log: Logger,
	progress: StartProgress,
	signal: AbortSignal,
): Promise<App> {
	const { role } = config;
	const trusted = trustedDocuments(config.serving.trustedDocuments);
	progress.step("opening the database");
	const opening = openDatabase({
		url: config.databaseUrl,
		...config.database,
		// Whoever works writes, and reads what was just written.
		replicaUrls: answers(role) ? config.database.replicaUrls : [],
		onReplicaChange: ({ replica, isUsable, reason }) => {
			if (isUsable) log.info({ replica }, "a replica answers: reads go there");
			else log.warn({ replica, reason }, "a replica is not asked: its reads go to the server itself");
		},
	});
	// The schema and the language take seconds to load on a first start, and a new database takes seconds in another process. Each role loads its own.
	const loading = Promise.all([
		import("./ingest/polling/open-feed-reader.js"),
		answers(role) ? import("./open-answering.js") : import("./open-probes.js"),
		works(role) ? import("./start-working.js") : null,
	]);
	const [db, [{ openFeedReader }, listening, working]] = await Promise.all([opening, loading]);
	for (const warning of db.warnings) log.warn(warning);
	const { unknown } = db.migrations;
	if (unknown.length > 0)
		log.warn(
			{ migrations: unknown },
			"a newer version of this service has changed the database: it may keep what this one does not know",
		);
	// What it tells is worth no start.
	await tellConnections(db, config, log).catch((error) => log.warn({ err: error }, "connections cannot be counted"));
	let started = false;
	let work: Working | null = null;
	const feeds = openFeedReader(config.fetching);
	const isStarted = () => started;
	const listener =
		"openAnswering" in listening
			? listening.openAnswering({ config, db, log, feeds, trusted, isStarted })
			: listening.openProbes({ config, db, log, isStarted });
	const close = async () => {
		await Promise.all([listener.close(), work?.stop()]);
		await feeds.close();
		await db.close();
	};
	try {
		const address = await listener.listen(config.port, config.host);
		const seeded = config.seedWorld && works(role) ? await seed(db, progress, signal) : null;
		signal.throwIfAborted();
		work = (await working?.startWorking({ config, db, log, feeds })) ?? null;
		const accessMode = await listener.accessMode();
		if (accessMode === "READ_ONLY") log.warn({ host: config.host }, NO_TOKEN.READ_ONLY);
		if (accessMode === "OPEN") log.info({ host: config.host }, NO_TOKEN.OPEN);
		started = true;
		return { url: urlOf(address), role, db, accessMode, seeded, close };
	} catch (error) {
		await close();
		throw error;
	}
}

const NO_TOKEN = {
	OPEN: "no token is configured: whoever uses this machine may change the archive. Set API_TOKENS before a proxy passes anything on to it",
	READ_ONLY:
		"no token is configured, and others reach this service: nothing can be changed. Set API_TOKENS, or make one with npm run -s token",
} as const;

/** What cannot be read is a setting that cannot be used. */
function trustedDocuments(path: string | null): ReadonlyMap<string, string> {
	if (path === null) return new Map();
	try {
		return readTrustedDocuments(path);
	} catch (error) {
		throw new ConfigError([`TRUSTED_DOCUMENTS names ${path}, which cannot be used: ${(error as Error).message}`]);
	}
}

/** Key of the lock that one process at a time loads the sample world under; any constant nobody else uses. */
const SEED_LOCK = 7_231_005;

/** Loads the sample world where the archive is empty: one process does it, and others that start meanwhile wait. */
async function seed(db: Database, progress: StartProgress, signal: AbortSignal): Promise<SeedReport | null> {
	const { seedWorld, worldIsPending } = await import("../prisma/seed.js");
	if (!(await worldIsPending(db))) return null;
	progress.step("loading the sample world (the archive holds no other news)");
	return db.exclusively(SEED_LOCK, signal, async () => {
		if (!(await worldIsPending(db))) return null;
		return seedWorld(db, new Date(), (done, of) => {
			signal.throwIfAborted();
			progress.seeding(done, of);
		});
	});
}

/** Says how many connections this process may take, and warns where the server has not as many. */
async function tellConnections(db: Database, { role, database }: Config, log: Logger): Promise<void> {
	// Behind a pooler it is the pooler that has the connections, and bounds them.
	if (db.kind !== "postgresql" || database.directUrl) return;
	// Where anybody is answered one more listens for changes, and another looks how far replicas have to come.
	const most = database.poolSize + (answers(role) ? 1 : 0) + (db.replicas ? 1 : 0);
	const server = await readServerConnections(db.pool);
	const { kind, left, moreLikeIt } = decideBudget(most, server);
	const found = { role, pool: database.poolSize, most, allowed: server.allowed, taken: server.taken - server.own };
	if (kind === "fits") log.info({ ...found, left, moreLikeIt }, "connections to the database");
	else log.warn(found, TOO_FEW_CONNECTIONS[kind]);
}

const TOO_FEW_CONNECTIONS = {
	tight:
		"the database has fewer connections left than this process may take: requests may fail when all are busy. Lower DB_POOL_SIZE, raise max_connections, or put a pooler between",
	never:
		"DB_POOL_SIZE is more than the database allows at all: requests will fail when all are busy. Lower it, or raise max_connections",
} as const;

function urlOf({ address, port, family }: AddressInfo): string {
	return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
