import { parseArgs } from "node:util";
import { type App, startApp } from "./app.js";
import { createProgress } from "./cli/progress.js";
import { ConfigError, parseConfig } from "./config.js";
import { DatabaseOpenError } from "./database/open-error.js";
import type { Database } from "./db.js";
import { createLog } from "./log.js";

/** A question that shows what the service is for. */
const EXAMPLE = `{ events(filter: {hasCauses: true}, first: 3, orderBy: {field: OCCURRED_AT, direction: DESC}) {
    nodes { title whatPreceded { chains(first: 1) { links { explanation } } digest { text } } } } }`;

async function main(): Promise<void> {
	const config = parseConfig({ ...process.env, ...readArguments(process.argv.slice(2)) });
	const log = createLog(config);
	const stopping = new AbortController();
	const stopped = new Promise<void>((resolve) => {
		stopping.signal.addEventListener("abort", () => resolve());
	});
	const stop = () => {
		if (stopping.signal.aborted) process.exit(130);
		stopping.abort(new Stopped());
	};
	process.on("SIGINT", stop);
	process.on("SIGTERM", stop);

	const started = performance.now();
	let seeding = "";
	const bar = createProgress(process.stderr, () => seeding);
	const app = await startApp(
		config,
		log,
		{
			step: (message) => console.log(`antecedent: ${message} ...`),
			seeding: (done, of) => {
				seeding = `${done} of ${of} articles`;
				bar.tick();
			},
		},
		stopping.signal,
	);
	bar.end();
	console.log(await welcome(app, config.pollFeeds, (performance.now() - started) / 1000));
	await stopped;
	console.log("antecedent: closing ...");
	await app.close();
}

/** `--role worker`, as the setting that it stands for. */
function readArguments(args: string[]): { ROLE?: string } {
	try {
		const { role } = parseArgs({ args, options: { role: { type: "string" } } }).values;
		return role === undefined ? {} : { ROLE: role };
	} catch (error) {
		throw new ConfigError([`${(error as Error).message} (npm start takes --role api|worker|all)`]);
	}
}

/** The start was interrupted by its user. */
class Stopped extends Error {}

/** What a person needs who has just started the service. */
async function welcome(app: App, pollFeeds: boolean, seconds: number): Promise<string> {
	const { url, role, db, accessMode, seeded } = app;
	const [articles, events, links, feeds] = await Promise.all([
		db.prisma.article.count(),
		db.prisma.event.count(),
		db.prisma.causalLink.count(),
		db.prisma.feed.count(),
	]);
	const loaded = seeded
		? `, just loaded from prisma/world (${seeded.articles} articles, ${seeded.revisions} of them edited later)`
		: "";
	if (accessMode === null) return welcomeWorker(app, describeFeeds(feeds, db, pollFeeds), seconds);
	const body = JSON.stringify({ query: EXAMPLE.replace(/\s+/g, " ") });
	return `
Antecedent is ready after ${seconds.toFixed(1)} s.

  ask        ${url}/graphql   (in a browser: GraphiQL, with a query ready to run)
  schema     ${url}/schema.graphql
  health     ${url}/healthz   ${url}/readyz
  feeds      ${describeFeeds(feeds, db, pollFeeds && role !== "api")}
  database   ${db.description}
  changes    ${CHANGES[accessMode]}
  holds      ${articles} articles, ${events} events, ${links} causal links${loaded}

What preceded the latest events? Paste this into GraphiQL:

  ${EXAMPLE}

or ask from a shell:

  curl -s ${url}/graphql -H 'content-type: application/json' -d '${body}'

Ctrl-C stops it.
`;
}

/** What a person needs who has just started a process that answers nobody. */
function welcomeWorker({ url, db }: App, feeds: string, seconds: number): string {
	return `
Antecedent works after ${seconds.toFixed(1)} s: it polls feeds, reads what they bring and computes contexts.

  health     ${url}/healthz   ${url}/readyz   ${url}/metrics
  feeds      ${feeds}
  database   ${db.description}

Questions are answered by processes with ROLE=api. Ctrl-C stops it.
`;
}

const CHANGES = {
	TOKENS: "by token only",
	OPEN: "by anybody on this machine (no token is configured)",
	READ_ONLY: "by nobody: no token is configured, and others reach this service (API_TOKENS=name:role:token)",
} as const;

const WORLD_NEWS = "npm run -s import -- prisma/feeds/world-news.opml";

function describeFeeds(feeds: number, db: Database, pollFeeds: boolean): string {
	if (feeds > 0) return `${feeds}${pollFeeds ? "" : ", not polled by this process (POLL_FEEDS, ROLE)"}`;
	const first = db.kind === "pglite" ? " (stop this service first)" : "";
	return `none; the addFeed mutation adds one, and a dozen of world news: ${WORLD_NEWS}${first}`;
}

/** One line for what a person can mend; everything else in full. */
function explain(error: unknown): string {
	if (error instanceof ConfigError || error instanceof DatabaseOpenError) return error.message;
	if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
		return `the port is taken (${error.message.replace(/^listen EADDRINUSE: /, "")}). Stop what listens there, or set PORT to another one`;
	}
	if (error instanceof Error && "code" in error && error.code === "EACCES")
		return `this port may not be opened: ${error.message}`;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
	await main();
} catch (error) {
	if (error instanceof Stopped) console.log("antecedent: stopped before the start was complete");
	else {
		console.error(`antecedent: ${explain(error)}`);
		process.exitCode = 1;
	}
}
