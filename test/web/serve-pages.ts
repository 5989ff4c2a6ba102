import { createAccess } from "../../src/access/access.js";
import { LogTail } from "../../src/changes/log-tail.js";
import { createHttpServer } from "../../src/graphql/http.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import type { FeedReader } from "../../src/ingest/polling/poll-feed.js";
import { createLog } from "../../src/log.js";
import { pageRoutes } from "../../src/web/page-routes.js";
import type { TestDatabase } from "../test-database.js";

/** The service with its pages, on a port of its own. */
export interface ServedPages {
	/** Where it answers: `http://127.0.0.1:4000`. */
	url: string;
	close(): Promise<void>;
}

/** @param feeds how feeds are reached that somebody adds; by default none is. */
export async function servePages(db: TestDatabase, feeds: FeedReader | null = null): Promise<ServedPages> {
	const log = createLog({ logLevel: "silent" });
	const tail = new LogTail({ db, log, maxSubscriptions: 100 });
	const access = createAccess({ db, host: "127.0.0.1" });
	// After all that port-world.ts tells.
	const now = () => new Date("2031-06-01T12:00:00.000Z");
	const yoga = createGraphQLServer({ db, log, access, feeds, tail, now });
	const server = createHttpServer({ yoga, db, log, access, tail, routes: pageRoutes(yoga), drainMs: 500 });
	const { port } = await server.listen(0, "127.0.0.1");
	return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

// biome-ignore lint/suspicious/noExplicitAny: what it is is what the tests ask.
type Answer = any;

/** Asks the served service as any client would. Throws where it answers with errors. */
export async function send(url: string, query: string, variables: object): Promise<Answer> {
	const response = await fetch(`${url}/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query, variables }),
	});
	const { data, errors } = (await response.json()) as { data: Answer; errors?: { message: string }[] };
	if (errors?.[0]) throw new Error(errors[0].message);
	return data;
}

/** What somebody may hand in who means harm: markup, scripts, broken HTML, marks that turn the direction of text. */
export const HOSTILE = {
	url: "https://hostile.example/a?b=%22%3E%3Cscript%3E",
	headline: `</script><script>window.harm = 1</script> \u202Eegassem desrever`,
	text: [
		`The mayor of Velsen resigned on Friday because <img src=x onerror="window.harm = 1"> protesters had stormed the town hall.`,
		`<a href="javascript:window.harm = 1">Click</a> </p></article><h1>broken \u202E\u2066 <!-- <svg/onload=window.harm=1>`,
		`"onmouseover="window.harm = 1" x="`,
	].join("\n\n"),
	publishedAt: "2031-04-01T08:00:00Z",
} as const;

export const SUBMIT = `mutation($input: SubmitArticleInput!) {
	submitArticle(input: $input) { article { id events(first: 5) { nodes { id title } } } userErrors { message } }
}`;
