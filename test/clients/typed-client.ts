import { Client, fetchExchange } from "@urql/core";
import { initGraphQLTada, type ResultOf } from "gql.tada";
import type { introspection } from "./generated/schema-types.js";

/**
 * An example of a client whose operations are checked against schema.graphql when it is compiled: a field that does not exist, an argument of another
 * type, a value that may be null and is used as if it were not, are errors of `npm run check`.
 */
const graphql = initGraphQLTada<{
	introspection: introspection;
	scalars: { DateTime: string; URL: string; TimexValue: string; LanguageTag: string };
}>();

const WhatPreceded = graphql(`
	query WhatPreceded($query: String!, $first: Int!, $asOf: AsOfInput) {
		events(filter: { query: $query }, first: 1) {
			nodes {
				id
				title
				time { value start }
				whatPreceded(asOf: $asOf) {
					preceding(first: $first) { nodes { role title time { value } } }
					chains(first: 1) { links { explanation confidence evidence { span { exact } source { name } } } }
					digest(maxSentences: 3) { sentences { text } }
				}
			}
		}
	}
`);

/** What is asked, typed by the schema. */
export type Answer = ResultOf<typeof WhatPreceded>;

/** @param url of the service: `http://127.0.0.1:4000/graphql`. */
export const newsClient = (url: string): Client =>
	new Client({ url, exchanges: [fetchExchange], preferGetMethod: false, requestPolicy: "network-only" });

/** What preceded the event that answers best to some words. Throws where the service could not be asked. */
export async function whatPreceded(client: Client, query: string, first: number): Promise<string[]> {
	const { data, error } = await client.query(WhatPreceded, { query, first, asOf: null }).toPromise();
	if (!data) throw error ?? new Error("no answer");
	const [event] = data.events.nodes;
	return event?.whatPreceded.preceding.nodes.map(({ time, title }) => `${time?.value ?? "?"} ${title}`) ?? [];
}

/** What the compiler refuses; it is never run. */
export function refused(client: Client, answer: Answer): void {
	// @ts-expect-error the argument is a whole number
	client.query(WhatPreceded, { query: "strike", first: "3" });
	// @ts-expect-error the variable has to be given
	client.query(WhatPreceded, { first: 3 });
	// @ts-expect-error an event may be without a date
	answer.events.nodes[0]?.time.value.length;
	// @ts-expect-error it was not asked for
	answer.events.nodes[0]?.coverage;
}
