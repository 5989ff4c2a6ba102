import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import type { Config } from "./config.js";

export type { Logger } from "pino";

/**
 * The log of a process: one JSON object a line, on stderr (stdout belongs to what a command answers). Text from outside
 * cannot forge a line or move a terminal's cursor: JSON escapes the C0 controls, and the other invisible ones are escaped
 * here. At a terminal the lines are shortened for people.
 */
export function createLog(
	config: Pick<Config, "logLevel">,
	output: NodeJS.WriteStream | DestinationStream = process.stderr,
): Logger {
	const forPeople = "isTTY" in output && output.isTTY;
	return pino(
		{
			level: config.logLevel,
			base: null,
			timestamp: stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
		},
		{ write: (line) => void output.write(forPeople ? forTerminal(line) : escapeInvisible(line)) },
	);
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
