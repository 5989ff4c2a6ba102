// node postgraphile-server.mjs DIRECTORY DATABASE_URL: PostGraphile 5 as its documentation sets it up, out of the directory where it is installed.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , directory = "", connectionString = ""] = process.argv;
const require = createRequire(join(directory, "package.json"));
const { postgraphile } = require("postgraphile");
const { PostGraphileAmberPreset } = require("postgraphile/presets/amber");
const { makePgService } = require("postgraphile/adaptors/pg");
const { grafserv } = require("postgraphile/grafserv/node");
const { Pool } = require("pg");

/** As many connections as the service takes. */
const pool = new Pool({ connectionString, max: 10 });
pool.on("error", () => {});

const instance = postgraphile({
	extends: [PostGraphileAmberPreset],
	pgServices: [makePgService({ pool, schemas: ["public", "bench"] })],
	grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
	grafast: { explain: false },
});
const served = instance.createServ(grafserv);
const server = createServer();
await served.addTo(server);
await served.ready?.();
if (process.argv[4] === "--print") {
	const { printSchema } = require("graphql");
	console.error(printSchema(await instance.getSchema()));
	process.exit();
}
server.listen(Number(process.env.PORT), "127.0.0.1");

process.on("SIGTERM", () => process.exit());
process.on("disconnect", () => process.exit());
