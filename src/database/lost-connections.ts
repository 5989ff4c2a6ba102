import type pg from "pg";

/** Without these listeners the loss of a connection would end the process. Its queries fail and say why; the pool makes another. */
export function surviveLostConnections(pool: pg.Pool): void {
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
}
