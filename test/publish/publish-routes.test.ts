import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FeedDocument } from "../../src/feed/feed-document.js";
import { readFeed } from "../../src/feed/read-feed.js";
import { createHttpServer, type HttpServer } from "../../src/graphql/http.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { publishRoutes } from "../../src/publish/publish-routes.js";
import { articleUrl, id, uuid, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

const PUBLIC_URL = "https://antecedent.example";
const HOSTILE = `<script>alert("1")</script> & ]]> <!-- ' \u202e 😀`;
const FRUIT = id("Event", 3);

let db: TestDatabase;
let server: HttpServer;
let origin: string;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	await db.prisma.event.update({ where: { id: uuid("Event", 1) }, data: { title: HOSTILE, summary: HOSTILE } });
	await db.prisma.mention.updateMany({ where: { eventId: uuid("Event", 1) }, data: { title: HOSTILE } });
	await db.prisma.source.updateMany({ data: { name: HOSTILE } });
	const {
		keyTerms: _,
		centroid: __,
		...merged
	} = await db.prisma.event.findUniqueOrThrow({
		where: { id: uuid("Event", 3) },
	});
	await db.prisma.event.create({
		data: { ...merged, centroid: {}, id: uuid("Event", 77), curation: "MERGED", mergedIntoId: uuid("Event", 3) },
	});
	({ server, origin } = await serve(PUBLIC_URL));
});
afterAll(async () => {
	await server.close();
	await db.close();
});

async function serve(publicUrl: string | null) {
	const log = createLog({ logLevel: "silent" });
	const yoga = createGraphQLServer({ db, log, now: () => new Date("2031-06-01T12:00:00Z") });
	const routes = publishRoutes({ yoga, db, publicUrl });
	const server = createHttpServer({ yoga, db, log, routes, drainMs: 500 });
	const { port } = await server.listen(0, "127.0.0.1");
	return { server, origin: `http://127.0.0.1:${port}` };
}

const get = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, { redirect: "manual", ...init });

async function feedAt(path: string): Promise<FeedDocument> {
	const response = await get(path);
	expect(response.status).toBe(200);
	const contentType = response.headers.get("content-type");
	const reading = readFeed(new Uint8Array(await response.arrayBuffer()), { url: `${PUBLIC_URL}${path}`, contentType });
	if (reading.kind !== "feed") throw new Error(JSON.stringify(reading));
	expect(reading.feed.repairs).toEqual([]);
	return reading.feed;
}

describe("what preceded an event", () => {
	test.each(["atom", "json"])("is a feed that this service reads itself, as %s", async (format) => {
		const { title: feedTitle, entries } = await feedAt(`/events/${FRUIT}.${format}`);
		expect(feedTitle).toBe("What preceded: Fruit runs short in supermarkets");
		const events = entries.map(({ guid }) => guid);
		// What happened last comes first.
		expect(events).toEqual([2, 1, 5].map((n) => `urn:uuid:${uuid("Event", n)}`));
		const [strike] = entries;
		expect(strike).toMatchObject({ title: "Dockers walk out in Velsen", url: articleUrl(3) });
		expect(JSON.stringify(strike)).toContain("Fruit ran short on Sunday because dockers had walked out.");
		expect(JSON.stringify(strike)).toContain("Somebody denies that it led there.");
	});

	test("has all text as it is, and no markup of others", async () => {
		const atom = await (await get(`/events/${FRUIT}.atom`)).text();
		const titles: string[] = [];
		const elements = new Set<string>();
		let open = "";
		const parser = new Parser(
			{
				onopentag: (name) => {
					elements.add(name);
					open = name;
					if (name === "title") titles.push("");
				},
				ontext: (text) => {
					if (open === "title") titles.push(`${titles.pop()}${text}`);
				},
				onclosetag: () => {
					open = "";
				},
			},
			{ xmlMode: true },
		);
		parser.end(atom);
		expect(titles).toContain(HOSTILE);
		expect([...elements].sort()).toEqual(
			"author category content entry feed id link name published subtitle title updated".split(" "),
		);
		const { items } = (await (await get(`/events/${FRUIT}.json`)).json()) as { items: object[] };
		expect(items).toContainEqual(expect.objectContaining({ title: HOSTILE }));
		expect(JSON.stringify(items)).not.toContain("content_html");
	});

	test("is dated by the log", async () => {
		const at = new Date("2031-05-05T05:05:05.000Z");
		await db.prisma.change.create({
			data: { position: 9_001n, at, kind: "CONTEXT_CHANGED", nodeType: "EVENT", nodeId: uuid("Event", 2) },
		});
		const text = await (await get(`/events/${id("Event", 2)}.atom`)).text();
		expect(/<updated>(.*?)<\/updated>/.exec(text)?.[1]).toBe(at.toISOString());
	});

	test("takes at most fifteen statements, whatever there is", async () => {
		const statements = async (n: number) => {
			db.statements.length = 0;
			await get(`/events/${id("Event", n)}.atom`);
			return db.statements.length;
		};
		// Three entries, the first with a chain of two links; one; none.
		const counts = [await statements(3), await statements(2), await statements(1)];
		expect(Math.max(...counts)).toBeLessThanOrEqual(15);
	});
});

describe("an event as JSON-LD", () => {
	test("has its articles and what preceded it, in terms of schema.org", async () => {
		const response = await get(`/events/${FRUIT}.jsonld`);
		expect(response.headers.get("content-type")).toBe("application/ld+json");
		const document = (await response.json()) as { "@context": string; "@graph": Record<string, unknown>[] };
		expect(document["@context"]).toBe("https://schema.org");
		const [event, list] = document["@graph"];
		expect(event).toMatchObject({
			"@type": "Event",
			"@id": `${PUBLIC_URL}/events/${FRUIT}.jsonld`,
			identifier: FRUIT,
			name: "Fruit runs short in supermarkets",
			startDate: "2031-03-09",
			about: [
				{ "@type": "Organization", name: "Fruit Board" },
				{ "@type": "Organization", name: "Frost Institute" },
			],
			subjectOf: expect.arrayContaining([
				expect.objectContaining({
					"@type": "NewsArticle",
					url: articleUrl(3),
					headline: "Fruit runs short in supermarkets",
					datePublished: "2031-03-09T08:00:00.000Z",
					publisher: { "@type": "NewsMediaOrganization", name: HOSTILE },
				}),
			]),
		});
		expect(list).toMatchObject({
			"@type": ["ItemList", "CreativeWork"],
			about: { "@id": `${PUBLIC_URL}/events/${FRUIT}.jsonld` },
			numberOfItems: 3,
			itemListElement: [
				{ "@type": "ListItem", position: 1, item: { "@type": "Event", startDate: "2031-02-11" } },
				{ position: 2, item: { startDate: "2031-03-01" } },
				{ position: 3, item: { startDate: "2031-03-05", subjectOf: [{ "@type": "Quotation" }] } },
			],
		});
	});

	test("uses no term that schema.org does not have", async () => {
		const types = new Set<string>();
		const properties = new Set<string>();
		const collect = (value: unknown): void => {
			if (Array.isArray(value)) for (const item of value) collect(item);
			if (typeof value !== "object" || value === null || Array.isArray(value)) return;
			for (const [name, inner] of Object.entries(value)) {
				if (name === "@type") for (const type of [inner].flat()) types.add(String(type));
				else if (!name.startsWith("@")) properties.add(name);
				collect(inner);
			}
		};
		collect(await (await get(`/events/${FRUIT}.jsonld`)).json());
		const TYPES =
			"Event ItemList CreativeWork ListItem Quotation NewsArticle NewsMediaOrganization Organization Person Place AdministrativeArea Product Thing";
		const PROPERTIES =
			"name description identifier image startDate eventStatus location about subjectOf abstract itemListOrder numberOfItems itemListElement position item text isPartOf creditText url headline author inLanguage datePublished dateModified publisher";
		expect([...types].filter((type) => !TYPES.split(" ").includes(type))).toEqual([]);
		expect([...properties].filter((property) => !PROPERTIES.split(" ").includes(property))).toEqual([]);
	});
});

describe("the events that meet a filter", () => {
	test.each(["atom", "json"])("are a feed that this service reads itself, as %s", async (format) => {
		const { title: feedTitle, entries } = await feedAt(`/events.${format}?query=fruit+or+frost&first=2`);
		expect(feedTitle).toBe("Antecedent: events, “fruit or frost”");
		expect(entries.map(({ guid }) => guid)).toEqual(
			[uuid("Event", 5), uuid("Event", 4)].map((event) => `urn:uuid:${event}`),
		);
		expect(entries[0]?.url).toBe(articleUrl(5));
	});

	test("are those of an entity or of a kind", async () => {
		expect((await feedAt(`/events.json?entity=${id("Entity", 2)}`)).entries).toHaveLength(1);
		expect((await feedAt("/events.json?kind=ELECTION")).entries).toEqual([]);
		expect((await feedAt("/events.atom")).entries).toHaveLength(5);
	});

	test.each([
		["/events.atom?first=1000", "first must be a whole number from 1 to 100"],
		["/events.atom?entity=evt_1", "is not an id"],
		[`/events.json?entity=${FRUIT}`, "is the id of a Event"],
		["/events.json?sort=new", '"sort" is none of'],
		[`/events.json?query=${"x".repeat(5_000)}`, "filter.query may have at most 4000 characters, not 5000"],
	])("%s is refused, and the message says why", async (path, message) => {
		const response = await get(path);
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			error: { code: "BAD_USER_INPUT", message: expect.stringContaining(message) },
		});
	});

	test("have the address in them that was asked, escaped", async () => {
		const text = await (await get('/events.atom?query="<b>&first=3')).text();
		expect(text).toContain(
			'<link rel="self" type="application/atom+xml" href="https://antecedent.example/events.atom?query=%22%3Cb%3E&amp;first=3"/>',
		);
		expect(text).not.toContain("<b>");
	});
});

describe("any way out", () => {
	const PATHS = [
		`/events/${FRUIT}.jsonld`,
		`/events/${FRUIT}.atom`,
		`/events/${FRUIT}.json`,
		"/events.atom",
		"/events.json",
	];

	test.each(PATHS)("%s has an ETag, and is not sent again to whoever has it", async (path) => {
		const first = await get(path);
		const etag = first.headers.get("etag") ?? "";
		expect(etag).toMatch(/^"[\w-]{43}"$/);
		expect(first.headers.get("x-content-type-options")).toBe("nosniff");
		for (const header of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
			const again = await get(path, { headers: { "if-none-match": header } });
			expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
		}
		const other = await get(path, { headers: { "if-none-match": '"other"' } });
		expect([other.status, await other.text()]).toEqual([200, await first.text()]);
	});

	test.each(PATHS)("%s answers HEAD with the same headers and no body, and nothing else", async (path) => {
		const [whole, head] = [await get(path), await get(path, { method: "HEAD" })];
		expect([head.status, await head.text()]).toEqual([200, ""]);
		for (const name of ["content-type", "content-length", "etag"])
			expect(head.headers.get(name)).toBe(whole.headers.get(name));
		const posted = await get(path, { method: "POST" });
		expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
	});

	test.each(["jsonld", "atom", "json"])("the id of an event that was merged away leads on, as .%s", async (format) => {
		const response = await get(`/events/${id("Event", 77)}.${format}`);
		expect([response.status, response.headers.get("location")]).toEqual([308, `/events/${FRUIT}.${format}`]);
	});

	test.each([
		`/events/${id("Event", 99)}.atom`,
		`/events/${id("Article", 1)}.json`,
		"/events/evt_1.jsonld",
		`/events/${FRUIT}.xml`,
		`/events/${FRUIT}`,
		"/events/../events.atom/",
		`/events/${encodeURIComponent(HOSTILE)}.atom`,
	])("%s is not found, and JSON says so", async (path) => {
		const response = await get(path);
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ error: { code: "NOT_FOUND" } });
	});

	test("names this host as the client does, where no setting does", async () => {
		const other = await serve(null);
		const text = await (await fetch(`${other.origin}/events.json`)).text();
		await other.server.close();
		expect(JSON.parse(text)).toMatchObject({
			home_page_url: `${other.origin}/`,
			feed_url: `${other.origin}/events.json`,
		});
	});
});
