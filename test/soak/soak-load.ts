import { setTimeout as pause } from "node:timers/promises";
import { type BenchArticle, distinctArticles, readWorld } from "../bench/articles.js";
import { clientFor, TRANSPORTS } from "../changes/subscribers.js";
import { type Asked, ask } from "../faults/ask.js";
import { type CannedWeb, openCannedWeb, rss } from "../ingest/polling/canned-web.js";

/** What clients do to the service, until it is stopped. */
export interface SoakLoad {
	/** Takes what was answered since the last call. */
	take(): { times: number[]; faults: string[] };
	/** Ends everything that was begun. */
	stop(): Promise<void>;
}

export interface SoakLoadOptions {
	/** Where GraphQL is answered. */
	url: string;
	/** Requests a second. */
	rate: number;
	/** Subscriptions at once. */
	subscribers: number;
	/** Whether nothing is written, by clients or from feeds. */
	readOnly: boolean;
}

/** Feeds of the canned web; each is told to be read once in so many requests. */
const FEEDS = 4;
const ITEMS = 5;
const ARTICLE_LENGTH = 1_500;
/** Seconds that a subscriber stays. */
const STAYS = 10;

/** Of a hundred requests so many are of a kind. Reading is most of what a service does. */
const MIX = { preceded: 30, search: 20, lists: 20, changes: 15, feeds: 8, submit: 5, refresh: 2 };
type Kind = keyof typeof MIX;
const WRITING: readonly Kind[] = ["submit", "refresh"];
const KINDS = (Object.keys(MIX) as Kind[]).flatMap((kind) => Array.from({ length: MIX[kind] }, () => kind));

/** The operations of the README. */
const PRECEDED = `query($words: String) { events(filter: {query: $words}, first: 1) { nodes { title time { value } whatPreceded {
	chains(first: 1) { links { cause { time { value } } explanation } }
	digest(maxSentences: 3) { sentences { text citations { articleRevision { headline } } } } } } } }`;
const SEARCH = `query($words: String!) { search(query: $words, types: [ARTICLE, EVENT]) { totalCount nodes {
	score node { ... on Article { headline url } ... on Event { title } } highlights { field text ranges { start end } } } } }`;
const LISTS = `query($after: String) { events(first: 20, after: $after) { pageInfo { endCursor hasNextPage } nodes { id title articles(first: 3) { nodes { headline } } } } articles(first: 5) { totalCount nodes { headline } } }`;
const CHANGES = `query($after: String) { service { headCursor } changes(after: $after, first: 50) { nodes { cursor kind nodeId } pageInfo { endCursor } } }`;
const FEED_LIST = "{ feeds { nodes { id url health lastError { code message } nextFetchAt } } }";
const SUBMIT = `mutation($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } userErrors { message } } }`;
const ADD_FEED = `mutation($input: AddFeedInput!) { addFeed(input: $input) { feed { id } userErrors { message } } }`;
const REFRESH = `mutation($input: RefreshFeedInput!) { refreshFeed(input: $input) { feed { id } userErrors { message } } }`;
const SUBSCRIBE =
	"subscription { changes(heartbeatSeconds: 5) { __typename ... on Change { cursor } ... on Heartbeat { cursor } } }";

/** Starts the load. Rejects where the feeds cannot be registered. */
export async function startSoakLoad({ url, rate, subscribers, readOnly }: SoakLoadOptions): Promise<SoakLoad> {
	const web = await openCannedWeb();
	const articles = distinctArticles(readWorld(), 1, ARTICLE_LENGTH);
	const nextArticle = (): BenchArticle => articles.next().value as BenchArticle;
	const feedIds = readOnly ? [] : await addFeeds(url, web, nextArticle);
	const kinds = readOnly ? KINDS.filter((kind) => !WRITING.includes(kind)) : KINDS;
	let times: number[] = [];
	let faults: string[] = [];
	const underWay = new Set<Promise<void>>();
	const stopping = new AbortController();
	const { signal } = stopping;

	let number = 0;
	let eventsAfter: string | null = null;
	let changesAfter: string | null = null;
	const words = () => nextArticle().headline.split(" ").slice(0, 2).join(" ");
	const requests: Record<Kind, () => Promise<Asked>> = {
		preceded: () => ask(url, PRECEDED, { words: words() }),
		search: () => ask(url, SEARCH, { words: words() }),
		lists: async () => {
			const answer = await ask(url, LISTS, { after: eventsAfter });
			const page = answer.data?.events?.pageInfo;
			eventsAfter = page?.hasNextPage ? page.endCursor : null;
			return answer;
		},
		changes: async () => {
			const answer = await ask(url, CHANGES, { after: changesAfter });
			changesAfter = answer.data?.changes?.pageInfo.endCursor ?? changesAfter;
			return answer;
		},
		feeds: () => ask(url, FEED_LIST),
		submit: () => {
			const { headline, text, publishedAt, language } = nextArticle();
			const input = { url: `https://submitted.example/${++number}`, headline, text, publishedAt, language };
			return ask(url, SUBMIT, { input: { ...input, idempotencyKey: String(number) } });
		},
		refresh: () => ask(url, REFRESH, { input: { feedId: feedIds[number % feedIds.length] } }),
	};

	const faultOf = (kind: Kind, { status, code, message, data }: Asked): string | null => {
		if (status !== 200 || code !== null) return `${kind}: ${status} ${code} ${message}`;
		const refused = data?.submitArticle?.userErrors?.[0] ?? data?.refreshFeed?.userErrors?.[0];
		return refused ? `${kind}: ${refused.message}` : null;
	};

	const asking = (async () => {
		const startedAt = performance.now();
		for (let n = 0; !signal.aborted; n++) {
			await pause(Math.max(0, startedAt + (n * 1_000) / rate - performance.now()), null, { signal }).catch(() => {});
			if (signal.aborted) return;
			const kind = kinds[(n * 37) % kinds.length] as Kind;
			const done = requests[kind]().then((answer) => {
				times.push(answer.ms);
				const fault = faultOf(kind, answer);
				if (fault) faults.push(fault);
				underWay.delete(done);
			});
			underWay.add(done);
		}
	})();

	const following = Array.from({ length: subscribers }, async (_, index) => {
		for (let n = index; !signal.aborted; n++) {
			const transport = TRANSPORTS[n % TRANSPORTS.length] ?? "SSE";
			const client = clientFor(transport, url);
			let heard = 0;
			const leaving = new AbortController();
			const reading = (async () => {
				try {
					for await (const { errors } of client.subscribe(SUBSCRIBE)) {
						if (errors) faults.push(`${transport}: ${errors[0]?.message}`);
						heard++;
					}
				} catch (error) {
					if (!leaving.signal.aborted) faults.push(`${transport}: ${String(error)}`);
				}
			})();
			// Not all at once.
			await pause((STAYS + index) * 1_000, null, { signal }).catch(() => {});
			leaving.abort();
			client.close();
			await Promise.race([reading, pause(1_000)]);
			if (heard === 0 && !signal.aborted) faults.push(`${transport}: nothing in ${STAYS} s`);
		}
	});

	return {
		take: () => {
			const taken = { times, faults };
			times = [];
			faults = [];
			return taken;
		},
		stop: async () => {
			stopping.abort();
			await Promise.all([asking, ...following]);
			await Promise.all(underWay);
			await web.close();
		},
	};
}

/** Feeds that have something new whenever they are asked. @returns their ids. */
async function addFeeds(url: string, web: CannedWeb, nextArticle: () => BenchArticle): Promise<string[]> {
	const ids: string[] = [];
	for (let feed = 0; feed < FEEDS; feed++) {
		let n = 0;
		const address = web.url(feed, "/feed");
		web.serve(address, () => ({
			headers: { "content-type": "application/rss+xml" },
			body: rss(
				`Outlet ${feed}`,
				Array.from({ length: ITEMS }, () => {
					const { headline, text, publishedAt } = nextArticle();
					const link = web.url(feed, `/news/${++n}`);
					return { title: headline, link, guid: link, content: text, pubDate: new Date(publishedAt).toUTCString() };
				}),
			),
		}));
		const { data, message } = await ask(url, ADD_FEED, { input: { url: address } });
		const id = data?.addFeed?.feed?.id;
		if (!id) throw new Error(`a feed was not taken: ${message ?? JSON.stringify(data)}`);
		ids.push(id);
	}
	return ids;
}
