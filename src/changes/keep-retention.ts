import { forgetOld } from "../causality/forget-contexts.js";
import { MAX_AGE_MS } from "../causality/kept-rows.js";
import type { Database } from "../db.js";
import type { Logger } from "../log.js";
import { pruneChanges } from "./prune-changes.js";

/** Keeps the log as short as its retention says, and no answers that have grown too old to be given, while the service runs. */
export interface RetentionKeeper {
	/** Ends after the pruning in hand. */
	stop(): Promise<void>;
}

/** Between two prunings: a quarter of an hour more is nothing to a log of days, nor to the space of the answers of an hour. */
const PRUNE_EVERY_MS = 900_000;
const DAY_MS = 86_400_000;

/** Prunes at once and then now and again. Whoever runs does it; several at once do not hinder each other. */
export function keepRetention(db: Database, log: Logger, retentionDays: number): RetentionKeeper {
	const prune = async () => {
		try {
			const rows = await pruneChanges(db.pool, new Date(Date.now() - retentionDays * DAY_MS));
			if (rows > 0) log.info({ rows, retentionDays }, "the change log was pruned");
			await forgetOld(db.pool, new Date(Date.now() - MAX_AGE_MS));
		} catch (error) {
			log.error({ err: error }, "the change log could not be pruned");
		}
	};
	let pruning = prune();
	const timer = setInterval(() => {
		pruning = pruning.then(prune);
	}, PRUNE_EVERY_MS);
	timer.unref();
	return {
		stop: async () => {
			clearInterval(timer);
			await pruning;
		},
	};
}
