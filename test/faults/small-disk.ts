import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MB = 2 ** 20;

/** A file system of its own, in memory, that is soon full. */
export interface SmallDisk {
	path: string;
	/** Fills it but for so many megabytes. */
	fill(leftMb: number): void;
	/** Takes away what filled it. */
	clear(): void;
	remove(): void;
}

/** A disk of so many megabytes; null where this user may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
	if (process.getuid?.() !== 0) return null;
	const path = mkdtempSync(join(tmpdir(), "antecedent-small-disk-"));
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", path], { stdio: "ignore" });
	} catch {
		rmdirSync(path);
		return null;
	}
	const ballast = join(path, "ballast");
	const free = () => {
		const { bavail, bsize } = statfsSync(path);
		return bavail * bsize;
	};
	return {
		path,
		fill: (leftMb) => {
			const file = openSync(ballast, "a");
			const piece = Buffer.alloc(MB / 4);
			while (free() > leftMb * MB) writeSync(file, piece);
			closeSync(file);
		},
		clear: () => rmSync(ballast, { force: true }),
		remove: () => {
			// What still has a file open there does not hold it up.
			execFileSync("umount", ["-l", path]);
			rmdirSync(path);
		},
	};
}
