import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { refreshContexts } from "../../src/ingest/contexts/refresh-contexts.js";
import { publicId } from "../../src/public-id.js";
import { id, writePortWorld } from "../graphql/port-world.js";
import { COLLAPSE, DENIAL, STRIKE } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { findChromium, openBrowser } from "./chromium.js";
import { type LocalFeeds, openLocalFeeds } from "./local-feeds.js";
import { HOSTILE, type ServedPages, SUBMIT, send, servePages } from "./serve-pages.js";
import { WIDE_LINKS, WIDE_TARGET, writeWideWorld } from "./wide-world.js";

interface Violation {
	id: string;
	impact: string;
	nodes: { html: string }[];
}

/** What axe finds to be in somebody's way, by rule and element. */
async function seriousFaults(page: Page, run: string): Promise<[rule: string, elements: string[]][]> {
	const { violations } = (await page.evaluate(run)) as { violations: Violation[] };
	const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
	return serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** As `seriousFaults`, of a light page and then of the same page in the dark. */
async function faultsInBothColours(page: Page): Promise<[rule: string, elements: string[]][]> {
	await page.evaluate(AXE);
	const faults = await seriousFaults(page, "axe.run()");
	await page.emulateMedia({ colorScheme: "dark" });
	// Only colours are others now.
	return [...faults, ...(await seriousFaults(page, `axe.run({ runOnly: ["color-contrast"] })`))];
}

/** `expect` of what comes to be: on a busy machine an answer takes more than the second that is waited by default. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 15_000 });

/** The pages as people use them, in a browser without a window. */

const chromium = findChromium();
if (!chromium) console.warn("No Chromium is installed (CHROMIUM, or chromium on the path): the pages are not walked.");

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FRUIT = `/events/${id("Event", 3)}`;

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether all of an element lies within what its canvas shows of the graph. */
const IN_VIEW = `(selector) => {
	const inner = document.querySelector(selector).getBoundingClientRect();
	const outer = document.querySelector(".canvas").getBoundingClientRect();
	return outer.left <= inner.left && outer.top <= inner.top && inner.right <= outer.right && inner.bottom <= outer.bottom;
}`;

/** Where the focus is, how it shows, and whether it is on the screen. */
const FOCUS = `(() => {
	const box = document.activeElement;
	const { left, top, right, bottom } = box.getBoundingClientRect();
	const { outlineStyle, outlineWidth } = getComputedStyle(box);
	const canvas = document.querySelector(".canvas").getBoundingClientRect();
	const isInView = canvas.left <= left && right <= canvas.right && 0 <= top && bottom <= innerHeight;
	return { href: box.getAttribute("href"), outline: outlineStyle + " " + outlineWidth, isInView };
})()`;

describe.skipIf(!chromium)("in a browser", () => {
	let db: TestDatabase;
	let local: LocalFeeds;
	let served: ServedPages;
	let browser: Browser;
	let page: Page;
	/** What the browser complained of: scripts and styles that were refused, errors that nobody caught. */
	const complaints: string[] = [];

	beforeAll(async () => {
		db = await openTestDatabase();
		await writePortWorld(db);
		local = await openLocalFeeds();
		served = await servePages(db, local.reader);
		browser = await openBrowser(chromium ?? "");
		page = await newPage();
	});
	afterAll(async () => {
		await browser?.close();
		await served?.close();
		await local?.close();
		await db?.close();
	});

	async function newPage(options = {}): Promise<Page> {
		const opened = await browser.newPage({ baseURL: served.url, viewport: { width: 1280, height: 900 }, ...options });
		opened.setDefaultTimeout(20_000);
		opened.on("pageerror", (error) => complaints.push(error.message));
		opened.on("console", (message) => {
			if (message.type() === "error") complaints.push(message.text());
		});
		return opened;
	}

	test("from the front page to an event, its evidence, an earlier day, an article, and the query in the explorer", async () => {
		await page.goto("/");
		await page.locator(".events").getByRole("link", { name: "Fruit runs short in supermarkets" }).click();
		await page.getByRole("heading", { level: 1, name: "Fruit runs short" }).waitFor();

		const dockers = page.locator(".step", { hasText: "Dockers walk out" });
		const evidence = dockers
			.locator("details", { hasText: "Fruit ran short on Sunday because dockers had walked out." })
			.first();
		await evidence.locator("summary").click();
		// Its paragraph, and not only the words next to it that came with the page.
		const quoted = evidence.locator("blockquote");
		await soon(() => quoted.textContent()).toContain("The port had ended its night shifts on 1 March.");
		expect(await evidence.locator("mark").isVisible()).toBe(true);

		const slider = page.getByRole("slider");
		await slider.focus();
		const steps = page.locator(".timeline").first().locator(".step");
		expect(await steps.count()).toBe(3);
		await slider.press("ArrowLeft");
		await slider.press("ArrowLeft");
		await page.getByText("as known on 9 March 2031").waitFor();
		await soon(() => steps.count()).toBe(2);
		expect(page.url()).toContain("?day=2031-03-09");

		await page.locator("aside .plain").getByRole("link", { name: "Fruit runs short in supermarkets" }).first().click();
		await page.getByRole("heading", { level: 2, name: "1 copy" }).waitFor();
		await page.getByRole("link", { name: "This page’s query" }).click();
		await page.locator(".graphiql-container").first().waitFor();
		await page.getByText("ArticlePage").first().waitFor();
	});

	test("an event that comes in shows without a reload", async () => {
		const opened = await newPage();
		const following = opened.waitForRequest(
			(request) => request.headers().accept?.includes("text/event-stream") ?? false,
		);
		await opened.goto("/");
		await (await following).response();
		await opened.evaluate("window.same = true");
		const input = {
			url: "https://news1.example/mayor",
			headline: "Mayor of Velsen resigns",
			text: "The mayor of Velsen resigned on Tuesday after weeks of protests.",
			publishedAt: "2031-05-20T08:00:00Z",
		};
		await send(served.url, SUBMIT, { input });
		await opened.getByRole("button", { name: /new event/ }).click();
		await opened.getByRole("heading", { name: "Mayor of Velsen resigns" }).waitFor();
		expect(await opened.evaluate("window.same")).toBe(true);
		await opened.close();
	});

	test("what an editor decides of a link at the desk changes it, and undo restores it", async () => {
		const opened = await newPage();
		await opened.goto("/desk");
		const link = opened.locator(`[data-link="${id("CausalLink", 1)}"]`);
		const before = await link.locator(".status").textContent();
		expect(before).not.toBe("disputed");
		expect(await link.getByRole("button", { name: "Dispute" }).isDisabled()).toBe(true);
		await link.getByLabel("Reason").fill("the union denies it");
		await link.getByRole("button", { name: "Dispute" }).click();
		await link.locator(".status", { hasText: "disputed" }).waitFor();
		const status = async () =>
			(await send(served.url, `{ causalLink(id: "${id("CausalLink", 1)}") { status } }`, {})).causalLink.status;
		expect(await status()).toBe("DISPUTED");
		await opened.getByRole("button", { name: "Undo", exact: true }).first().click();
		await opened.getByText("Undone: it is as it was.").waitFor();
		await soon(() => link.locator(".status").textContent()).toBe(before);
		expect(await status()).not.toBe("DISPUTED");
		await opened.close();
	});

	test("what has become known while an event is read shows when the reader wants it, without a reload", async () => {
		for (const input of [COLLAPSE, STRIKE]) await submit(input);
		const path = `/events/${await mainEventOf(STRIKE.url)}`;
		const opened = await newPage();
		const following = opened.waitForRequest(
			(request) => request.headers().accept?.includes("text/event-stream") ?? false,
		);
		await opened.goto(path);
		await (await following).response();
		await opened.evaluate("window.same = true");
		const preceding = opened.locator(".preceding");
		const before = await preceding.textContent();
		await submit(DENIAL);
		const bar = opened.getByRole("button", { name: "More is known now" });
		await bar.waitFor();
		// Nothing moves under who reads.
		expect(await preceding.textContent()).toBe(before);
		await bar.click();
		await bar.waitFor({ state: "detached" });
		await soon(() => preceding.textContent()).not.toBe(before);
		expect(await opened.evaluate("window.same")).toBe(true);
		await opened.reload();
		expect(await opened.locator(".timeline").first().textContent()).not.toBe("");
		await opened.close();
	});

	/** As the service does it, with what its workers compute after each article. */
	async function submit({ source: _, language: __, ...input }: SubmittedArticle): Promise<void> {
		const { submitArticle } = await send(served.url, SUBMIT, { input });
		expect(submitArticle.userErrors).toEqual([]);
		while ((await refreshContexts(db, 100, new Date())).computed > 0);
	}

	async function mainEventOf(url: string): Promise<string> {
		const where = { role: "MAIN", article: { url } } as const;
		return publicId("Event", (await db.prisma.eventArticle.findFirstOrThrow({ where })).eventId);
	}

	describe("at the desk", () => {
		let desk: Page;
		beforeAll(async () => {
			desk = await newPage();
			await desk.goto("/desk");
			await desk.getByRole("heading", { name: "Links to review" }).waitFor();
		});
		afterAll(() => desk?.close());

		const said = () => desk.getByRole("status").textContent();
		const section = (name: string) => desk.locator("section", { has: desk.getByRole("heading", { name }) });
		const titleOf = async (n: number) =>
			(await send(served.url, `{ event(id: "${id("Event", n)}") { title mergedInto { id } } }`, {})).event;

		test("two events are merged by address and id, and are two again", async () => {
			await desk.getByLabel("Event that stays").fill(`${served.url}/events/${id("Event", 4)}`);
			await desk.getByLabel("Event that is the same one").fill(id("Event", 5));
			await section("Merge and split").locator("form").first().getByLabel("Reason").fill("one statement");
			await desk.getByRole("button", { name: "Merge" }).click();
			await soon(said).toContain("Merged into “Minister blames frost");
			expect((await titleOf(5)).mergedInto.id).toBe(id("Event", 4));
			await desk.getByRole("status").getByRole("button", { name: "Undo" }).click();
			await soon(said).toContain("Undone");
			expect((await titleOf(5)).mergedInto).toBeNull();
		});

		test("an event is split by its mentions, and is one again", async () => {
			await desk.getByLabel("Event that is two").fill(id("Event", 3));
			await desk.getByRole("button", { name: "Show its mentions" }).click();
			const split = desk.getByRole("button", { name: "Split" });
			await split.waitFor();
			expect(await split.isDisabled()).toBe(true);
			await desk.getByLabel("Shelves have been empty since 8 March.").first().check();
			await desk.getByLabel("Title of the new event").fill("Shelves stay empty");
			await section("Merge and split").locator("form").last().getByLabel("Reason").fill("shelves, and not fruit");
			await split.click();
			await soon(said).toContain("“Shelves stay empty” is an event of its own now.");
			const found = async () =>
				(await send(served.url, `{ events(filter: { query: "shelves stay" }) { nodes { title } } }`, {})).events.nodes;
			expect(await found()).toContainEqual({ title: "Shelves stay empty" });
			await desk.getByRole("status").getByRole("button", { name: "Undo" }).click();
			await soon(said).toContain("Undone");
			expect(await found()).not.toContainEqual({ title: "Shelves stay empty" });
		});

		test("a feed is added and taken back; one that cannot be read is refused in words", async () => {
			const feeds = section("Feeds");
			const add = async (url: string) => {
				await desk.getByLabel("Address of a feed").fill(url);
				await desk.getByRole("button", { name: "Add it" }).click();
			};
			await add(local.url("/nothing"));
			await soon(said).toMatch(/^url /);
			await add(local.url("/feed"));
			await soon(said).toContain("“The Local Post” is read from now on.");
			await feeds.getByText("2 feeds").waitFor();
			await add(local.url("/feed"));
			await soon(said).toMatch(/^url /);
			expect(await desk.getByRole("status").getByRole("button").count()).toBe(0);
			await desk.getByRole("button", { name: "Undo: “The Local Post”" }).click();
			await soon(said).toContain("Undone");
			await feeds.getByText("1 feed", { exact: true }).waitFor();
		});

		test("any of the last acts can be undone, in any order, also after a reload", async () => {
			const decide = async (n: number, word: string) => {
				const row = desk.locator(`[data-link="${id("CausalLink", n)}"]`);
				await row.getByLabel("Reason").fill("as a test");
				await row.getByRole("button", { name: word }).click();
				await soon(said).toContain("now.");
			};
			const statuses = async () => {
				const { nodes } = (await send(served.url, "{ causalLinks { nodes { id status } } }", {})).causalLinks;
				return Object.fromEntries(nodes.map((link: { id: string; status: string }) => [link.id, link.status]));
			};
			const before = await statuses();
			await decide(1, "Dispute");
			await decide(3, "Accept");
			await desk.locator(`[data-link="${id("CausalLink", 1)}"] .status`, { hasText: "disputed" }).waitFor();
			await decide(1, "Accept");
			await desk.reload();
			const acts = section("What you did last").getByRole("listitem");
			await soon(() => acts.count()).toBe(3);
			// The first act on link 1 takes the later one on it back, and leaves link 3.
			await acts.last().getByRole("button").click();
			await soon(() => acts.count()).toBe(1);
			expect(await statuses()).toEqual({ ...before, [id("CausalLink", 3)]: "ACCEPTED" });
			// Somebody else decides of link 3: what they did is not undone unawares.
			await reviewElsewhere(3);
			await acts.first().getByRole("button").click();
			await soon(said).toContain("It has changed since.");
			expect((await statuses())[id("CausalLink", 3)]).toBe("DISPUTED");
			await acts.first().getByRole("button").click();
			await soon(() => acts.count()).toBe(0);
			expect(await statuses()).toEqual(before);
		});

		async function reviewElsewhere(n: number): Promise<void> {
			const linkId = id("CausalLink", n);
			const { causalLink } = await send(served.url, `{ causalLink(id: "${linkId}") { revision } }`, {});
			const input = { linkId, expectedRevision: causalLink.revision, status: "DISPUTED", reason: "elsewhere" };
			await send(
				served.url,
				`mutation($input: ReviewCausalLinkInput!) { reviewCausalLink(input: $input) { link { id } } }`,
				{
					input,
				},
			);
		}
	});

	test("a hostile article runs nothing and shows as text", async () => {
		const { submitArticle } = await send(served.url, SUBMIT, { input: HOSTILE });
		const opened = await newPage();
		for (const path of [
			`/articles/${submitArticle.article.id}`,
			`/events/${submitArticle.article.events.nodes[0].id}`,
			"/",
		]) {
			await opened.goto(path);
			await opened.waitForTimeout(500);
			expect(await opened.evaluate("window.harm")).toBeUndefined();
		}
		await opened.goto(`/articles/${submitArticle.article.id}`);
		await opened.getByText(`<img src=x onerror="window.harm = 1">`).waitFor();
		await opened.close();
	});

	test.each([["/"], [FRUIT], [`/articles/${id("Article", 3)}`], ["/desk"]])(
		"%s has no serious fault for those who cannot see or use a mouse",
		async (path) => {
			const opened = await newPage({ colorScheme: "light" });
			await opened.goto(path);
			if (path === "/desk") await opened.getByRole("heading", { name: "Links to review" }).waitFor();
			expect(await faultsInBothColours(opened)).toEqual([]);
			await opened.close();
		},
	);

	test("the event page is small, soon there, and does not jump; no page is wider than a narrow screen", async () => {
		const opened = await newPage();
		const session = await opened.context().newCDPSession(opened);
		await session.send("Network.enable");
		let bytes = 0;
		session.on("Network.loadingFinished", ({ encodedDataLength }) => {
			bytes += encodedDataLength;
		});
		await opened.goto(FRUIT);
		await opened.waitForTimeout(500);
		expect(bytes).toBeGreaterThan(10_000);
		expect(bytes).toBeLessThan(200_000);
		const shift = await opened.evaluate(`new Promise((resolve) => {
			let sum = 0;
			new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; }).observe({ type: "layout-shift", buffered: true });
			setTimeout(() => resolve(sum), 200);
		})`);
		expect(shift).toBeLessThan(0.01);
		await opened.close();
		const narrow = await newPage({ viewport: { width: 360, height: 780 } });
		for (const path of ["/", FRUIT, `/articles/${id("Article", 3)}`, "/desk"]) {
			await narrow.goto(path);
			expect(await narrow.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
		}
		await narrow.close();
	});

	test("on paper an event is its timeline, without what can only be clicked", async () => {
		const opened = await newPage({ viewport: { width: 720, height: 1_000 } });
		await opened.goto(FRUIT);
		await opened.emulateMedia({ media: "print" });
		await opened.getByRole("heading", { name: "What preceded" }).waitFor();
		const steps = await opened.locator(".preceding > .timeline > .step").all();
		expect(steps).toHaveLength(3);
		for (const step of steps) expect(await step.isVisible()).toBe(true);
		expect(await opened.locator("button:visible, input:visible, nav:visible, select:visible").count()).toBe(0);
		expect(await opened.locator(".graph:visible, .related:visible").count()).toBe(0);
		// No heading without what it heads, and the day as of which all this is.
		expect(await opened.getByText("Who is said to have led to what").isVisible()).toBe(false);
		expect(await opened.getByText("as known now").isVisible()).toBe(true);
		expect(await opened.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(720);
		await opened.close();
	});

	describe("an event with thirty before it", () => {
		const path = `/events/${id("Event", WIDE_TARGET)}`;
		beforeAll(() => writeWideWorld(db));

		test("stands in a graph whose boxes do not overlap, nor leave the drawing, each with a title that can be read", async () => {
			const opened = await newPage();
			await opened.goto(path);
			expect(await opened.locator(".edge").count()).toBe(WIDE_LINKS);
			const places = await opened.evaluate<{ drawing: Box; boxes: Box[]; sizes: number[] }>(`(() => {
				const place = (element) => { const { left, top, right, bottom } = element.getBoundingClientRect(); return { left, top, right, bottom }; };
				const boxes = [...document.querySelectorAll(".box")];
				return {
					drawing: place(document.querySelector(".graph svg")),
					boxes: boxes.map(place),
					sizes: boxes.map((box) => parseFloat(getComputedStyle(box).fontSize)),
				};
			})()`);
			expect(places.boxes).toHaveLength(31);
			expect(Math.min(...places.sizes)).toBeGreaterThanOrEqual(12);
			const { drawing } = places;
			for (const [index, box] of places.boxes.entries()) {
				expect(box.left).toBeGreaterThanOrEqual(drawing.left);
				expect(box.top).toBeGreaterThanOrEqual(drawing.top);
				expect(box.right).toBeLessThanOrEqual(drawing.right);
				expect(box.bottom).toBeLessThanOrEqual(drawing.bottom);
				expect(places.boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
			}
			await opened.close();
		});

		test.each([
			["wide", 1_280],
			["narrow", 360],
		])("begins at the event asked for on a %s screen, and Tab goes through all of it in view", async (_, width) => {
			const opened = await newPage({ viewport: { width, height: 800 } });
			await opened.goto(path);
			expect(await opened.evaluate(`(${IN_VIEW})(".box.target")`)).toBe(true);
			await opened.locator(".graph .canvas").focus();
			const seen = new Set<string>();
			for (let step = 0; step < 31; step++) {
				await opened.keyboard.press("Tab");
				const focus = await opened.evaluate<{ href: string; outline: string; isInView: boolean }>(FOCUS);
				expect(focus.outline).toBe("solid 2px");
				expect(focus.isInView).toBe(true);
				seen.add(focus.href);
			}
			expect(seen.size).toBe(31);
			await opened.close();
		});

		test("has no serious fault either, is small, and no wider than a narrow screen", async () => {
			const opened = await newPage({ colorScheme: "light" });
			await opened.goto(path);
			expect(await faultsInBothColours(opened)).toEqual([]);
			await opened.setViewportSize({ width: 360, height: 780 });
			expect(await opened.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
			const { headers } = await fetch(served.url + path, { headers: { "accept-encoding": "gzip" } });
			expect(headers.get("content-encoding")).toBe("gzip");
			expect(Number(headers.get("content-length"))).toBeLessThan(40_000);
			await opened.close();
		});

		test("fits across the page, where the reader wants it", async () => {
			const opened = await newPage();
			await opened.goto(path);
			await opened.getByLabel("Across the page").check();
			const { hidden } = await opened.evaluate<{ hidden: number }>(
				`(() => { const canvas = document.querySelector(".canvas"); return { hidden: Math.max(canvas.scrollWidth - canvas.clientWidth, canvas.scrollHeight - canvas.clientHeight) }; })()`,
			);
			expect(hidden).toBe(0);
			await opened.close();
		});

		test("has more links than a page of the desk, which turns its pages", async () => {
			const opened = await newPage();
			await opened.goto("/desk");
			const rows = opened.locator("[data-link]");
			const shown = () => rows.evaluateAll((found) => found.map((row) => row.getAttribute("data-link")));
			await soon(() => rows.count()).toBe(20);
			const first = await shown();
			const pages = opened.getByRole("navigation", { name: "Pages of links" });
			const turn = async (name: string) => {
				const before = await shown();
				await pages.getByRole("button", { name }).click();
				await soon(shown).not.toEqual(before);
			};
			expect(await pages.getByRole("button", { name: "Previous" }).isDisabled()).toBe(true);
			await turn("Next");
			const second = await shown();
			await turn("Next");
			const third = await shown();
			const { totalCount } = (await send(served.url, "{ causalLinks(first: 0) { totalCount } }", {})).causalLinks;
			expect(new Set([...first, ...second, ...third]).size).toBe(totalCount);
			expect(totalCount).toBeGreaterThan(WIDE_LINKS);
			expect(await pages.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
			await turn("Previous");
			expect(await shown()).toEqual(second);
			await turn("Previous");
			expect(await shown()).toEqual(first);
			await opened.close();
		});
	});

	test("nothing was refused by a page's policy, and no script failed", () => {
		expect(complaints.filter((text) => !/graphiql|monaco/i.test(text))).toEqual([]);
	});
});
