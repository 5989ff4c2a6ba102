import { spawnSync } from "node:child_process";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { LogLevel } from "../src/config.js";
import { createLog } from "../src/log.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function lines(logLevel: LogLevel, isTTY: boolean, act: (log: ReturnType<typeof createLog>) => void): string[] {
	const written: string[] = [];
	const output = { isTTY, write: (line: string) => written.push(line) };
	act(createLog({ logLevel }, output));
	return written;
}

test("Less important lines than the level are not written", () => {
	const written = lines("warn", false, (log) => {
		log.info("small");
		log.warn("large");
	});
	expect(written).toHaveLength(1);
	expect(JSON.parse(written[0] ?? "")).toEqual({
		level: "warn",
		time: expect.stringMatching(/^\d{4}-.*Z$/),
		msg: "large",
	});
	expect(lines("silent", false, (log) => log.fatal("the end"))).toEqual([]);
});

describe("Lines of one turn of the loop", () => {
	function gathered() {
		const written: string[] = [];
		const log = createLog({ logLevel: "info" }, { write: (text: string) => written.push(text) }, true);
		const messages = () =>
			written.map((text) =>
				text
					.trimEnd()
					.split("\n")
					.map((line) => JSON.parse(line).msg),
			);
		return { log, messages };
	}

	test("are written together, at its end", async () => {
		const { log, messages } = gathered();
		log.info("one");
		log.info("two");
		expect(messages()).toEqual([]);
		await turn();
		log.info("three");
		await turn();
		await turn();
		expect(messages()).toEqual([["one", "two"], ["three"]]);
	});

	test("are written at once, with all before, when something is wrong", async () => {
		const { log, messages } = gathered();
		log.info("before");
		log.warn("wrong");
		log.info("after");
		expect(messages()).toEqual([["before", "wrong"]]);
		await turn();
		expect(messages()).toEqual([["before", "wrong"], ["after"]]);
	});

	test("are written before a process ends", () => {
		const program = `import { createLog } from "./src/log.ts"; createLog({ logLevel: "info" }).info("the last"); process.exit(3);`;
		const arguments_ = ["--import", "tsx", "--input-type=module", "--eval", program];
		const { status, stderr } = spawnSync(process.execPath, arguments_, { cwd: ROOT, encoding: "utf8" });
		expect([status, JSON.parse(stderr).msg]).toEqual([3, "the last"]);
	});
});

describe("Text from outside stays on its line and cannot move the cursor", () => {
	const HOSTILE = 'Storm\r\n{"level":"info","msg":"forged"}\u001b[2J\u009b31m\u0007\u202egnp.exe\u2028\u0000\u007f';
	test.each([
		["as JSON", false],
		["at a terminal", true],
	])("%s", (_name, isTTY) => {
		const written = lines("info", isTTY, (log) => log.info({ headline: HOSTILE }, HOSTILE)).join("");
		expect(written.endsWith("\n")).toBe(true);
		expect(written.slice(0, -1)).toMatch(/^[\u0020-\u007e]*$/);
	});

	test("and as JSON it is still the same text", () => {
		const [line] = lines("info", false, (log) => log.info({ headline: HOSTILE }, "read"));
		expect(JSON.parse(line ?? "")).toMatchObject({ headline: HOSTILE });
	});
});

test("At a terminal a line is for people", () => {
	const [line] = lines("info", true, (log) => log.info({ port: 4000 }, 'listening as "news"'));
	expect(line).toMatch(/^\d\d:\d\d:\d\d info {2}listening as "news" \{"port":4000\}\n$/);
});
