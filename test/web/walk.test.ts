import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { id, writePortWorld } from "../graphql/port-world.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { findChromium, openBrowser } from "./chromium.js";
import { HOSTILE, type ServedPages, SUBMIT, send, servePages } from "./serve-pages.js";

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

/** The pages as people use them, in a browser without a window. */

const chromium = findChromium();
if (!chromium) console.warn("No Chromium is installed (CHROMIUM, or chromium on the path): the pages are not walked.");

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FRUIT = `/events/${id("Event", 3)}`;

describe.skipIf(!chromium)("in a browser", () => {
	let db: TestDatabase;
	let served: ServedPages;
	let browser: Browser;
	let page: Page;
	/** What the browser complained of: scripts and styles that were refused, errors that nobody caught. */
	const complaints: string[] = [];

	beforeAll(async () => {
		db = await openTestDatabase();
		await writePortWorld(db);
		served = await servePages(db);
		browser = await openBrowser(chromium ?? "");
		page = await newPage();
	});
	afterAll(async () => {
		await browser?.close();
		await served?.close();
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
		await expect.poll(() => quoted.textContent()).toContain("The port had ended its night shifts on 1 March.");
		expect(await evidence.locator("mark").isVisible()).toBe(true);

		const slider = page.getByRole("slider");
		await slider.focus();
		const steps = page.locator(".timeline").first().locator(".step");
		expect(await steps.count()).toBe(3);
		await slider.press("ArrowLeft");
		await slider.press("ArrowLeft");
		await page.getByText("as known on 9 March 2031").waitFor();
		await expect.poll(() => steps.count()).toBe(2);
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
		await opened.getByRole("button", { name: "Undo" }).click();
		await opened.getByText("Undone: it is as it was.").waitFor();
		await expect.poll(() => link.locator(".status").textContent()).toBe(before);
		expect(await status()).not.toBe("DISPUTED");
		await opened.close();
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
			await opened.evaluate(AXE);
			const faults = [...(await seriousFaults(opened, "axe.run()"))];
			await opened.emulateMedia({ colorScheme: "dark" });
			// Only colours are others now.
			faults.push(...(await seriousFaults(opened, `axe.run({ runOnly: ["color-contrast"] })`)));
			expect(faults).toEqual([]);
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

	test("nothing was refused by a page's policy, and no script failed", () => {
		expect(complaints.filter((text) => !/graphiql|monaco/i.test(text))).toEqual([]);
	});
});
