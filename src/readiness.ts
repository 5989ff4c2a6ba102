import type { Database } from "./db.js";

/** Milliseconds in which the database must answer for the service to count as ready. */
const READY_TIMEOUT_MS = 2_000;

/** Why the database cannot answer; null where it does. */
export async function unreadiness(db: Pick<Database, "pool">): Promise<string | null> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<string>((resolve) => {
		timer = setTimeout(() => resolve("the database does not answer in time"), READY_TIMEOUT_MS);
	});
	const asked = db.pool.query("select 1").then(
		() => null,
		() => "the database does not answer",
	);
	const reason = await Promise.race([asked, late]);
	clearTimeout(timer);
	return reason;
}
