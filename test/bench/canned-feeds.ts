// A process that serves feeds on loopback, so that its time and memory are not those of what is measured: every address of 127.0.0.0/8 is a
// host with one feed. Called with the number of items of a feed, and the characters of an item (350); tells its parent {port}.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { distinctArticles, readWorld } from "./articles.js";

/** Characters of an item: a summary, as most feeds have it. */
const ITEM_LENGTH = 350;
/** Distinct articles; more feeds than these are enough for repeat them under other addresses, as copies. */
const ARTICLES = 20_000;
const VERSION = '"1"';

const items = Number(process.argv[2]);
const length = Number(process.argv[3] ?? ITEM_LENGTH);
const articles: { headline: string; text: string }[] = [];
for (const { headline, text } of distinctArticles(readWorld(), 1, length)) {
	articles.push({ headline: headline ?? text.slice(0, 60), text });
	if (articles.length === ARTICLES) break;
}

/** 127.0.3.7 → a number from 0 on. */
function hostNumber(host: string): number {
	const [, , high = 0, low = 1] = (host.split(":")[0] ?? "").split(".").map(Number);
	return high * 250 + low - 1;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function feed(host: string): string {
	const number = hostNumber(host);
	const entries = Array.from({ length: items }, (_, n) => {
		const article = articles[(number * items + n) % articles.length];
		const link = `http://${host}/news/${n}`;
		const date = new Date(Date.UTC(2026, 0, 1) + (number * items + n) * 60_000).toUTCString();
		return `<item><title>${escaped(article?.headline ?? "")}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${escaped(article?.text ?? "")}</description></item>`;
	});
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${number}</title><link>http://${host}/</link>${entries.join("")}</channel></rss>`;
}

const server = createServer(({ headers }, response) => {
	if (headers["if-none-match"] === VERSION) response.writeHead(304, { etag: VERSION }).end();
	else response.writeHead(200, { "content-type": "application/rss+xml", etag: VERSION }).end(feed(headers.host ?? ""));
});
server.listen(0, "0.0.0.0", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit());
