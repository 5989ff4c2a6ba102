import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { refreshContexts } from "../../src/ingest/contexts/refresh-contexts.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { publicId } from "../../src/public-id.js";
import { at, each, type Json } from "../graphql/graphql-client.js";
import { COLLAPSE, COPY, DENIAL, STRIKE } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { clientFor, eventually, type ServedLog, type SubscribingClient, serveLog } from "./subscribers.js";

let db: TestDatabase;
let served: ServedLog;
let client: SubscribingClient;
let strike: string;

const UPDATES = `subscription($eventId: ID!, $ifVersion: String, $options: ContextOptions) {
	contextUpdates(eventId: $eventId, ifVersion: $ifVersion, options: $options) {
		cursor
		context { version event { title } preceding { nodes { title disputed } } }
		diff {
			from { at } to { at }
			added { title } removed { title } changed { fields after { title } } linksAdded { status } linksRemoved { status }
		}
		causedBy { url }
	}
}`;
const VERSION = "query($id: ID!) { event(id: $id) { whatPreceded { version } } }";

async function ingest(article: SubmittedArticle): Promise<void> {
	const now = new Date();
	await ingestArticle(db, article, now, newId);
	while ((await refreshContexts(db, 100, now)).computed > 0);
}

async function ask(query: string, variables: Record<string, unknown>): Promise<Json> {
	const { value } = await client.subscribe(query, variables).next();
	return (value as { data: Json }).data;
}

const follow = (variables: Record<string, unknown> = {}) =>
	client.subscribe(UPDATES, { eventId: strike, ...variables });

async function update(messages: AsyncIterator<unknown>): Promise<Json> {
	const { value } = await messages.next();
	expect(value).not.toHaveProperty("errors");
	return at((value as { data: Json }).data, "contextUpdates");
}

beforeAll(async () => {
	db = await openTestDatabase();
	await ingest(COLLAPSE);
	await ingest(STRIKE);
	const { eventId } = await db.prisma.eventArticle.findFirstOrThrow({
		where: { role: "MAIN", article: { url: STRIKE.url } },
	});
	strike = publicId("Event", eventId);
	served = await serveLog(db);
	client = clientFor("WebSocket", served.url);
});
afterEach(() => {
	client.close();
	client = clientFor("WebSocket", served.url);
});
afterAll(async () => {
	client.close();
	await served.close();
	await db.close();
});

const isLive = (live: number) => eventually(() => served.tail.counts.live === live, `${live} live`);

describe("Whoever follows the context of an event", () => {
	test("is sent nothing while it stays, then the new one with what is new in it and which article brought it", async () => {
		const version = at(await ask(VERSION, { id: strike }), "event.whatPreceded.version");
		const messages = [follow(), follow({ ifVersion: version })];
		const first = messages.map((each) => update(each));
		await isLive(2);
		// The same wire again says nothing new.
		await ingest(COPY);
		await ingest(DENIAL);
		const updates = await Promise.all(first);
		for (const sent of updates) {
			const now = at(await ask(VERSION, { id: strike }), "event.whatPreceded.version");
			expect(at(sent, "context.version")).not.toBe(version);
			expect(at(sent, "context.event.title")).toContain("walk out");
			expect(each(sent, "causedBy", "url").length).toBeGreaterThan(0);
			expect(at(sent, "diff.from.at")).not.toBe("1970-01-01T00:00:00.000Z");
			expect(
				["added", "removed", "changed", "linksAdded", "linksRemoved"].some(
					(part) => (at(sent, `diff.${part}`) as Json[]).length > 0,
				),
			).toBe(true);
			let last = at(sent, "context.version");
			const own = messages[updates.indexOf(sent)];
			while (last !== now && own) last = at(await update(own), "context.version");
			expect(last).toBe(now);
		}
	});

	test("and comes back with an old version, is sent the whole answer at once", async () => {
		const sent = await update(follow({ ifVersion: "0123456789abcdef" }));
		expect(at(sent, "diff.from.at")).toBe("1970-01-01T00:00:00.000Z");
		expect(each(sent, "diff.added", "title")).toEqual(each(sent, "context.preceding.nodes", "title"));
		expect(each(sent, "context.preceding.nodes", "title").length).toBeGreaterThan(0);
	});

	test("by other options, is sent what changes by these", async () => {
		const options = { minConfidence: 0, includeRelated: false };
		const messages = follow({ options, ifVersion: "0123456789abcdef" });
		const first = await update(messages);
		const later = update(messages);
		await ingest({
			...STRIKE,
			url: "https://harbour.example/again",
			publishedAt: "2026-03-07T08:00:00Z",
			source: { name: "harbour", homepage: "https://harbour.example/" },
			headline: "Strike at Port Selway: dockers tell why",
			text: "Dockers at Port Selway walked out on Thursday over safety.\n\nThe strike was a response to the collapse of the Osborne Quay at Port Selway on March 2, the Dockers Union said.",
		});
		expect(at(await later, "context.version")).not.toBe(at(first, "context.version"));
	});

	test("goes on under the new id when the event is merged", async () => {
		const messages = follow({ ifVersion: "0123456789abcdef" });
		await update(messages);
		const other = await db.prisma.eventArticle.findFirstOrThrow({
			where: { role: "MAIN", article: { url: COLLAPSE.url } },
		});
		const later = update(messages);
		await db.prisma.event.update({
			where: { id: strike.slice(4) },
			data: { curation: "MERGED", mergedIntoId: other.eventId },
		});
		const { writeLog } = await import("./write-log.js");
		await writeLog(db, [{ kind: "MERGED", nodeType: "EVENT", nodeId: strike.slice(4) }]);
		expect(at(await later, "context.event.title")).toContain("collapses");
	});

	test("that is none, is told so", async () => {
		const { value } = await client
			.subscribe(UPDATES, { eventId: publicId("Event", newId()) })
			.next()
			.catch((error) => ({ value: error }));
		expect(JSON.stringify(value)).toContain("there is no event");
		expect(served.tail.counts.subscriptions).toBe(0);
	});
});
