import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A Postgres server of its own, that may be restarted as one likes. */
export interface PrivateCluster {
	url: string;
	/** As a crash does: nobody is waited for, nothing is written, and the log is replayed at the start. */
	crash(): Promise<void>;
	/** As an administrator does: connections are ended, what is under way is rolled back, all is written. */
	restart(): Promise<void>;
	/** As an administrator does who keeps it down until `start`. */
	stop(): Promise<void>;
	start(): Promise<void>;
	/** Stops it and leaves nothing. */
	remove(): Promise<void>;
}

const ROOT = "/usr/lib/postgresql";

/** Where the newest server of the system is; null where there is none (Debian's place for it), or none that could be run here. */
export function serverBinaries(): string | null {
	if (!existsSync(ROOT)) return null;
	const versions = readdirSync(ROOT).sort((a, b) => Number(b) - Number(a));
	const directory = versions
		.map((version) => join(ROOT, version, "bin"))
		.find((bin) => existsSync(join(bin, "initdb")));
	if (!directory) return null;
	// Postgres does not run as root, and Debian makes a user for it.
	return process.getuid?.() !== 0 || existsSync("/usr/sbin/runuser") ? directory : null;
}

/**
 * @param place an empty directory in which the tables stand; by default one that is made for them. The write-ahead log always stands in one of its own.
 * @param settings as in `postgresql.conf`.
 */
export async function startPrivateCluster(
	binaries: string,
	{ place, settings = {} }: { place?: string; settings?: Readonly<Record<string, string | number>> } = {},
): Promise<PrivateCluster> {
	const asRoot = process.getuid?.() === 0;
	const sh = async (command: string, ...args: string[]): Promise<string> => {
		const [file, all]: [string, string[]] = asRoot
			? ["runuser", ["-u", "postgres", "--", command, ...args]]
			: [command, args];
		return (await run(file, all, { cwd: "/" })).stdout.trim();
	};
	const root = await sh("mktemp", "-d", "/tmp/antecedent-cluster-XXXXXX");
	if (place && asRoot) await run("chown", ["postgres", place]);
	const data = join(place ?? root, "data");
	const port = await freePort();
	const pgCtl = join(binaries, "pg_ctl");
	const log = join(root, "log");
	await sh(
		join(binaries, "initdb"),
		"-D",
		data,
		"-U",
		"postgres",
		"-A",
		"trust",
		"-E",
		"UTF8",
		"--locale",
		"C.UTF-8",
		"-N",
		"-X",
		join(root, "wal"),
	);
	const given = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
	const options = [`-p ${port} -k ${root} -c listen_addresses=127.0.0.1`, ...given].join(" ");
	const start = async () => void (await sh(pgCtl, "-D", data, "-l", log, "-w", "-o", options, "start"));
	await start();
	await sh(join(binaries, "createdb"), "-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "news");
	return {
		url: `postgresql://postgres@127.0.0.1:${port}/news`,
		crash: async () => void (await sh(pgCtl, "-D", data, "-l", log, "-w", "-m", "immediate", "restart")),
		restart: async () => void (await sh(pgCtl, "-D", data, "-l", log, "-w", "-m", "fast", "restart")),
		stop: async () => void (await sh(pgCtl, "-D", data, "-w", "-m", "fast", "stop")),
		start,
		remove: async () => {
			await sh(pgCtl, "-D", data, "-w", "-m", "immediate", "stop").catch(() => {});
			await sh("rm", "-rf", root);
		},
	};
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (typeof address !== "object" || !address) throw new Error("no port is free");
	return address.port;
}
