import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../src/config.js";
import { DEFAULT_POOL_SIZE } from "../src/process-role.js";
import { serverBinaries, startPrivateCluster } from "./database/private-cluster.js";
import { freePort } from "./service-process.js";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");

interface Service {
	build?: string;
	command?: string[];
	entrypoint?: string[];
	depends_on?: Record<string, { condition: string }>;
	environment: Record<string, string>;
	ports?: string[];
	profiles?: string[];
	volumes?: string[];
}

const compose = parse(read("docker-compose.yml"), { merge: true }) as {
	services: Record<string, Service>;
	volumes: Record<string, null>;
};
const { services } = compose;
const own = Object.entries(services).filter(([, { build }]) => build !== undefined);

/** `${NAME:-default}` as compose writes it in, from these variables. */
const interpolated = (text: string, env: Record<string, string> = {}): string =>
	text.replace(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name: string, fallback = "") => env[name] || fallback);

const settingsOf = ({ environment }: Service, env: Record<string, string> = {}) =>
	Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolated(value, env)]));

describe("docker-compose.yml", () => {
	test("starts one process beside the database, and many under the profile `many`", () => {
		const started = (profiles: string[]) =>
			Object.entries(services)
				.filter(([, service]) => !service.profiles || service.profiles.some((profile) => profiles.includes(profile)))
				.map(([name]) => name);
		expect(started([])).toEqual(["database", "service"]);
		expect(started(["many"])).toEqual(["database", "service", "api", "worker", "replica"]);
		expect(own.map(([name, { environment }]) => [name, environment.ROLE])).toEqual([
			["service", "all"],
			["api", "api"],
			["worker", "worker"],
		]);
	});

	test.each(own)("gives %s only settings that there are, with values that can be used", (_name, service) => {
		const known = [...read("src/config.ts").matchAll(/read(?:<[^>]*>+)?\(\s*"(\w+)"/g)].map(([, name]) => name);
		expect(known.length).toBeGreaterThan(30);
		for (const name of Object.keys(service.environment)) expect(known).toContain(name);
		const config = parseConfig(settingsOf(service));
		expect(config.database.poolSize).toBe(DEFAULT_POOL_SIZE[config.role]);
		expect(config.databaseUrl).toBe("postgresql://antecedent:antecedent@database:5432/antecedent");
		const replicated = { DATABASE_REPLICA_URLS: "postgresql://antecedent:x@replica:5432/antecedent" };
		const { replicaUrls } = parseConfig(settingsOf(service, replicated)).database;
		expect(replicaUrls).toEqual(config.role === "worker" ? [] : [replicated.DATABASE_REPLICA_URLS]);
	});

	test("is reached from this machine only, and names volumes, files and services that there are", () => {
		for (const { ports = [], volumes = [], depends_on = {} } of Object.values(services)) {
			for (const port of ports) expect(interpolated(port)).toMatch(/^127\.0\.0\.1:[\d-]+:4000$/);
			for (const volume of volumes) {
				const [from = ""] = volume.split(":");
				if (from.startsWith("./")) expect(read(from)).not.toBe("");
				else expect(Object.keys(compose.volumes)).toContain(from);
			}
			for (const name of Object.keys(depends_on)) expect(services).toHaveProperty(name);
		}
	});

	test("has room in the server's connections for the processes of its example", () => {
		const command = read("docker-compose.yml");
		const [, api, worker] = /--scale api=(\d+) --scale worker=(\d+)/.exec(command) ?? [];
		const taken = Number(api) * (DEFAULT_POOL_SIZE.api + 2) + Number(worker) * (DEFAULT_POOL_SIZE.worker + 1);
		// The server as it comes, less three for its administrators and ten for people.
		expect(taken).toBeLessThanOrEqual(100 - 3 - 10);
	});
});

const binaries = serverBinaries();

test.skipIf(binaries === null)(
	"docker/replica.sh copies a server, follows it, and goes on after a restart (skipped where there is no Postgres to be run)",
	async () => {
		const primary = await startPrivateCluster(binaries ?? "");
		const runAs = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
		const run = promisify(execFile);
		const as = async (...command: string[]) => {
			const [file = "", ...args] = [...runAs, ...command];
			return (await run(file, args, { cwd: "/" })).stdout.trim();
		};
		const data = await as("mktemp", "-d", "/tmp/antecedent-copy-XXXXXX");
		const port = await freePort();
		const { hostname, port: primaryPort } = new URL(primary.url);
		const start = () => {
			const env = [`PGHOST=${hostname}`, `PGPORT=${primaryPort}`, "PGUSER=postgres", `PGDATA=${data}`];
			const program = ["env", `PATH=${binaries}:/usr/bin:/bin`, ...env, "sh", "-s", "--"];
			const [file = "", ...args] = [...runAs, ...program, "-p", String(port), "-k", "", "-h", "127.0.0.1"];
			const child = spawn(file, args, { cwd: "/", stdio: ["pipe", "ignore", "pipe"] });
			child.stdin.end(read("docker/replica.sh"));
			let said = "";
			child.stderr.on("data", (bytes: Buffer) => {
				said += bytes.toString();
			});
			return { ended: new Promise<number | null>((resolve) => child.once("close", resolve)), said: () => said };
		};
		const stop = () => as(join(binaries ?? "", "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop");
		const count = async (url: string) => {
			const client = new pg.Client(url);
			try {
				await client.connect();
				return Number((await client.query("select count(*) from followed")).rows[0].count);
			} catch {
				return null;
			} finally {
				await client.end().catch(() => {});
			}
		};
		const copyUrl = `postgresql://postgres@127.0.0.1:${port}/news`;
		const followsTo = async (rows: number) => {
			for (const until = Date.now() + 15_000; Date.now() < until; ) {
				if ((await count(copyUrl)) === rows) return;
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
			throw new Error(`the copy does not come to ${rows} rows`);
		};
		const client = new pg.Client(primary.url);
		await client.connect();
		try {
			await client.query("create table followed as select 1 as n");
			const first = start();
			await followsTo(1);
			await client.query("insert into followed values (2)");
			await followsTo(2);
			await stop();
			await first.ended;
			await client.query("insert into followed values (3)");
			const second = start();
			await followsTo(3);
			await stop();
			await second.ended;
			// As one that was promoted.
			await as("rm", `${data}/standby.signal`);
			const third = start();
			expect(await third.ended).toBe(1);
			expect(third.said()).toContain("holds something that is no replica");
			expect(await as("cat", `${data}/PG_VERSION`)).toMatch(/^\d+$/);
		} finally {
			await client.end();
			await as("rm", "-rf", data);
			await primary.remove();
		}
	},
);
