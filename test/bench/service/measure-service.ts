import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../../src/db.js";
import { createGraphQLServer } from "../../../src/graphql/server.js";
import { createLog } from "../../../src/log.js";
import { recordStatements } from "../../test-database.js";
import type { BenchContext } from "../bench-types.js";
import { median } from "../measure.js";
import { type Archive, type Archives, EMBEDDED_DIRECTORY, type Place } from "./archives.js";
import type { ChildServer } from "./child.js";
import type { Contestant } from "./contestants/contestant.js";
import { installPostGraphile, postGraphile } from "./contestants/postgraphile.js";
import { raw } from "./contestants/raw.js";
import { keptService, persistedService, service, serviceServer } from "./contestants/service.js";
import { figuresOf, type Round } from "./figures.js";
import { nodeVersion } from "./machine.js";
import { OPERATIONS, type OperationName, statementOf } from "./operations.js";
import { residentMb } from "./processor.js";
import { chooseQuestions, type Questions } from "./questions.js";
import { type BareAnswers, runRounds, statementsPerQuestion, verifyAnswers, withServers } from "./rounds.js";
import type { ServicePlan } from "./service-plan.js";
import type { Measured, ServiceResult } from "./service-result.js";
import { countStatements } from "./statement-counter.js";

const POSTGRAPHILE = fileURLToPath(
	new URL("../../../node_modules/.cache/antecedent-bench/postgraphile", import.meta.url),
);
const RAW = "by hand";

export async function measureService(
	plan: ServicePlan,
	archives: Archives,
	context: BenchContext,
): Promise<ServiceResult> {
	const node = nodeVersion(plan.node);
	const skipped: string[] = [];
	const measured: Measured[] = [];
	let postgres: string | null = null;
	const rounds: Round[] = [];
	if (plan.server) {
		context.progress("installation of PostGraphile");
		const installed = await installPostGraphile(POSTGRAPHILE, node);
		if (installed.kind === "skipped") skipped.push(installed.reason);
		const uncached = serviceServer(plan.node, "service", false);
		const contestants = [
			raw(plan.node, RAW),
			service(uncached, "service"),
			persistedService(uncached, "service, persisted by GET"),
			keptService(plan.node, "service, answers kept"),
			...(installed.kind === "installed" ? postGraphile(plan.node, installed.directory) : []),
		];
		const place = { kind: "postgresql", server: plan.server.url } as const;
		const result = await measureArchive(
			place,
			await archives.get(place, plan.server.archive),
			[contestants],
			RAW,
			rounds,
			plan,
			context,
		);
		postgres = result.postgres;
		measured.push(result.measured);
	}
	if (plan.embedded) {
		const place = { kind: "pglite", directory: EMBEDDED_DIRECTORY } as const;
		const own = service(serviceServer(plan.node, "service, embedded", false), "service, embedded");
		// One process at a time can open it. Beside a server with as large an archive the embedded service is compared to what is fastest there.
		const isAlike = plan.server?.archive.articles === plan.embedded.articles;
		const base = plan.server && !isAlike ? `${RAW}, embedded` : RAW;
		const groups = isAlike ? [[own]] : [[raw(plan.node, base)], [own]];
		const archive = await archives.get(place, plan.embedded);
		measured.push((await measureArchive(place, archive, groups, base, rounds, plan, context)).measured);
	}
	return { load: plan.load, questions: plan.questions, starts: plan.starts, node, postgres, measured, skipped };
}

/**
 * @param base the contestant that those of the archive are compared to.
 * @param rounds those of this run so far, to which what is measured is added.
 */
async function measureArchive(
	place: Place,
	archive: Archive,
	groups: readonly (readonly Contestant[])[],
	base: string,
	rounds: Round[],
	plan: ServicePlan,
	context: BenchContext,
): Promise<{ measured: Measured; postgres: string | null }> {
	const known = await lookInto(archive, plan, context);
	const statements = new Map(known.statements);
	const resident = new Map<string, number | null>();
	const starts: Start[] = [];
	const from = rounds.length;
	for (const contestants of groups) {
		if (place.kind === "postgresql") await countThrough(contestants, archive, known.questions, statements, context);
		await withServers(contestants, archive.url, context, async (running) => {
			for (const [{ isService }, child] of running) if (isService) starts.push(startOf(child));
			await verifyAnswers(contestants, running, known.questions, known.bare, context);
			const watched = place.kind === "postgresql" ? archive.url : null;
			rounds.push(...(await runRounds(contestants, running, known.questions, watched, plan.load, context)));
			for (const { name, server } of contestants) resident.set(name, residentMb(running.get(server)?.pid ?? 0));
		});
	}
	while (starts.length < plan.starts) starts.push(await startAgain(plan, archive, context));
	const added = new Set(rounds.slice(from).map(({ contestant }) => contestant));
	const figures = figuresOf(rounds, base)
		.filter(({ contestant }) => added.has(contestant))
		.map((one) => ({
			...one,
			statements: statements.get(one.contestant)?.get(one.operation) ?? null,
			residentMb: resident.get(one.contestant) ?? null,
		}));
	return {
		measured: {
			place: place.kind,
			plan: archive.plan,
			holds: known.holds,
			madeInSeconds: archive.madeInSeconds,
			figures,
			start: middleOf(starts),
		},
		postgres: known.postgres,
	};
}

interface Known {
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
		const all = await chooseQuestions(db.pool, plan.questions, archive.plan.seed);
		const questions: Questions = Object.fromEntries(plan.operations.map((operation) => [operation, all[operation]]));
		const bare: Partial<Record<OperationName, string[]>> = {};
		for (const operation of plan.operations) {
			context.progress(`answers of the statement of ${operation}`);
			const text = statementOf(operation);
			if (text === null) continue;
			bare[operation] = [];
			for (const variables of all[operation]) {
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
			const yoga = createGraphQLServer({ db, log: createLog({ logLevel: "error" }), keepsContexts: true });
			const name = "service, embedded";
			const inside: Contestant = service(serviceServer(plan.node, name, false), name);
			statements.set(name, await countInside(inside, (request) => yoga.fetch(request), questions, sent));
		}
		return {
			postgres: db.kind === "postgresql" ? version : null,
			holds,
			questions,
			bare,
			statements,
		};
	} finally {
		await db.close();
	}
}

const HOLDS = `select (select count(*)::int from "Article") as articles, (select count(*)::int from "Event") as events,
	(select count(*)::int from "CausalLink") as links, (select count(*)::int from "Evidence") as evidence,
	pg_database_size(current_database()) / 1e6::float8 as megabytes, current_setting('server_version') as version`;

/** Counts on the wire, with servers of their own: the door would slow down those that are measured. */
async function countThrough(
	contestants: readonly Contestant[],
	archive: Archive,
	questions: Questions,
	statements: Map<string, Map<OperationName, number>>,
	context: BenchContext,
): Promise<void> {
	for (const server of new Set(contestants.map((one) => one.server))) {
		const asked = contestants.filter((one) => one.server === server);
		const door = await countStatements(archive.url);
		try {
			await withServers(asked, door.url, context, async (running) => {
				for (const one of asked)
					statements.set(one.name, await statementsPerQuestion(one, running, questions, door.count));
			});
		} finally {
			await door.close();
		}
	}
}

const KEPT_WITHIN_MS = 500;

async function countInside(
	{ request }: Contestant,
	answer: (request: Request) => Response | Promise<Response>,
	questions: Questions,
	sent: string[],
): Promise<Map<OperationName, number>> {
	const found = new Map<OperationName, number>();
	for (const operation of OPERATIONS) {
		const [first] = questions[operation] ?? [];
		const asked = first && request(operation, first);
		if (!asked) continue;
		const { path, ...init } = asked;
		const ask = async () => (await answer(new Request(`http://localhost${path}`, init))).text();
		await ask();
		// What preceded is kept when nobody waits for it any more.
		await pause(KEPT_WITHIN_MS);
		sent.length = 0;
		await ask();
		found.set(operation, sent.length);
	}
	return found;
}

interface Start {
	milliseconds: number;
	residentMb: number | null;
}

const startOf = ({ pid, startedInMs }: ChildServer): Start => ({
	milliseconds: startedInMs,
	residentMb: residentMb(pid),
});

async function startAgain({ node }: ServicePlan, archive: Archive, { signal, progress }: BenchContext): Promise<Start> {
	progress("another start");
	const child = await serviceServer(node, "service", false).start(archive.url, signal);
	const start = startOf(child);
	await child.stop();
	return start;
}

function middleOf(starts: readonly Start[]): Start {
	const resident = starts.flatMap(({ residentMb }) => residentMb ?? []);
	return {
		milliseconds: median(starts.map(({ milliseconds }) => milliseconds)),
		residentMb: resident.length === 0 ? null : median(resident),
	};
}
