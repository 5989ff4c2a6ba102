// node src/launch.mjs <file.ts> [arguments]: runs a TypeScript file of this project, in one process. Every npm script
// that runs the service or a command goes through here. Plain JavaScript: it runs before TypeScript can be read.
// The service and its commands run as src/compile.mjs made them; tools of development are translated while they load.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureGenerated } from "../prisma/generate.mjs";
import { compiledFile, ensureCompiled } from "./compile.mjs";

/** How often to look whether npm is still there, in milliseconds: soon enough for whoever waits for the port. */
const LOOK_MS = 500;

/**
 * Whoever stops `npm start` by a signal stops npm and the shell that npm starts, and that shell passes nothing on. So when
 * the shell goes, this process goes too, as if the signal had reached it.
 */
function endWithNpm() {
	if (process.env.npm_lifecycle_event === undefined) return;
	const shell = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(timer);
		process.kill(process.pid, "SIGTERM");
	}, LOOK_MS);
	timer.unref();
}

const file = process.argv[2] ?? "";
if (ensureGenerated()) {
	endWithNpm();
	// To the program it looks as if it had been started itself.
	process.argv.splice(1, 2, resolve(file));
	await ensureCompiled();
	const compiled = compiledFile(resolve(file));
	// Errors name lines of the source.
	if (compiled) process.setSourceMapsEnabled(true);
	else await import("tsx");
	await import(pathToFileURL(compiled ?? resolve(file)).href);
} else {
	process.exitCode = 1;
}
