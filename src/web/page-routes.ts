import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { clientOf } from "../access/client.js";
import type { PatternRoute } from "../graphql/route.js";
import type { GraphQLServer } from "../graphql/server.js";
import { parsePublicId } from "../public-id.js";
import { askWithin } from "./ask-within.js";
import { type Ask, Refused } from "./asking.js";
import { type Assets, readAssets } from "./assets.js";
import { loadArticle } from "./pages/article-data.js";
import { loadEvent, readDay } from "./pages/event-data.js";
import { loadFront, readForm } from "./pages/front-data.js";
import type { Page } from "./pages/page.js";
import { layoutGraph } from "./parts/graph-layout.js";
import { renderPage } from "./render-page.js";

/** The pages that people read, at `/`, `/events/<id>`, `/articles/<id>` and `/desk`, and what they load. */
export function pageRoutes(yoga: GraphQLServer): PatternRoute[] {
	const assets = readAssets();
	const methods = ["GET", "HEAD"];
	const page = (name: string, path: RegExp, load: LoadPage): PatternRoute => ({
		name,
		path,
		methods,
		handle: async (request, response) => {
			const loaded = await loadOrSayWhy(load, askWithin(yoga, clientOf(request)), addressOf(request));
			return answerPage(request, response, loaded, assets);
		},
	});
	return [
		page("/", /^\/$/, loadFrontPage),
		page("/events/{id}", /^\/events\/[^/.]+$/, loadEventPage),
		page("/articles/{id}", /^\/articles\/[^/.]+$/, loadArticlePage),
		page("/desk", /^\/desk$/, async () => ({ kind: "desk" })),
		{
			name: "/assets/{file}",
			path: /^\/assets\/[\w.-]+$/,
			methods,
			handle: (request, response) => answerAsset(request, response, assets),
		},
	];
}

type LoadPage = (ask: Ask, address: URL) => Promise<Page>;

const loadFrontPage: LoadPage = async (ask, { searchParams }) => ({
	kind: "front",
	data: await loadFront(ask, readForm(searchParams)),
});

const loadEventPage: LoadPage = async (ask, address) => {
	const id = lastPart(address);
	const data = parsePublicId(id)?.type === "Event" ? await loadEvent(ask, id, readDay(address.searchParams)) : null;
	if (!data) return absent(`No event has the id ${id}.`);
	return { kind: "event", data: { ...data, graph: layoutGraph(data.event) } };
};

const loadArticlePage: LoadPage = async (ask, address) => {
	const id = lastPart(address);
	const article = parsePublicId(id)?.type === "Article" ? await loadArticle(ask, id) : null;
	return article ? { kind: "article", data: article } : absent(`No article has the id ${id}.`);
};

const absent = (reason: string): Page => ({ kind: "absent", data: { reason } });

const lastPart = ({ pathname }: URL): string => pathname.split("/").at(-1) ?? "";

interface Loaded {
	page: Page;
	status: number;
}

async function loadOrSayWhy(load: LoadPage, ask: Ask, address: URL): Promise<Loaded> {
	try {
		const page = await load(ask, address);
		return { page, status: page.kind === "absent" ? 404 : 200 };
	} catch (error) {
		if (error instanceof Refused) return { page: absent(error.message), status: error.status };
		throw error;
	}
}

/** The address asked for. Only path and query count: the host is not known to be ours. */
const addressOf = ({ url }: IncomingMessage): URL => new URL(url ?? "/", "http://service");

/** Pages run no script and load no style but their own, speak to nobody else, and stand in nobody's frame. */
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const compress = promisify(gzip);

async function answerPage(
	request: IncomingMessage,
	response: ServerResponse,
	{ page, status }: Loaded,
	assets: Assets,
): Promise<void> {
	const html = renderPage(page, assets);
	const zipped = accepts(request, "gzip");
	const body = zipped ? await compress(html) : Buffer.from(html);
	response.writeHead(status, {
		"content-type": "text/html; charset=utf-8",
		"content-length": body.length,
		"content-security-policy": POLICY,
		"cache-control": "no-cache",
		vary: "accept-encoding",
		...(zipped && { "content-encoding": "gzip" }),
	});
	response.end(body);
}

const YEAR_SECONDS = 31_536_000;

function answerAsset(request: IncomingMessage, response: ServerResponse, { files }: Assets): void {
	const asset = files.get(lastPart(addressOf(request)));
	if (!asset) {
		response.writeHead(404, { "content-length": 0 }).end();
		return;
	}
	const coding = accepts(request, "br") ? "br" : accepts(request, "gzip") ? "gzip" : null;
	const body = asset[coding ?? "plain"];
	response.writeHead(200, {
		"content-type": asset.type,
		"content-length": body.length,
		// Another content has another name.
		"cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
		vary: "accept-encoding",
		...(coding && { "content-encoding": coding }),
	});
	response.end(body);
}

const accepts = ({ headers }: IncomingMessage, coding: string): boolean =>
	String(headers["accept-encoding"] ?? "")
		.split(",")
		.some((offer) => {
			const [name, weight = "q=1"] = offer.trim().split(/\s*;\s*/);
			return name === coding && !/^q=0(\.0*)?$/.test(weight);
		});
