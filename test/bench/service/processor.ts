import { readFileSync } from "node:fs";
import type pg from "pg";

/** Clock ticks of a second, in which Linux counts what a process takes: 100 on every platform that Node runs on. */
const TICKS = 100;
const KIB_PER_MB = 1_000_000 / 1_024;

/** Milliseconds of processor that a process has taken so far, all its threads together; null where the system does not say (Linux does). */
export function processorMs(pid: number): number | null {
	const stat = readOrNull(`/proc/${pid}/stat`);
	return stat === null ? null : ticksOf(stat) * (1_000 / TICKS);
}

/** utime and stime: fields 14 and 15, counted behind the name in brackets, which may hold anything. */
export function ticksOf(stat: string): number {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return Number(fields[11]) + Number(fields[12]);
}

/** Megabytes of memory in which a process is resident; null where the system does not say. */
export function residentMb(pid: number): number | null {
	const kib = /^VmRSS:\s+(\d+) kB/m.exec(readOrNull(`/proc/${pid}/status`) ?? "")?.[1];
	return kib === undefined ? null : Number(kib) / KIB_PER_MB;
}

/** Milliseconds of processor by process, of the sessions of a database but for the one that asks. */
export type Sessions = ReadonlyMap<number, number>;

/** @returns null where the server is on another machine, or the system does not say. */
export async function sessionsOf(client: pg.Client): Promise<Sessions | null> {
	const { rows } = await client.query<{ pid: number }>(
		"select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
	);
	const sessions = new Map<number, number>();
	for (const { pid } of rows) {
		if (!readOrNull(`/proc/${pid}/comm`)?.startsWith("postgres")) return null;
		sessions.set(pid, processorMs(pid) ?? 0);
	}
	return sessions;
}

/** What sessions took between two looks; those that began meanwhile took all that they have. */
export function sessionsTook(before: Sessions | null, after: Sessions | null): number | null {
	if (!before || !after) return null;
	let ms = 0;
	for (const [pid, taken] of after) ms += taken - (before.get(pid) ?? 0);
	return ms;
}

function readOrNull(path: string): string | null {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return null;
	}
}
