import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { page, rss } from "./canned-web.js";
import { AGENT, openPollingWorld, type PollingWorld } from "./polling-world.js";

let world: PollingWorld;
/** Each test has hosts of its own. */
let host = 0;

const RSS = { "content-type": "application/rss+xml; charset=utf-8" };
const HTML = { "content-type": "text/html; charset=utf-8" };
const at = (path: string, of = host) => world.web.url(of, path);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();

const BODY = [
	"The eastern quay of Port Alba collapsed into the harbour early on Monday, taking two cranes and a warehouse with it, the port authority said.",
	"Nobody was hurt. The authority closed the basin to all ships and asked engineers of the university to find out what had brought the wall down.",
	"Divers had found cracks in the wall in January, after a freighter struck it in a storm. Repairs had been planned for the summer, the authority said.",
	"Traders in the city expect shortages of fruit and grain, since half of what the region eats comes over the quay. Trucks will have to bring it from the north.",
];

async function feedOf(url: string) {
	return world.db.prisma.feed.findFirstOrThrow({ where: { url } });
}

async function articlesAt(of = host) {
	const name = new URL(at("/", of)).host;
	return world.db.prisma.article.findMany({
		where: { url: { contains: `//${name}/` } },
		include: { revisions: { orderBy: { number: "asc" } }, source: true },
		orderBy: { firstSeenAt: "asc" },
	});
}

const askedFor = (path: string, of = host) =>
	world.web.requests.filter(({ address }) => address === at(path, of).replace(/^http:\/\/([^:]+):\d+/, "$1"));

beforeAll(async () => {
	world = await openPollingWorld();
});
afterAll(() => world.close());
beforeEach(() => {
	host++;
});

describe("A feed that is polled", () => {
	it("brings its entries with the text of their pages, and says where each fact was read", async () => {
		world.web.serve(at("/feed"), {
			headers: RSS,
			body: rss("Port Alba Post", [
				{
					title: "Quay collapses",
					link: at("/news/quay-collapses"),
					guid: "quay",
					description: "The eastern quay is gone.",
					pubDate: minutesAgo(60),
				},
			]),
		});
		const head = `<link rel="canonical" href="${at("/news/quay-collapses")}"><meta name="author" content="Ada Pike"><meta property="og:site_name" content="Port Alba Post">`;
		world.web.serve(at("/news/quay-collapses"), {
			headers: HTML,
			body: page("Quay collapses into harbour", BODY, head),
		});
		await world.subscribe(at("/feed"));
		await world.run();

		const [article] = await articlesAt();
		expect(article).toMatchObject({
			headline: "Quay collapses into harbour",
			byline: ["Ada Pike"],
			description: "The eastern quay is gone.",
			publishedAtProvenance: "FEED",
			source: { name: "Port Alba Post" },
			factSources: { headline: expect.any(String), byline: "META_TAG", description: "FEED" },
			revisions: [{ origin: "PAGE", number: 1 }],
		});
		for (const paragraph of BODY) expect(article?.revisions[0]?.text).toContain(paragraph);
		expect(await feedOf(at("/feed"))).toMatchObject({
			title: "Port Alba Post",
			format: "RSS",
			health: "OK",
			entryIdentity: "GUID",
		});
		expect(askedFor("/robots.txt")).toHaveLength(1);
		for (const { headers } of world.web.requests) expect(headers["user-agent"]).toBe(AGENT);
	});

	it("with whole articles in it is read without asking for pages", async () => {
		world.web.serve(at("/feed"), {
			headers: RSS,
			body: rss("Whole", [
				{
					title: "Quay collapses",
					link: at("/1"),
					guid: "1",
					content: [...BODY, ...BODY, ...BODY].map((p) => `<p>${p}</p>`).join(""),
				},
			]),
		});
		await world.subscribe(at("/feed"));
		await world.run();
		expect(await articlesAt()).toMatchObject([{ headline: "Quay collapses", revisions: [{ origin: "FEED_CONTENT" }] }]);
		expect(askedFor("/1")).toEqual([]);
		expect(askedFor("/robots.txt")).toEqual([]);
	});

	it("sends back what it was given to compare by, and is not read again when nothing has changed", async () => {
		world.web.serve(at("/feed"), (request) =>
			request.headers["if-none-match"] === '"v1"'
				? { status: 304, headers: { etag: '"v1"' } }
				: {
						headers: { ...RSS, etag: '"v1"', "last-modified": minutesAgo(5) },
						body: rss("Still", [
							{ title: "One", guid: "1", pubDate: minutesAgo(4), link: at("/1"), content: BODY.join(" ").repeat(4) },
						]),
					},
		);
		await world.subscribe(at("/feed"));
		await world.run();
		const before = await world.db.prisma.change.count();
		await world.makeDue();
		expect(await world.run()).toMatchObject({ polled: expect.any(Number), entriesFound: 0 });
		expect(askedFor("/feed").map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"v1"']);
		expect(await world.db.prisma.change.count()).toBe(before);
		expect(await feedOf(at("/feed"))).toMatchObject({ health: "OK", etag: '"v1"' });
	});

	it("whose server compares nothing is known by its bytes", async () => {
		world.web.serve(at("/feed"), {
			headers: RSS,
			body: rss("Same", [{ title: "One", guid: "1", link: at("/1"), content: BODY.join(" ").repeat(4) }]),
		});
		await world.subscribe(at("/feed"));
		await world.run();
		const { lastChangedAt } = await feedOf(at("/feed"));
		await world.makeDue();
		await world.run();
		expect((await feedOf(at("/feed"))).lastChangedAt).toEqual(lastChangedAt);
	});
});

describe("An article that changes", () => {
	it("under an edited headline is one article with two revisions", async () => {
		const feed = (title: string) => ({
			headers: RSS,
			body: rss("Edits", [
				{
					title,
					link: at("/n"),
					guid: "n",
					content: BODY.map((p) => `<p>${p}</p>`)
						.join("")
						.repeat(3),
				},
			]),
		});
		world.web.serve(at("/feed"), feed("Quay collapses, two missing"));
		await world.subscribe(at("/feed"));
		await world.run();
		world.web.serve(at("/feed"), feed("Quay collapses, nobody hurt"));
		await world.makeDue();
		await world.run();
		const articles = await articlesAt();
		expect(articles.map(({ headline }) => headline)).toEqual(["Quay collapses, nobody hurt"]);
		expect(articles[0]?.revisions.map(({ headline }) => headline)).toEqual([
			"Quay collapses, two missing",
			"Quay collapses, nobody hurt",
		]);
	});

	it("in silence is found when its page is looked at again", async () => {
		world.web.serve(at("/feed"), {
			headers: RSS,
			body: rss("Silent", [{ title: "Quay collapses", link: at("/n"), guid: "n", description: "Gone." }]),
		});
		world.web.serve(at("/n"), { headers: HTML, body: page("Quay collapses", BODY) });
		await world.subscribe(at("/feed"));
		await world.run();
		world.web.serve(at("/n"), {
			headers: HTML,
			body: page("Quay collapses", [
				...BODY,
				"The mayor resigned because of the collapse on Tuesday evening, after a night of talks with the council.",
			]),
		});
		await world.makeDue("everything");
		await world.run();
		const [article] = await articlesAt();
		expect(article?.revisions).toHaveLength(2);
		expect(article?.revisions[1]?.text).toContain("The mayor resigned");
		expect(
			await world.db.prisma.evidence.count({
				where: { articleId: article?.id ?? "", revisionId: article?.revisions[1]?.id ?? "" },
			}),
		).toBeGreaterThan(0);
	});

	it("to and fro between two versions ends after four revisions", async () => {
		const feed = (title: string) => ({
			headers: RSS,
			body: rss("Fro", [
				{
					title,
					link: at("/n"),
					guid: "n",
					content: BODY.map((p) => `<p>${p}</p>`)
						.join("")
						.repeat(3),
				},
			]),
		});
		await world.subscribe(at("/feed"));
		for (let i = 0; i < 8; i++) {
			world.web.serve(at("/feed"), feed(i % 2 === 0 ? "Quay falls" : "Quay has fallen"));
			await world.makeDue("everything");
			await world.run();
		}
		const articles = await articlesAt();
		expect(articles).toHaveLength(1);
		expect(articles[0]?.revisions).toHaveLength(4);
	});
});

describe("Dates", () => {
	it("that are missing or lie ahead are marked, and their articles are listed behind all that are dated", async () => {
		const item = (n: string, pubDate?: string) => ({
			title: `News ${n}`,
			link: at(`/${n}`),
			guid: n,
			content: `${n} ${BODY.join(" ").repeat(4)}`,
			...(pubDate ? { pubDate } : {}),
		});
		world.web.serve(at("/feed"), {
			headers: RSS,
			body: rss("Dates", [
				item("undated"),
				item("future", new Date(Date.now() + 3 * 86_400_000).toUTCString()),
				item("epoch", "Thu, 01 Jan 1970 00:00:00 GMT"),
				item("year-9999", "Fri, 31 Dec 9999 23:59:59 GMT"),
				item("nonsense", "yesterday-ish"),
				item("old", "Mon, 02 Mar 2015 10:00:00 GMT"),
				item("new", minutesAgo(30)),
			]),
		});
		await world.subscribe(at("/feed"));
		await world.run();
		const sourceId = (await articlesAt())[0]?.sourceId ?? "";
		const listed = await world.db.prisma.article.findMany({
			where: { sourceId },
			orderBy: [{ listedAt: "desc" }, { id: "desc" }],
		});
		expect(listed).toHaveLength(7);
		expect(listed.slice(0, 2).map(({ headline }) => headline)).toEqual(["News new", "News old"]);
		for (const article of listed.slice(2)) expect(article.publishedAtProvenance, article.headline).toBe("FIRST_SEEN");
		for (const { publishedAt } of listed) expect(publishedAt.getTime()).toBeLessThanOrEqual(Date.now());
	});
});

describe("A feed that cannot be read", () => {
	const cases: [what: string, answer: object, error: object, health: string][] = [
		["answers 404", { status: 404 }, { lastErrorCode: "HTTP_CLIENT_ERROR", lastErrorStatus: 404 }, "DEGRADED"],
		["answers 500", { status: 500 }, { lastErrorCode: "HTTP_SERVER_ERROR", lastErrorStatus: 500 }, "DEGRADED"],
		["is gone", { status: 410 }, { lastErrorStatus: 410, nextFetchAt: null }, "GONE"],
		[
			"asks for patience",
			{ status: 429, headers: { "retry-after": "7200" } },
			{ lastErrorCode: "RATE_LIMITED" },
			"DEGRADED",
		],
		["is a page", { headers: HTML, body: page("A page", BODY) }, { lastErrorCode: "NOT_A_FEED" }, "DEGRADED"],
		["is empty", { headers: RSS, body: rss("Empty", []) }, { lastErrorCode: "EMPTY" }, "DEGRADED"],
		[
			"dates nothing",
			{ headers: RSS, body: rss("Undated", [{ title: "One", guid: "1", link: "http://x.example/1" }]) },
			{ lastErrorCode: "ALL_ITEMS_UNDATED" },
			"DEGRADED",
		],
		[
			"wants a person",
			{
				status: 403,
				headers: HTML,
				body: "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script>",
			},
			{ lastErrorCode: "BOT_PROTECTION" },
			"DEGRADED",
		],
		["is nothing", { body: "" }, {}, "DEGRADED"],
	];
	it.each(cases)("since it %s", async (_, answer, error, health) => {
		world.web.serve(at("/feed"), answer);
		await world.subscribe(at("/feed"));
		await world.run({ pages: "never" });
		const feed = await feedOf(at("/feed"));
		expect(feed).toMatchObject({ ...error, health, lastErrorMessage: expect.any(String) });
		if (answer === cases[3]?.[1]) expect((feed.nextFetchAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_100_000);
	});

	it("is asked less and less often, and is well again after one answer", async () => {
		world.web.serve(at("/feed"), { status: 503 });
		await world.subscribe(at("/feed"));
		const waits: number[] = [];
		for (let i = 0; i < 5; i++) {
			await world.makeDue();
			await world.run();
			waits.push(((await feedOf(at("/feed"))).nextFetchAt?.getTime() ?? 0) - Date.now());
		}
		for (let i = 1; i < waits.length; i++) expect(waits[i]).toBeGreaterThan((waits[i - 1] ?? 0) * 1.5);
		expect(await feedOf(at("/feed"))).toMatchObject({ health: "FAILING", failures: 5 });
		world.web.serve(at("/feed"), {
			headers: RSS,
			body: rss("Back", [
				{ title: "One", guid: "1", link: at("/1"), content: BODY.join(" ").repeat(4), pubDate: minutesAgo(5) },
			]),
		});
		await world.makeDue();
		await world.run();
		expect(await feedOf(at("/feed"))).toMatchObject({ health: "OK", failures: 0, lastErrorCode: null });
		expect(await articlesAt()).toHaveLength(1);
	});

	it("has its address changed when it has moved for good, seen twice", async () => {
		world.web.serve(at("/old"), { status: 301, headers: { location: at("/new") } });
		world.web.serve(at("/new"), {
			headers: RSS,
			body: rss("Moved", [
				{ title: "One", guid: "1", link: at("/1"), content: BODY.join(" ").repeat(4), pubDate: minutesAgo(5) },
			]),
		});
		await world.subscribe(at("/old"));
		await world.run();
		expect(await feedOf(at("/old"))).toMatchObject({ movedTo: at("/new"), movedSightings: 1 });
		await world.makeDue();
		await world.run();
		await world.makeDue();
		await world.run();
		expect(await feedOf(at("/new"))).toMatchObject({ health: "OK", movedSightings: 0 });
		expect(askedFor("/old")).toHaveLength(2);
		expect(await articlesAt()).toHaveLength(1);
	});
});

describe("A page that cannot be read", () => {
	const feed = () => ({
		headers: RSS,
		body: rss("Short", [
			{
				title: "Quay collapses",
				link: at("/n"),
				guid: "n",
				description: "The eastern quay of Port Alba is gone.",
				pubDate: minutesAgo(9),
			},
		]),
	});

	it("since robots.txt asks not to leaves what the feed said", async () => {
		world.web.serve(at("/feed"), feed());
		world.web.serve(at("/robots.txt"), { body: "User-agent: *\nDisallow: /n\n" });
		world.web.serve(at("/n"), { headers: HTML, body: page("Quay collapses", BODY) });
		await world.subscribe(at("/feed"));
		await world.run();
		expect(await articlesAt()).toMatchObject([
			{ revisions: [{ origin: "FEED_SUMMARY", text: "The eastern quay of Port Alba is gone." }] },
		]);
		expect(askedFor("/n")).toEqual([]);
		const entry = await world.db.prisma.feedEntry.findFirstOrThrow({ where: { url: at("/n") } });
		expect(entry).toMatchObject({ dueAt: null, problem: expect.stringContaining("robots.txt") });
	});

	it("since its server fails is tried again, and then takes the place of the summary", async () => {
		world.web.serve(at("/feed"), feed());
		world.web.serve(at("/n"), { status: 503 });
		await world.subscribe(at("/feed"));
		await world.run();
		expect(await articlesAt()).toMatchObject([{ revisions: [{ origin: "FEED_SUMMARY" }] }]);
		world.web.serve(at("/n"), { headers: HTML, body: page("Quay collapses", BODY) });
		await world.makeDue("everything");
		await world.run();
		expect(await articlesAt()).toMatchObject([{ revisions: [{ origin: "FEED_SUMMARY" }, { origin: "PAGE" }] }]);
	});
});

describe("One wire", () => {
	it("printed by ten outlets is one original and nine copies, and one independent source", async () => {
		const wire = [
			"The dockers' union of Karsund called a strike because a crane fell on Tuesday, its leader said in a letter to the port.",
			"The crane came down across two berths in a gust that nobody had forecast, witnesses told the harbour radio in the morning.",
			"A third of the port's four hundred workers walked out at noon; the others are to follow on Friday unless the cranes are inspected.",
			"The operator called the walkout premature. It said that all machines had passed their tests in the spring, and that wages would be withheld.",
			"Two ships with timber were sent on to Ostby, forty miles down the coast, where the berths are too short for the larger of them.",
		];
		const hosts = Array.from({ length: 10 }, (_, n) => host + n);
		host += 10;
		for (const [n, of] of hosts.entries()) {
			const url = at("/wire", of);
			world.web.serve(at("/feed", of), {
				headers: RSS,
				body: rss(`Outlet ${n}`, [
					{
						title: `Dockers strike (${n})`,
						link: url,
						guid: url,
						description: "A strike.",
						pubDate: minutesAgo(100 - n),
					},
				]),
			});
			const own = n % 2 === 0 ? [] : [`Reporting by our correspondent number ${n}, editing by the desk.`];
			world.web.serve(url, {
				headers: HTML,
				body: page(`Dockers of Karsund strike over fallen crane`, [
					...wire.slice(0, wire.length - (n % 3 === 2 ? 1 : 0)),
					...own,
				]),
			});
		}
		await world.subscribe(...hosts.map((of) => at("/feed", of)));
		await world.run();
		const articles = await world.db.prisma.article.findMany({
			where: { url: { endsWith: "/wire" } },
			orderBy: { publishedAt: "asc" },
		});
		expect(articles).toHaveLength(10);
		expect(articles.map(({ isBasedOnId }) => isBasedOnId)).toEqual([
			null,
			...Array.from({ length: 9 }, () => articles[0]?.id),
		]);
		const evidence = await world.db.prisma.evidence.findFirstOrThrow({
			where: { articleId: articles[0]?.id ?? "" },
			include: { link: true },
		});
		expect(evidence.link.independentSources).toBe(1);
	});

	it("that two feeds of one outlet point to is fetched once and is one article", async () => {
		const items = [
			{
				title: "Quay collapses",
				link: `${at("/n")}?utm_source=a`,
				guid: "n",
				description: "Gone.",
				pubDate: minutesAgo(5),
			},
		];
		world.web.serve(at("/feed-a"), { headers: RSS, body: rss("A", items) });
		world.web.serve(at("/feed-b"), {
			headers: RSS,
			body: rss(
				"B",
				items.map((item) => ({ ...item, link: `${at("/n")}?utm_source=b`, guid: "other" })),
			),
		});
		for (const from of ["a", "b"])
			world.web.serve(`${at("/n")}?utm_source=${from}`, { headers: HTML, body: page("Quay collapses", BODY) });
		await world.subscribe(at("/feed-a"), at("/feed-b"));
		await world.run();
		const [article, ...more] = await articlesAt();
		expect(more).toEqual([]);
		expect([...askedFor("/n?utm_source=a"), ...askedFor("/n?utm_source=b")]).toHaveLength(1);
		expect(await world.db.prisma.feedEntry.count({ where: { articleId: article?.id ?? "" } })).toBe(2);
	});
});
