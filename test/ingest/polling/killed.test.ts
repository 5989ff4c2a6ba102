import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../../src/db.js";
import { importOpml } from "../../../src/ingest/feeds.js";
import { newId } from "../../../src/ingest/new-id.js";
import { prepareSnapshot } from "../../database/snapshot.js";
import { createFromTemplate } from "../../database/template.js";
import { testServerUrl } from "../../test-database.js";
import { type CannedWeb, openCannedWeb, page, rss } from "./canned-web.js";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const FEEDS = 6;
const ENTRIES = 5;
const KILLS = 3;

let web: CannedWeb;
let url: string;
let port: number;
let drop: () => Promise<void> | void;

beforeAll(async () => {
	web = await openCannedWeb();
	port = await freePort();
	if (testServerUrl === null) {
		const root = mkdtempSync(join(tmpdir(), "antecedent-killed-"));
		url = `pglite:${join(root, "pg")}`;
		drop = () => rmSync(root, { recursive: true });
		await (await openDatabase({ url, snapshot: await prepareSnapshot() })).close();
	} else ({ url, drop } = await createFromTemplate(testServerUrl, `antecedent_test_killed_${process.pid}`));
});
afterAll(async () => {
	await web.close();
	await drop();
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** The service itself, polling the canned web. */
function start(): ChildProcess {
	return spawn(process.execPath, ["src/launch.mjs", "src/main.ts"], {
		cwd: PROJECT,
		stdio: "ignore",
		env: {
			...process.env,
			DATABASE_URL: url,
			PORT: String(port),
			SEED_WORLD: "off",
			LOG_LEVEL: "silent",
			FETCH_ALLOW_PRIVATE: "127.0.0.0/8",
			PAGE_DELAY_MS: "0",
			POLL_CONCURRENCY: "3",
		},
	});
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

/** Waits until the service has so many articles. */
async function holds(articles: number, child: ChildProcess): Promise<void> {
	const request = {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query: "{ articles { totalCount } }" }),
	};
	while (child.exitCode === null) {
		const answer = await fetch(`http://127.0.0.1:${port}/graphql`, request).then(
			(response) => response.json() as Promise<{ data?: { articles?: { totalCount: number } } }>,
			() => null,
		);
		if (answer?.data?.articles?.totalCount === articles) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

async function asked(atLeast: number, child: ChildProcess): Promise<void> {
	while (web.requests.length < atLeast && child.exitCode === null)
		await new Promise((resolve) => setTimeout(resolve, 20));
}

it("A process that is killed again and again loses no entry and stores none twice", { timeout: 240_000 }, async () => {
	const pages = new Map<string, string>();
	for (let feed = 0; feed < FEEDS; feed++) {
		const items = Array.from({ length: ENTRIES }, (_, n) => {
			const link = web.url(feed, `/news/${n}`);
			const headline = `Council of district ${feed}-${n} puts off its decision`;
			const text =
				`The council of district ${feed}-${n} put off its decision on the bridge number ${feed * ENTRIES + n} on Monday. `.repeat(
					3,
				);
			pages.set(link, headline);
			web.serve(link, {
				headers: { "content-type": "text/html" },
				body: page(headline, [
					text,
					`Councillor ${feed} of ward ${n} called it a scandal, and asked for an inquiry into the contracts.`,
				]),
				delayMs: 30,
			});
			return {
				title: headline,
				link,
				guid: link,
				description: text.slice(0, 90),
				pubDate: new Date(Date.now() - n * 3_600_000).toUTCString(),
			};
		});
		web.serve(web.url(feed, "/feed"), {
			headers: { "content-type": "application/rss+xml" },
			body: rss(`District ${feed}`, items),
		});
	}
	const db = await openDatabase({ url });
	const outlines = Array.from({ length: FEEDS }, (_, feed) => `<outline text="d" xmlUrl="${web.url(feed, "/feed")}"/>`);
	await importOpml(db, `<opml version="2.0"><body>${outlines.join("")}</body></opml>`, new Date(), newId);
	await db.close();

	// Each time somewhere else: among the feeds, the robots.txt files, the pages.
	for (let kill = 1; kill <= KILLS; kill++) {
		const child = start();
		await asked(web.requests.length + 4 * kill, child);
		child.kill("SIGKILL");
		await ended(child);
		const between = await openDatabase({ url });
		// On a server another process would wait for the lease to run out; two minutes pass here.
		await between.pool.query(
			`update "Host" set "leasedUntil" = now(), "feedsDueAt" = now(), "entriesDueAt" = now() where "leasedBy" is not null`,
		);
		await between.close();
	}
	const last = start();
	await holds(FEEDS * ENTRIES, last);
	last.kill("SIGTERM");
	await ended(last);

	const after = await openDatabase({ url });
	const entries = await after.prisma.feedEntry.findMany({ include: { article: { include: { revisions: true } } } });
	expect(entries).toHaveLength(FEEDS * ENTRIES);
	for (const { url: link, article, attempts } of entries) {
		expect(article?.headline).toBe(pages.get(link));
		expect(article?.revisions.map(({ origin }) => origin)).toEqual(["PAGE"]);
		expect(attempts).toBe(0);
	}
	expect(await after.prisma.article.count()).toBe(FEEDS * ENTRIES);
	expect(await after.prisma.host.count({ where: { leasedBy: { not: null } } })).toBe(0);
	// The log has each article once, and no gap.
	const changes = await after.prisma.change.findMany({ orderBy: { position: "asc" } });
	expect(changes.map(({ position }) => Number(position))).toEqual(changes.map((_, index) => index + 1));
	const created = changes.filter(({ kind, nodeType }) => kind === "CREATED" && nodeType === "ARTICLE");
	expect(created).toHaveLength(FEEDS * ENTRIES);
	await after.close();
});
