import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { pruneChanges } from "../../src/changes/prune-changes.js";
import { publicId } from "../../src/public-id.js";
import { id, uuid, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import {
	CHANGES,
	clientFor,
	eventually,
	isHeartbeat,
	next,
	type SentMessage,
	type ServedLog,
	type SubscribingClient,
	serveLog,
	TRANSPORTS,
	until,
} from "./subscribers.js";
import { articleChanges, nodeUuid, writeLog } from "./write-log.js";

let db: TestDatabase;
let served: ServedLog;
let client: SubscribingClient | null = null;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	served = await serveLog(db);
});
afterAll(async () => {
	await served.close();
	await db.close();
});
afterEach(() => {
	client?.close();
	client = null;
});

const nodes = (messages: readonly SentMessage[]) => messages.flatMap(({ nodeId }) => nodeId ?? []);
const articles = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => publicId("Article", nodeUuid(from + index)));

describe.each(TRANSPORTS)("A subscription over %s", (transport) => {
	const subscribe = (variables?: Record<string, unknown>) => {
		client ??= clientFor(transport, served.url);
		return client.subscribe(CHANGES, variables);
	};

	test("without a cursor starts at the end of the log, says so, and gets what is new", async () => {
		await writeLog(db, articleChanges(3));
		const messages = subscribe();
		const first = await next(messages);
		expect(first.__typename).toBe("Heartbeat");
		await writeLog(db, articleChanges(2, 4));
		expect([(await next(messages)).nodeId, (await next(messages)).nodeId]).toEqual(articles(4, 2));
		await messages.return?.();
		await eventually(() => served.tail.counts.subscriptions === 0, "no subscription left");
	});

	test("with a cursor gets what it missed, then what is new", async () => {
		await writeLog(db, articleChanges(3));
		const before = subscribe();
		const { cursor } = await next(before);
		await before.return?.();
		await writeLog(db, articleChanges(250, 4));
		const messages = subscribe({ after: cursor });
		expect(nodes(await until(messages, isHeartbeat))).toEqual(articles(4, 250));
		await writeLog(db, articleChanges(1, 254));
		expect((await next(messages)).nodeId).toBe(articles(254, 1)[0]);
	});

	test("is told what is wrong with it, and by which limit it is refused", async () => {
		const errorsOf = async (query: string, variables?: Record<string, unknown>) => {
			client?.close();
			client = clientFor(transport, served.url);
			try {
				const { value } = await client.subscribe(query, variables).next();
				return value?.errors ?? value;
			} catch (error) {
				return error;
			}
		};
		expect(JSON.stringify(await errorsOf(CHANGES, { after: "AQAAAAAAAAAFAAAAAAAAAA" }))).toContain("BAD_USER_INPUT");
		expect(JSON.stringify(await errorsOf(CHANGES, { heartbeatSeconds: 0 }))).toContain(
			"heartbeatSeconds must be from 1 to 300",
		);
		const deep = `subscription { changes { ... on Change { node { ... on Event { ${"mergedInto { ".repeat(30)} id ${"} ".repeat(30)} } } } } }`;
		expect(JSON.stringify(await errorsOf(deep))).toContain("QUERY_TOO_DEEP");
		const bad = await errorsOf("subscription { changes { nothing } }");
		// Over one connection a POST is refused as over HTTP, and the client package keeps the answer's body to itself.
		if (transport === "SSE, one connection") expect(String(bad)).toContain("400");
		else expect(JSON.stringify(bad)).toContain("Cannot query field");
		expect(served.tail.counts.subscriptions).toBe(0);
	});

	test("can ask a question as well", async () => {
		client = clientFor(transport, served.url);
		const { value } = await client.subscribe("{ service { version } }").next();
		expect(value).toMatchObject({ data: { service: { version: expect.any(String) } } });
	});
});

describe("A subscription", () => {
	const subscribe = (variables?: Record<string, unknown>) => {
		client ??= clientFor("WebSocket", served.url);
		return client.subscribe(CHANGES, variables);
	};

	test("is told of a gap where its cursor is older than the log, and goes on with all that is left", async () => {
		await writeLog(db, articleChanges(3), new Date("2031-05-01T00:00:00Z"));
		const { cursor } = await next(subscribe());
		await writeLog(db, articleChanges(2, 4), new Date("2031-05-02T00:00:00Z"));
		await writeLog(db, articleChanges(2, 6), new Date("2031-05-09T00:00:00Z"));
		await pruneChanges(db.pool, new Date("2031-05-05T00:00:00Z"));
		const messages = await until(subscribe({ after: cursor }), isHeartbeat);
		expect(messages[0]).toMatchObject({ __typename: "LogGap", oldestAvailableAt: "2031-05-09T00:00:00.000Z" });
		expect(nodes(messages)).toEqual(articles(6, 2));
		const resumed = await until(subscribe({ after: messages[0]?.resumeFrom }), isHeartbeat);
		expect(nodes(resumed)).toEqual(articles(6, 2));
	});

	test("gets only what its filter wants, replayed and live alike", async () => {
		const changes = () =>
			writeLog(db, [
				{ kind: "CREATED", nodeType: "ARTICLE", nodeId: uuid("Article", 1) },
				{ kind: "UPDATED", nodeType: "EVENT", nodeId: uuid("Event", 2) },
				{ kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: uuid("Event", 3) },
				{ kind: "CREATED", nodeType: "CAUSAL_LINK", nodeId: uuid("CausalLink", 3) },
				{ kind: "CREATED", nodeType: "ENTITY", nodeId: uuid("Entity", 2) },
				{ kind: "UPDATED", nodeType: "FEED", nodeId: uuid("Feed", 1) },
			]);
		const filters: [filter: object, wanted: string[]][] = [
			[{}, [id("Article", 1), id("Event", 2), id("Event", 3), id("CausalLink", 3), id("Entity", 2), id("Feed", 1)]],
			[{ types: ["EVENT"] }, [id("Event", 2), id("Event", 3)]],
			[{ kinds: ["CONTEXT_CHANGED"] }, [id("Event", 3)]],
			[{ nodeIds: [id("Feed", 1), id("Event", 3)] }, [id("Event", 3), id("Feed", 1)]],
			[{ entityIds: [id("Entity", 2)] }, [id("Event", 2), id("Entity", 2)]],
			[{ entityIds: [id("Entity", 4)] }, [id("Event", 3), id("CausalLink", 3)]],
			[{ types: ["EVENT"], kinds: ["CREATED"] }, []],
		];
		const start = (await next(subscribe())).cursor;
		const all = filters.map(([filter]) => subscribe({ after: start, filter }));
		for (const messages of all) await until(messages, isHeartbeat);
		await changes();
		const end = (await next(subscribe())).cursor;
		for (const [index, [filter, wanted]] of filters.entries()) {
			const live = all[index];
			if (!live) throw new Error("no subscription");
			const seen: SentMessage[] = [];
			while (seen.length < wanted.length) seen.push(await next(live));
			expect(nodes(seen)).toEqual(wanted);
			expect(nodes(await until(subscribe({ after: start, filter }), isHeartbeat))).toEqual(wanted);
			expect(nodes(await until(subscribe({ after: end, filter }), isHeartbeat))).toEqual([]);
		}
	});

	test("without a cursor never gets what was written before it began", async () => {
		const live = subscribe();
		await next(live);
		for (let n = 0; n < 20; n++) {
			await writeLog(db, articleChanges(1, 60_000 + n));
			const { cursor } = await next(subscribe());
			expect(nodes(await until(subscribe({ after: cursor }), isHeartbeat))).toEqual([]);
		}
	});

	test("is sent heartbeats in silence, whose cursor passes over what it does not want", async () => {
		const messages = subscribe({ heartbeatSeconds: 1, filter: { types: ["FEED"] } });
		const first = await next(messages);
		await writeLog(db, articleChanges(5));
		const second = await next(messages);
		expect([first.__typename, second.__typename]).toEqual(["Heartbeat", "Heartbeat"]);
		expect(second.cursor).not.toBe(first.cursor);
		expect(nodes(await until(subscribe({ after: second.cursor }), isHeartbeat))).toEqual([]);
	});

	test("shows each object as it is now, and many subscribers read it once", async () => {
		const QUERY = `subscription { changes { __typename ... on Change { nodeId node { ... on Event { title revision } } } } }`;
		client = clientFor("WebSocket", served.url);
		const all = Array.from({ length: 20 }, () => (client as SubscribingClient).subscribe(QUERY));
		for (const messages of all) await next(messages);
		for (const revision of [7, 8]) {
			await db.prisma.event.update({ where: { id: uuid("Event", 1) }, data: { revision } });
			db.statements.length = 0;
			await writeLog(db, [{ kind: "UPDATED", nodeType: "EVENT", nodeId: uuid("Event", 1) }]);
			for (const messages of all) {
				expect(await next(messages)).toMatchObject({ node: { title: "Port of Velsen ends night shifts", revision } });
			}
			expect(db.statements.filter((text) => /\bfrom ("public"\.)?"Event" /i.test(text))).toHaveLength(1);
		}
	});

	test("is refused where this process has as many as it serves, and taken again when one ends", async () => {
		const small = await serveLog(db, { maxSubscriptions: 2 });
		const one = clientFor("SSE", small.url);
		const [first, second] = [one.subscribe(CHANGES), one.subscribe(CHANGES)];
		await next(first);
		await next(second);
		await expect(next(one.subscribe(CHANGES))).rejects.toThrow("TOO_MANY_SUBSCRIPTIONS");
		await second.return?.();
		await eventually(() => small.tail.counts.subscriptions === 1, "one subscription left");
		await next(one.subscribe(CHANGES));
		one.close();
		await small.close();
	});

	test("leaves nothing behind, however often it is opened and closed", async () => {
		for (const transport of TRANSPORTS) {
			const own = clientFor(transport, served.url);
			for (let n = 0; n < 50; n++) {
				const messages = own.subscribe(CHANGES);
				await next(messages);
				await messages.return?.();
			}
			own.close();
		}
		await eventually(() => served.tail.counts.subscriptions === 0 && served.tail.counts.live === 0, "nobody left");
	});
});
