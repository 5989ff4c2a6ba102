import { median } from "../bench/measure.js";

/** What was seen of the service in one interval. */
export interface SoakSample {
	/** Minutes since the load began, at the end of the interval. */
	minute: number;
	rssMb: number;
	heapMb: number;
	/** The least that were open at any look: subscribers come and go. */
	openFiles: number;
	requests: number;
	/** Milliseconds. */
	p50: number;
	p95: number;
	/** Answers that should not have been. */
	errors: number;
}

export interface SoakVerdict {
	/** Of resident memory after warm-up, in MB (10⁶ bytes) a minute; null where the run was too short to tell. */
	slopeMbPerMinute: number | null;
	/** Open files in the first and the last third after warm-up. */
	openFilesFirst: number;
	openFilesLast: number;
	errors: number;
	/** What is wrong, for people; empty where nothing is. */
	problems: string[];
}

/** A leak of this size takes a process with a gigabyte down in a day. */
const MAX_SLOPE_MB = 1;
/** Garbage is collected in waves of minutes, and subscribers come one by one: what grows over less says where in the wave it began. */
const LEAST_MINUTES = 5;
/** Connections of the pool, which are opened when they are first needed. */
const OPEN_FILES_SLACK = 10;

/**
 * Judges a run. The slope is the median of the slopes between all pairs of samples (Theil 1950, Sen 1968): a single high or low one, as garbage makes
 * them, does not move it.
 */
export function judgeSoak(samples: readonly SoakSample[], warmUpMinutes: number): SoakVerdict {
	const warm = samples.filter(({ minute }) => minute > warmUpMinutes);
	const span = (warm.at(-1)?.minute ?? 0) - (warm[0]?.minute ?? 0);
	const isLong = span >= LEAST_MINUTES;
	const slopeMbPerMinute = isLong ? slopeOf(warm) : null;
	const third = Math.max(1, Math.floor(warm.length / 3));
	const leastOpen = (some: readonly SoakSample[]) => Math.min(...some.map(({ openFiles }) => openFiles));
	const openFilesFirst = leastOpen(warm.slice(0, third));
	const openFilesLast = leastOpen(warm.slice(-third));
	const errors = samples.reduce((sum, sample) => sum + sample.errors, 0);
	const problems: string[] = [];
	if (slopeMbPerMinute !== null && slopeMbPerMinute > MAX_SLOPE_MB)
		problems.push(
			`resident memory grows by ${slopeMbPerMinute.toFixed(2)} MB a minute; at most ${MAX_SLOPE_MB} is allowed`,
		);
	if (isLong && openFilesLast > openFilesFirst + OPEN_FILES_SLACK)
		problems.push(`open files grow from ${openFilesFirst} to ${openFilesLast}`);
	if (errors > 0) problems.push(`${errors} answers that should not have been`);
	return { slopeMbPerMinute, openFilesFirst, openFilesLast, errors, problems };
}

function slopeOf(samples: readonly SoakSample[]): number {
	const slopes: number[] = [];
	for (const [index, from] of samples.entries())
		for (const to of samples.slice(index + 1)) slopes.push((to.rssMb - from.rssMb) / (to.minute - from.minute));
	return median(slopes);
}
