import { randomUUID } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readlinkSync, statSync, unlinkSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseOpenError } from "./open-error.js";

/** Who wants a directory for itself. Written to the lock file as one line of JSON. */
interface Claim {
	/** Tells the claims of one process apart. */
	id: string;
	pid: number;
	/** When the process started, in clock ticks since the machine did: tells a reused pid apart. Null where there is no /proc. */
	processStart: string | null;
	/** The machine's current boot, and the space in which pids count. Null where there is no /proc. */
	boot: string | null;
	pidSpace: string | null;
	host: string;
	/** For people: when it was taken (RFC 3339), and by which command. */
	since: string;
	command: string;
}

/** A claim that was given up without ever having been granted. */
interface Withdrawal {
	withdrawn: string;
}

export interface DirectoryLock {
	release(): void;
}

/**
 * Takes `lockFile` for this process, or throws `DatabaseOpenError` naming the process that has it.
 *
 * Every starter appends its claim; whoever stands first among the claims of living processes has the lock. Nothing is
 * ever replaced, so two starters at once see the same order, and neither has to judge and then take. The file is
 * removed by its holder alone; a claim of a dead process is simply passed over.
 * Needs appends that do not interleave: true of local file systems, not of NFS.
 */
export function takeDirectoryLock(lockFile: string, directory: string): DirectoryLock {
	for (;;) {
		const claim = ownClaim();
		const inode = append(lockFile, claim);
		const holder = firstLiving(lockFile, claim);
		if (holder !== null && holder.id !== claim.id) {
			append(lockFile, { withdrawn: claim.id });
			throw new DatabaseOpenError(refusal(holder, lockFile, directory));
		}
		// The previous holder may have removed the file between our opening it and writing to it: begin again.
		if (holder !== null && inodeOf(lockFile) === inode) return { release: () => release(lockFile, claim) };
	}
}

function release(lockFile: string, claim: Claim): void {
	if (readClaims(lockFile).some(({ id }) => id === claim.id)) unlinkSync(lockFile);
}

function append(lockFile: string, line: Claim | Withdrawal): number {
	const file = openSync(lockFile, "a", 0o600);
	try {
		writeSync(file, `${JSON.stringify(line)}\n`);
		return fstatSync(file).ino;
	} finally {
		closeSync(file);
	}
}

function inodeOf(path: string): number | null {
	return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

/** The claims in the order they were made, without those withdrawn. A torn or foreign line is no claim. */
function readClaims(lockFile: string): Claim[] {
	const claims = new Map<string, Claim>();
	for (const line of (readText(lockFile) ?? "").split("\n")) {
		const value = parseLine(line);
		if (value === null) continue;
		if ("withdrawn" in value) claims.delete(value.withdrawn);
		else claims.set(value.id, value);
	}
	return [...claims.values()];
}

function parseLine(line: string): Claim | Withdrawal | null {
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== "object" || value === null) return null;
		if ("withdrawn" in value && typeof value.withdrawn === "string") return { withdrawn: value.withdrawn };
		return "id" in value && "pid" in value && typeof value.pid === "number" ? (value as Claim) : null;
	} catch {
		return null;
	}
}

function firstLiving(lockFile: string, own: Claim): Claim | null {
	return readClaims(lockFile).find((claim) => !isDead(claim, own)) ?? null;
}

/** Whether the process of a claim has surely ended. In doubt (another machine or container) it counts as living. */
function isDead(claim: Claim, own: Claim): boolean {
	if (claim.host !== own.host) return false;
	if (claim.boot !== null && own.boot !== null && claim.boot !== own.boot) return true;
	if (claim.pidSpace !== own.pidSpace) return false;
	if (!processExists(claim.pid)) return true;
	return claim.processStart !== null && claim.processStart !== processStart(claim.pid);
}

function processExists(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

function ownClaim(): Claim {
	return {
		id: randomUUID(),
		pid: process.pid,
		processStart: processStart(process.pid),
		boot: readText("/proc/sys/kernel/random/boot_id")?.trim() ?? null,
		pidSpace: readLink("/proc/self/ns/pid"),
		host: hostname(),
		since: `${new Date().toISOString().slice(0, 19)}Z`,
		command: ownCommand(process.env.npm_lifecycle_event),
	};
}

/** How people started this process, as far as npm tells. */
function ownCommand(script: string | undefined): string {
	if (script === undefined) return "node";
	return script === "start" || script === "test" ? `npm ${script}` : `npm run ${script}`;
}

/** Field 22 of /proc/<pid>/stat. The second field, a name in brackets, may itself hold spaces and brackets. */
function processStart(pid: number): string | null {
	const stat = readText(`/proc/${pid}/stat`);
	return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function readText(path: string): string | null {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return null;
	}
}

function readLink(path: string): string | null {
	try {
		return readlinkSync(path);
	} catch {
		return null;
	}
}

function refusal(holder: Claim, lockFile: string, directory: string): string {
	const who = `${directory} is in use by process ${holder.pid} (${holder.command}, since ${holder.since}`;
	if (holder.host === hostname() && holder.pidSpace === readLink("/proc/self/ns/pid")) {
		return `${who}). Stop it, or set DATABASE_URL to another directory.`;
	}
	return `${who}, on ${holder.host}). Stop it, or set DATABASE_URL to another directory; if it no longer runs, remove ${lockFile}.`;
}
