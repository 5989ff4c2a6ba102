import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { judgeSoak, type SoakSample } from "./judge-soak.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

interface Outcome {
	code: number;
	stdout: string;
	stderr: string;
}

function soak(...args: string[]): Promise<Outcome> {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			["src/launch.mjs", "test/soak/soak.ts", ...args],
			{ cwd: PROJECT },
			(error, stdout, stderr) => {
				resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
			},
		);
	});
}

describe("A soak is judged", () => {
	const sample = (minute: number, differing: Partial<SoakSample> = {}): SoakSample => ({
		minute,
		rssMb: 400,
		heapMb: 100,
		openFiles: 40,
		requests: 300,
		p50: 10,
		p95: 50,
		errors: 0,
		...differing,
	});
	const minutes = Array.from({ length: 30 }, (_, n) => n + 1);

	test.each<[string, (minute: number) => Partial<SoakSample>, RegExp | null]>([
		["steady", () => ({}), null],
		["in waves of garbage", (m) => ({ rssMb: 400 + 60 * (m % 4) }), null],
		["with one high minute at the end", (m) => ({ rssMb: m === 30 ? 900 : 400 }), null],
		["growing while it warms up", (m) => ({ rssMb: 400 + 50 * Math.min(m, 6) }), null],
		["growing by half a megabyte a minute", (m) => ({ rssMb: 400 + 0.5 * m }), null],
		["growing by two", (m) => ({ rssMb: 400 + 2 * m }), /grows by 2\.00 MB a minute/],
		["growing by two, in waves", (m) => ({ rssMb: 400 + 2 * m + 60 * (m % 4) }), /grows by [12]\.\d\d MB a minute/],
		["with subscribers that come and go", (m) => ({ openFiles: 40 + (m % 3) * 3 }), null],
		["with files that stay open", (m) => ({ openFiles: 40 + m }), /open files grow from 47 to 63/],
		["with a fault", (m) => ({ errors: m === 3 ? 1 : 0 }), /1 answers that should not have been/],
	])("%s", (_name, differing, problem) => {
		const { problems } = judgeSoak(
			minutes.map((minute) => sample(minute, differing(minute))),
			6,
		);
		if (problem === null) expect(problems).toEqual([]);
		else {
			expect(problems).toHaveLength(1);
			expect(problems[0]).toMatch(problem);
		}
	});

	test("without a slope where it was short", () => {
		expect(judgeSoak([sample(0.1), sample(0.2, { rssMb: 900 })], 0.05)).toMatchObject({
			slopeMbPerMinute: null,
			problems: [],
		});
	});
});

describe("npm run soak", () => {
	test("for some seconds, finds nothing wrong", { timeout: 120_000 }, async () => {
		const { code, stdout, stderr } = await soak(
			"--empty",
			"--minutes=0.1",
			"--every=3",
			"--rate=20",
			"--subscribers=3",
		);
		expect(stderr).toBe("");
		const lines = stdout.trimEnd().split("\n");
		expect(lines.at(-1)).toMatch(/^resident memory watched too briefly to tell a slope .*; errors 0$/);
		const measured = lines.filter((line) =>
			/^minute \d\.\d: RSS \d+ MB, heap \d+ MB, open files \d+, requests \d+, p50 \d+ ms, p95 \d+ ms, errors 0$/.test(
				line,
			),
		);
		expect(measured.length).toBe(lines.length - 1);
		expect(measured.length).toBeGreaterThanOrEqual(1);
		expect(code).toBe(0);
	});

	test("says what it takes, and refuses what it cannot use", { timeout: 60_000 }, async () => {
		expect(await soak("--help")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^usage: npm run soak/) });
		expect(await soak("--minutes=0")).toMatchObject({
			code: 2,
			stderr: expect.stringMatching(/--minutes must be/),
		});
	});
});
