import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** Where and when something was measured. */
export interface Machine {
	cores: number;
	processor: string;
	memoryGb: number;
	platform: string;
	/** Programs that wanted a processor in the minute before, others among them: more than there are cores make all figures worse. */
	loadBefore: number;
	/** Node of the measured servers. */
	node: string;
	/** Postgres of the server, if one was measured. */
	postgres: string | null;
	/** `2026-03-02`. */
	date: string;
	/** What was typed, without secrets. */
	command: string;
}

/** Of now, before anything is measured. */
export function describeMachine(node: string, command: string): Omit<Machine, "postgres"> {
	return {
		cores: availableParallelism(),
		processor: cpus()[0]?.model.trim() ?? "unknown",
		memoryGb: totalmem() / 1e9,
		platform: `${process.platform} ${process.arch}`,
		loadBefore: loadavg()[0] ?? 0,
		node: nodeVersion(node),
		date: new Date().toISOString().slice(0, 10),
		command,
	};
}

/** `v24.1.0`. Throws where the program is none of Node. */
export const nodeVersion = (node: string): string => execFileSync(node, ["--version"], { encoding: "utf8" }).trim();

/** The command as others would type it: where this machine has its database and its programs says nothing, and may be secret. */
export function commandOf(args: readonly string[]): string {
	const shown = args.map((arg, index) => {
		const [option, value] = arg.startsWith("--") ? arg.split(/=(.*)/s) : [args[index - 1], arg];
		const place = value === undefined ? undefined : PLACES[option ?? ""];
		if (place === undefined) return arg;
		return arg.startsWith("--") ? `${option}=${place}` : place;
	});
	return ["npm run bench --", ...shown].join(" ");
}

const PLACES: Readonly<Record<string, string>> = { "--database": "postgresql://…", "--node": "…", "--into": "…" };
