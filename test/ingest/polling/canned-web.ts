import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the web answers at one address. */
export interface CannedAnswer {
	status?: number;
	headers?: Record<string, string>;
	body?: string | Uint8Array;
	/** Milliseconds before it answers. */
	delayMs?: number;
}

export interface CannedRequest {
	/** Host and path: `127.0.0.2/feed`. */
	address: string;
	headers: IncomingHttpHeaders;
	/** Requests under way at that host when this one came, itself included. */
	underWay: number;
}

/** A web on loopback: every address of 127.0.0.0/8 is a host of its own, all with one port. */
export interface CannedWeb {
	/** `http://127.0.0.2:PORT/feed` for `url(2, "/feed")`. */
	url(host: number, path: string): string;
	/** Answers an address from now on. Without one there is a 404. */
	serve(url: string, answer: CannedAnswer | ((request: IncomingMessage) => CannedAnswer)): void;
	/** What was asked, in order. */
	requests: CannedRequest[];
	close(): Promise<void>;
}

export async function openCannedWeb(): Promise<CannedWeb> {
	const answers = new Map<string, CannedAnswer | ((request: IncomingMessage) => CannedAnswer)>();
	const requests: CannedRequest[] = [];
	const underWay = new Map<string, number>();

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const host = request.headers.host ?? "";
		const address = `${host}${request.url}`;
		underWay.set(host, (underWay.get(host) ?? 0) + 1);
		response.on("close", () => underWay.set(host, (underWay.get(host) ?? 1) - 1));
		requests.push({
			address: address.replace(/:\d+/, ""),
			headers: request.headers,
			underWay: underWay.get(host) ?? 0,
		});
		const found = answers.get(address);
		const answer = typeof found === "function" ? found(request) : (found ?? { status: 404, body: "nothing here" });
		if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
		response.writeHead(answer.status ?? 200, answer.headers);
		response.end(answer.body ?? "");
	};
	const server = createServer((request, response) => void handle(request, response));
	await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: (host, path) => `http://127.0.${Math.floor(host / 250)}.${(host % 250) + 1}:${port}${path}`,
		serve: (url, answer) => answers.set(url.replace("http://", ""), answer),
		requests,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** An item of a canned feed. */
export interface CannedItem {
	title: string;
	link?: string;
	guid?: string;
	description?: string;
	content?: string;
	pubDate?: string;
}

const escaped = (text: string): string =>
	text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? c);

/** An RSS document. */
export function rss(title: string, items: readonly CannedItem[]): string {
	const element = (name: string, value: string | undefined) =>
		value === undefined ? "" : `<${name}>${escaped(value)}</${name}>`;
	const entries = items.map(
		(item) =>
			`<item>${element("title", item.title)}${element("link", item.link)}${item.guid === undefined ? "" : `<guid isPermaLink="false">${escaped(item.guid)}</guid>`}${element("description", item.description)}${element("content:encoded", item.content)}${element("pubDate", item.pubDate)}</item>`,
	);
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${element("title", title)}<link>http://site.example/</link>${entries.join("")}</channel></rss>`;
}

/** A page with an article, in the usual furniture. */
export function page(headline: string, paragraphs: readonly string[], head = ""): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(headline)} - The Canned Post</title>${head}</head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><h1>${escaped(headline)}</h1>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n")}</article></main>
<aside><ul><li><a href="/a">Read something else</a></li></ul></aside><footer>Copyright</footer></body></html>`;
}
