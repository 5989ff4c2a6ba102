import {
	ApolloClient,
	ApolloLink,
	CombinedGraphQLErrors,
	gql,
	HttpLink,
	InMemoryCache,
	ServerError,
} from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { relayStylePagination } from "@apollo/client/utilities";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WHAT_PRECEDED_QUERY } from "../../src/graphql/explorer.js";
import { followThroughCuts } from "./follow-through-cuts.js";
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

/** What front ends with Apollo Client do; without React. */

let world: ServedWorld;
beforeAll(async () => {
	world = await serveWorld();
});
afterAll(() => world.close());

const newCache = () => new InMemoryCache({ typePolicies: { Query: { fields: { events: relayStylePagination() } } } });

function apolloClient(token?: string): ApolloClient {
	const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
	return new ApolloClient({ link: new HttpLink({ uri: world.served.url, headers }), cache: newCache() });
}

const events = gql(EVENTS);

describe("Apollo Client", () => {
	test("asks what preceded", async () => {
		// biome-ignore lint/suspicious/noExplicitAny: what it is is what the test asks.
		const { data } = await apolloClient().query<any>({ query: gql(WHAT_PRECEDED_QUERY) });
		const [event] = data.events.nodes;
		expect(event.whatPreceded.preceding.nodes.length).toBeGreaterThan(0);
		expect(event.whatPreceded.chains[0].links[0].explanation).toContain("“");
	});

	test("gathers pages forwards and backwards in its cache, as relayStylePagination does", async () => {
		const { data } = await apolloClient().query<{ events: { nodes: { id: string }[] } }>({ query: gql(ALL_EVENTS) });
		const all = data?.events.nodes.map((node) => node.id);
		for (const forwards of [true, false]) {
			const first = forwards ? { first: 2 } : { last: 2 };
			const client = apolloClient();
			await client.query<EventsData>({ query: events, variables: first });
			const watched = client.watchQuery<EventsData>({ query: events, variables: first });
			const subscription = watched.subscribe(() => {});
			const seen = () =>
				client.readQuery<EventsData>({ query: events, variables: first })?.events as EventsData["events"];
			while (forwards ? seen().pageInfo.hasNextPage : seen().pageInfo.hasPreviousPage) {
				const { startCursor, endCursor } = seen().pageInfo;
				await watched.fetchMore({
					variables: forwards ? { first: 2, after: endCursor } : { last: 2, before: startCursor },
				});
			}
			expect(seen().edges.map(({ node }) => node.id)).toEqual(all);
			subscription.unsubscribe();
		}
	});

	test("changes something with a token, shows it from its cache, and is told why not without", async () => {
		const variables = await renamed(world, 1, "Dockers walk out");
		const refused = await apolloClient().mutate<UpdateData>({ mutation: gql(UPDATE), variables });
		expect(refused.data?.updateEvent.userErrors).toMatchObject([{ code: "FORBIDDEN", path: [] }]);
		const client = apolloClient(world.token);
		await client.query({ query: events, variables: { first: 100 } });
		const { data } = await client.mutate<UpdateData>({ mutation: gql(UPDATE), variables });
		expect(data?.updateEvent.userErrors).toEqual([]);
		const cached = client.readQuery<EventsData>({ query: events, variables: { first: 100 } });
		expect(cached?.events.edges.map(({ node }) => node.title)).toContain("Dockers walk out");
	});

	test("is told of a token that is none, and of a question that is wrong", async () => {
		const wrongToken = apolloClient("nobody-has-given-this-one").query({ query: gql("{ service { version } }") });
		await expect(wrongToken).rejects.toSatisfy((error) => ServerError.is(error) && error.statusCode === 401);
		const wrongId = apolloClient().query({ query: gql('{ event(id: "nothing") { title } }') });
		await expect(wrongId).rejects.toSatisfy(
			(error) => CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.code === "BAD_USER_INPUT",
		);
	});

	test("changes something through a WebSocket whose first message names the token", async () => {
		const socket = createClient({
			url: world.served.url.replace("http", "ws"),
			webSocketImpl: WebSocket,
			connectionParams: { authorization: `Bearer ${world.token}` },
		});
		const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: newCache() });
		const variables = await renamed(world, 2, "Fruit runs short");
		const { data } = await client.mutate<UpdateData>({ mutation: gql(UPDATE), variables });
		expect(data?.updateEvent).toMatchObject({ event: { title: "Fruit runs short" }, userErrors: [] });
		client.stop();
		await socket.dispose();
	});

	test("goes on with a subscription where the connection was cut", async () => {
		await followThroughCuts({ db: world.db, url: world.served.url }, (way, after, onMessage, onEnd) => {
			const socket = createClient({ url: way.url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
			const link = ApolloLink.from([new GraphQLWsLink(socket)]);
			const client = new ApolloClient({ link, cache: newCache() });
			const subscription = client
				.subscribe<ChangesData>({ query: gql(CHANGES), variables: { after }, fetchPolicy: "no-cache" })
				.subscribe({
					next: ({ data, error }) => (data && !error ? onMessage(data.changes) : end()),
					error: () => end(),
					complete: () => end(),
				});
			let isOver = false;
			const stop = () => {
				isOver = true;
				subscription.unsubscribe();
				client.stop();
				void socket.dispose();
			};
			const end = () => {
				if (isOver) return;
				stop();
				onEnd();
			};
			return stop;
		});
	});
});
