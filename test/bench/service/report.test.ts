import { describe, expect, test } from "vitest";
import { barChart, escaped } from "./chart.js";
import { performanceChart, performanceDocument, type WholeResult } from "./document.js";
import { figuresOf, type Round } from "./figures.js";
import { commandOf } from "./machine.js";
import { operationRows } from "./report.js";
import type { Measured, ServiceResult } from "./service-result.js";

const round = (contestant: string, number: number, requests: number, others: Partial<Round> = {}): Round => ({
	contestant,
	operation: "Event",
	round: number,
	requests,
	seconds: 2,
	latencies: [1, 2, 3],
	bytes: requests * 2_000,
	serverMs: requests * 0.5,
	postgresMs: null,
	...others,
});

describe("figures of rounds", () => {
	const rounds = [
		round("base", 0, 100),
		round("other", 0, 50),
		// A slow spell that met both.
		round("base", 1, 10),
		round("other", 1, 5),
		round("base", 2, 100),
		round("other", 2, 60, { latencies: [9] }),
	];

	test("compare each round with the one beside it, so that a slow spell changes no ratio", () => {
		const [base, other] = figuresOf(rounds, "base");
		expect(base).toMatchObject({ contestant: "base", ratio: 1, requestsPerSecond: 50 });
		expect(other).toMatchObject({ contestant: "other", ratio: 0.5, requestsPerSecond: 25 });
	});

	test("are for one answer, over all rounds", () => {
		const [, other] = figuresOf(rounds, "base");
		expect(other).toMatchObject({ answerKb: 2, serverMs: 0.5, p50Ms: 2 });
	});

	test("leave out what the system does not tell, or was not measured", () => {
		const [other] = figuresOf([round("other", 0, 50)], "base");
		expect(other).toMatchObject({ ratio: null, postgresMs: null });
	});

	test("are shown as far as there are any, where nothing was answered in time", () => {
		const silent = { latencies: [], bytes: 0, serverMs: 5 };
		const figures = figuresOf([round("other", 0, 0, silent)], "base").map((one) => ({
			...one,
			statements: null,
			residentMb: null,
		}));
		expect(operationRows(figures, "Event")[1]).toEqual(["other", "0", ...Array(8).fill("–")]);
	});

	test("do not mix operations", () => {
		const mixed = [...rounds, round("base", 0, 7, { operation: "Search" })];
		expect(figuresOf(mixed, "base").map(({ operation, contestant }) => `${operation} ${contestant}`)).toEqual([
			"Event base",
			"Event other",
			"Search base",
		]);
	});
});

const measured: Measured = {
	place: "postgresql",
	plan: { articles: 100, events: 20, links: 60, sample: 50, seed: 1 },
	holds: { articles: 101, events: 57, links: 61, evidence: 122, megabytes: 12.5 },
	madeInSeconds: 3.5,
	figures: figuresOf([round("by hand", 0, 400), round('service <&> "co"', 0, 100)], "by hand").map((one) => ({
		...one,
		statements: 2,
		residentMb: null,
	})),
	start: { milliseconds: 1_234, residentMb: 250 },
};
const service: ServiceResult = {
	load: { connections: 16, warmup: 1, seconds: 2, rounds: 1 },
	questions: 30,
	starts: 3,
	node: "v24.0.0",
	postgres: "17.1",
	measured: [measured],
	skipped: ["something: because"],
};
const whole: WholeResult = {
	machine: {
		cores: 2,
		processor: "Some | Processor",
		memoryGb: 8,
		platform: "linux x64",
		loadBefore: 0.25,
		node: "v24.0.0",
		postgres: "17.1",
		date: "2026-03-02",
		command: "npm run bench -- --write",
	},
	analysis: null,
	imported: "a table",
	service,
	growth: [
		{
			place: "pglite",
			articles: 1_000,
			first: { p50Ms: 4, p95Ms: 9, processorMs: null },
			again: { p50Ms: 2, p95Ms: 3, processorMs: 1.5 },
			imported: { ms: 30, processorMs: 45 },
		},
	],
};

describe("the page of figures", () => {
	const page = performanceDocument(whole, null);

	test("has every figure that was measured, as the terminal shows it", () => {
		for (const row of operationRows(measured.figures, "Event")) expect(page).toContain(`| ${row.join(" | ")} |`);
		for (const part of [
			"101 articles",
			"1,234",
			"a table",
			"| embedded | 1,000 | 4 | 9 | – | 2 | 3 | 1.5 | 30 | 45 |",
			"2026-03-02",
		])
			expect(page).toContain(part);
	});

	test("says what could not be measured, and has no part that was never measured", () => {
		expect(page).toContain("- something: because");
		expect(page).not.toContain("## Analysis");
	});

	test("keeps what a later run leaves out as it was, with its own date, and replaces the rest", () => {
		const later = {
			...whole,
			machine: { ...whole.machine, date: "2027-01-01" },
			imported: "another table",
			analysis: "new",
		};
		const both = performanceDocument({ ...later, service: null, growth: null }, page);
		const parts = (text: string) => text.split(/^(?=## )/m);
		const [intro, measured, grown, imported, analysis, ...more] = parts(both);
		expect([intro, measured, grown]).toEqual(parts(page).slice(0, 3));
		expect(imported).toMatch(/^## Import\n.*2027-01-01.*another table/s);
		expect(imported).not.toContain("a table");
		expect(analysis).toMatch(/^## Analysis\n.*new/s);
		expect(more).toEqual([]);
		expect(performanceDocument({ ...later, service: null, growth: null }, both)).toBe(both);
		expect(performanceDocument({ ...whole, imported: null, service: null }, both)).toContain("another table");
	});

	test("keeps its tables whole whatever stands in a cell", () => {
		expect(page).toContain("Some \\| Processor");
	});
});

describe("the chart", () => {
	const chart = barChart({
		title: "a < b",
		subtitle: "& so on",
		reference: 1,
		groups: [
			{
				heading: "one",
				bars: [
					{ label: "whole", value: 2 },
					{ label: "half", value: 1 },
				],
			},
		],
	});

	test("has bars as long as their values, from one line on", () => {
		const bars = [...chart.matchAll(/<rect class="bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)];
		expect(bars.map(([, x]) => x)).toEqual(["230", "230"]);
		const [whole = 0, half = 0] = bars.map(([, , width]) => Number(width));
		expect(whole / half).toBeCloseTo(2, 2);
		expect(chart).toContain(`x1="${230 + half}"`);
	});

	test("cuts a bar that would leave the others too short, and says how long it is", () => {
		const bars = [
			{ label: "far", value: 81.3 },
			{ label: "half", value: 0.5 },
		];
		const drawn = barChart({ title: "", subtitle: "", reference: 1, groups: [{ heading: "one", bars }] });
		const widths = [...drawn.matchAll(/<rect class="bar" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(([, width]) =>
			Number(width),
		);
		expect(widths).toEqual([536, 12, 35]);
		expect(drawn).toContain(">81.30<");
	});

	test("is read on light pages and on dark ones", () => {
		expect(chart).toContain("@media (prefers-color-scheme: dark)");
		expect(chart).not.toMatch(/<rect[^>]*width="100%"/);
	});

	test("takes words as words", () => {
		expect(chart).toContain("a &lt; b");
		expect(escaped(`<a b="c">'&\u0000`)).toBe("&lt;a b=&quot;c&quot;&gt;&#39;&amp;\ufffd");
		const drawn = performanceChart(service);
		expect(drawn).toContain("service &lt;&amp;&gt; &quot;co&quot;");
		expect(drawn).toContain(">0.25<");
	});
});

test.each([
	[["--database", "postgresql://me:secret@db:5432/x", "--write"], "--database postgresql://… --write"],
	[["--database=postgresql://me:secret@db/x"], "--database=postgresql://…"],
	[["service", "--node", "/opt/node/bin/node", "--articles", "10"], "service --node … --articles 10"],
])("the command %j is told as %j", (args, told) => {
	expect(commandOf(args)).toBe(`npm run bench -- ${told}`);
});
