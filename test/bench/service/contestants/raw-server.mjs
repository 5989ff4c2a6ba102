// node raw-server.mjs DATABASE_URL: answers `POST /<Operation>` with the variables as JSON by one prepared statement, whose text goes out as it comes. The
// least that a server written by hand for these five questions has to do. Embedded the statements go the service's own way to the database.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The variables of each operation, in the order of its statement's parameters. */
const PARAMETERS = {
	WhatPreceded: ["id"],
	Event: ["id"],
	LatestEvents: ["type", "before"],
	Search: ["query"],
	Article: ["id"],
};
const STATEMENTS = new Map(
	Object.entries(PARAMETERS).map(([name, parameters]) => {
		const text = readFileSync(new URL(`../../operations/${name}.sql`, import.meta.url), "utf8");
		return [`/${name}`, { name, text, parameters }];
	}),
);
/** As many connections as the service takes. */
const CONNECTIONS = 10;

/** @param {string} url */
async function openPool(url) {
	if (url.startsWith("pglite:")) return (await import("../../../../src/db.js")).openDatabase({ url });
	const { Pool } = (await import("pg")).default;
	const pool = new Pool({ connectionString: url, max: CONNECTIONS });
	pool.on("error", () => {});
	return { pool, close: () => pool.end() };
}

/** @param {import("node:http").IncomingMessage} request */
function readBody(request) {
	return new Promise((resolve, reject) => {
		let body = "";
		request.setEncoding("utf8");
		request.on("data", (part) => {
			body += part;
		});
		request.on("end", () => resolve(body));
		request.on("error", reject);
	});
}

const { pool, close } = await openPool(process.argv[2] ?? "");

const server = createServer(async (request, response) => {
	try {
		const statement = STATEMENTS.get(request.url ?? "");
		if (!statement) return response.writeHead(request.url === "/ready" ? 200 : 404).end();
		const variables = JSON.parse(await readBody(request));
		const { name, text, parameters } = statement;
		const { rows } = await pool.query({ name, text, values: parameters.map((parameter) => variables[parameter]) });
		const body = rows[0]?.body ?? "null";
		response.writeHead(200, {
			"content-type": "application/json; charset=utf-8",
			"content-length": Buffer.byteLength(body),
		});
		return response.end(body);
	} catch (error) {
		return response.writeHead(500).end(String(error));
	}
});
server.listen(Number(process.env.PORT), "127.0.0.1");

async function stop() {
	server.close();
	server.closeAllConnections();
	await close();
	process.exit();
}
process.on("SIGTERM", stop);
process.on("disconnect", stop);
