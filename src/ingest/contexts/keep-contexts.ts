import type { Database } from "../../db.js";
import type { Logger } from "../../log.js";
import { endContextLeases, refreshContexts } from "./refresh-contexts.js";

/** Keeps the versions of contexts true while the service runs. */
export interface ContextKeeper {
	/** Ends after the context in hand. */
	stop(): Promise<void>;
}

/** Contexts computed in a row before others of this process get their turn. */
const BATCH = 20;
/** Between two looks when nothing was marked: a reader who waits for a change waits no longer than this and the computing. */
const LOOK_MS = 1_000;
/** After a fault of the database: it may be starting anew. */
const FAULT_MS = 5_000;

/** Starts to compute marked contexts. */
export function keepContexts(db: Database, log: Logger): ContextKeeper {
	let stopping = false;
	let wake: () => void = () => {};
	const pause = (milliseconds: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
			if (stopping) wake();
		});
	let isFirst = true;
	const run = async () => {
		while (!stopping) {
			try {
				// An embedded database has one process: whoever holds a lease there has died.
				if (isFirst && db.kind === "pglite") await endContextLeases(db);
				isFirst = false;
				const { computed, changed } = await refreshContexts(db, BATCH, new Date());
				if (changed > 0) log.debug({ computed, changed }, "contexts have changed");
				await pause(computed === BATCH ? 0 : LOOK_MS);
			} catch (error) {
				log.error({ err: error }, "contexts could not be computed");
				await pause(FAULT_MS);
			}
		}
	};
	const ended = run();
	return {
		stop: async () => {
			stopping = true;
			wake();
			await ended;
		},
	};
}
