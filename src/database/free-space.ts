import { statfsSync } from "node:fs";

/** Bytes that may still be written where a directory is. Infinity where nobody can tell. */
export function freeBytes(directory: string): number {
	try {
		const { bavail, bsize } = statfsSync(directory);
		return bavail * bsize;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}
