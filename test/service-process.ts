import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));

/** The service in a process of its own. */
export interface ServiceProcess {
	/** Where it listens. */
	url: string;
	child: ChildProcess;
	/** What it has written so far, to both. */
	output(): string;
	/** Settles when `/readyz` says yes; rejects where the process ends before. */
	ready(): Promise<void>;
	/** Ends it by a signal (SIGTERM by default), and waits until it has ended; answers its exit code. */
	end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the service with these settings and no others; `PORT` is a free one. */
export async function startService(
	env: Readonly<Record<string, string>>,
	args: readonly string[] = [],
): Promise<ServiceProcess> {
	const port = await freePort();
	const child = spawn(process.execPath, ["src/launch.mjs", "src/main.ts", ...args], {
		cwd: PROJECT,
		stdio: ["ignore", "pipe", "pipe"],
		env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), LOG_LEVEL: "info", ...env },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream?.on("data", (data: Buffer) => {
			output += data.toString();
		});
	const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
	const url = `http://127.0.0.1:${port}`;
	return {
		url,
		child,
		output: () => output,
		ready: async () => {
			while (child.exitCode === null && child.signalCode === null) {
				const status = await fetch(`${url}/readyz`).then(
					(response) => response.status,
					() => 0,
				);
				if (status === 200) return;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			throw new Error(`the service ended before it was ready:\n${output}`);
		},
		end: (signal = "SIGTERM") => {
			child.kill(signal);
			return ended;
		},
	};
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (typeof address !== "object" || !address) throw new Error("no port is free");
	return address.port;
}
