import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { id, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { HOSTILE, type ServedPages, SUBMIT, send, servePages } from "./serve-pages.js";

/** The pages as they are where no script runs. */

let db: TestDatabase;
let served: ServedPages;

beforeAll(async () => {
	db = await openTestDatabase();
	await writePortWorld(db);
	served = await servePages(db);
});
afterAll(async () => {
	await served.close();
	await db.close();
});

async function open(path: string) {
	const response = await fetch(served.url + path);
	const html = await response.text();
	return { response, html, document: parseHTML(html).document };
}

const texts = (document: Document, selector: string): string[] =>
	[...document.querySelectorAll(selector)].map((element) => element.textContent?.replaceAll(/\s+/g, " ").trim() ?? "");

describe("the front page", () => {
	test("lists events with their coverage and how many causes are told, the last reported first", async () => {
		const { response, document } = await open("/");
		expect(response.status).toBe(200);
		expect(texts(document, ".events h3")[0]).toBe("Frost killed the blossom in February");
		const fruit = texts(document, ".events li").find((text) => text.includes("Fruit runs short"));
		expect(fruit).toContain("2 independent outlets");
		expect(fruit).toContain("2 causes told");
	});

	test("says where things are for programs", async () => {
		const { document } = await open("/");
		const links = [...document.querySelectorAll("footer a")].map((link) => link.getAttribute("href"));
		expect(links).toEqual(["/graphql", "/schema.graphql", "/events.atom", "/opml"]);
	});

	test("shows a chain of causes, root cause first", async () => {
		const { document } = await open("/");
		expect(texts(document, ".example a")).toEqual([
			"Port of Velsen ends night shifts",
			"Dockers walk out in Velsen",
			"Fruit runs short in supermarkets",
		]);
	});

	test.each([
		["words", "?q=dockers", ["Dockers walk out in Velsen"]],
		["who takes part", "?who=Dockers%27+Union", ["Dockers walk out in Velsen"]],
		["days", "?from=2031-02-01&to=2031-02-28", ["Frost killed the blossom in February"]],
		["what nobody is called", "?who=zzzz", []],
		["an outlet", `?source=${id("Source", 3)}`, ["Fruit runs short in supermarkets"]],
		["days that are none", "?from=2031-02-31x&to='&q=dockers", ["Dockers walk out in Velsen"]],
	])("finds events by %s", async (_, query, titles) => {
		const { response, document } = await open(`/${query}`);
		expect(response.status).toBe(200);
		expect(texts(document, ".events h3")).toEqual(titles);
	});

	test("says what is wrong with an address that cannot be answered", async () => {
		const { response, document } = await open("/?after=nonsense");
		expect(response.status).toBe(400);
		expect(texts(document, ".lead")[0]).toMatch(/after|cursor/i);
	});
});

describe("an event's page", () => {
	const path = `/events/${id("Event", 3)}`;

	test("shows what preceded without any script: dates, sentences, outlets, roles in words, disputes", async () => {
		const { document } = await open(path);
		expect(texts(document, "h1")).toEqual(["Fruit runs short in supermarkets"]);
		expect(texts(document, ".step > .date")).toEqual(["11 February 2031", "1 March 2031", "5 March 2031"]);
		const [frost, shifts, dockers] = texts(document, ".step");
		expect(frost).toContain("Cause");
		expect(frost).toContain("as the minister says");
		expect(frost).toContain("Said to have led to");
		expect(shifts).toContain("Earlier cause");
		expect(dockers).toContain("Disputed");
		expect(dockers).toContain("1 against");
		expect(texts(document, ".step mark")).toContain("Fruit ran short on Sunday because dockers had walked out.");
	});

	test("draws the claims, and says the same as a list", async () => {
		const { document } = await open(path);
		expect(texts(document, ".box")).toHaveLength(4);
		expect(document.querySelectorAll(".edge")).toHaveLength(3);
		expect(document.querySelectorAll(".edge.broken")).toHaveLength(1);
		expect(texts(document, "figcaption li")).toHaveLength(3);
	});

	test("shows what was known at the end of a day of the past", async () => {
		const { document } = await open(`${path}?day=2031-03-10`);
		expect(texts(document, ".step > .date")).toEqual(["1 March 2031", "5 March 2031"]);
		expect(texts(document, ".as-of output")).toEqual(["as known on 10 March 2031"]);
		expect(document.querySelector(".disputed")).toBeNull();
		// Nor does anything around it tell what was printed later.
		expect(document.querySelector("main")?.textContent).not.toContain("Minister blames frost");
		expect((await open(path)).document.querySelector("main")?.textContent).toContain("Minister blames frost");
	});

	test("its query stands ready to run in the explorer", async () => {
		const { document } = await open(path);
		const address = new URL(
			document.querySelector<HTMLAnchorElement>("nav a:last-child")?.getAttribute("href") ?? "",
			served.url,
		);
		const variables = JSON.parse(address.searchParams.get("variables") ?? "");
		const data = await send(served.url, address.searchParams.get("query") ?? "", variables);
		expect(data.event.whatPreceded.event.title).toBe("Fruit runs short in supermarkets");
	});

	test.each([
		["/events/evt_nothing"],
		[`/events/${id("Event", 999)}`],
		[`/events/${id("Article", 1)}`],
		["/articles/x"],
		["/events/%00"],
	])("%s is not there, in words", async (absent) => {
		const { response, document } = await open(absent);
		expect(response.status).toBe(404);
		expect(texts(document, "h1")).toEqual(["Not here"]);
	});
});

describe("an article's page", () => {
	test("marks mentions as links to their events, and dates", async () => {
		const { document } = await open(`/articles/${id("Article", 3)}`);
		expect(texts(document, "h1")).toEqual(["Fruit runs short in supermarkets"]);
		expect(document.querySelector(".mention")?.getAttribute("href")).toMatch(/^\/events\/evt_/);
		expect(texts(document, "aside h2")).toContain("1 copy");
	});

	test("a hostile article is text, on its page and on those of its events", async () => {
		const { submitArticle } = await send(served.url, SUBMIT, { input: HOSTILE });
		expect(submitArticle.userErrors).toEqual([]);
		const { article } = submitArticle;
		const paths = [
			`/articles/${article.id}`,
			...article.events.nodes.map((event: { id: string }) => `/events/${event.id}`),
			"/",
		];
		expect(paths.length).toBeGreaterThan(2);
		for (const path of paths) {
			const { html, document } = await open(path);
			expect([...document.querySelectorAll("script")].map((script) => script.getAttribute("type"))).toEqual([
				"module",
				"application/json",
			]);
			expect(html).not.toContain("<img");
			for (const element of document.querySelectorAll("*")) {
				for (const { name, value } of element.attributes) {
					expect(name).not.toMatch(/^on/);
					if (name === "href") expect(value).not.toMatch(/^\s*(javascript|data:text)/i);
				}
			}
		}
		const { document } = await open(paths[0] ?? "");
		expect(texts(document, "h1 bdi")[0]).toContain("<script>window.harm = 1</script>");
		expect(texts(document, ".sections")[0]).toContain(`<a href="javascript:window.harm = 1">Click</a>`);
	});
});

describe("what is sent", () => {
	test("a page may run no script and load no style but its own, and asks nobody else", async () => {
		const { response, html } = await open(`/events/${id("Event", 3)}`);
		const policy = response.headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
		expect(html).not.toMatch(/ style=|(src|href)="(https?:)?\/\/(?!(news|hostile))/);
	});

	test("scripts and styles are compressed, kept for ever, and small", async () => {
		const { document } = await open("/");
		const script = document.querySelector("script[src]")?.getAttribute("src") ?? "";
		const style = document.querySelector("link[rel=stylesheet]")?.getAttribute("href") ?? "";
		for (const address of [script, style]) {
			const response = await fetch(served.url + address, { headers: { "accept-encoding": "gzip" } });
			expect(response.headers.get("cache-control")).toContain("immutable");
			expect(response.headers.get("content-encoding")).toBe("gzip");
			expect(Number(response.headers.get("content-length"))).toBeLessThan(50_000);
			expect((await response.text()).length).toBeGreaterThan(1_000);
		}
	});

	test.each([["/assets/nothing.js"], ["/assets/manifest.json"], ["/assets/..%2f..%2fpackage.json"]])(
		"%s is not there",
		async (path) => {
			expect((await fetch(served.url + path)).status).toBe(404);
		},
	);

	test("an event's page costs a number of statements that does not grow with what it shows", async () => {
		await open(`/events/${id("Event", 3)}`);
		db.statements.length = 0;
		await open(`/events/${id("Event", 3)}`);
		expect(db.statements.length).toBeLessThanOrEqual(25);
	});
});
