import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** As in the script `start` of package.json. */
const NODE_FLAGS = [
	"--max-semi-space-size=16",
	"--max-old-space-size=1024",
	"--no-parallel-scavenge",
	"--heap-growing-percent=40",
];

/** The service as it is run, in a process of its own. */
export interface ServiceProcess {
	/** Where it answers GraphQL. */
	url: string;
	pid: number;
	/** Lines of its log, parsed. */
	logged: LoggedLine[];
	/** Settles with its exit code when it has ended; null where a signal ended it. */
	ended: Promise<number | null>;
	/** Sends a signal, and waits until it has ended. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface LoggedLine {
	level: string;
	msg: string;
	requestId?: string;
	err?: { message: string; code?: string; stack: string };
}

/** Starts it on a free port. Rejects, with what it said, where it ends before it is ready. */
export async function startService(env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
	// Without npm between: signals reach the service itself.
	const { npm_lifecycle_event: _, NODE_ENV: __, ...inherited } = process.env;
	const child = spawn(process.execPath, [...NODE_FLAGS, "src/launch.mjs", "src/main.ts"], {
		cwd: PROJECT,
		env: { ...inherited, LOG_LEVEL: "warn", PORT: "0", SEED_WORLD: "off", POLL_FEEDS: "off", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
	const logged: LoggedLine[] = [];
	let other = "";
	let rest = "";
	child.stderr.on("data", (data: Buffer) => {
		const lines = `${rest}${data}`.split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			if (line.startsWith("{")) logged.push(JSON.parse(line) as LoggedLine);
			else other += `${line}\n`;
		}
	});
	const url = await new Promise<string>((resolve, reject) => {
		let text = "";
		child.stdout.on("data", (data: Buffer) => {
			text = `${text}${data}`.slice(-10_000);
			const found = /^ +ask +(http:\S+)/m.exec(text)?.[1];
			if (found) resolve(found);
		});
		child.once("close", () => reject(new Error(`the service has ended before it was ready: ${text}${other}`)));
	});
	return {
		url,
		pid: child.pid ?? 0,
		logged,
		ended,
		stop: (signal = "SIGTERM") => {
			child.kill(signal);
			return ended;
		},
	};
}
