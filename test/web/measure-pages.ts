import { loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";
import { findChromium, openBrowser } from "./chromium.js";
import { questionedEvent } from "./questioned-event.js";

/**
 * How soon the event page of README's first query is there and answers, in a browser on this machine:
 *
 *     node src/launch.mjs test/web/measure-pages.ts http://127.0.0.1:4000
 *
 * Milliseconds are medians of `LOADS` loads, each in a context of its own, so nothing is cached. Writes JSON.
 */
const LOADS = 5;

/** One load; milliseconds from the start of the navigation, or from the act to the frame after. */
interface Load {
	/** All that was sent, as it was sent: compressed. */
	bytes: number;
	/** Of the page alone: until its first byte. */
	firstByteMs: number;
	firstPaintMs: number;
	openEvidenceMs: number;
	moveSliderMs: number;
	/** From moving the slider until the page shows the day: the slider's rest, the question, the layout of the graph. */
	showDayMs: number;
	layoutShift: number;
}

async function main(service: string): Promise<void> {
	const chromium = findChromium();
	if (!chromium) throw new Error("No Chromium is installed.");
	const { event } = await questionedEvent(service);
	const browser = await openBrowser(chromium);
	const load = loadavg()[0];
	const loads: Load[] = [];
	try {
		for (let n = 0; n < LOADS; n++) loads.push(await measure(browser, `${service}/events/${event}`));
	} finally {
		await browser.close();
	}
	const of = (name: keyof Load) => loads.map((one) => Math.round(one[name] * 1_000) / 1_000).sort((a, b) => a - b);
	const medians = (Object.keys(loads[0] ?? {}) as (keyof Load)[]).map((name) => [name, of(name)[(LOADS - 1) / 2]]);
	console.log(JSON.stringify({ load, ...Object.fromEntries(medians), firstPaints: of("firstPaintMs") }, null, 2));
}

async function measure(browser: Browser, address: string): Promise<Load> {
	const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
	const session = await page.context().newCDPSession(page);
	await session.send("Network.enable");
	let bytes = 0;
	session.on("Network.loadingFinished", ({ encodedDataLength }) => {
		bytes += encodedDataLength;
	});
	await page.goto(address);
	// Alive: what needs a script can be used.
	await page.locator("#as-of:enabled").waitFor();
	await page.waitForTimeout(500);
	const atLoad = bytes;
	const { firstByteMs, firstPaintMs, layoutShift } = await page.evaluate<Load>(TIMES);
	const openEvidenceMs = await untilNextFrame(page, `document.querySelector(".timeline .evidence summary").click()`);
	const moveSliderMs = await untilNextFrame(
		page,
		`(() => {
			const slider = document.getElementById("as-of");
			slider.value = slider.valueAsNumber - 1;
			slider.dispatchEvent(new Event("input", { bubbles: true }));
		})()`,
	);
	const showDayMs = await page.evaluate<number>(DAY_SHOWN);
	await page.close();
	return {
		bytes: atLoad,
		firstByteMs,
		firstPaintMs,
		openEvidenceMs,
		moveSliderMs,
		showDayMs: moveSliderMs + showDayMs,
		layoutShift,
	};
}

const TIMES = `new Promise((resolve) => {
	let layoutShift = 0;
	new PerformanceObserver((list) => { for (const { value } of list.getEntries()) layoutShift += value; }).observe({ type: "layout-shift", buffered: true });
	setTimeout(() => resolve({
		layoutShift,
		firstByteMs: performance.getEntriesByType("navigation")[0].responseStart,
		firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0].startTime,
	}), 100);
})`;

/** Until the address has the day, which it gets with what is shown. */
const DAY_SHOWN = `new Promise((resolve) => {
	const start = performance.now();
	const look = () => location.search.includes("day=") ? resolve(performance.now() - start) : requestAnimationFrame(look);
	look();
})`;

/** Until what the act changed has been drawn: a task after the frame's callbacks. */
const untilNextFrame = (page: Page, act: string): Promise<number> =>
	page.evaluate<number>(`new Promise((resolve) => {
		const start = performance.now();
		${act};
		requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
	})`);

const [service = "http://127.0.0.1:4000"] = process.argv.slice(2);
await main(service);
