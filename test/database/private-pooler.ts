import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../service-process.js";

const run = promisify(execFile);

const BINARY = "/usr/sbin/pgbouncer";

/** The version of the system's PgBouncer, [major, minor]; null where there is none (Debian's place for it). */
export function poolerVersion(): [major: number, minor: number] | null {
	if (!existsSync(BINARY)) return null;
	const [, major, minor] = /PgBouncer (\d+)\.(\d+)/.exec(execFileSync(BINARY, ["--version"]).toString()) ?? [];
	return major && minor ? [Number(major), Number(minor)] : null;
}

/** A PgBouncer of its own before a server, which hands out its few connections by transaction. */
export async function startPrivatePooler(
	serverUrl: string,
	settings: Readonly<Record<string, string | number>> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
	const server = new URL(serverUrl);
	const root = await mkdtemp(join(tmpdir(), "antecedent-pooler-"));
	const port = await freePort();
	const ini = join(root, "pgbouncer.ini");
	const pidFile = join(root, "pid");
	const password = server.password ? ` password=${decodeURIComponent(server.password)}` : "";
	const lines = {
		listen_addr: "127.0.0.1",
		listen_port: port,
		unix_socket_dir: "",
		auth_type: "any",
		pool_mode: "transaction",
		default_pool_size: 3,
		logfile: join(root, "log"),
		pidfile: pidFile,
		...settings,
	};
	await writeFile(
		ini,
		[
			"[databases]",
			`* = host=${server.hostname} port=${server.port || 5432} user=${decodeURIComponent(server.username)}${password}`,
			"[pgbouncer]",
			...Object.entries(lines).map(([name, value]) => `${name} = ${value}`),
			"",
		].join("\n"),
	);
	const asRoot = process.getuid?.() === 0;
	if (asRoot) {
		// It does not run as root, and Debian's user for it is that of Postgres.
		const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
		await chown(root, await id("-u"), await id("-g"));
		await chmod(root, 0o755);
	}
	await run(BINARY, ["-d", ...(asRoot ? ["-u", "postgres"] : []), ini]);
	await listens(port, join(root, "log"));
	const url = new URL(serverUrl);
	url.host = `127.0.0.1:${port}`;
	return {
		url: url.href,
		stop: async () => {
			process.kill(Number(await readFile(pidFile, "utf8")), "SIGINT");
			while (existsSync(pidFile)) await new Promise((resolve) => setTimeout(resolve, 20));
			await rm(root, { recursive: true });
		},
	};
}

/** It goes into the background before it listens. */
async function listens(port: number, log: string): Promise<void> {
	for (const until = Date.now() + 10_000; Date.now() < until; ) {
		const socket = connect(port, "127.0.0.1");
		const isUp = await new Promise<boolean>((resolve) => {
			socket.once("connect", () => resolve(true));
			socket.once("error", () => resolve(false));
		});
		socket.destroy();
		if (isUp) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`the pooler does not listen: ${await readFile(log, "utf8").catch(() => "it has written nothing")}`);
}
