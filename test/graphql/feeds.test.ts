import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readOpml } from "../../src/feed/opml.js";
import { feedList } from "../../src/source/feed-list.js";
import { page, rss } from "../ingest/polling/canned-web.js";
import { openPollingWorld, type PollingWorld } from "../ingest/polling/polling-world.js";
import { at, each, type GraphQLClient, graphqlClient, type Json } from "./graphql-client.js";

let world: PollingWorld;
let client: GraphQLClient;
/** Each test has hosts of its own. */
let host = 0;

const FEED = `feed { id url title format health pollIntervalSeconds lastFetchedAt nextFetchAt lastError { code message httpStatus at }
	source { name } articles(first: 2) { nodes { headline publishedAtProvenance } pageInfo { hasNextPage endCursor } totalCount } }
	userErrors { code path message }`;
const ADD = `mutation($input: AddFeedInput!) { addFeed(input: $input) { ${FEED} } }`;
const REFRESH = `mutation($id: ID!) { refreshFeed(input: {feedId: $id}) { ${FEED} } }`;
const REMOVE = "mutation($id: ID!) { removeFeed(input: {feedId: $id}) { removedId userErrors { code path message } } }";
const IMPORT =
	"mutation($input: ImportOpmlInput!) { importOpml(input: $input) { read created unchanged userErrors { code path message } } }";

const here = (path: string) => world.web.url(host, path);
const serveFeed = (path: string, titles = ["One", "Two", "Three"]) =>
	world.web.serve(here(path), {
		headers: { "content-type": "application/rss+xml" },
		body: rss(
			"Port Alba Post",
			titles.map((title, n) => ({
				title,
				link: here(`/${title}`),
				guid: title,
				description: `${title}: the council of Port Alba met, and put off its decision on the ${title.toLowerCase()} bridge.`,
				pubDate: new Date(Date.UTC(2026, 2, 1 + n)).toUTCString(),
			})),
		),
	});

async function add(input: Record<string, Json>): Promise<Json> {
	return at(await client.data(ADD, { input }), "addFeed");
}

beforeAll(async () => {
	world = await openPollingWorld();
	client = graphqlClient(world.db, { feeds: world, now: () => new Date() });
});
afterAll(() => world.close());
beforeEach(() => {
	host++;
});

describe("addFeed", () => {
	test("reads the feed once, and its entries are in the archive soon after", async () => {
		serveFeed("/feed");
		const added = await add({ url: here("/feed"), pollIntervalSeconds: 600 });
		expect(added).toMatchObject({
			feed: {
				url: here("/feed"),
				title: "Port Alba Post",
				format: "RSS",
				health: "OK",
				lastError: null,
				lastFetchedAt: expect.any(String),
			},
			userErrors: [],
		});
		await world.run({ pages: "never" });
		const id = at(added, "feed.id");
		const query =
			"query($id: ID!, $after: String) { node(id: $id) { ... on Feed { articles(first: 2, after: $after) { nodes { headline } pageInfo { hasNextPage endCursor } totalCount } } } }";
		const first = await client.ask(query, { id });
		expect(first.data).toMatchObject({
			node: {
				articles: {
					nodes: [{ headline: "Three" }, { headline: "Two" }],
					pageInfo: { hasNextPage: true },
					totalCount: 3,
				},
			},
		});
		expect(first.statements.length).toBeLessThanOrEqual(4);
		const second = await client.data(query, { id, after: at(first.data, "node.articles.pageInfo.endCursor") });
		expect(each(second, "node.articles.nodes", "headline")).toEqual(["One"]);
		const filtered = await client.data("query($id: ID!) { articles(filter: {feedIds: [$id]}) { totalCount } }", { id });
		expect(at(filtered, "articles.totalCount")).toBe(3);
	});

	test("finds the feed of a page", async () => {
		serveFeed("/news/feed");
		const head =
			'<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/news/feed">';
		world.web.serve(here("/"), {
			headers: { "content-type": "text/html" },
			body: page("Port Alba Post", ["Welcome."], head),
		});
		expect(await add({ url: here("/") })).toMatchObject({ feed: { url: here("/news/feed") }, userErrors: [] });
	});

	test("answers the same request with the same feed, and another one for it with ALREADY_EXISTS", async () => {
		serveFeed("/feed");
		const first = await add({ url: here("/feed"), idempotencyKey: `key ${host}` });
		expect(await add({ url: here("/feed"), idempotencyKey: `key ${host}` })).toMatchObject({
			feed: { id: at(first, "feed.id") },
			userErrors: [],
		});
		expect(await add({ url: here("/feed") })).toMatchObject({
			feed: { id: at(first, "feed.id") },
			userErrors: [{ code: "ALREADY_EXISTS", path: ["input", "url"] }],
		});
		expect(await world.db.prisma.feed.count({ where: { url: here("/feed") } })).toBe(1);
	});

	test("refuses what cannot be read, says why, and stores nothing", async () => {
		world.web.serve(here("/page"), {
			headers: { "content-type": "text/html" },
			body: page("No feed", ["Nothing to subscribe to."]),
		});
		world.web.serve(here("/broken"), { status: 500 });
		world.web.serve(here("/away"), { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data/" } });
		const cases: [input: Record<string, Json>, code: string, message: RegExp][] = [
			[{ url: here("/page") }, "UNSUPPORTED_FORMAT", /NOT_A_FEED/],
			[{ url: here("/broken") }, "UNREACHABLE", /500/],
			[{ url: here("/away") }, "UNREACHABLE", /BLOCKED_ADDRESS/],
			[{ url: "http://[::1]:1/feed" }, "UNREACHABLE", /BLOCKED_ADDRESS/],
			[{ url: "http://no-such-host.invalid/feed" }, "UNREACHABLE", /DNS/],
			[{ url: here("/feed"), pollIntervalSeconds: 5 }, "INVALID", /60/],
		];
		const before = await world.db.prisma.feed.count();
		for (const [input, code, message] of cases) {
			const payload = await add(input);
			expect(payload, JSON.stringify(input)).toMatchObject({
				feed: null,
				userErrors: [{ code, message: expect.stringMatching(message) }],
			});
		}
		expect(await world.db.prisma.feed.count()).toBe(before);
	});
});

describe("refreshFeed and removeFeed", () => {
	test("make a feed due, also one that was gone; and forget it, but not its articles", async () => {
		serveFeed("/feed");
		const id = at(await add({ url: here("/feed") }), "feed.id");
		await world.run({ pages: "never" });
		world.web.serve(here("/feed"), { status: 410 });
		await world.makeDue();
		await world.run({ pages: "never" });
		const gone = await client.data(
			"query($id: ID!) { node(id: $id) { ... on Feed { health nextFetchAt lastError { code httpStatus } } } }",
			{ id },
		);
		expect(at(gone, "node")).toEqual({
			health: "GONE",
			nextFetchAt: null,
			lastError: { code: "HTTP_CLIENT_ERROR", httpStatus: 410 },
		});

		serveFeed("/feed", ["Four"]);
		expect(at(await client.data(REFRESH, { id }), "refreshFeed")).toMatchObject({
			feed: { health: "OK" },
			userErrors: [],
		});
		await world.run({ pages: "never" });
		expect(await world.db.prisma.article.count({ where: { headline: "Four", url: { startsWith: here("/") } } })).toBe(
			1,
		);

		const removed = await client.data(REMOVE, { id });
		expect(at(removed, "removeFeed")).toEqual({ removedId: id, userErrors: [] });
		expect(at(await client.data(REMOVE, { id }), "removeFeed.userErrors")).toMatchObject([
			{ code: "NOT_FOUND", path: ["input", "feedId"] },
		]);
		expect(at(await client.data(REFRESH, { id }), "refreshFeed.userErrors")).toMatchObject([{ code: "NOT_FOUND" }]);
		expect(await world.db.prisma.article.count({ where: { url: { startsWith: here("/") } } })).toBe(4);
		expect(await world.db.prisma.feedEntry.count({ where: { url: { startsWith: here("/") } } })).toBe(0);
		const changes = await world.db.prisma.change.findMany({
			where: { nodeType: "FEED" },
			orderBy: { position: "desc" },
			take: 1,
		});
		expect(changes).toMatchObject([{ kind: "RETRACTED" }]);
	});

	test("leave a server alone that has asked for it", async () => {
		serveFeed("/feed");
		const id = at(await add({ url: here("/feed") }), "feed.id");
		await world.run({ pages: "never" });
		world.web.serve(here("/feed"), { status: 429, headers: { "retry-after": "3600" } });
		await world.makeDue();
		await world.run({ pages: "never" });
		expect(at(await client.data(REFRESH, { id }), "refreshFeed")).toMatchObject({
			feed: { lastError: { code: "RATE_LIMITED", httpStatus: 429 } },
			userErrors: [{ code: "CONFLICT", message: expect.stringMatching(/left alone until \d{4}-/) }],
		});
	});
});

describe("Lists of feeds", () => {
	const opml = () =>
		`<opml version="2.0"><body><outline text="News"><outline text="A &amp; B" type="rss" xmlUrl="${here("/a")}" htmlUrl="${here("/")}"/></outline><outline text="B" xmlUrl="${here("/b")}"/><outline text="File" xmlUrl="file:///etc/passwd"/></body></opml>`;

	test("come in, whole or not at all on trial, and are known the second time", async () => {
		const trial = at(await client.data(IMPORT, { input: { opml: opml(), dryRun: true } }), "importOpml");
		expect(trial).toMatchObject({
			read: 3,
			created: 2,
			unchanged: 0,
			userErrors: [{ code: "INVALID", message: expect.stringContaining("file") }],
		});
		expect(await world.db.prisma.feed.count({ where: { url: here("/a") } })).toBe(0);
		expect(at(await client.data(IMPORT, { input: { opml: opml() } }), "importOpml")).toMatchObject({
			read: 3,
			created: 2,
			unchanged: 0,
		});
		expect(at(await client.data(IMPORT, { input: { opml: opml() } }), "importOpml")).toMatchObject({
			read: 3,
			created: 0,
			unchanged: 2,
		});
		expect(at(await client.data(IMPORT, { input: { opml: "no list" } }), "importOpml.userErrors")).toMatchObject([
			{ path: ["input", "opml"] },
		]);
	});

	test("go out as they came in", async () => {
		await client.data(IMPORT, { input: { opml: opml() } });
		const written = readOpml(await feedList(world.db, new Date()));
		expect(written.filter(({ url }) => url.startsWith(here("/")))).toEqual([
			{ url: here("/a"), title: "A & B", homepage: here("/") },
			{ url: here("/b"), title: "B", homepage: here("/") },
		]);
	});

	test("the list that comes with the service can be read, and is no list of one outlet", async () => {
		const { readFile } = await import("node:fs/promises");
		const feeds = readOpml(await readFile(new URL("../../prisma/feeds/world-news.opml", import.meta.url), "utf8"));
		expect(feeds.length).toBeGreaterThanOrEqual(12);
		expect(new Set(feeds.map(({ url }) => new URL(url).host)).size).toBe(feeds.length);
		for (const { url } of feeds) expect(url).toMatch(/^https:/);
	});
});

describe("submitArticle with a page", () => {
	const SUBMIT =
		"mutation($input: SubmitArticleInput!) { submitArticle(input: $input) { article { headline byline publishedAt publishedAtProvenance provenance { field readIn } sections { text } } userErrors { code path message } } }";

	test("reads the article in it, and what is given beside it wins", async () => {
		const head =
			'<meta property="article:published_time" content="2026-03-06T08:00:00Z"><meta name="author" content="Ada Pike">';
		const text =
			"Dockers in Velsen walked out on Wednesday in response to the closure of the night terminal, and the union said the strike would last a week.";
		const html = page(
			"Dockers walk out",
			[
				text,
				"The port authority called the strike unlawful and asked a court to end it before the weekend, when four ships are due.",
				"Talks are to begin on Monday.",
			],
			head,
		);
		const input = { url: `https://velsen.example/${host}`, html, headline: "Dockers walk out in Velsen" };
		const payload = at(await client.data(SUBMIT, { input }), "submitArticle");
		expect(payload).toMatchObject({
			article: {
				headline: "Dockers walk out in Velsen",
				byline: ["Ada Pike"],
				publishedAt: "2026-03-06T08:00:00.000Z",
				publishedAtProvenance: "META_TAG",
			},
			userErrors: [],
		});
		expect(JSON.stringify(at(payload, "article.sections"))).toContain(text);
	});

	test("is refused where there is no article in it, or a text beside it", async () => {
		const url = `https://velsen.example/${host}`;
		const cases = [
			{ url, html: "<p>No.</p>" },
			{ url, html: page("A", ["b"]), text: "Both." },
		];
		for (const input of cases)
			expect(at(await client.data(SUBMIT, { input }), "submitArticle")).toMatchObject({
				article: null,
				userErrors: [{ code: "INVALID", path: ["input", "html"] }],
			});
	});
});
