import { UsageError } from "../../src/cli/run-command.js";
import { type RunStage, readArticle, type Stage } from "../../src/language/analyze.js";
import { type BenchArticle, distinctArticles, readWorld, take } from "./articles.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { type Contestant, measureRounds, median, spread } from "./measure.js";
import { measureMemory } from "./memory.js";
import { figure, formatTable, percent } from "./table.js";

const HELP = `analysis: how fast an article is read, beside chrono-node, wink-nlp and compromise in the same run. Seconds are those of the
processor, so that one core is meant, and what else the machine does hardly counts.

  --articles N     distinct articles in a round (100)
  --length N       characters of an article, to within a sentence (2800)
  --rounds N       rounds that count (9)
  --warmup N       rounds before them (4)
  --seed N         of the articles (1)
  --memory [N]     instead: reads N distinct articles (100000) in a stream, and prints what memory is in use after every tenth`;

const STAGES: readonly Stage[] = [
	"tokens",
	"language",
	"times",
	"sections",
	"entities",
	"phrases",
	"attribution",
	"mentions",
	"causal",
	"terms",
];

export const analyzeBench: Bench = {
	help: HELP,
	options: {
		articles: { type: "string", default: "100" },
		length: { type: "string", default: "2800" },
		rounds: { type: "string", default: "9" },
		warmup: { type: "string", default: "4" },
		seed: { type: "string", default: "1" },
		memory: { type: "string" },
	},
	valueWhenBare: { memory: "100000" },
	async run(values, context) {
		const length = wholeNumber(values, "length", 200);
		const seed = wholeNumber(values, "seed", 0);
		const articles = distinctArticles(readWorld(), seed, length);
		if (values.memory !== undefined) return await measureMemory(articles, wholeNumber(values, "memory", 10), context);
		const inputs = take(articles, wholeNumber(values, "articles", 1));
		const warmup = wholeNumber(values, "warmup", 0);
		return await measureSpeed(inputs, wholeNumber(values, "rounds", 1), warmup, context);
	},
};

function wholeNumber(values: Readonly<Record<string, unknown>>, name: string, least: number): number {
	const value = Number(values[name]);
	if (!Number.isSafeInteger(value) || value < least)
		throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${values[name]}"`);
	return value;
}

async function measureSpeed(
	inputs: readonly BenchArticle[],
	rounds: number,
	warmup: number,
	{ now, signal, progress }: BenchContext,
): Promise<BenchResult> {
	// Not where memory is measured, which these libraries take for themselves.
	const { readers } = await import("./contestants.js");
	const stages = stageClock(now);
	const contestants = readers();
	const times = await measureRounds([...contestants, stages.contestant], inputs, {
		warmup,
		rounds,
		now,
		signal,
		onRound: (round) => {
			// What the warm-up took is not asked for.
			if (round === 0) stages.reset();
			progress(round < 0 ? "warming up" : `round ${round + 1} of ${rounds}`);
		},
	});
	const characters = inputs.reduce((sum, { text }) => sum + text.length, 0);
	const own = median(times[0] ?? []);
	const readings = contestants.map(({ name }, index) => {
		const perRound = times[index] ?? [];
		const time = median(perRound);
		return {
			name,
			msPerArticle: time / inputs.length,
			articlesPerSecond: (inputs.length / time) * 1000,
			charactersPerSecond: (characters / time) * 1000,
			spread: spread(perRound),
			timesOwnSpeed: own / time,
		};
	});
	const shares = stages.shares(inputs.length * rounds);
	return {
		json: { articles: inputs.length, meanCharacters: characters / inputs.length, rounds, readings, stages: shares },
		text: [
			`${inputs.length} articles of ${figure(characters / inputs.length)} characters on average, ${rounds} rounds; medians, in processor time`,
			formatTable([
				["", "articles/s", "ms/article", "spread", "characters/s", "× this"],
				...readings.map((reading) => [
					reading.name,
					figure(reading.articlesPerSecond),
					figure(reading.msPerArticle),
					percent(reading.spread),
					figure(reading.charactersPerSecond),
					reading.timesOwnSpeed.toFixed(2),
				]),
			]),
			formatTable([
				["stage of this analysis", "ms/article", "share"],
				...shares.map(({ stage, msPerArticle, share }) => [stage, msPerArticle.toFixed(3), percent(share)]),
			]),
		].join("\n\n"),
	};
}

interface StageShare {
	stage: Stage;
	msPerArticle: number;
	share: number;
}

/** Reads articles with a look at the clock around each stage; the looks make it a little slower than the analysis alone. */
function stageClock(now: () => number): {
	contestant: Contestant<BenchArticle>;
	reset(): void;
	shares(articles: number): StageShare[];
} {
	const spent = new Map<Stage, number>();
	const run: RunStage = (stage, step) => {
		const startedAt = now();
		const result = step();
		spent.set(stage, (spent.get(stage) ?? 0) + now() - startedAt);
		return result;
	};
	return {
		contestant: { name: "stages", read: (article) => readArticle(article, run).terms.size },
		reset: () => spent.clear(),
		shares(articles) {
			const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
			return STAGES.map((stage) => {
				const ms = spent.get(stage) ?? 0;
				return { stage, msPerArticle: ms / articles, share: ms / total };
			});
		},
	};
}
