import { join } from "node:path";
import { findChromium, openBrowser } from "./chromium.js";
import { questionedEvent } from "./questioned-event.js";

/**
 * Takes the pictures of docs/pages/ from a running service with the sample world:
 *
 *     npm run -s screenshots -- http://127.0.0.1:4000 docs/pages
 */

const MODES = {
	light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
	dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
	narrow: { colorScheme: "light", viewport: { width: 360, height: 780 } },
} as const;

async function main(service: string, folder: string): Promise<void> {
	const chromium = findChromium();
	if (!chromium) throw new Error("No Chromium is installed.");
	const { event, article } = await questionedEvent(service);
	const paths = { front: "/", event: `/events/${event}`, article: `/articles/${article}`, desk: "/desk" };
	const browser = await openBrowser(chromium);
	for (const [mode, options] of Object.entries(MODES)) {
		for (const [name, path] of Object.entries(paths)) {
			const page = await browser.newPage({ ...options, baseURL: service });
			await page.goto(path);
			if (name === "desk") await page.getByRole("heading", { name: "Links to review" }).waitFor();
			await page.waitForTimeout(300);
			await page.screenshot({ path: join(folder, `${name}-${mode}.jpg`), type: "jpeg", quality: 70 });
			await page.close();
		}
	}
	await browser.close();
}

const [service = "http://127.0.0.1:4000", folder = "docs/pages"] = process.argv.slice(2);
await main(service, folder);
