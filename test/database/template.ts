import pg from "pg";
import { openDatabase } from "../../src/db.js";

/** The migrated database that the others are copies of. One for each run, so that two runs with other migrations do not meet. */
const TEMPLATE = `antecedent_template_${process.env.TEST_RUN_ID ?? process.pid}`;

/** Makes the template of this run on a server. Gives a function that drops it. */
export async function createTemplate(serverUrl: string): Promise<() => Promise<void>> {
	await onServer(serverUrl, `create database ${TEMPLATE} encoding 'UTF8' template template0`);
	const database = await openDatabase({ url: urlOf(serverUrl, TEMPLATE), poolSize: 1 });
	await database.close();
	return () => onServer(serverUrl, `drop database if exists ${TEMPLATE} with (force)`);
}

/** Makes a copy of the template. Gives its URL, and a function that drops it. */
export async function createFromTemplate(
	serverUrl: string,
	name: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
	await onServer(serverUrl, `create database ${name} template ${TEMPLATE}`);
	return {
		url: urlOf(serverUrl, name),
		drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
	};
}

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${database}`;
	return url.href;
}

/** Runs one statement on the server itself. */
export async function onServer(serverUrl: string, sql: string): Promise<void> {
	const client = new pg.Client(serverUrl);
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}
