import type { ArchivePlan, Place } from "./archives.js";
import type { Figures } from "./figures.js";
import type { LoadPlan } from "./rounds.js";

/** What was measured of one archive. */
export interface Measured {
	place: Place["kind"];
	plan: ArchivePlan;
	/** What is in it. */
	holds: { articles: number; events: number; links: number; evidence: number; megabytes: number };
	madeInSeconds: number | null;
	figures: (Figures & { statements: number | null; residentMb: number | null })[];
	/** The service from its start until it was ready, and its memory then: medians of some starts. */
	start: { milliseconds: number; residentMb: number | null };
}

export interface ServiceResult {
	load: LoadPlan;
	questions: number;
	/** At least. */
	starts: number;
	node: string;
	postgres: string | null;
	measured: Measured[];
	/** What was left out, and why. */
	skipped: string[];
}
