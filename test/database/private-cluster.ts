import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../service-process.js";

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
	/** A physical replica that follows it. Remove it before its primary. */
	replica(): Promise<PrivateReplica>;
	/** Stops it and leaves nothing. */
	remove(): Promise<void>;
}

export type PrivateReplica = Pick<PrivateCluster, "url" | "stop" | "start" | "remove">;

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
	{ place: tables, settings = {} }: { place?: string; settings?: Readonly<Record<string, string | number>> } = {},
): Promise<PrivateCluster> {
	const place = await makePlace(binaries, tables, settings);
	const { sh, data } = place;
	const how = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "-N", "-X", place.log];
	await sh("initdb", "-D", data, ...how);
	await place.start();
	await sh("createdb", "-h", "127.0.0.1", "-p", String(place.port), "-U", "postgres", "news");
	const replica = async () => {
		const copy = await makePlace(binaries);
		const from = ["-h", "127.0.0.1", "-p", String(place.port), "-U", "postgres"];
		// -R writes what makes it follow.
		await sh("pg_basebackup", ...from, "-D", copy.data, "-R", "-c", "fast", "-X", "stream");
		await copy.start();
		return copy;
	};
	return {
		...place,
		crash: async () => void (await place.control("-m", "immediate", "restart")),
		restart: async () => void (await place.control("-m", "fast", "restart")),
		replica,
	};
}

/** A directory, a port, and what starts and stops a server there. */
async function makePlace(
	binaries: string,
	tables: string | null = null,
	settings: Readonly<Record<string, string | number>> = {},
) {
	const asRoot = process.getuid?.() === 0;
	const sh = async (command: string, ...args: string[]): Promise<string> => {
		const program = command.includes("/") ? command : join(binaries, command);
		const [file, all]: [string, string[]] = asRoot
			? ["runuser", ["-u", "postgres", "--", program, ...args]]
			: [program, args];
		return (await run(file, all, { cwd: "/" })).stdout.trim();
	};
	const root = await sh("/usr/bin/mktemp", "-d", "/tmp/antecedent-cluster-XXXXXX");
	if (tables && asRoot) await run("chown", ["postgres", tables]);
	const data = join(tables ?? root, "data");
	const port = await freePort();
	const given = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
	const own = `-p ${port} -k ${root} -c listen_addresses=127.0.0.1 -c wal_retrieve_retry_interval=200ms`;
	const options = [own, ...given].join(" ");
	const control = (...args: string[]) =>
		sh("pg_ctl", "-D", data, "-l", join(root, "log"), "-w", "-o", options, ...args);
	return {
		url: `postgresql://postgres@127.0.0.1:${port}/news`,
		sh,
		data,
		/** Of the write-ahead log. */
		log: join(root, "wal"),
		port,
		control,
		start: async () => void (await control("start")),
		stop: async () => void (await control("-m", "fast", "stop")),
		remove: async () => {
			await control("-m", "immediate", "stop").catch(() => {});
			await sh("/usr/bin/rm", "-rf", root);
		},
	};
}
