// The thread in which the embedded Postgres (PGlite) lives, so that a slow statement never stops HTTP. It knows the
// Postgres wire protocol as bytes only: what arrives is executed in order, what Postgres answers is sent back.
// Plain JavaScript, because a worker has to load whether or not its parent runs under a TypeScript loader.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/**
 * @typedef {object} WorkerInput
 * @property {string | null} dataDir the directory of the database; null for one in memory
 * @property {string | null} snapshot a file written by `dump`, from which a new database starts
 *
 * @typedef {{ kind: "execute", id: number, bytes: Uint8Array } | { kind: "dump", id: number } | { kind: "close" }} WorkerRequest
 *
 * @typedef {{ kind: "ready" } | { kind: "failed", message: string } | { kind: "data", id: number, bytes: Uint8Array }
 *   | { kind: "done", id: number } | { kind: "error", id: number, message: string }
 *   | { kind: "dumped", id: number, bytes: Uint8Array }} WorkerReport
 */

/** Postgres flushes 8 kB at a time; answers are gathered to this many bytes, so that a large one is few messages. */
const REPORT_BYTES = 256 * 1024;

/**
 * What a server would have in postgresql.conf. Data in memory has no seek to pay for (random_page_cost), and compiling
 * costs more than these queries take (jit).
 */
const SETTINGS = ["random_page_cost=1.1", "jit=off", "TimeZone=UTC"];

/** @param {WorkerReport} message @param {ArrayBuffer[]} [transfer] */
const report = (message, transfer = []) => parentPort?.postMessage(message, transfer);

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** A copy starts sooner with less to set up, and a database in memory need not keep 16 MB of log in one piece. */
const COPY_SETTINGS = ["shared_buffers=16MB"];
const MEMORY_INITDB = ["--wal-segsize=1"];

/** @param {WorkerInput} input */
async function openDatabase({ dataDir, snapshot }) {
	const settings = snapshot === null ? SETTINGS : [...SETTINGS, ...COPY_SETTINGS];
	const isNew = dataDir === null || !existsSync(join(dataDir, "PG_VERSION"));
	return PGlite.create({
		...(dataDir === null ? { initDbStartParams: MEMORY_INITDB } : { dataDir }),
		...(snapshot !== null && isNew ? { loadDataDir: new Blob([await readFile(snapshot)]) } : {}),
		startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ["-c", setting])],
	});
}

/** @param {PGlite} database @param {number} id @param {Uint8Array} bytes */
async function execute(database, id, bytes) {
	/** @type {Uint8Array[]} */
	let parts = [];
	let size = 0;
	const send = () => {
		if (size === 0) return;
		const joined = new Uint8Array(size);
		let at = 0;
		for (const part of parts) {
			joined.set(part, at);
			at += part.length;
		}
		parts = [];
		size = 0;
		report({ kind: "data", id, bytes: joined }, [joined.buffer]);
	};
	await database.execProtocolRawStream(bytes, {
		onRawData: (part) => {
			// `part` is a view of the engine's memory, which the next flush overwrites.
			parts.push(part.slice());
			size += part.length;
			if (size >= REPORT_BYTES) send();
		},
	});
	send();
	report({ kind: "done", id });
}

/** @param {PGlite} database @param {number} id */
async function dump(database, id) {
	const file = await database.dumpDataDir("none");
	const bytes = new Uint8Array(await file.arrayBuffer());
	report({ kind: "dumped", id, bytes }, [bytes.buffer]);
}

/** @param {PGlite} database @param {WorkerRequest} request */
async function answer(database, request) {
	if (request.kind === "close") {
		await database.close();
		parentPort?.close();
		return;
	}
	try {
		if (request.kind === "dump") await dump(database, request.id);
		else await execute(database, request.id, request.bytes);
	} catch (error) {
		report({ kind: "error", id: request.id, message: messageOf(error) });
	}
}

try {
	const database = await openDatabase(workerData);
	let previous = Promise.resolve();
	parentPort?.on("message", (/** @type {WorkerRequest} */ request) => {
		previous = previous.then(() => answer(database, request));
	});
	report({ kind: "ready" });
} catch (error) {
	report({ kind: "failed", message: messageOf(error) });
	parentPort?.close();
}
