import { openDatabase } from "../../src/db.js";
import { serveLog } from "../changes/subscribers.js";
import { articleChanges, writeLog } from "../changes/write-log.js";

// The process that the bench of subscribers measures: it serves the log, writes to it when it is told to, and tells its memory.

const db = await openDatabase({ url: process.argv[2] ?? "pglite:memory:" });
const served = await serveLog(db);
let written = 0;

process.on("message", async (message: { write?: number }) => {
	if (message.write) {
		await writeLog(db, articleChanges(message.write, written));
		written += message.write;
	}
	const { live, subscriptions } = served.tail.counts;
	process.send?.({ live, subscriptions, rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
});
process.on("disconnect", async () => {
	await served.close();
	await db.close();
	process.exit();
});
process.send?.({ url: served.url });
