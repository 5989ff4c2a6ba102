import type { SubmittedArticle } from "../../src/article/article-draft.js";
import type { Database } from "../../src/db.js";
import { newId } from "../../src/ingest/new-id.js";
import { importLines } from "../../src/ingest/reading/import-lines.js";
import { createReadingThreads } from "../../src/ingest/reading/reading-threads.js";
import { archiveArticles } from "./archive.js";
import { readWorld } from "./articles.js";
import type { BenchContext } from "./bench-types.js";
import { firstOf } from "./import-bench.js";
import { multiplyArchive } from "./multiplied-archive.js";
import { figure } from "./table.js";
import { trimEvents } from "./trimmed-events.js";

/** An archive to ask: so many articles, about, of which a sample goes through the whole pipeline and is multiplied. */
export interface LargeArchive {
	articles: number;
	sample: number;
	seed: number;
	/** Events to leave in it, about; all where absent. See `trimEvents`. */
	events?: number;
}

/** Characters of an article, about. */
export const ARTICLE_LENGTH = 2_800;

/** Fills an empty database. */
export async function makeLargeArchive(
	db: Database,
	{ articles, sample, seed, events }: LargeArchive,
	context: BenchContext,
): Promise<void> {
	const { progress, signal } = context;
	const threads = createReadingThreads();
	const count = Math.min(sample, articles);
	const items = archiveArticles(readWorld(), seed, ARTICLE_LENGTH);
	let imported = 0;
	try {
		const parse = (article: SubmittedArticle) => ({ kind: "ok" as const, article });
		for await (const { item, result } of importLines(db, firstOf(items, count), parse, threads, newId)) {
			if (!("articleId" in result)) throw new Error(`${item.url} was refused: ${JSON.stringify(result)}`);
			progress(`${figure(++imported)} of ${figure(count)} articles imported`);
			signal.throwIfAborted();
		}
	} finally {
		await threads.close();
	}
	if (events !== undefined) {
		progress("fewer events");
		await trimEvents(db, Math.round((events * imported) / articles));
	}
	const copies = Math.round(articles / imported) - 1;
	if (copies > 0) await multiplyArchive(db, copies, context);
}
