/** The event of README's first query, and an article about it. */
const QUESTION = `{ events(filter: { query: "Israel strikes military targets" }, first: 1) { nodes { id articles(first: 1) { nodes { id } } } } }`;

interface Answer {
	data: { events: { nodes: [{ id: string; articles: { nodes: [{ id: string }] } }] } };
}

/** Ids, as clients see them, in a running service with the sample world. */
export async function questionedEvent(service: string): Promise<{ event: string; article: string }> {
	const response = await fetch(`${service}/graphql?${new URLSearchParams({ query: QUESTION })}`);
	const [event] = ((await response.json()) as Answer).data.events.nodes;
	return { event: event.id, article: event.articles.nodes[0].id };
}
