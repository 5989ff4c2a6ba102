import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db.js";
import { eventually, type ServedLog, serveLog } from "../changes/subscribers.js";
import { type PrivateCluster, serverBinaries, startPrivateCluster } from "../database/private-cluster.js";
import { prepareSnapshot } from "../database/snapshot.js";
import { type Asked, ask, numbered, SUBMIT } from "./ask.js";
import { mountSmallDisk, type SmallDisk } from "./small-disk.js";

const QUESTION =
	"{ articles(first: 1) { totalCount nodes { headline sections { text } events { nodes { title } } } } }";

/** What was stored, counted in each of the places that must agree. */
async function countStored(db: Database) {
	const [articles, revisions, changes, keys] = await Promise.all([
		db.prisma.article.count(),
		db.prisma.articleRevision.count(),
		db.prisma.change.count({ where: { nodeType: "ARTICLE" } }),
		db.prisma.submission.count(),
	]);
	return { articles, revisions, changes, keys };
}

const alike = (articles: number) => ({ articles, revisions: articles, changes: articles, keys: articles });

/** Fills the disk under a database, and sees what writers and readers are told. */
async function fillAndClear(db: Database, { url }: ServedLog, disk: SmallDisk, leftMb: number): Promise<Asked> {
	let number = 0;
	const submit = () => ask(url, SUBMIT, { input: numbered(++number) });
	const isStored = ({ data, code }: Asked) => code === null && data.submitArticle.userErrors.length === 0;
	let acknowledged = 0;
	for (let n = 0; n < 3; n++) if (isStored(await submit())) acknowledged++;
	expect(acknowledged).toBe(3);
	disk.fill(leftMb);
	let refused: Asked | null = null;
	while (refused === null && number < 500) {
		const answer = await submit();
		if (isStored(answer)) acknowledged++;
		else refused = answer;
	}
	if (refused === null) throw new Error("the disk does not get full");
	for (let n = 0; n < 3; n++) {
		expect(await submit()).toMatchObject({ status: 503, code: "ARCHIVE_READ_ONLY" });
		const read = await ask(url, QUESTION);
		expect(read.code).toBe(null);
		expect(read.data.articles.totalCount).toBe(acknowledged);
		expect(read.data.articles.nodes[0].sections.length).toBeGreaterThan(0);
	}
	disk.clear();
	// The one that was refused is what its client sends again.
	await eventually(async () => isStored(await ask(url, SUBMIT, { input: numbered(number) })), "writing goes on");
	expect(await countStored(db)).toEqual(alike(acknowledged + 1));
	return refused;
}

const canMount = (() => {
	const disk = mountSmallDisk(1);
	disk?.remove();
	return disk !== null;
})();
const binaries = serverBinaries();

describe.skipIf(!canMount)("On a full disk (skipped where none can be mounted)", () => {
	let disk: SmallDisk;
	beforeAll(() => {
		disk = mountSmallDisk(200) as SmallDisk;
	});
	afterAll(() => disk?.remove());

	test("the embedded database takes nothing new while there is hardly any room, answers, and takes more when there is", async () => {
		const url = `pglite:${join(disk.path, "pg")}`;
		const db = await openDatabase({ url, snapshot: await prepareSnapshot() });
		const served = await serveLog(db, { access: { host: "127.0.0.1" } });
		const refused = await fillAndClear(db, served, disk, 8);
		expect(refused.message).toMatch(/^The archive takes nothing new at present, and this was not stored/);
		await served.close();
		await db.close();
		const again = await openDatabase({ url });
		const { articles } = await countStored(again);
		expect(await countStored(again)).toEqual(alike(articles));
		await again.close();
	});

	test("an embedded database that was stopped by it in the middle of a write is there again when there is room", async () => {
		const url = `pglite:${join(disk.path, "stopped")}`;
		const db = await openDatabase({ url, snapshot: await prepareSnapshot(), statementTimeoutMs: 4_000 });
		const served = await serveLog(db, { access: { host: "127.0.0.1" } });
		expect((await ask(served.url, SUBMIT, { input: numbered(1) })).code).toBe(null);
		disk.fill(10);
		// More than there is room for, and said to be a write whatever the session is to be.
		const many = `insert into "Term" select 'word ' || n, n from generate_series(1, 300000) n`;
		await expect(db.pool.query(`begin read write; ${many}; commit`)).rejects.toMatchObject({ code: "53100" });
		const meanwhile = await ask(served.url, QUESTION);
		expect([null, "SERVICE_BUSY", "ARCHIVE_READ_ONLY"]).toContain(meanwhile.code);
		disk.clear();
		const until = performance.now() + 20_000;
		let answer = await ask(served.url, QUESTION);
		while (answer.code !== null && performance.now() < until) answer = await ask(served.url, QUESTION);
		expect(answer.data.articles.totalCount).toBe(1);
		expect(await db.prisma.term.count({ where: { term: { startsWith: "word " } } })).toBe(0);
		await served.close();
		await db.close();
	});

	describe.skipIf(binaries === null)("of its tables, a Postgres server (skipped where there is none to be run)", () => {
		let cluster: PrivateCluster;
		let tables: SmallDisk;
		beforeAll(async () => {
			tables = mountSmallDisk(120) as SmallDisk;
			// Tables grow by pages, so that the last one fits before the disk is full.
			cluster = await startPrivateCluster(binaries ?? "", { place: tables.path });
		}, 240_000);
		afterAll(async () => {
			await cluster?.remove();
			tables?.remove();
		});

		test("takes nothing new, answers, and takes more when there is room", async () => {
			const db = await openDatabase({ url: cluster.url });
			const served = await serveLog(db, { access: { host: "127.0.0.1" } });
			const refused = await fillAndClear(db, served, tables, 0.5);
			expect(refused.message).toMatch(/^The archive has no room for anything new, and this was not stored/);
			await served.close();
			await db.close();
		});
	});
});
