import { type Grown, growthRows } from "../growth-bench.js";
import { figure } from "../table.js";
import { type BarChart, barChart } from "./chart.js";
import type { Machine } from "./machine.js";
import { type OperationName, statementOf } from "./operations.js";
import { archiveText, operationRows, operationsIn, startRows } from "./report.js";
import type { ServiceResult } from "./service-result.js";

/** All that one run measured; null what it left out. */
export interface WholeResult {
	machine: Machine;
	/** The tables of the analysis and of the import, as they are printed. */
	analysis: string | null;
	imported: string | null;
	service: ServiceResult | null;
	growth: readonly Grown[] | null;
}

const WHAT: Readonly<Record<string, string>> = {
	WhatPreceded:
		"What preceded an event, five steps up: each event with title and date, each claim with the sentence that says so and its article.",
	WhatPrecededUsually:
		"What the page of an event asks, by the usual options and with what is related. No statement can tell it: related events are ranked by the words of reports. The service keeps it in the database; what it costs the first time is told below, as an archive grows.",
	Event: "One event by its id, who takes part in it, and the latest articles that tell of it.",
	LatestEvents: "A page of the latest twenty events of one kind before an instant, of which a cause is known.",
	Search: "The twenty articles and events that fit two words best.",
	Article: "One article by its id, and up to fifty places where it speaks of an event.",
};

/** What stands under these headings, in their order. */
type Part = "The service" | "As an archive grows" | "Import" | "Analysis";

/**
 * docs/performance.md. All figures of a part are of one run, which it names.
 * @param before the page so far: what this run has left out stays as it is there.
 */
export function performanceDocument(result: WholeResult, before: string | null): string {
	const { analysis, imported, service, growth } = result;
	const measured: Record<Part, string[] | null> = {
		"The service": service && servicePart(service),
		"As an archive grows": growth && growthPart(growth),
		Import: imported === null ? null : [printed(imported)],
		Analysis: analysis === null ? null : [printed(analysis)],
	};
	const parts = Object.entries(measured).flatMap(([heading, texts]) => {
		const part = texts ? [`## ${heading}`, runOf(result.machine), ...texts].join("\n\n") : partOf(before, heading);
		return part ?? [];
	});
	return `${[
		"# Performance",
		"This page is written by `npm run bench -- --write`; no figure on it was typed. How it is measured: [decision 30](decisions/0030-benchmarks.md). Figures depend on the machine and on what else it does: compare those of one run, and trust ratios more than rates. A part that a run leaves out stays as an earlier run has measured it. Servers, database and load generator share the machine.",
		...parts,
	].join("\n\n")}\n`;
}

/** A part of a page with its heading; null where it has none. */
function partOf(page: string | null, heading: string): string | null {
	const from = page?.indexOf(`\n## ${heading}\n`) ?? -1;
	if (!page || from < 0) return null;
	const next = page.indexOf("\n## ", from + 1);
	return page.slice(from, next < 0 ? undefined : next).trim();
}

/** Where, when and by what a part was measured. */
function runOf(machine: Machine): string {
	const { cores, processor, memoryGb, platform, loadBefore, node, postgres, date, command } = machine;
	return table([
		["measured", date],
		["machine", `${cores} cores (${processor}), ${memoryGb.toFixed(0)} GB, ${platform}`],
		["programs that wanted a processor before", loadBefore.toFixed(1)],
		["Node, PostgreSQL", `${node}, ${postgres ?? "embedded only"}`],
		["command", `\`${command}\``],
	]);
}

function servicePart(service: ServiceResult): string[] {
	const figures = service.measured.flatMap((one) => one.figures);
	const { connections, warmup, seconds, rounds } = service.load;
	return [
		`Answers per second of the running service, and of others that answer the same from the same tables, each in a process of its own. "By hand" is a server of node:http and pg that sends one prepared statement for each question and passes its text on; all others are compared to it. ${connections} connections; ${rounds} rounds, in each of which one answers after the other for ${seconds} s after ${warmup} s of warm-up; ${service.questions} different questions of a kind. All answers to a question name the same objects. CPU is of the server, Postgres that of its sessions, both for one answer.`,
		"![Ratios to a server written by hand](performance.svg)",
		list(service.measured.map(archiveText)),
		...operationsIn(service.measured).flatMap((operation) => [
			`### ${operation}`,
			`${WHAT[operation] ?? ""} (${linksOf(operation)})`,
			table(operationRows(figures, operation)),
		]),
		"### Start",
		`The service from its start on an archive that is there until it is ready; medians of ${service.starts} starts or more.`,
		table(startRows(service.measured)),
		...(service.skipped.length === 0 ? [] : ["Left out:", list(service.skipped)]),
	];
}

function linksOf(operation: string): string {
	const link = (name: string, ending: string) => `[${name}](../test/bench/operations/${operation}.${ending})`;
	const hasStatement = statementOf(operation as OperationName) !== null;
	return [link("document", "graphql"), ...(hasStatement ? [link("statement", "sql")] : [])].join(", ");
}

const growthPart = (growth: readonly Grown[]): string[] => [
	"All that the page of an event asks about what preceded it, related events included, one question after the other inside of one process: for the first time, and again, when it is kept; then further articles through the whole pipeline. CPU is of all processes together.",
	table(growthRows(growth)),
];

/** docs/performance.svg: the ratios of the service's operations. */
export const performanceChart = (service: ServiceResult): string => barChart(ratioChart(service));

export function ratioChart(service: ServiceResult): BarChart {
	const figures = service.measured.flatMap((one) => one.figures);
	return {
		title: "Answers per second, as a ratio to a server written by hand",
		subtitle: `${figure(service.measured[0]?.holds.articles ?? 0)} articles, Node ${service.node}${service.postgres === null ? "" : `, PostgreSQL ${service.postgres}`}; the dashed line is 1`,
		reference: 1,
		groups: operationsIn(service.measured)
			.map((operation) => ({
				heading: operation,
				bars: figures.flatMap(({ contestant, ratio, ...one }) =>
					one.operation === operation && ratio !== null ? [{ label: contestant, value: ratio }] : [],
				),
			}))
			.filter(({ bars }) => bars.length > 0),
	};
}

/** A table of Markdown: the first row is the head, the first column is set to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
	const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	const rule = `|${head.map((_, column) => (column === 0 ? "---" : "---:")).join("|")}|`;
	return [line(head), rule, ...body.map(line)].join("\n");
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

/** What the terminal shows, as it shows it. */
const printed = (text: string): string => `\`\`\`\n${text}\n\`\`\``;
