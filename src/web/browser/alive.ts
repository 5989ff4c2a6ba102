import { createClient } from "graphql-sse";
import { type Alive, Refused } from "../asking.js";
import { keptToken } from "./token.js";

const ENDPOINT = "/graphql";

/** Milliseconds between two tries to follow again: a service that starts anew is not stormed by its readers. */
const RETRY_MS = 5_000;

const authorization = (): Record<string, string> => {
	const token = keptToken();
	return token ? { authorization: `Bearer ${token}` } : {};
};

interface Answer<Data> {
	data?: Data | null;
	errors?: readonly { message: string }[];
}

/** Asks over HTTP, and follows over server-sent events. */
export const alive: Alive = {
	ask: async <Data>(query: string, variables: object) => {
		const response = await fetch(ENDPOINT, {
			method: "POST",
			headers: { "content-type": "application/json", accept: "application/json", ...authorization() },
			body: JSON.stringify({ query, variables }),
		});
		const { data, errors } = (await response.json()) as Answer<Data>;
		if (errors?.[0]) throw new Refused(errors[0].message);
		return data as Data;
	},
	read: async (path) => (await fetch(path)).text(),
	follow: <Data>(query: string, variables: () => object, onData: (data: Data) => void) => {
		const client = createClient({ url: ENDPOINT, headers: authorization, retryAttempts: 0 });
		let timer: ReturnType<typeof setTimeout>;
		let isOver = false;
		// Asked anew each time, since the variables say where to go on.
		const again = () => {
			if (!isOver) timer = setTimeout(start, RETRY_MS);
		};
		const start = () =>
			client.subscribe<Data>(
				{ query, variables: variables() as Record<string, unknown> },
				{
					next: ({ data }) => {
						if (data) onData(data);
					},
					error: again,
					complete: again,
				},
			);
		start();
		return () => {
			isOver = true;
			clearTimeout(timer);
			client.dispose();
		};
	},
};
