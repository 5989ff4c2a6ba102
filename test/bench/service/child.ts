import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A server in a process of its own. */
export interface ChildServer {
	/** `http://127.0.0.1:<port>`. */
	url: string;
	pid: number;
	/** Milliseconds from its start until it answered. */
	startedInMs: number;
	stop(): Promise<void>;
}

export interface ChildServerOptions {
	/** The program and its arguments, of which each `:port` stands for the port to listen on. */
	command: readonly [string, ...string[]];
	env?: Readonly<Record<string, string>>;
	/** Answered as soon as the server is ready, and before with an error of the server or not at all. */
	readyPath: string;
	signal: AbortSignal;
}

const READY_WITHIN_MS = 120_000;
const LOOK_MS = 20;
const LOOK_WITHIN_MS = 2_000;
/** Then it is killed. */
const STOP_WITHIN_MS = 15_000;
/** Characters of what a server wrote that are shown where it fails. */
const LOG_SHOWN = 4_000;

/** Starts a server on a free port of this machine and waits until it is ready. Throws with what it wrote where it ends before. */
export async function startServer({ command, env, readyPath, signal }: ChildServerOptions): Promise<ChildServer> {
	const port = await freePort();
	const [program, ...args] = command.map((part) => part.replaceAll(":port", String(port)));
	// What it writes goes into a file, as in a service that is run: through a pipe this process would have to read it.
	const directory = mkdtempSync(join(tmpdir(), "antecedent-bench-log-"));
	const log = join(directory, "log");
	const written = () => readFileSync(log, "utf8").slice(-LOG_SHOWN);
	const output = openSync(log, "w");
	const startedAt = performance.now();
	const child = spawn(program as string, args, {
		env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1" },
		stdio: ["ignore", output, output, "ipc"],
	});
	closeSync(output);
	let failed: Error | null = null;
	child.on("error", (error) => {
		failed = error;
	});
	const ended = once(child, "exit").catch(() => {});
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
	const stop = async () => {
		if (!hasEnded()) {
			child.kill("SIGTERM");
			const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
			await ended;
			clearTimeout(timer);
		}
		rmSync(directory, { recursive: true, force: true });
	};
	const url = `http://127.0.0.1:${port}`;
	try {
		while (!(await isReady(url + readyPath))) {
			signal.throwIfAborted();
			if (failed) throw failed;
			if (hasEnded()) throw new Error(`${program} ended: ${written()}`);
			if (performance.now() - startedAt > READY_WITHIN_MS) throw new Error(`${program} is not ready: ${written()}`);
			await sleep(LOOK_MS);
		}
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, pid: child.pid as number, startedInMs: performance.now() - startedAt, stop };
}

async function isReady(url: string): Promise<boolean> {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) });
		await answer.arrayBuffer();
		return answer.status < 500;
	} catch {
		return false;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string") throw new Error("no port is free");
	return address.port;
}
