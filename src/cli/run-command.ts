import { ConfigError } from "../config.js";
import { DatabaseOpenError } from "../database/open-error.js";

/** The command was called wrongly; the message says how. */
export class UsageError extends Error {}

/** Exit statuses: 1 something was refused or failed, 2 wrong usage, 130 interrupted. */
const FAILED = 1;
const USAGE = 2;
const INTERRUPTED = 130;

/**
 * Runs a command to its end: prints expected failures as one line, sets the exit status, and on Ctrl-C asks the command to stop
 * after the piece of work in hand. A second Ctrl-C ends at once.
 */
export async function runCommand(name: string, main: (signal: AbortSignal) => Promise<number>): Promise<void> {
	const controller = new AbortController();
	const stop = () => {
		if (controller.signal.aborted) process.exit(INTERRUPTED);
		console.error(`${name}: stopping after the work in hand (Ctrl-C again to end at once)`);
		controller.abort();
	};
	process.on("SIGINT", stop);
	process.on("SIGTERM", stop);
	try {
		const status = await main(controller.signal);
		process.exitCode = controller.signal.aborted ? INTERRUPTED : status;
	} catch (error) {
		process.exitCode = report(name, error);
	} finally {
		process.off("SIGINT", stop);
		process.off("SIGTERM", stop);
	}
}

function report(name: string, error: unknown): number {
	if (error instanceof UsageError || isArgumentError(error)) {
		console.error(`${name}: ${error.message}\n--help explains.`);
		return USAGE;
	}
	if (error instanceof ConfigError || error instanceof DatabaseOpenError) console.error(`${name}: ${error.message}`);
	else console.error(`${name}:`, error);
	return FAILED;
}

/** What `node:util` parseArgs throws for an option that does not exist. */
function isArgumentError(error: unknown): error is TypeError {
	return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
