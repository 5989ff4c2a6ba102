import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { claimDataDirectory, type DataDirectory } from "./data-directory.js";
import type { DatabaseLocation } from "./database-url.js";
import { EmbeddedServer } from "./embedded-server.js";
import { keepUpEmbedded } from "./embedded-upkeep.js";
import { exclusivelyAlone } from "./exclusively.js";
import { surviveLostConnections } from "./lost-connections.js";
import { listenOnOwnConnection } from "./notifications.js";
import { DatabaseOpenError } from "./open-error.js";
import type { OpenPool, PoolOptions } from "./pool.js";
import { VALUE_TYPES } from "./value-types.js";

/** How often to look how much room there is: a fast disk takes a second to fill what is kept free. */
const LOOK_MS = 500;

export interface EmbeddedPool extends OpenPool {
	/** The whole database as a tar archive, from which another one can start (`snapshot`). */
	dump(): Promise<Uint8Array>;
}

/** Starts the embedded Postgres, in its directory (taken for this process) or in memory. */
export async function openEmbedded(
	location: Exclude<DatabaseLocation, { kind: "server" }>,
	options: Pick<PoolOptions, "connectTimeoutMs" | "statementTimeoutMs"> & { snapshot?: string | undefined },
): Promise<EmbeddedPool> {
	const directory = location.kind === "directory" ? location.directory : null;
	const claim = directory === null ? null : claimDataDirectory(directory);
	const server = await startServer(directory, options.snapshot ?? null, claim);
	claim?.confirm();
	const notifications = listenOnOwnConnection();
	const pool = new pg.Pool({
		max: 1,
		types: VALUE_TYPES,
		onConnect: (client) => notifications.watch(client),
		stream: () => server.openStream(),
		connectionTimeoutMillis: options.connectTimeoutMs,
		// There is nobody to give the connection back to.
		idleTimeoutMillis: 0,
	});
	surviveLostConnections(pool);
	const watch = setInterval(() => {
		if (!server.checkSpace()) return;
		// Where this fails, the next connection begins with it.
		pool.query(`set default_transaction_read_only = ${server.isReadOnly ? "on" : "off"}`).catch(() => {});
	}, LOOK_MS);
	watch.unref();
	// One in memory ends with its process.
	const endUpkeep = directory === null ? () => {} : keepUpEmbedded(pool);
	return {
		pool,
		direct: pool,
		warnings: [],
		kind: "pglite",
		description: `embedded, in ${directory === null ? "memory" : nameOf(directory)}`,
		listen: notifications.listenOn(pool),
		exclusively: exclusivelyAlone,
		openReplicas: null,
		applyLimits: () => {
			server.statementTimeoutMs = options.statementTimeoutMs;
		},
		dump: () => server.dump(),
		close: async () => {
			clearInterval(watch);
			endUpkeep();
			await server.close();
			claim?.release();
		},
	};
}

async function startServer(
	dataDir: string | null,
	snapshot: string | null,
	claim: DataDirectory | null,
): Promise<EmbeddedServer> {
	try {
		if (dataDir !== null && snapshot === null && !existsSync(join(dataDir, "PG_VERSION"))) await makeCluster(dataDir);
		return await EmbeddedServer.start({ dataDir, snapshot });
	} catch (error) {
		claim?.release();
		throw new DatabaseOpenError(
			`The embedded database${dataDir === null ? "" : ` in ${dataDir}`} does not start: ${(error as Error).message}`,
			{ cause: error },
		);
	}
}

/**
 * Makes the files of a new database. That takes half a gigabyte which the engine never gives back, so it is done by a process of its
 * own, whose memory goes with it.
 */
async function makeCluster(dataDir: string): Promise<void> {
	const program = fileURLToPath(new URL("./make-cluster.mjs", import.meta.url));
	await promisify(execFile)(process.execPath, [program, dataDir]).catch((error: Error & { stderr?: string }) => {
		throw new Error(error.stderr || error.message, { cause: error });
	});
}

/** The path as one would type it here: relative if it is below the working directory. */
function nameOf(directory: string): string {
	const path = relative(process.cwd(), directory);
	return path === "" || path.startsWith("..") ? directory : path;
}
