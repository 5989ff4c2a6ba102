// node make-cluster.mjs <directory>: makes the files of a new embedded database there and ends. Plain JavaScript, so that it starts
// without a TypeScript loader.

import { PGlite } from "@electric-sql/pglite";

try {
	const database = await PGlite.create({ dataDir: process.argv[2] });
	await database.close();
} catch (error) {
	process.stderr.write(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
