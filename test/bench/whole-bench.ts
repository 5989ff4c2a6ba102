import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { UsageError } from "../../src/cli/run-command.js";
import { onServer, urlOf } from "../database/template.js";
import { analyzeBench } from "./analyze-bench.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { GROWTH_OPTIONS, growthPlan, growthText, measureGrowth } from "./growth-bench.js";
import { importBench } from "./import-bench.js";
import { archivesOf } from "./service/archives.js";
import { performanceChart, performanceDocument, type WholeResult } from "./service/document.js";
import { commandOf, describeMachine } from "./service/machine.js";
import { measureService } from "./service/measure-service.js";
import { serviceText } from "./service/report.js";
import { servicePlan } from "./service/service-plan.js";
import { SERVICE_OPTIONS } from "./service-bench.js";

const PARTS = ["analysis", "service", "import", "growth"] as const;
type Part = (typeof PARTS)[number];

const HELP = `all: analysis, service, import and growth in one run, on archives that are made for it; with the options of service, --sizes, --asked and
--imported of growth, and:

  --only PART,...  of ${PARTS.join(", ")} (all)
  --analysed N     articles in a round of the analysis (100)
  --import N       articles of the import (1000)
  --write          keep what was measured: performance.md, where other parts stay as they are, and performance.svg
  --into DIR       where (docs)`;

/** Where a database of this machine is, as `Database.description` tells it. */
const PLACE = /\b(embedded, in|postgresql at) \S+/;

/** Where the page is kept, from the directory of the project. */
const DOCS = "docs";

export const wholeBench: Bench = {
	help: HELP,
	options: {
		...SERVICE_OPTIONS,
		...GROWTH_OPTIONS,
		sizes: { type: "string" },
		only: { type: "string" },
		analysed: { type: "string", default: "100" },
		import: { type: "string", default: "1000" },
		write: { type: "boolean" },
		into: { type: "string", default: DOCS },
	},
	valueWhenBare: {},
	async run(values, context) {
		const result = await measureWhole(values, context);
		const { analysis, imported, service, growth } = result;
		const texts = [analysis, service && serviceText(service), imported, growth && growthText(growth)];
		if (values.write === true) writePage(result, String(values.into));
		return { json: result, text: texts.filter((text) => text !== null).join("\n\n\n") };
	},
};

async function measureWhole(values: Readonly<Record<string, unknown>>, context: BenchContext): Promise<WholeResult> {
	const parts = partsOf(values.only);
	const plan = servicePlan(values);
	const growth = growthPlan({ ...values, sizes: values.sizes ?? sizesUpTo(Number(values.articles)).join(",") });
	const archives = archivesOf(values.keep === true, context);
	const machine = describeMachine(plan.node, commandOf(process.argv.slice(2)));
	const has = (part: Part) => parts.includes(part);
	try {
		// The analysis first: what it stands beside takes memory that it had better not share.
		const analysis = has("analysis") ? await runByDefault(analyzeBench, { articles: values.analysed }, context) : null;
		const service = has("service") ? await measureService(plan, archives, context) : null;
		const imported = has("import") ? await measureImport(values.database, { articles: values.import }, context) : null;
		const grown = has("growth") ? await measureGrowth(growth, archives, context) : null;
		return {
			machine: { ...machine, postgres: await versionOf(plan.server?.url ?? null) },
			analysis: analysis?.text ?? null,
			imported:
				imported?.text.replace(PLACE, (_, kind) => (kind === "postgresql at" ? "Postgres" : "embedded")) ?? null,
			service,
			growth: grown,
		};
	} finally {
		await archives.close();
	}
}

/** As a server tells its version; null where none is given. */
async function versionOf(server: string | null): Promise<string | null> {
	if (server === null) return null;
	const client = new pg.Client(server);
	await client.connect();
	try {
		const { rows } = await client.query<{ server_version: string }>("show server_version");
		return rows[0]?.server_version ?? null;
	} finally {
		await client.end();
	}
}

function partsOf(only: unknown): readonly Part[] {
	if (only === undefined) return PARTS;
	const names = String(only).split(",");
	const other = names.find((name) => !(PARTS as readonly string[]).includes(name));
	if (other !== undefined) throw new UsageError(`--only takes some of ${PARTS.join(", ")}, not "${other}"`);
	return PARTS.filter((part) => names.includes(part));
}

/** A hundredth, a tenth and all of them. */
const sizesUpTo = (articles: number): number[] =>
	[100, 10, 1].map((part) => Math.ceil(articles / part)).filter((size) => size >= 20);

function runByDefault(
	bench: Bench,
	values: Readonly<Record<string, unknown>>,
	context: BenchContext,
): Promise<BenchResult> {
	const defaults = Object.entries(bench.options).flatMap(([name, option]) =>
		option.default === undefined ? [] : [[name, option.default]],
	);
	return bench.run({ ...Object.fromEntries(defaults), ...values }, context);
}

/** Into an empty database of its own. */
async function measureImport(
	server: unknown,
	values: Readonly<Record<string, unknown>>,
	context: BenchContext,
): Promise<BenchResult> {
	if (server === undefined) return runByDefault(importBench, values, context);
	const name = `antecedent_bench_import_${process.pid}`;
	await onServer(String(server), `create database ${name} encoding 'UTF8' template template0`);
	try {
		return await runByDefault(importBench, { ...values, database: urlOf(String(server), name) }, context);
	} finally {
		await onServer(String(server), `drop database if exists ${name} with (force)`);
	}
}

function writePage(result: WholeResult, directory: string): void {
	mkdirSync(directory, { recursive: true });
	const page = join(directory, "performance.md");
	writeFileSync(page, performanceDocument(result, existsSync(page) ? readFileSync(page, "utf8") : null));
	if (result.service) writeFileSync(join(directory, "performance.svg"), performanceChart(result.service));
}
