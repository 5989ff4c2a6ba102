// A process that serves feeds on loopback: every address of 127.0.0.0/8 is a host with one feed. Plain JavaScript, so that it starts at once
// and takes little memory. Its parent sends {articles: [[headline, text], …], items}; it answers {port}.

import { createServer } from "node:http";

let articles = [];
let items = 0;

/** 127.0.3.7 → a number from 0 on. */
const hostNumber = (host) => {
	const [, , high, low] = host.split(":")[0].split(".").map(Number);
	return high * 250 + low - 1;
};

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Each item is an article of its own: the words of one that was sent, with the host's number among them. */
function feed(host, number) {
	const entries = Array.from({ length: items }, (_, n) => {
		const [headline, text] = articles[(number * items + n) % articles.length];
		const link = `http://${host}/news/${n}`;
		const date = new Date(Date.UTC(2026, 0, 1) + (number * items + n) * 60_000).toUTCString();
		return `<item><title>${escaped(headline)}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${escaped(text)}</description></item>`;
	});
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${number}</title><link>http://${host}/</link>${entries.join("")}</channel></rss>`;
}

const server = createServer((request, response) => {
	const host = request.headers.host;
	if (request.headers["if-none-match"] === '"1"') response.writeHead(304, { etag: '"1"' }).end();
	else
		response.writeHead(200, { "content-type": "application/rss+xml", etag: '"1"' }).end(feed(host, hostNumber(host)));
});

process.on("message", (message) => {
	({ articles, items } = message);
	server.listen(0, "0.0.0.0", () => process.send({ port: server.address().port }));
});
process.on("disconnect", () => process.exit());
