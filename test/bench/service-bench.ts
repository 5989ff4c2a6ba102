import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/cli/run-command.js";
import { openDatabase } from "../../src/db.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import { createLog } from "../../src/log.js";
import { recordStatements } from "../test-database.js";
import type { Bench, BenchContext } from "./bench-types.js";
import { wholeNumber } from "./import-bench.js";
import { median } from "./measure.js";
import { type Archive, type ArchivePlan, EMBEDDED_DIRECTORY, makeArchive, type Place } from "./service/archives.js";
import type { Contestant } from "./service/contestants/contestant.js";
import { installPostGraphile, postGraphile } from "./service/contestants/postgraphile.js";
import { raw } from "./service/contestants/raw.js";
import { keptService, persistedService, service, serviceServer } from "./service/contestants/service.js";
import { type Figures, figuresOf, type Round } from "./service/figures.js";
import { nodeVersion } from "./service/machine.js";
import { OPERATIONS, type OperationName, statementOf } from "./service/operations.js";
import { residentMb } from "./service/processor.js";
import { chooseQuestions, type Questions } from "./service/questions.js";
import { serviceText } from "./service/report.js";
import {
	type BareAnswers,
	type LoadPlan,
	runRounds,
	statementsPerQuestion,
	verifyAnswers,
	withServers,
} from "./service/rounds.js";
import { countStatements } from "./service/statement-counter.js";

const HELP = `service: answers per second of the running service, beside a server written by hand for the same questions (node:http and pg, one
statement each) and, with Node 22 or later, PostGraphile 5, which is installed for it; each in a process of its own on this machine. All
answers are compared before they are measured. On Linux it tells what each answer costs of the processor.

  --articles N     in the archive, about (100000)
  --events N       events, about; never less than articles are about (a fifth of the articles)
  --links N        claims between events, about (three for each event)
  --sample N       articles that go through the whole pipeline; the others are made from them (500, more for more than 200000)
  --seed N         of the articles and of what is asked (1)
  --database URL   a server, postgresql://..., where a database is made and dropped (default: embedded only)
  --embedded N     articles of the embedded archive, 0 for none (as many as --articles)
  --keep           use archives made before with the same figures, and leave them
  --connections N  (16)
  --warmup N       seconds before each measurement (2)
  --seconds N      of a measurement (5)
  --rounds N       (3)
  --questions N    different ones of each kind (200)
  --node PATH      Node that runs the servers (this one)`;

export const SERVICE_OPTIONS: Bench["options"] = {
	articles: { type: "string", default: "100000" },
	events: { type: "string" },
	links: { type: "string" },
	sample: { type: "string" },
	seed: { type: "string", default: "1" },
	database: { type: "string" },
	embedded: { type: "string" },
	keep: { type: "boolean" },
	connections: { type: "string", default: "16" },
	warmup: { type: "string", default: "2" },
	seconds: { type: "string", default: "5" },
	rounds: { type: "string", default: "3" },
	questions: { type: "string", default: "200" },
	node: { type: "string" },
};

export const serviceBench: Bench = {
	help: HELP,
	options: SERVICE_OPTIONS,
	valueWhenBare: {},
	async run(values, context) {
		const result = await measureService(servicePlan(values), context);
		return { json: result, text: serviceText(result) };
	},
};

export interface ServicePlan {
	/** Null where no server was named. */
	server: { url: string; archive: ArchivePlan } | null;
	embedded: ArchivePlan | null;
	keep: boolean;
	load: LoadPlan;
	questions: number;
	/** The program. */
	node: string;
}

/** What was measured of one archive. */
export interface Measured {
	place: Place["kind"];
	/** For people. */
	description: string;
	plan: ArchivePlan;
	/** What is in it. */
	holds: { articles: number; events: number; links: number; evidence: number; megabytes: number };
	madeInSeconds: number | null;
	figures: (Figures & { statements: number | null; residentMb: number | null })[];
	/** The service from its start until it was ready, and its memory then. */
	start: { milliseconds: number; residentMb: number | null };
}

export interface ServiceResult {
	load: LoadPlan;
	questions: number;
	node: string;
	postgres: string | null;
	measured: Measured[];
	/** What was left out, and why. */
	skipped: string[];
}

/** Each uuid of a copy lies one step of 2^16 before that of the copy after it, of which times leave some 400. */
const MOST_COPIES = 400;
const SAMPLE = 500;

/** Throws a UsageError for options that make no sense. */
export function archivePlan(values: Readonly<Record<string, unknown>>, articles: number): ArchivePlan {
	const number = (name: string, otherwise: number) =>
		values[name] === undefined ? otherwise : wholeNumber(values, name, 1);
	const events = number("events", Math.ceil(articles / 5));
	const sample = number("sample", Math.max(SAMPLE, Math.ceil(articles / MOST_COPIES)));
	if (articles / sample > MOST_COPIES + 1)
		throw new UsageError(`--sample must be at least ${Math.ceil(articles / MOST_COPIES)} for ${articles} articles`);
	return { articles, events, links: number("links", events * 3), sample, seed: wholeNumber(values, "seed", 0) };
}

export function servicePlan(values: Readonly<Record<string, unknown>>): ServicePlan {
	const { database, embedded } = values;
	const articles = wholeNumber(values, "articles", 20);
	if (database !== undefined && !/^postgres(?:ql)?:\/\//.test(String(database)))
		throw new UsageError("--database takes postgresql://..., a server on which a database can be made");
	const embeddedArticles = embedded === undefined ? articles : wholeNumber(values, "embedded", 0);
	return {
		server: database === undefined ? null : { url: String(database), archive: archivePlan(values, articles) },
		embedded: embeddedArticles === 0 ? null : archivePlan(values, embeddedArticles),
		keep: values.keep === true,
		load: {
			connections: wholeNumber(values, "connections", 1),
			warmup: wholeNumber(values, "warmup", 0),
			seconds: wholeNumber(values, "seconds", 1),
			rounds: wholeNumber(values, "rounds", 1),
		},
		questions: wholeNumber(values, "questions", 1),
		node: values.node === undefined ? process.execPath : String(values.node),
	};
}

const POSTGRAPHILE = fileURLToPath(new URL("../../node_modules/.cache/antecedent-bench/postgraphile", import.meta.url));
const RAW = "by hand";

export async function measureService(plan: ServicePlan, context: BenchContext): Promise<ServiceResult> {
	const node = nodeVersion(plan.node);
	const skipped: string[] = [];
	const measured: Measured[] = [];
	let postgres: string | null = null;
	const rounds: Round[] = [];
	if (plan.server) {
		context.progress("installation of PostGraphile");
		const installed = await installPostGraphile(POSTGRAPHILE, node);
		if (installed.kind === "skipped") skipped.push(installed.reason);
		const kept = keptService(plan.node, "service, answers kept");
		if (kept === null) skipped.push("answers out of memory: this service keeps none");
		const uncached = serviceServer(plan.node, "service", false);
		const contestants = [
			raw(plan.node, RAW),
			service(uncached, "service"),
			persistedService(uncached, "service, persisted by GET"),
			...(kept ? [kept] : []),
			...(installed.kind === "installed" ? postGraphile(plan.node, installed.directory) : []),
		];
		const place = { kind: "postgresql", server: plan.server.url } as const;
		const result = await measureArchive(place, plan.server.archive, [contestants], rounds, plan, context);
		postgres = result.postgres;
		measured.push(result.measured);
	}
	if (plan.embedded) {
		const place = { kind: "pglite", directory: EMBEDDED_DIRECTORY } as const;
		const own = service(serviceServer(plan.node, "service, embedded", false), "service, embedded");
		// One process at a time can open it. Beside a server the embedded service is compared to what is fastest there.
		const groups = plan.server ? [[own]] : [[raw(plan.node, RAW)], [own]];
		measured.push((await measureArchive(place, plan.embedded, groups, rounds, plan, context)).measured);
	}
	return { load: plan.load, questions: plan.questions, node, postgres, measured, skipped };
}

/** @param rounds those of this run so far, to which what is measured is added: all are compared to one. */
async function measureArchive(
	place: Place,
	archivePlan: ArchivePlan,
	groups: readonly (readonly Contestant[])[],
	rounds: Round[],
	plan: ServicePlan,
	context: BenchContext,
): Promise<{ measured: Measured; postgres: string | null }> {
	const archive = await makeArchive(place, archivePlan, plan.keep, context);
	try {
		const known = await lookInto(archive, plan, context);
		const statements = new Map<string, Map<OperationName, number>>(known.statements);
		const resident = new Map<string, number | null>();
		const from = rounds.length;
		for (const contestants of groups) {
			if (place.kind === "postgresql")
				for (const contestant of contestants)
					statements.set(contestant.name, await countThrough(contestant, archive, known.questions, context));
			await withServers(contestants, archive.url, context, async (running) => {
				await verifyAnswers(contestants, running, known.questions, known.bare, context);
				const watched = place.kind === "postgresql" ? archive.url : null;
				rounds.push(...(await runRounds(contestants, running, known.questions, watched, plan.load, context)));
				for (const { name, server } of contestants) resident.set(name, residentMb(running.get(server)?.pid ?? 0));
			});
		}
		const added = new Set(rounds.slice(from).map(({ contestant }) => contestant));
		const figures = figuresOf(rounds, RAW)
			.filter(({ contestant }) => added.has(contestant))
			.map((one) => ({
				...one,
				statements: statements.get(one.contestant)?.get(one.operation) ?? null,
				residentMb: resident.get(one.contestant) ?? null,
			}));
		return {
			measured: {
				place: place.kind,
				description: known.description,
				plan: archive.plan,
				holds: known.holds,
				madeInSeconds: archive.madeInSeconds,
				figures,
				start: await measureStart(plan.node, archive, context),
			},
			postgres: known.postgres,
		};
	} finally {
		await archive.remove();
	}
}

interface Known {
	description: string;
	postgres: string | null;
	holds: Measured["holds"];
	questions: Questions;
	bare: BareAnswers;
	/** Embedded they are counted inside of this process: no wire leads there. */
	statements: Map<string, Map<OperationName, number>>;
}

/** What can be learnt of an archive before it is given to the contestants. */
async function lookInto(archive: Archive, plan: ServicePlan, context: BenchContext): Promise<Known> {
	context.progress("choice of questions");
	const { statements: sent, ...db } = await recordStatements(
		await openDatabase({ url: archive.url, statementTimeoutMs: 0 }),
	);
	try {
		const questions = await chooseQuestions(db.pool, plan.questions, archive.plan.seed);
		const bare: Partial<Record<OperationName, string[]>> = {};
		for (const operation of OPERATIONS) {
			context.progress(`answers of the statement of ${operation}`);
			const text = statementOf(operation);
			bare[operation] = [];
			for (const variables of questions[operation]) {
				context.signal.throwIfAborted();
				const { rows } = await db.pool.query<{ body: string }>({
					name: operation,
					text,
					values: Object.values(variables),
				});
				bare[operation].push(rows[0]?.body ?? "");
			}
		}
		const { rows } = await db.pool.query<Measured["holds"] & { version: string }>(HOLDS);
		const { version = "", ...holds } = rows[0] ?? ({} as Measured["holds"] & { version: string });
		const statements = new Map<string, Map<OperationName, number>>();
		if (db.kind === "pglite") {
			const yoga = createGraphQLServer({ db, log: createLog({ logLevel: "error" }) });
			const name = "service, embedded";
			const inside: Contestant = service(serviceServer(plan.node, name, false), name);
			statements.set(name, await countInside(inside, (request) => yoga.fetch(request), questions, sent));
		}
		return {
			description: db.description,
			postgres: db.kind === "postgresql" ? version : null,
			holds,
			questions,
			bare: bare as BareAnswers,
			statements,
		};
	} finally {
		await db.close();
	}
}

const HOLDS = `select (select count(*)::int from "Article") as articles, (select count(*)::int from "Event") as events,
	(select count(*)::int from "CausalLink") as links, (select count(*)::int from "Evidence") as evidence,
	pg_database_size(current_database()) / 1e6::float8 as megabytes, current_setting('server_version') as version`;

/** Counts on the wire, with a server of its own: the door would slow down the one that is measured. */
async function countThrough(
	contestant: Contestant,
	archive: Archive,
	questions: Questions,
	context: BenchContext,
): Promise<Map<OperationName, number>> {
	const door = await countStatements(archive.url);
	try {
		return await withServers([contestant], door.url, context, (running) =>
			statementsPerQuestion(contestant, running, questions, door.count),
		);
	} finally {
		await door.close();
	}
}

async function countInside(
	{ request }: Contestant,
	answer: (request: Request) => Response | Promise<Response>,
	questions: Questions,
	sent: string[],
): Promise<Map<OperationName, number>> {
	const found = new Map<OperationName, number>();
	for (const operation of OPERATIONS) {
		const asked = questions[operation][0] && request(operation, questions[operation][0]);
		if (!asked) continue;
		sent.length = 0;
		const { path, ...init } = asked;
		await (await answer(new Request(`http://localhost${path}`, init))).text();
		found.set(operation, sent.length);
	}
	return found;
}

const STARTS = 3;

/** Starts of the service on an archive that is there, one after the other; medians. */
async function measureStart(
	node: string,
	archive: Archive,
	{ signal, progress }: BenchContext,
): Promise<Measured["start"]> {
	const milliseconds: number[] = [];
	const resident: number[] = [];
	for (let start = 0; start < STARTS; start++) {
		progress(`start ${start + 1} of ${STARTS}`);
		const child = await serviceServer(node, "service", false).start(archive.url, signal);
		milliseconds.push(child.startedInMs);
		resident.push(residentMb(child.pid) ?? Number.NaN);
		await child.stop();
	}
	const memory = median(resident);
	return { milliseconds: median(milliseconds), residentMb: Number.isNaN(memory) ? null : memory };
}
