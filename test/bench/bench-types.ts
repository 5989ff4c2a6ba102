import type { ParseArgsConfig } from "node:util";

/** One subject of measurement; `npm run bench -- <name>` runs it. */
export interface Bench {
	/** What it measures, and its options. */
	help: string;
	/** Its options, beside those that every bench has. */
	options: NonNullable<ParseArgsConfig["options"]>;
	/** Options that may stand without their value, and what they mean then. */
	valueWhenBare: Readonly<Record<string, string>>;
	/** Measures. Throws a UsageError for an option that makes no sense. */
	run(values: Readonly<Record<string, unknown>>, context: BenchContext): Promise<BenchResult>;
}

export interface BenchContext {
	/** Milliseconds of processor time. */
	now(): number;
	/** Aborted by Ctrl-C: what was measured until then is returned. */
	signal: AbortSignal;
	/** Says what is going on, to somebody who waits. */
	progress(what: string): void;
}

export interface BenchResult {
	/** For people. */
	text: string;
	/** The same figures for programs, in units that their names tell. */
	json: unknown;
}
