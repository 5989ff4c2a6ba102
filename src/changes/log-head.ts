import type pg from "pg";
import { readLogHead } from "../change-log.js";

/** Where the change log ends: equal heads mean that nothing which the log tells of has changed between. */
export interface LogHead {
	/** The position of the newest change that was committed before this was called. */
	read(): Promise<string>;
}

/**
 * Reads the head of the log for many at once: who asks while a statement is under way shares the next one, which begins after he asked. So each gets
 * what is true now, at a fraction of a statement.
 */
export function createLogHead(pool: Pick<pg.Pool, "query">): LogHead {
	let underWay: Promise<unknown> | null = null;
	let next: Promise<string> | null = null;
	return {
		read: () => {
			next ??= (underWay ?? Promise.resolve()).then(() => {
				const asked = readLogHead(pool);
				next = null;
				// The next one waits for this one to end, however it ends.
				const over = asked.then(
					() => {},
					() => {},
				);
				underWay = over;
				void over.then(() => {
					if (underWay === over) underWay = null;
				});
				return asked;
			});
			return next;
		},
	};
}
