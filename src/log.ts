import { type DestinationStream, type Logger, levels, pino, stdTimeFunctions, symbols } from "pino";
import type { Config } from "./config.js";

export type { Logger } from "pino";

/**
 * The log of a process: one JSON object a line, on stderr (stdout belongs to what a command answers). Text from outside
 * cannot forge a line or move a terminal's cursor: JSON escapes the C0 controls, and the other invisible ones are escaped
 * here. At a terminal the lines are shortened for people.
 * @param gathers whether lines of one turn of the loop are written together; what is wrong is written at once in any case.
 */
export function createLog(
	config: Pick<Config, "logLevel">,
	output: NodeJS.WriteStream | DestinationStream = process.stderr,
	gathers = output === process.stderr,
): Logger {
	const forPeople = "isTTY" in output && output.isTTY;
	const writeLines = (lines: string) => void output.write(lines);
	const write = gathers ? gathering(writeLines) : writeLines;
	return pino(
		{
			level: config.logLevel,
			base: null,
			timestamp: stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
		},
		{
			[WITH_LEVEL]: true,
			write(this: { lastLevel?: number }, line) {
				write(forPeople ? forTerminal(line) : escapeInvisible(line), (this.lastLevel ?? 0) >= WARN);
			},
		},
	);
}

const WARN = levels.values.warn ?? 0;

/** Asks pino to tell the level of a line before it is written. */
const WITH_LEVEL = symbols.needsMetadataGsym;

/**
 * Lines of one turn of the loop are one write: a busy service has a line for each answer, and to write each by itself was a twentieth of what a small answer
 * takes. What is wrong is written at once, with all before it, and so is what is left when the process ends.
 */
function gathering(write: (lines: string) => void): (line: string, isUrgent: boolean) => void {
	let lines = "";
	const writeAll = () => {
		const all = lines;
		lines = "";
		if (all !== "") write(all);
	};
	process.once("exit", writeAll);
	return (line, isUrgent) => {
		if (lines === "" && !isUrgent) setImmediate(writeAll);
		lines += line;
		if (isUrgent) writeAll();
	};
}

/** C1 controls (0x9b starts a terminal command), DEL, marks that change the direction of text, and line separators. */
const INVISIBLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The line with every invisible character as `\uXXXX`, which in JSON is the same text. */
function escapeInvisible(line: string): string {
	return line.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** `10:02:11 warn  the message {"other":"fields"}` */
function forTerminal(line: string): string {
	const { time, level, msg, ...rest }: Record<string, unknown> = JSON.parse(line);
	const fields = Object.keys(rest).length === 0 ? "" : ` ${JSON.stringify(rest)}`;
	const message = typeof msg === "string" ? JSON.stringify(msg).slice(1, -1).replaceAll('\\"', '"') : "";
	return `${escapeInvisible(`${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${message}${fields}`)}\n`;
}
