import { parseArgs } from "node:util";
import { createProgress } from "../../src/cli/progress.js";
import { runCommand, UsageError } from "../../src/cli/run-command.js";
import { analyzeBench } from "./analyze-bench.js";
import { withBareValues } from "./bare-options.js";
import type { Bench } from "./bench-types.js";
import { growthBench } from "./growth-bench.js";
import { importBench } from "./import-bench.js";
import { pollingBench } from "./polling-bench.js";
import { precedingBench } from "./preceding-bench.js";
import { searchBench } from "./search-bench.js";
import { serviceBench } from "./service-bench.js";
import { subscribersBench } from "./subscribers-bench.js";
import { wholeBench } from "./whole-bench.js";

const BENCHES: Readonly<Record<string, Bench>> = {
	all: wholeBench,
	analysis: analyzeBench,
	growth: growthBench,
	import: importBench,
	polling: pollingBench,
	preceding: precedingBench,
	search: searchBench,
	service: serviceBench,
	subscribers: subscribersBench,
};
/** Names that benches had before. */
const FORMERLY: Readonly<Record<string, string>> = { analyze: "analysis" };
const DEFAULT = "all";

const HELP = `usage: npm run bench -- [BENCH] [OPTION...]

Measures, in one run beside what others take for the same. Figures depend on the machine and on what else it does: compare those of
one run, not of two. Progress goes to standard error.

  --json           figures as one JSON object on standard output
  -h, --help

BENCH (${DEFAULT} where none is named):

${Object.values(BENCHES)
	.map(({ help }) => help)
	.join("\n\n")}`;

async function main(signal: AbortSignal): Promise<number> {
	const args = process.argv.slice(2);
	const name = args[0] !== undefined && !args[0].startsWith("-") ? (args.shift() ?? DEFAULT) : DEFAULT;
	const known = FORMERLY[name] ?? name;
	const bench = Object.hasOwn(BENCHES, known) ? BENCHES[known] : undefined;
	if (!bench) throw new UsageError(`there is no bench "${name}"; there is ${Object.keys(BENCHES).join(", ")}`);
	const { values } = parseArgs({
		args: withBareValues(args, bench.valueWhenBare),
		options: { ...bench.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	let doing = "";
	const progress = createProgress(process.stderr, () => doing);
	const context = {
		now: processorTime,
		signal,
		progress: (what: string) => {
			doing = what;
			progress.tick();
		},
	};
	const result = await bench
		.run(values, context)
		.catch((error: unknown) => {
			if (signal.aborted) return null;
			throw error;
		})
		.finally(() => progress.end());
	if (result === null) {
		console.error("bench: stopped; too little was measured to be told");
		return 1;
	}
	console.log(values.json ? JSON.stringify(result.json) : result.text);
	return 0;
}

/** Milliseconds that the process has had a processor for: other programs that run meanwhile hardly change it. */
function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

await runCommand("bench", main);
