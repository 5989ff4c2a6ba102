import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_CHANGES, type LoggedChange } from "../../src/changes/change-filter.js";
import { LiveQueue } from "../../src/changes/live-queue.js";
import { publicId } from "../../src/public-id.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { openSubscribedSocket, stalledEventStream } from "./raw-subscriber.js";
import {
	type Answer,
	CHANGES,
	clientFor,
	eventually,
	isHeartbeat,
	next,
	type SentMessage,
	serveLog,
	TRANSPORTS,
	until,
} from "./subscribers.js";
import { articleChanges, nodeUuid, writeLog } from "./write-log.js";

let db: TestDatabase;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

const LAST = 999_999;
const isLast = ({ nodeId }: SentMessage): boolean => nodeId === publicId("Article", nodeUuid(LAST));

/** Changes that take ten kilobytes each on the wire, so that no buffer of the system takes them all. */
async function writeLarge(count: number, from: number): Promise<void> {
	const fields = Array.from({ length: 100 }, (_, n) => `${n}`.padEnd(100, "x"));
	for (let n = 0; n < count; n += 100)
		await writeLog(
			db,
			articleChanges(100, from + n).map((change) => ({ ...change, kind: "UPDATED", fields })),
		);
}

describe("A burst of 5,000 changes in one transaction", () => {
	test.each(TRANSPORTS)("reaches a reader over %s whole", async (transport) => {
		const served = await serveLog(db);
		const client = clientFor(transport, served.url);
		const messages = client.subscribe(CHANGES);
		await until(messages, isHeartbeat);
		await writeLog(db, [...articleChanges(4_999, 10_000), ...articleChanges(1, LAST)]);
		const got = (await until(messages, isLast)).flatMap(({ nodeId }) => nodeId ?? []);
		expect(got).toEqual(
			[...articleChanges(4_999, 10_000), ...articleChanges(1, LAST)].map(({ nodeId }) => publicId("Article", nodeId)),
		);
		client.close();
		await served.close();
	});
});

describe("Readers that take nothing", () => {
	test("do not slow the others, hold no memory, and are cut off", { timeout: 120_000 }, async () => {
		const served = await serveLog(db, { stalledMs: 300, http: { stalledMs: 1_500, webSocket: { pingMs: 1_500 } } });
		const client = clientFor("WebSocket", served.url);
		const messages = client.subscribe(CHANGES);
		await until(messages, isHeartbeat);
		const streams = await Promise.all([1, 2, 3].map(() => stalledEventStream(served.url)));
		const sockets = await Promise.all([1, 2, 3].map(() => openSubscribedSocket(served.url)));
		for (const { socket } of sockets) socket.pause();
		await eventually(() => served.tail.counts.live === 7, "seven live subscribers");
		const gone = Promise.all(streams.map((socket) => new Promise((resolve) => socket.once("close", resolve))));

		const began = performance.now();
		const writing = writeLarge(1_000, 20_000).then(() => writeLog(db, articleChanges(1, LAST)));
		const got = await until(messages, isLast);
		await writing;
		const tookMs = Math.round(performance.now() - began);
		expect(got.filter(({ kind }) => kind === "UPDATED")).toHaveLength(1_000);
		await eventually(() => served.tail.counts.live === 1, "only the reader that reads is live");
		// What waited is forgotten, and in the end the connections are too.
		await eventually(() => served.tail.counts.subscriptions === 1, "only the reader that reads is left");
		for (const socket of streams) socket.resume();
		await gone;
		console.log(`stalled: 10 MB to a reader beside 6 that take nothing in ${tookMs} ms`);
		client.close();
		for (const { socket } of sockets) socket.terminate();
		await served.close();
	});

	test("are told so, with the cursor to go on from, and lose nothing", { timeout: 120_000 }, async () => {
		const served = await serveLog(db, { stalledMs: 200, http: { webSocket: { pingMs: 60_000 } } });
		const raw = await openSubscribedSocket(served.url);
		raw.socket.pause();
		await writeLarge(1_000, 30_000);
		await writeLog(db, articleChanges(1, LAST));
		await eventually(() => served.tail.counts.live === 0, "not live any more");
		await new Promise((resolve) => setTimeout(resolve, 400));
		raw.socket.resume();
		await raw.message(({ type }) => type === "complete");
		const payloads = raw.received.filter(({ type }) => type === "next").map(({ payload }) => payload);
		const [error] = (payloads.at(-1) as unknown as { errors: { extensions: Record<string, string> }[] }).errors;
		expect(error?.extensions.code).toBe("SUBSCRIBER_TOO_SLOW");
		const before = payloads.flatMap((payload) => (payload as Answer).data?.changes?.nodeId ?? []);
		expect(before.length).toBeLessThan(1_000);
		const client = clientFor("SSE", served.url);
		const after = (await until(client.subscribe(CHANGES, { after: error?.extensions.resumeFrom }), isLast)).flatMap(
			({ nodeId }) => nodeId ?? [],
		);
		expect([...before, ...after]).toEqual(
			[...articleChanges(1_000, 30_000), ...articleChanges(1, LAST)].map(({ nodeId }) => publicId("Article", nodeId)),
		);
		console.log(`told: ${before.length} taken before it was cut off, ${after.length} after it came back`);
		client.close();
		raw.socket.terminate();
		await served.close();
	});
});

describe("The queue of a subscriber", () => {
	const changeAt = (position: number) =>
		({ position: BigInt(position), kind: "CREATED", nodeType: "EVENT" }) as LoggedChange;
	const batch = (from: number, count: number) => ({
		changes: Array.from({ length: count }, (_, n) => changeAt(from + n)),
		upTo: BigInt(from + count - 1),
		entities: new Map(),
		reads: { now: new Date(), loaders: new Map() },
	});

	test("holds no more than its limit: beyond, it forgets all and is behind", () => {
		const queue = new LiveQueue(ALL_CHANGES, 256, 60_000);
		queue.join(0n);
		queue.offer(batch(1, 200));
		queue.offer(batch(201, 56));
		expect([queue.size, queue.state, queue.upTo]).toEqual([256, "live", 256n]);
		queue.offer(batch(257, 1));
		expect([queue.size, queue.state]).toEqual([0, "behind"]);
		queue.offer(batch(258, 10));
		expect(queue.size).toBe(0);
		queue.leave();
	});

	test("gives changes of one batch at a time, and none before the position asked for", () => {
		const queue = new LiveQueue(ALL_CHANGES, 256, 60_000);
		queue.join(0n);
		queue.offer(batch(1, 10));
		queue.offer(batch(11, 10));
		const taken = () => queue.take(4n, 5)?.changes.map(({ position }) => Number(position)) ?? null;
		expect([taken(), taken(), taken(), taken(), taken()]).toEqual([
			[5, 6, 7, 8, 9],
			[10],
			[11, 12, 13, 14, 15],
			[16, 17, 18, 19, 20],
			null,
		]);
	});

	test("is cut when it was behind and nothing was taken for too long", async () => {
		const queue = new LiveQueue(ALL_CHANGES, 1, 20);
		queue.join(0n);
		queue.offer(batch(1, 2));
		expect(queue.state).toBe("behind");
		await eventually(() => queue.state === "cut", "cut");
	});
});

describe("Closing", () => {
	test("tells every subscriber, and waits no longer than five seconds for those who do not listen", async () => {
		const served = await serveLog(db);
		const clients = TRANSPORTS.map((transport) => clientFor(transport, served.url));
		const all = clients.flatMap((client) => [1, 2, 3].map(() => client.subscribe(CHANGES)));
		for (const messages of all) await next(messages);
		const raw = await openSubscribedSocket(served.url);
		const response = await fetch(served.url, {
			method: "POST",
			headers: { accept: "text/event-stream", "content-type": "application/json" },
			body: JSON.stringify({ query: "subscription { changes { __typename } }" }),
		});
		const text = response.text();
		const stalled = await stalledEventStream(served.url);
		const deaf = await openSubscribedSocket(served.url);
		deaf.socket.pause();
		await eventually(() => served.tail.counts.live === 13, "all are live");
		await writeLarge(1_000, 40_000);
		const began = performance.now();
		const ends = all.map(async (messages) => {
			while (!(await messages.next()).done);
		});
		await served.close();
		const tookMs = performance.now() - began;
		expect(tookMs).toBeLessThan(5_500);
		await Promise.all(ends);
		expect(await text).toMatch(/event: complete\ndata:\n\n$/);
		expect(await raw.closed).toEqual({ code: 1001, reason: "Going away" });
		expect(raw.received.at(-1)).toEqual({ id: "1", type: "complete" });
		await eventually(() => served.tail.counts.subscriptions + served.tail.counts.live === 0, "nobody left");
		for (const client of clients) client.close();
		stalled.destroy();
		deaf.socket.terminate();
	});
});
