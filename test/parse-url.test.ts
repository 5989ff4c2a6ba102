import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseUrl } from "../src/parse-url.js";

test("tells addresses from other texts, however often it is asked and whatever letters they have", () => {
	const asked = [
		["https://M\u00dcNCHEN.example/stra\u00dfe", "https://xn--mnchen-3ya.example/stra%C3%9Fe"],
		["https://news.example/\u4e2d", "https://news.example/%E4%B8%AD"],
		["https://news.example/caf\u00e9?q=\u00fc", "https://news.example/caf%C3%A9?q=%C3%BC"],
		["no address", undefined],
		["https://\u00fc\ud800.example:port/", undefined],
	] as const;
	// The engine compiles what is called so often.
	for (let n = 0; n < 20_000; n++)
		for (const [text, href] of asked) if (parseUrl(text)?.href !== href) expect(text).toBe(href);
	expect(parseUrl("../b", "https://news.example/a/c")?.href).toBe("https://news.example/b");
	expect(parseUrl("../b")).toBeNull();
});

test("nothing asks URL.canParse", () => {
	const root = fileURLToPath(new URL("../src/", import.meta.url));
	const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
		(path) => /\.(ts|mjs)$/.test(path) && !path.startsWith("generated"),
	);
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((path) => readFileSync(join(root, path), "utf8").includes("URL.canParse("))).toEqual([]);
});
