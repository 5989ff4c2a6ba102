import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import type { SubmittedArticle } from "../src/article/article-draft.js";
import { describeErrors, parseArticleLine } from "../src/article/article-line.js";
import { canonicalUrl } from "../src/article/url.js";
import { parseJsonLine, readLines } from "../src/cli/lines.js";
import type { Database } from "../src/db.js";
import { ingestArticle } from "../src/ingest/ingest-article.js";
import { newId } from "../src/ingest/new-id.js";

const WORLD = new URL("./world/", import.meta.url);
/** Second versions of articles of the world: they come after the first ones. */
const EDITS = "edits.jsonl";

export interface SeedReport {
	articles: number;
	revisions: number;
}

/**
 * Loads the sample world through the same pipeline as any other news, in the order in which it was published; edited articles
 * come last. Loading it twice changes nothing.
 * @param onArticle is told after each article how many of how many are done.
 */
export async function seedWorld(
	db: Database,
	now: Date,
	onArticle: (done: number, of: number) => void,
): Promise<SeedReport> {
	const articles = await readWorld();
	const report: SeedReport = { articles: 0, revisions: 0 };
	for (const [index, article] of articles.entries()) {
		const result = await ingestArticle(db, article, now, newId);
		if (result.kind === "invalid") throw new Error(`prisma/world: ${article.url}: ${describeErrors(result.errors)}`);
		if (result.kind === "created") report.articles++;
		if (result.kind === "revised") report.revisions++;
		onArticle(index + 1, articles.length);
	}
	return report;
}

/**
 * Whether the sample world is still to be loaded: the archive is empty, or holds nothing but a part of the world because an earlier
 * start was interrupted.
 */
export async function worldIsPending(db: Database): Promise<boolean> {
	const known = await db.prisma.article.count();
	if (known === 0) return true;
	const world = await readWorld();
	const urls = [...new Set(world.map(({ url }) => canonicalUrl(url)))];
	if (known > urls.length || (await db.prisma.articleRevision.count()) >= world.length) return false;
	return (await db.prisma.article.count({ where: { canonicalUrl: { in: urls } } })) === known;
}

/** All articles of the world, oldest first, then the edits. */
export async function readWorld(): Promise<SubmittedArticle[]> {
	const files = (await readdir(WORLD)).filter((name) => name.endsWith(".jsonl"));
	const first = (await Promise.all(files.filter((name) => name !== EDITS).map(readFile))).flat();
	first.sort((a, b) => Date.parse(a.publishedAt ?? "") - Date.parse(b.publishedAt ?? "") || (a.url < b.url ? -1 : 1));
	return [...first, ...(files.includes(EDITS) ? await readFile(EDITS) : [])];
}

async function readFile(name: string): Promise<SubmittedArticle[]> {
	const articles: SubmittedArticle[] = [];
	for await (const line of readLines(createReadStream(new URL(name, WORLD)))) {
		const json = parseJsonLine(line);
		const parsed = json.kind === "ok" ? parseArticleLine(json.value) : null;
		if (parsed?.kind !== "ok") throw new Error(`prisma/world/${name}:${line.number} is not an article`);
		articles.push(parsed.article);
	}
	return articles;
}
