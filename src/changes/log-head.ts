import type pg from "pg";

/** Where the change log ends: equal heads mean that nothing which the log tells of has changed between. */
export interface LogHead {
	/** The position of the newest change that was committed before this was called. */
	read(): Promise<string>;
}

const HEAD = {
	name: "log-head",
	text: `select greatest((select max(position) from "Change"), (select "prunedTo" from "ChangeLog"))::text as head`,
};

/**
 * Reads the head of the log for many at once: who asks while a statement is under way shares the next one, which begins after he asked. So each gets
 * what is true now, at a fraction of a statement.
 */
export function createLogHead(pool: Pick<pg.Pool, "query">): LogHead {
	let underWay: Promise<unknown> | null = null;
	let next: Promise<string> | null = null;
	const ask = async (): Promise<string> => {
		const { rows } = await pool.query<{ head: string }>(HEAD);
		return rows[0]?.head ?? "0";
	};
	return {
		read: () => {
			next ??= (underWay ?? Promise.resolve()).then(() => {
				const asked = ask();
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
