import autocannon from "autocannon";
import type { AskRequest } from "./contestants/contestant.js";

/** What one load brought. */
export interface Load {
	requests: number;
	seconds: number;
	/** Milliseconds of each answer. */
	latencies: number[];
	/** Bytes of all answers, heads among them. */
	bytes: number;
}

const MS_PER_S = 1_000;

/**
 * Sends the requests again and again over so many connections, each of which begins at another one, so that no two ask the same at the same time.
 * Throws where an answer is not one: another status than 200, an error of GraphQL in place of data, none in time.
 */
export async function load(
	baseUrl: string,
	requests: readonly AskRequest[],
	{ connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
	const latencies: number[] = [];
	let bytes = 0;
	let begun = 0;
	const result = await autocannon({
		url: baseUrl,
		connections,
		duration: seconds,
		setupClient: (client) => {
			const from = Math.floor((begun++ * requests.length) / connections);
			client.setRequests([...requests.slice(from), ...requests.slice(0, from)].map((request) => ({ ...request })));
			client.on("response", (_status, size, ms) => {
				bytes += size;
				latencies.push(ms);
			});
		},
		verifyBody: (body) => !String(body).startsWith('{"errors"'),
	});
	const bad = result.non2xx + result.errors + result.timeouts + result.mismatches;
	if (bad > 0)
		throw new Error(`${bad} of ${result.requests.total} requests to ${baseUrl} were not answered as they should`);
	return { requests: latencies.length, seconds: result.duration, latencies, bytes };
}

/** Sends one request and gives the body of the answer. */
export async function ask(baseUrl: string, { path, ...request }: AskRequest): Promise<string> {
	const answer = await fetch(baseUrl + path, { ...request, signal: AbortSignal.timeout(60 * MS_PER_S) });
	const body = await answer.text();
	if (!answer.ok || body.startsWith('{"errors"'))
		throw new Error(`${path.slice(0, 100)}: ${answer.status} ${body.slice(0, 500)}`);
	return body;
}
