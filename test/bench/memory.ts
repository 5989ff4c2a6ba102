import { setImmediate as nextTick } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { ArticleText } from "../../src/language/analysis.js";
import { readArticle } from "../../src/language/analyze.js";
import type { BenchContext, BenchResult } from "./bench-types.js";
import { figure, formatTable } from "./table.js";

interface Sample {
	articles: number;
	articlesPerSecond: number;
	rssMb: number;
	/** What is still referred to, after a collection. */
	heapMb: number;
}

/** Signals are heard, and progress is told, after so many articles. */
const BREATH = 200;
const MB = 1_000_000;

/**
 * Reads articles in a stream and samples the memory after every tenth of them. Flat is the heap where nothing of what was
 * read is kept; the first tenth fills what is kept on purpose.
 */
export async function measureMemory(
	articles: Iterator<ArticleText>,
	count: number,
	{ now, signal, progress }: BenchContext,
): Promise<BenchResult> {
	const collect = garbageCollector();
	const samples: Sample[] = [];
	let spentMs = 0;
	let sampledAt = 0;
	for (let read = 1; read <= count && !signal.aborted; read++) {
		const article = articles.next();
		if (article.done) break;
		const startedAt = now();
		readArticle(article.value);
		spentMs += now() - startedAt;
		if (read % BREATH === 0) {
			progress(`${figure(read)} of ${figure(count)} articles`);
			await nextTick();
		}
		if (Math.floor((read * 10) / count) === samples.length) continue;
		collect();
		const { rss, heapUsed } = process.memoryUsage();
		const articlesPerSecond = ((read - sampledAt) / spentMs) * 1000;
		samples.push({ articles: read, articlesPerSecond, rssMb: rss / MB, heapMb: heapUsed / MB });
		spentMs = 0;
		sampledAt = read;
	}
	const heapGrowthMb = (samples.at(-1)?.heapMb ?? 0) - (samples[1]?.heapMb ?? 0);
	return {
		json: { samples, heapGrowthMb },
		text: [
			formatTable([
				["articles", "articles/s", "RSS MB", "heap MB"],
				...samples.map((sample) => [
					figure(sample.articles),
					figure(sample.articlesPerSecond),
					sample.rssMb.toFixed(1),
					sample.heapMb.toFixed(1),
				]),
			]),
			`From the second sample to the last the heap grew by ${heapGrowthMb.toFixed(1)} MB (after garbage collection).`,
		].join("\n\n"),
	};
}

/** The engine's own, which a program gets only by asking for it, and only in a new context once it runs. */
function garbageCollector(): () => void {
	setFlagsFromString("--expose-gc");
	return runInNewContext("gc") as () => void;
}
