import { Client, cacheExchange, fetchExchange, type OperationResult, subscriptionExchange } from "@urql/core";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WHAT_PRECEDED_QUERY } from "../../src/graphql/explorer.js";
import { followThroughCuts, type Subscribe } from "./follow-through-cuts.js";
import {
	ALL_EVENTS,
	CHANGES,
	type ChangesData,
	EVENTS,
	type EventsData,
	renamed,
	type ServedWorld,
	serveWorld,
	UPDATE,
	type UpdateData,
} from "./served-world.js";

/** What front ends with urql do. */

let world: ServedWorld;
beforeAll(async () => {
	world = await serveWorld();
});
afterAll(() => world.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function urqlClient(token?: string): Client {
	return new Client({
		url: world.served.url,
		exchanges: [cacheExchange, fetchExchange],
		...(token ? { fetchOptions: { headers: bearer(token) } } : {}),
	});
}

describe("urql", () => {
	test.each([true, false])("asks what preceded (by GET where it can: %s)", async (preferGetMethod) => {
		const client = new Client({ url: world.served.url, preferGetMethod, exchanges: [cacheExchange, fetchExchange] });
		const { data, error } = await client.query(WHAT_PRECEDED_QUERY, {});
		expect(error).toBeUndefined();
		const [event] = data.events.nodes;
		expect(event.whatPreceded.preceding.nodes.length).toBeGreaterThan(0);
		expect(event.whatPreceded.chains[0].links[0].explanation).toContain("“");
	});

	test("pages through events forwards and backwards, and comes to the same list", async () => {
		const client = urqlClient();
		const { data: whole } = await client.query(ALL_EVENTS, {});
		const all = whole.events.nodes.map((node: { id: string }) => node.id);
		const forwards: string[] = [];
		for (let after: string | null = null, more = true; more; ) {
			const { data, error }: OperationResult<EventsData> = await client.query(EVENTS, { first: 2, after });
			if (!data) throw error;
			forwards.push(...data.events.edges.map(({ node }) => node.id));
			({ endCursor: after, hasNextPage: more } = data.events.pageInfo);
		}
		const backwards: string[] = [];
		for (let before: string | null = null, more = true; more; ) {
			const { data, error }: OperationResult<EventsData> = await client.query(EVENTS, { last: 2, before });
			if (!data) throw error;
			backwards.unshift(...data.events.edges.map(({ node }) => node.id));
			({ startCursor: before, hasPreviousPage: more } = data.events.pageInfo);
		}
		expect(all.length).toBeGreaterThan(4);
		expect([forwards, backwards]).toEqual([all, all]);
	});

	test("changes something with a token, and is told why not without", async () => {
		const input = await renamed(world, 0, "The port cuts its night shifts");
		const refused = await urqlClient().mutation<UpdateData>(UPDATE, input);
		expect(refused.data?.updateEvent.userErrors).toMatchObject([{ code: "FORBIDDEN", path: [] }]);
		const { data } = await urqlClient(world.token).mutation<UpdateData>(UPDATE, input);
		expect(data?.updateEvent).toMatchObject({ event: { title: "The port cuts its night shifts" }, userErrors: [] });
	});

	test("is told of a token that is none", async () => {
		const { error } = await urqlClient("nobody-has-given-this-one").query("{ __typename }", {});
		expect(error?.response.status).toBe(401);
		expect(error?.graphQLErrors[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
	});
});

/** urql asks for a subscription through whatever the application gives it. */
const byExchange =
	(
		open: (url: string) => { subscribe: (request: never, sink: never) => () => void; dispose: () => unknown },
	): Subscribe =>
	(way, after, onMessage, onEnd) => {
		const transport = open(way.url);
		const client = new Client({
			url: way.url,
			exchanges: [
				subscriptionExchange({
					forwardSubscription: ({ query, variables }) => ({
						subscribe: (sink) => ({
							unsubscribe: transport.subscribe({ query: query ?? "", variables } as never, sink as never),
						}),
					}),
				}),
			],
		});
		return watch(client, after, onMessage, onEnd, () => void transport.dispose());
	};

const bare: Subscribe = (way, after, onMessage, onEnd) => {
	const client = new Client({ url: way.url, fetchSubscriptions: true, exchanges: [fetchExchange] });
	return watch(client, after, onMessage, onEnd, () => {});
};

function watch(
	client: Client,
	after: string | null,
	onMessage: (change: ChangesData["changes"]) => void,
	onEnd: () => void,
	dispose: () => void,
): () => void {
	let isOver = false;
	const end = () => {
		if (isOver) return;
		isOver = true;
		dispose();
		onEnd();
	};
	const { unsubscribe } = client.subscription<ChangesData>(CHANGES, { after }).subscribe(({ data, error, hasNext }) => {
		if (isOver) return;
		if (data && !error) onMessage(data.changes);
		if (error || hasNext === false) end();
	});
	return () => {
		isOver = true;
		unsubscribe();
		dispose();
	};
}

const NO_RETRY = { retryAttempts: 0 };

describe("Through urql a subscription goes on where the connection was cut", () => {
	test.each<[string, Subscribe]>([
		[
			"over WebSocket",
			byExchange((url) => createWsClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, ...NO_RETRY })),
		],
		["over server-sent events", byExchange((url) => createSseClient({ url, ...NO_RETRY }))],
		["over server-sent events, by itself", bare],
	])("%s", async (_name, subscribe) => {
		await followThroughCuts({ db: world.db, url: world.served.url }, subscribe);
	});
});
