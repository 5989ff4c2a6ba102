import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** The system's Chromium: `CHROMIUM`, or what the path has; null where there is none. */
export function findChromium(): string | null {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const names = ["chromium", "chromium-browser", "google-chrome"];
	const folders = (process.env.PATH ?? "").split(delimiter);
	const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return places.find((place) => existsSync(place)) ?? null;
}

/** Opens it without a window. Who is root, as in containers, gets no sandbox: the pages are our own. */
export function openBrowser(executablePath: string): Promise<Browser> {
	const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
	return chromium.launch({ executablePath, args });
}
