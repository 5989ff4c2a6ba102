import { afterAll, beforeAll, expect, test } from "vitest";
import { publicId } from "../../src/public-id.js";
import { seededRandom } from "../article/seeded-random.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import {
	CHANGES,
	clientFor,
	isHeartbeat,
	next,
	type SentMessage,
	type ServedLog,
	serveLog,
	TRANSPORTS,
	type Transport,
	until,
} from "./subscribers.js";
import { articleChanges, nodeUuid, writeLog } from "./write-log.js";

let db: TestDatabase;
let served: ServedLog;

beforeAll(async () => {
	db = await openTestDatabase();
	served = await serveLog(db);
});
afterAll(async () => {
	await served.close();
	await db.close();
});

/** Writers that append at the same time, each so many transactions of a few changes. */
async function write(writers: number, transactions: number, seed: number): Promise<void> {
	const random = seededRandom(seed);
	await Promise.all(
		Array.from({ length: writers }, async (_, writer) => {
			for (let n = 0; n < transactions; n++) {
				await writeLog(db, articleChanges(1 + random.below(3), (seed * 100 + writer) * 100_000 + n * 10));
				if (random.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, random.next() * 5));
			}
		}),
	);
}

/** Ids of the nodes in the log after a position, in its order. */
async function logged(after: bigint): Promise<string[]> {
	const rows = await db.prisma.change.findMany({ where: { position: { gt: after } }, orderBy: { position: "asc" } });
	return rows.map(({ nodeId }) => publicId("Article", nodeId));
}

const head = async () => (await db.prisma.change.aggregate({ _max: { position: true } }))._max.position ?? 0n;

/** The change after which nothing is written any more. */
const LAST = 999;
const isLast = ({ nodeId }: SentMessage): boolean => nodeId === publicId("Article", nodeUuid(LAST));
const nodesOf = (messages: readonly SentMessage[]): string[] => messages.flatMap(({ nodeId }) => nodeId ?? []);

async function startAtHead(): Promise<{ before: bigint; start: string | undefined }> {
	const before = await head();
	const client = clientFor("WebSocket", served.url);
	const { cursor } = await next(client.subscribe(CHANGES));
	client.close();
	return { before, start: cursor };
}

/** The full number is 8 writers of 2,000 transactions: `SEAM_WRITERS=8 SEAM_TRANSACTIONS=2000`. */
const WRITERS = Number(process.env.SEAM_WRITERS ?? 4);
const TRANSACTIONS = Number(process.env.SEAM_TRANSACTIONS ?? 60);

test(`Whoever comes while ${WRITERS} write gets all from its cursor on, once and in order`, {
	timeout: 600_000,
}, async () => {
	const { before, start } = await startAtHead();
	const writing = write(WRITERS, TRANSACTIONS, 1).then(() => writeLog(db, articleChanges(1, LAST)));
	// They begin at different moments, so at different places of the seam.
	const followers = TRANSPORTS.flatMap((transport) => [0, 1, 2, 3].map((n) => ({ transport, delayMs: 40 * n })));
	const got = await Promise.all(
		followers.map(async ({ transport, delayMs }) => {
			await new Promise((resolve) => setTimeout(resolve, delayMs));
			const client = clientFor(transport, served.url);
			const messages = await until(client.subscribe(CHANGES, { after: start }), isLast);
			client.close();
			return messages;
		}),
	);
	await writing;
	const all = await logged(before);
	for (const messages of got) expect(nodesOf(messages)).toEqual(all);
	// It would prove nothing if all had been written before the first was live.
	const live = got.filter((messages) =>
		messages.some((message, index) => isHeartbeat(message) && index < messages.length - 20),
	);
	expect(live.length).toBeGreaterThan(0);
	console.log(
		`seam: ${followers.length} followers, ${live.length} live early, ${all.length} changes of ${WRITERS} writers`,
	);
});

const DISCONNECTS = Number(process.env.RANDOM_DISCONNECTS ?? 210);

test(`Over ${DISCONNECTS} disconnects at random, the union of messages is the log, once and in order`, {
	timeout: 600_000,
}, async () => {
	const { before, start } = await startAtHead();
	let done = 0;
	let writing = true;
	const writers = (async () => {
		for (let seed = 2; writing; seed++) await write(4, 5, seed);
	})();
	const follow = async (transport: Transport, seed: number) => {
		const random = seededRandom(seed);
		const nodes: string[] = [];
		let cursor = start;
		const take = ({ __typename, nodeId, ...message }: SentMessage) => {
			if (__typename === "LogGap") throw new Error("there is a gap");
			if (nodeId) nodes.push(nodeId);
			cursor = message.cursor;
		};
		while (done < DISCONNECTS) {
			const client = clientFor(transport, served.url);
			const messages = client.subscribe(CHANGES, { after: cursor });
			const most = random.below(60);
			const leave = setTimeout(() => client.close(), random.below(80));
			try {
				for (let n = 0; n <= most; n++) take(await next(messages));
			} catch {
				// Cut off in the middle of it.
			}
			clearTimeout(leave);
			client.close();
			done++;
		}
		return { nodes, cursor };
	};
	const followers = await Promise.all(TRANSPORTS.map((transport, index) => follow(transport, 77 + index)));
	writing = false;
	await writers;
	await writeLog(db, articleChanges(1, LAST));
	const all = await logged(before);
	for (const { nodes, cursor } of followers) {
		const client = clientFor("WebSocket", served.url);
		nodes.push(...nodesOf(await until(client.subscribe(CHANGES, { after: cursor }), isLast)));
		client.close();
		expect(nodes).toEqual(all);
	}
	console.log(`disconnects: ${done} by ${followers.length} followers, ${all.length} changes, none lost, none twice`);
});
