import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** A line of input, or why it was passed over. `number` counts from 1. */
export type Line = { number: number; text: string } | { number: number; tooLong: number };

/** Longer than any article with its escapes; a line past it is read to its end and reported, not kept. */
export const MAX_LINE_LENGTH = 64 * 1024 * 1024;

/**
 * The lines of a UTF-8 stream, one at a time. Only U+000A ends a line (JSON may hold U+2028 as it is), a final line needs no end, a
 * byte order mark is dropped, and blank lines are passed over.
 */
export async function* readLines(input: Readable): AsyncGenerator<Line> {
	input.setEncoding("utf8");
	let number = 0;
	let parts: string[] = [];
	let length = 0;
	const take = (): Line | null => {
		number++;
		const text = number === 1 ? parts.join("").replace(/^\uFEFF/, "") : parts.join("");
		const tooLong = length > MAX_LINE_LENGTH ? length : null;
		parts = [];
		length = 0;
		if (tooLong !== null) return { number, tooLong };
		return text.trim() === "" ? null : { number, text };
	};
	const keep = (part: string) => {
		length += part.length;
		if (length <= MAX_LINE_LENGTH) parts.push(part);
		else parts = [];
	};
	for await (const chunk of input as AsyncIterable<string>) {
		let from = 0;
		for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
			keep(chunk.slice(from, end));
			from = end + 1;
			const line = take();
			if (line) yield line;
		}
		keep(chunk.slice(from));
	}
	if (length > 0) {
		const line = take();
		if (line) yield line;
	}
}

/** Reads a line as JSON. @returns the value, or what is wrong in words for people. */
export function parseJsonLine(line: Line): { kind: "ok"; value: unknown } | { kind: "invalid"; reason: string } {
	if ("tooLong" in line) {
		return { kind: "invalid", reason: `the line has ${line.tooLong} characters; the limit is ${MAX_LINE_LENGTH}` };
	}
	try {
		return { kind: "ok", value: JSON.parse(line.text) };
	} catch (error) {
		return {
			kind: "invalid",
			reason: `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`,
		};
	}
}

/** Writes one JSON value as a line, waiting where the reader is slower than we are. */
export async function writeJsonLine(output: Writable, value: unknown): Promise<void> {
	if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, "drain");
}

/** Ends quietly when whoever reads our output has seen enough (`… | head`). */
export function endWithReader(output: Writable): void {
	output.on("error", (error: NodeJS.ErrnoException) => {
		process.exit(error.code === "EPIPE" ? 0 : 1);
	});
}
