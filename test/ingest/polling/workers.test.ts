import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../src/ingest/new-id.js";
import { leaseHosts, releaseHost, renewLease } from "../../../src/ingest/polling/host-lease.js";
import { pollFeed } from "../../../src/ingest/polling/poll-feed.js";
import { takeDueEntries } from "../../../src/ingest/polling/read-entry.js";
import { storePoll } from "../../../src/ingest/polling/store-poll.js";
import { createLog } from "../../../src/log.js";
import { createGate } from "../../../src/source/gate.js";
import { rss } from "./canned-web.js";
import { AGENT, openPollingWorld, type PollingWorld } from "./polling-world.js";

let world: PollingWorld;
const silent = createLog({ logLevel: "silent" });

const RSS = { "content-type": "application/rss+xml" };
const item = (name: string) => ({
	title: `News ${name}`,
	link: `http://articles.example/${name}`,
	guid: name,
	description: `The council of ${name} met on Monday and put off its decision on the bridge.`,
	pubDate: new Date(Date.now() - 3_600_000).toUTCString(),
});

/** A worker is idle as well while another one has the only host at which something is due. */
async function nothingDue(): Promise<void> {
	for (;;) {
		// The database's clock may be a few milliseconds ahead of ours; no feed is due again so soon.
		const soon = new Date(Date.now() + 5_000);
		const busy = await world.db.prisma.host.count({
			where: { OR: [{ feedsDueAt: { lte: soon } }, { entriesDueAt: { lte: soon } }, { leasedBy: { not: null } }] },
		});
		if (busy === 0) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

beforeAll(async () => {
	world = await openPollingWorld();
});
afterAll(() => world.close());

describe("Many workers", () => {
	it("poll every feed once, read every entry once, and never ask one server twice at once", async () => {
		const hosts = Array.from({ length: 12 }, (_, n) => 100 + n);
		const feeds = hosts.flatMap((host) => ["a", "b", "c"].map((name) => ({ host, path: `/${name}` })));
		for (const { host, path } of feeds) {
			const items = [1, 2, 3].map((n) => item(`${host}${path}/${n}`));
			world.web.serve(world.web.url(host, path), {
				headers: RSS,
				body: rss(`Feed ${host}${path}`, items),
				delayMs: 15,
			});
		}
		await world.subscribe(...feeds.map(({ host, path }) => world.web.url(host, path)));
		const workers = [1, 2, 3, 4].map(() => world.start({ pages: "never", concurrency: 4 }));
		await nothingDue();
		await Promise.all(workers.map((worker) => worker.stop()));

		expect(world.web.requests).toHaveLength(feeds.length);
		expect(new Set(world.web.requests.map(({ address }) => address)).size).toBe(feeds.length);
		expect(Math.max(...world.web.requests.map(({ underWay }) => underWay))).toBe(1);
		const sum = (key: "polled" | "entriesRead") => workers.reduce((total, { counts }) => total + counts[key], 0);
		expect(sum("polled")).toBe(feeds.length);
		expect(sum("entriesRead")).toBe(feeds.length * 3);
		expect(await world.db.prisma.article.count()).toBe(feeds.length * 3);
		expect(await world.db.prisma.feedEntry.count({ where: { dueAt: null, articleId: { not: null } } })).toBe(
			feeds.length * 3,
		);
		expect(await world.db.prisma.host.count({ where: { leasedBy: { not: null } } })).toBe(0);
	});
});

describe("A lease", () => {
	const at = (host: number) => world.web.url(host, "/feed");

	it("is one worker's until it gives the host back", async () => {
		world.web.serve(at(200), { headers: RSS, body: rss("Lease", [item("lease")]) });
		await world.subscribe(at(200));
		const [first, second] = [newId(), newId()];
		const leased = await leaseHosts(world.db.pool, first, "feeds", 5);
		expect(leased.map(({ name }) => name)).toEqual([new URL(at(200)).host]);
		expect(await leaseHosts(world.db.pool, second, "feeds", 5)).toEqual([]);
		await releaseHost(world.db.pool, first, leased[0]?.name ?? "", 0);
		expect(await leaseHosts(world.db.pool, second, "feeds", 5)).toHaveLength(1);
		await releaseHost(world.db.pool, second, leased[0]?.name ?? "", 0);
	});

	it("of a worker that died is taken over when it has run out, and what the dead one brings late is not stored", async () => {
		const [dead, alive] = [newId(), newId()];
		const [host] = await leaseHosts(world.db.pool, dead, "feeds", 1);
		const name = host?.name ?? "";
		const feed = await world.db.prisma.feed.findFirstOrThrow({ where: { host: name } });
		const brought = await pollFeed(world, feed);
		// Two minutes pass.
		await world.db.pool.query(
			`update "Host" set "leasedUntil" = now() - interval '1 s', "feedsDueAt" = now() - interval '1 s' where name = $1`,
			[name],
		);
		expect(await leaseHosts(world.db.pool, alive, "feeds", 1)).toHaveLength(1);
		expect(await renewLease(world.db.pool, dead, name)).toBe(false);
		const moment = { now: new Date(), random: 0.5, newId };
		expect(await storePoll(world.db, feed, brought, dead, moment)).toEqual({ kind: "lost" });
		expect(await world.db.prisma.feedEntry.count({ where: { feedId: feed.id } })).toBe(0);
		expect(await storePoll(world.db, feed, brought, alive, moment)).toMatchObject({ kind: "stored", created: 1 });
		await releaseHost(world.db.pool, dead, name, 0);
		expect(await world.db.prisma.host.findUnique({ where: { name } })).toMatchObject({ leasedBy: alive });
		await releaseHost(world.db.pool, alive, name, 0);
		await world.run({ pages: "never" });
	});

	it("keeps work that comes in while it lasts", async () => {
		const owner = newId();
		await world.db.pool.query(`update "Host" set "feedsDueAt" = now() - interval '1 s' where name = $1`, [
			new URL(at(200)).host,
		]);
		const [host] = await leaseHosts(world.db.pool, owner, "feeds", 1);
		await world.subscribe(at(200).replace("/feed", "/second"));
		world.web.serve(at(200).replace("/feed", "/second"), { headers: RSS, body: rss("Second", [item("second")]) });
		await releaseHost(world.db.pool, owner, host?.name ?? "", 0);
		expect(await world.run({ pages: "never" })).toMatchObject({ polled: 1, entriesRead: 1 });
	});
});

describe("An entry", () => {
	it("that breaks the pipeline is left alone after some attempts, and the others go on", async () => {
		const url = world.web.url(300, "/feed");
		world.web.serve(url, {
			headers: RSS,
			body: rss("Poison", [item("good"), { ...item("poison"), description: "", title: "" }]),
		});
		await world.subscribe(url);
		await world.run({ pages: "never" });
		const [feed] = await world.db.prisma.feed.findMany({
			where: { url },
			include: { entries: { orderBy: { id: "asc" } } },
		});
		expect(feed?.entries.map(({ articleId }) => articleId !== null).sort()).toEqual([false, true]);
		const poison = feed?.entries.find(({ articleId }) => articleId === null);
		expect(poison).toMatchObject({
			dueAt: null,
			problem: expect.stringContaining("text"),
			payload: { guid: "poison" },
		});
	});

	it("that fails again and again is tried a bounded number of times, then kept with its problem", async () => {
		const url = world.web.url(301, "/feed");
		world.web.serve(url, { headers: RSS, body: rss("Deadly", [item("deadly")]) });
		await world.subscribe(url);
		const feed = await world.db.prisma.feed.findFirstOrThrow({ where: { url } });
		await storePoll(world.db, feed, await pollFeed(world, feed), null, { now: new Date(), random: 0.5, newId });
		const broken = () => {
			throw new Error("no ids today");
		};
		const entry = () => world.db.prisma.feedEntry.findFirstOrThrow({ where: { feedId: feed.id } });
		const attempts: number[] = [];
		while ((await entry()).dueAt !== null && attempts.length < 10) {
			await world.db.pool.query(`update "FeedEntry" set "dueAt" = now() - interval '1 s' where "dueAt" is not null`);
			await world.db.pool.query(
				`update "Host" set "feedsDueAt" = now() - interval '1 s', "entriesDueAt" = now() - interval '1 s'`,
			);
			await world.run({ pages: "never", newId: broken });
			attempts.push((await entry()).attempts);
		}
		expect(attempts).toEqual([1, 2, 3, 4, 5]);
		expect(await entry()).toMatchObject({ problem: "no ids today", payload: { guid: "deadly" }, articleId: null });
	});

	it("that could not be stored since the disk was full is not counted as tried, and read when there is room", async () => {
		const url = world.web.url(303, "/feed");
		world.web.serve(url, { headers: RSS, body: rss("Full", [item("full")]) });
		await world.subscribe(url);
		const feed = await world.db.prisma.feed.findFirstOrThrow({ where: { url } });
		await storePoll(world.db, feed, await pollFeed(world, feed), null, { now: new Date(), random: 0.5, newId });
		const full = () => {
			throw Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" });
		};
		const entry = () => world.db.prisma.feedEntry.findFirstOrThrow({ where: { feedId: feed.id } });
		await world.makeDue("everything");
		await world.run({ pages: "never", newId: full });
		expect(await entry()).toMatchObject({ attempts: 0, dueAt: expect.any(Date), problem: null, articleId: null });
		await world.makeDue("everything");
		await world.run({ pages: "never" });
		expect(await entry()).toMatchObject({ dueAt: null, articleId: expect.any(String) });
	});

	it("whose reading ends the process counts as tried", async () => {
		const url = world.web.url(301, "/feed");
		await world.db.pool.query(
			`update "FeedEntry" set "dueAt" = now() - interval '1 s', attempts = 0 where problem = 'no ids today'`,
		);
		const reader = {
			...world,
			log: silent,
			pages: "never" as const,
			writers: createGate(1),
			newId,
			userAgent: AGENT,
		};
		const [taken] = await takeDueEntries(reader, new URL(item("deadly").link).host, 5);
		expect(taken).toMatchObject({ attempts: 1 });
		expect(await world.db.prisma.feedEntry.findFirst({ where: { feed: { url } } })).toMatchObject({
			attempts: 1,
			dueAt: expect.any(Date),
		});
	});
});

describe("A very large feed", () => {
	it("of 100,000 entries is stored whole", { timeout: 240_000 }, async () => {
		const url = world.web.url(302, "/feed");
		const items = Array.from(
			{ length: 100_000 },
			(_, n) => `<item><title>Item ${n}</title><guid>${n}</guid><link>/n/${n}</link></item>`,
		);
		world.web.serve(url, {
			headers: RSS,
			body: `<rss version="2.0"><channel><title>Large</title>${items.join("")}</channel></rss>`,
		});
		await world.subscribe(url);
		const feed = await world.db.prisma.feed.findFirstOrThrow({ where: { url } });
		const brought = await pollFeed(world, feed);
		expect(brought.kind).toBe("document");
		const stored = await storePoll(world.db, feed, brought, null, { now: new Date(), random: 0.5, newId });
		expect(stored).toMatchObject({ kind: "stored", created: 100_000 });
		expect(await world.db.prisma.feedEntry.count({ where: { feedId: feed.id } })).toBe(100_000);
		await world.db.prisma.feed.delete({ where: { id: feed.id } });
	});
});
