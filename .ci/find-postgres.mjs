// node .ci/find-postgres.mjs [URL]: prints the URL of a PostgreSQL server on which databases can be made, or nothing.
// With a URL only that one is tried, and it is an error if it cannot be used.

import { userInfo } from "node:os";
import pg from "pg";

/** The oldest server the service works with. */
const MIN_VERSION = 150_000;

const given = process.argv[2];
const candidates = given
	? [given]
	: [
			"postgresql://postgres@127.0.0.1:5432/postgres",
			`postgresql:///postgres?host=/var/run/postgresql&user=${encodeURIComponent(userInfo().username)}`,
		];

/** Why the server cannot be used; null if it can. */
async function problemWith(url) {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
	client.on("error", () => {});
	try {
		await client.connect();
		const { rows } = await client.query(
			`select current_setting('server_version_num')::int as version, rolcreatedb or rolsuper as creates
			from pg_roles where rolname = current_user`,
		);
		if (rows[0].version < MIN_VERSION) return `it is older than ${MIN_VERSION / 10_000}`;
		return rows[0].creates ? null : "its user may not create databases";
	} catch (error) {
		return error.message || error.code;
	} finally {
		await client.end().catch(() => {});
	}
}

for (const url of candidates) {
	const problem = await problemWith(url);
	if (problem === null) {
		console.log(url);
		break;
	}
	console.error(`No tests on ${new URL(url).host || "the local socket"}: ${problem}`);
	if (given) process.exitCode = 1;
}
