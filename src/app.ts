import type { AddressInfo } from "node:net";
import type { SeedReport } from "../prisma/seed.js";
import type { AccessMode } from "./access/decide-access.js";
import type { RetentionKeeper } from "./changes/keep-retention.js";
import { type Config, ConfigError } from "./config.js";
import { type Database, openDatabase } from "./db.js";
import type { ContextKeeper } from "./ingest/contexts/keep-contexts.js";
import type { Worker } from "./ingest/polling/worker.js";
import type { Logger } from "./log.js";
import { logServed } from "./request-log.js";
import { readTrustedDocuments } from "./trusted-documents.js";

/** A running service. */
export interface App {
	/** Where it answers: `http://127.0.0.1:4000`. */
	url: string;
	db: Database;
	/** How changes are allowed. */
	accessMode: AccessMode;
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
 * The one place where everything is opened, in order, and closed in reverse order. `/healthz` answers as soon as the database
 * is open, `/readyz` when the start is complete. Throws what stopped the start (settings, database, port); nothing stays open.
 */
export async function startApp(
	config: Config,
	log: Logger,
	progress: StartProgress,
	signal: AbortSignal,
): Promise<App> {
	const trusted = trustedDocuments(config.serving.trustedDocuments);
	progress.step("opening the database");
	const opening = openDatabase({ url: config.databaseUrl, ...config.database });
	// The schema and the language take seconds to load on a first start, and a new database takes seconds in another process.
	const loading = Promise.all([
		import("./graphql/http.js"),
		import("./graphql/server.js"),
		import("./publish/publish-routes.js"),
		import("../prisma/seed.js"),
		import("./ingest/polling/open-feed-reader.js"),
		import("./ingest/contexts/keep-contexts.js"),
		import("./changes/keep-retention.js"),
		import("./changes/log-tail.js"),
		import("./access/access.js"),
		import("./web/page-routes.js"),
		import("./web/own-documents.js"),
		import("./graphql/traffic.js"),
		import("./graphql/operation-documents.js"),
		import("./metrics.js"),
		import("./graphql/answer-cache.js"),
		import("./changes/log-head.js"),
	]);
	const [
		db,
		[
			{ createHttpServer },
			{ createGraphQLServer },
			{ publishRoutes },
			{ seedWorld, worldIsPending },
			polling,
			{ keepContexts },
			{ keepRetention },
			{ LogTail },
			{ createAccess },
			{ pageRoutes },
			{ OWN_DOCUMENTS },
			{ Traffic },
			{ operationDocuments },
			{ createMetrics },
			{ AnswerCache },
			{ createLogHead },
		],
	] = await Promise.all([opening, loading]);
	const { unknown } = db.migrations;
	if (unknown.length > 0)
		log.warn(
			{ migrations: unknown },
			"a newer version of this service has changed the database: it may keep what this one does not know",
		);
	let started = false;
	let worker: Worker | null = null;
	let contexts: ContextKeeper | null = null;
	let retention: RetentionKeeper | null = null;
	const feeds = polling.openFeedReader(config.fetching);
	const { changeRetentionDays, maxSubscriptions, serving } = config;
	const { corsOrigins, maxBodyBytes, trustedOnly, persistedQueries: automatic } = serving;
	const tail = new LogTail({ db, log, maxSubscriptions });
	const { tokens, trustedProxies, maxConnectionsPerAddress: maxPerAddress } = config.access;
	const access = createAccess({ db, tokens, trustedProxies, host: config.host });
	const traffic = new Traffic(config.traffic);
	const metrics = createMetrics({ db, log, subscribers: () => tail.counts });
	const yoga = createGraphQLServer({
		db,
		log,
		access,
		feeds,
		tail,
		changeRetentionDays,
		corsOrigins,
		traffic,
		keepsContexts: true,
		answers: new AnswerCache({ maxBytes: config.answerCacheBytes, head: createLogHead(db.pool), now: Date.now }),
		documents: operationDocuments({ trusted: new Map([...OWN_DOCUMENTS, ...trusted]), trustedOnly, automatic }),
	});
	const http = createHttpServer({
		yoga,
		db,
		log,
		access,
		tail,
		traffic,
		maxPerAddress,
		maxBodyBytes,
		routes: [...publishRoutes({ yoga, db, publicUrl: config.publicUrl }), ...pageRoutes(yoga)],
		webSocket: { allowedOrigins: corsOrigins },
		metrics: serving.metrics ? () => metrics.text() : null,
		onServed: (served) => {
			logServed(log, served);
			metrics.served(served);
		},
		isStarted: () => started,
	});
	const close = async () => {
		await Promise.all([http.close(), worker?.stop(), contexts?.stop(), retention?.stop()]);
		metrics.close();
		await feeds.close();
		await db.close();
	};
	try {
		const address = await http.listen(config.port, config.host);
		const seeded = config.seedWorld && (await worldIsPending(db)) ? await seed(seedWorld, db, progress, signal) : null;
		signal.throwIfAborted();
		retention = keepRetention(db, log, changeRetentionDays);
		if (config.pollFeeds) contexts = keepContexts(db, log);
		if (config.pollFeeds) worker = await polling.startPolling({ db, log, feeds, settings: config.fetching });
		const accessMode = await access.mode();
		if (accessMode === "READ_ONLY") log.warn({ host: config.host }, NO_TOKEN.READ_ONLY);
		if (accessMode === "OPEN") log.info({ host: config.host }, NO_TOKEN.OPEN);
		started = true;
		return { url: urlOf(address), db, accessMode, seeded, close };
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

async function seed(
	seedWorld: typeof import("../prisma/seed.js").seedWorld,
	db: Database,
	progress: StartProgress,
	signal: AbortSignal,
): Promise<SeedReport> {
	progress.step("loading the sample world (the archive holds no other news)");
	return seedWorld(db, new Date(), (done, of) => {
		signal.throwIfAborted();
		progress.seeding(done, of);
	});
}

function urlOf({ address, port, family }: AddressInfo): string {
	return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
