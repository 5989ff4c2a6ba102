import { openDatabase } from "../../src/db.js";
import { serveLog } from "./subscribers.js";
import { articleChanges, writeLog } from "./write-log.js";

// A process that serves the log and writes to it, until it is killed. Its arguments: the number of its first change, and its writers.

const [first = 0, writers = 4] = process.argv.slice(2).map(Number);
const db = await openDatabase({ url: process.env.DATABASE_URL ?? "" });
const served = await serveLog(db);
process.stdout.write(`${served.url}\n`);
let n = first;
for (let writer = 0; writer < writers; writer++) {
	void (async () => {
		while (true) {
			const count = 1 + (n % 3);
			n += count;
			await writeLog(db, articleChanges(count, n - count));
			// Writers leave readers a chance: embedded, all share one connection.
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	})();
}
