import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createProgress } from "../../src/cli/progress.js";
import { runCommand, UsageError } from "../../src/cli/run-command.js";
import { measureScale } from "./scale-measure.js";
import { type ScaleGoal, type ScaleInputs, scaleNeed } from "./scale-model.js";
import { scaleReport } from "./scale-report.js";

const HELP = `usage: npm run -s scale -- [OPTION...]

What a stream of news needs of processes, connections and disk, by arithmetic from what one article and one question cost. What they cost is in
test/bench/scale-inputs.json; --measure measures it anew.

  --articles-per-minute N,...  (10,100,1000,10000,100000)
  --questions-per-article N    for what preceded an event, for each article that comes (20)
  --subscribers N              (1000)
  --wanted PART                the part of all changes that a subscriber wants, 0 to 1 (0.001)
  --measure N                  measures with so many articles first; takes about a second for ten
  --database URL               an empty database of a Postgres on this machine that nobody else uses, for --measure
  --save                       keeps what was measured
  --json                       as JSON
  -h, --help`;

export const INPUTS = new URL("./scale-inputs.json", import.meta.url);

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			"articles-per-minute": { type: "string", default: "10,100,1000,10000,100000" },
			"questions-per-article": { type: "string", default: "20" },
			subscribers: { type: "string", default: "1000" },
			wanted: { type: "string", default: "0.001" },
			measure: { type: "string" },
			database: { type: "string" },
			save: { type: "boolean" },
			json: { type: "boolean" },
			help: { type: "boolean", short: "h" },
		},
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const goal: Omit<ScaleGoal, "articlesPerMinute"> = {
		questionsPerArticle: atLeast(values["questions-per-article"], "questions-per-article", 0),
		subscribers: atLeast(values.subscribers, "subscribers", 0),
		wantedPart: atLeast(values.wanted, "wanted", 0),
	};
	const steps = values["articles-per-minute"].split(",").map((step) => atLeast(step, "articles-per-minute", 1));
	const inputs = values.measure ? await measured(values.measure, values.database) : readInputs();
	if (values.save && values.measure) writeFileSync(INPUTS, `${JSON.stringify(inputs, null, "\t")}\n`);
	const needs = steps.map((articlesPerMinute) => scaleNeed(inputs, { ...goal, articlesPerMinute }));
	console.log(values.json ? JSON.stringify({ inputs, goal, needs }) : scaleReport(inputs, goal, needs));
	return 0;
}

async function measured(count: string, database: string | undefined): Promise<ScaleInputs> {
	if (database === undefined) throw new UsageError("--measure needs --database");
	let doing = "";
	const bar = createProgress(process.stderr, () => doing);
	return measureScale(database, atLeast(count, "measure", 10), (what) => {
		doing = what;
		bar.tick();
	}).finally(() => bar.end());
}

const readInputs = (): ScaleInputs => JSON.parse(readFileSync(INPUTS, "utf8")) as ScaleInputs;

function atLeast(text: string, name: string, least: number): number {
	const value = Number(text);
	if (text.trim() === "" || !Number.isFinite(value) || value < least)
		throw new UsageError(`--${name} takes a number of at least ${least}, not "${text}"`);
	return value;
}

await runCommand("scale", main);
