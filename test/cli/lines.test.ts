import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type Line, MAX_LINE_LENGTH, parseJsonLine, readLines } from "../../src/cli/lines.js";

async function linesOf(...chunks: (string | Buffer)[]): Promise<Line[]> {
	const found: Line[] = [];
	for await (const line of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) found.push(line);
	return found;
}

describe("lines of input", () => {
	it("are counted as an editor counts them, with blank ones passed over", async () => {
		expect(await linesOf("a\n\n  \nb\n")).toEqual([
			{ number: 1, text: "a" },
			{ number: 4, text: "b" },
		]);
	});

	it("may be cut anywhere on their way, inside a character too, and the last needs no end", async () => {
		const bytes = Buffer.from("один\nдва");
		const pieces = [...bytes].map((byte) => Buffer.from([byte]));
		expect((await linesOf(...pieces)).map((line) => "text" in line && line.text)).toEqual(["один", "два"]);
	});

	it("end at U+000A only: JSON may hold U+2028, and a byte order mark is no part of the first", async () => {
		expect(await linesOf('\ufeff{"a":"x\u2028y"}\r\n')).toEqual([{ number: 1, text: '{"a":"x\u2028y"}\r' }]);
	});

	it("that are too long are reported, and the next one is still read", async () => {
		const chunk = "x".repeat(1024 * 1024);
		const lines = await linesOf(...Array.from({ length: MAX_LINE_LENGTH / chunk.length + 1 }, () => chunk), "\nb");
		expect(lines[0]).toMatchObject({ number: 1, tooLong: MAX_LINE_LENGTH + chunk.length });
		expect(lines[1]).toEqual({ number: 2, text: "b" });
	});

	it("that are no JSON are named as such", () => {
		expect(parseJsonLine({ number: 1, text: "{" })).toMatchObject({
			kind: "invalid",
			reason: expect.stringMatching(/^the line is not JSON/),
		});
	});
});
