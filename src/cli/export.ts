import { parseArgs } from "node:util";
import { parseConfig } from "../config.js";
import { type Database, openDatabase } from "../db.js";
import { publicId } from "../public-id.js";
import { endWithReader, writeJsonLine } from "./lines.js";
import { runCommand, UsageError } from "./run-command.js";

const HELP = `usage: npm run -s export -- events|links|articles > FILE.ndjson

Writes the archive as NDJSON, one object a line, in the order in which things became known.

events    {"id", "title", "type", "status", "time": {"value", "start", "end", "granularity"}|null, "articles": [{"url", "role"}]}
links     {"id", "cause", "effect", "relation", "mode", "basis", "status", "confidence", "evidence": [{"articleUrl", "exact", "signal", "stance", "attributedTo"}]}
articles  {"url", "headline", "text", "publishedAt", "source": {"name", "homepage"}, "language"}: what import reads

DATABASE_URL says where from: pglite:DIRECTORY (default pglite:./.data/pg) or postgresql://...`;

/** Rows fetched at a time: memory stays flat however large the archive is. */
const PAGE = 500;

type Page = (db: Database, after: string | null) => Promise<{ id: string; line: unknown }[]>;

/** Each page is read behind the last id, which grows with time (UUID version 7). */
const PAGES: Readonly<Record<string, Page>> = { events: eventsPage, links: linksPage, articles: articlesPage };

async function eventsPage(db: Database, after: string | null): Promise<{ id: string; line: unknown }[]> {
	const events = await db.prisma.event.findMany({
		where: { curation: { notIn: ["MERGED", "RETRACTED"] }, ...(after ? { id: { gt: after } } : {}) },
		orderBy: { id: "asc" },
		take: PAGE,
		include: {
			articles: {
				where: { role: { in: ["MAIN", "BACKGROUND"] } },
				select: { role: true, article: { select: { url: true } } },
				orderBy: [{ publishedAt: "asc" }, { articleId: "asc" }],
			},
		},
	});
	return events.map((event) => ({
		id: event.id,
		line: {
			id: publicId("Event", event.id),
			title: event.title,
			type: event.type,
			status: event.status,
			time: event.timeValue
				? { value: event.timeValue, start: event.timeStart, end: event.timeEnd, granularity: event.timeGranularity }
				: null,
			articles: event.articles.map(({ role, article }) => ({ url: article.url, role })),
		},
	}));
}

async function linksPage(db: Database, after: string | null): Promise<{ id: string; line: unknown }[]> {
	const links = await db.prisma.causalLink.findMany({
		where: { status: { not: "RETRACTED" }, ...(after ? { id: { gt: after } } : {}) },
		orderBy: { id: "asc" },
		take: PAGE,
		include: {
			evidence: {
				where: { supersededAt: null },
				select: { exact: true, signal: true, stance: true, attributedTo: true, article: { select: { url: true } } },
				orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
			},
		},
	});
	return links.map((link) => ({
		id: link.id,
		line: {
			id: publicId("CausalLink", link.id),
			cause: publicId("Event", link.causeId),
			effect: publicId("Event", link.effectId),
			relation: link.relation,
			mode: link.mode,
			basis: link.basis,
			status: link.status,
			confidence: link.confidence,
			evidence: link.evidence.map(({ article, ...said }) => ({ articleUrl: article.url, ...said })),
		},
	}));
}

async function articlesPage(db: Database, after: string | null): Promise<{ id: string; line: unknown }[]> {
	const articles = await db.prisma.article.findMany({
		where: after ? { id: { gt: after } } : {},
		orderBy: { id: "asc" },
		take: PAGE,
		include: {
			source: { select: { name: true, homepage: true } },
			revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true } },
		},
	});
	return articles.map((article) => ({
		id: article.id,
		line: {
			url: article.url,
			headline: article.headline,
			text: article.revisions[0]?.text ?? "",
			publishedAt: article.publishedAt,
			source: article.source,
			language: article.language,
		},
	}));
}

async function main(signal: AbortSignal): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { help: { type: "boolean", short: "h" } },
		allowPositionals: true,
		strict: true,
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const [what, ...rest] = positionals;
	const page = what === undefined ? undefined : PAGES[what];
	if (!page || rest.length > 0) {
		throw new UsageError(
			what && !page
				? `there is no "${what}"; export one of ${Object.keys(PAGES).join(", ")}`
				: `name one of ${Object.keys(PAGES).join(", ")}`,
		);
	}
	endWithReader(process.stdout);
	const config = parseConfig(process.env);
	const db = await openDatabase({ url: config.databaseUrl, ...config.database });
	try {
		let after: string | null = null;
		do {
			const rows: { id: string; line: unknown }[] = await page(db, after);
			for (const row of rows) await writeJsonLine(process.stdout, row.line);
			after = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null;
		} while (after && !signal.aborted);
	} finally {
		await db.close();
	}
	return 0;
}

await runCommand("export", main);
