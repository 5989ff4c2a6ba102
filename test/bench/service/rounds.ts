import pg from "pg";
import type { BenchContext } from "../bench-types.js";
import type { ChildServer } from "./child.js";
import type { AskRequest, Contestant, ServerKind } from "./contestants/contestant.js";
import type { Round } from "./figures.js";
import { ask, load } from "./load.js";
import type { OperationName } from "./operations.js";
import { processorMs, type Sessions, sessionsOf, sessionsTook } from "./processor.js";
import type { Questions } from "./questions.js";

export interface LoadPlan {
	connections: number;
	/** Seconds before each measurement, in which code is compiled and pages come into memory. */
	warmup: number;
	seconds: number;
	rounds: number;
}

/** The answers of the bare statements, by operation, in the order of the questions. */
export type BareAnswers = Readonly<Partial<Record<OperationName, readonly string[]>>>;

const operationsIn = (questions: Questions) => Object.keys(questions) as OperationName[];

export type Running = ReadonlyMap<ServerKind, ChildServer>;

/** Starts the servers of some contestants, each once, and stops them when `work` is done. */
export async function withServers<Result>(
	contestants: readonly Contestant[],
	url: string,
	{ signal, progress }: BenchContext,
	work: (running: Running) => Promise<Result>,
): Promise<Result> {
	const running = new Map<ServerKind, ChildServer>();
	try {
		for (const { server, prepare } of contestants) {
			if (!running.has(server)) {
				progress(`start of ${server.name}`);
				running.set(server, await server.start(url, signal));
			}
			await prepare?.(serverOf(running, server).url);
		}
		return await work(running);
	} finally {
		await Promise.all([...running.values()].map((child) => child.stop()));
	}
}

const serverOf = (running: Running, server: ServerKind): ChildServer => {
	const child = running.get(server);
	if (!child) throw new Error(`${server.name} was not started`);
	return child;
};

/** What a contestant is sent for the questions of an operation; empty where it does not answer it. */
const requestsFor = ({ request }: Contestant, operation: OperationName, questions: Questions): AskRequest[] =>
	(questions[operation] ?? []).flatMap((variables) => request(operation, variables) ?? []);

/** Asks all questions of all contestants and throws where an answer is empty, or names other objects than the bare statement's. */
export async function verifyAnswers(
	contestants: readonly Contestant[],
	running: Running,
	questions: Questions,
	bare: BareAnswers,
	{ progress, signal }: BenchContext,
): Promise<void> {
	for (const contestant of contestants) {
		const { url } = serverOf(running, contestant.server);
		for (const operation of operationsIn(questions)) {
			progress(`answers of ${contestant.name} to ${operation}`);
			for (const [index, request] of requestsFor(contestant, operation, questions).entries()) {
				signal.throwIfAborted();
				const problem = contestant.problemOf(operation, await ask(url, request), bare[operation]?.[index] ?? null);
				if (problem !== null)
					throw new Error(
						`${contestant.name} answers ${operation} ${JSON.stringify(questions[operation]?.[index])} otherwise: ${problem}`,
					);
			}
		}
	}
}

/**
 * Lets the contestants answer one operation after the other, in rounds; in each round one contestant after the other, in an order that turns by one, so that a
 * slow spell of the machine meets all of them.
 * @param url of the archive, whose sessions of Postgres are watched; null where there is no Postgres.
 */
export async function runRounds(
	contestants: readonly Contestant[],
	running: Running,
	questions: Questions,
	url: string | null,
	{ connections, warmup, seconds, rounds }: LoadPlan,
	{ progress, signal }: BenchContext,
): Promise<Round[]> {
	const done: Round[] = [];
	const watcher = url === null ? null : new pg.Client(url);
	await watcher?.connect();
	const sessions = async (): Promise<Sessions | null> => watcher && (await sessionsOf(watcher));
	try {
		for (const operation of operationsIn(questions)) {
			const answering = contestants.filter((one) => requestsFor(one, operation, questions).length > 0);
			for (let round = 0; round < rounds; round++) {
				for (let turn = 0; turn < answering.length; turn++) {
					signal.throwIfAborted();
					const contestant = answering[(turn + round) % answering.length] as Contestant;
					const server = serverOf(running, contestant.server);
					const requests = requestsFor(contestant, operation, questions);
					progress(`${operation}, round ${round + 1} of ${rounds}: ${contestant.name}`);
					if (contestant.asksBefore) await askAll(server.url, requests);
					if (warmup > 0) await load(server.url, requests, { connections, seconds: warmup });
					const before = { server: processorMs(server.pid), postgres: await sessions() };
					const measured = await load(server.url, requests, { connections, seconds });
					const after = { server: processorMs(server.pid), postgres: await sessions() };
					done.push({
						...measured,
						contestant: contestant.name,
						operation,
						round,
						serverMs: before.server === null || after.server === null ? null : after.server - before.server,
						postgresMs: sessionsTook(before.postgres, after.postgres),
					});
				}
			}
		}
	} finally {
		await watcher?.end();
	}
	return done;
}

const AT_ONCE = 8;

async function askAll(url: string, requests: readonly AskRequest[]): Promise<void> {
	for (let from = 0; from < requests.length; from += AT_ONCE)
		await Promise.all(requests.slice(from, from + AT_ONCE).map((request) => ask(url, request)));
}

/** So many questions are asked to count the statements of one. */
const COUNTED = 10;

/** Statements that a contestant has executed for one question, on average; by operation. `count` tells how many there were so far. */
export async function statementsPerQuestion(
	contestant: Contestant,
	running: Running,
	questions: Questions,
	count: () => number,
): Promise<Map<OperationName, number>> {
	const { url } = serverOf(running, contestant.server);
	const found = new Map<OperationName, number>();
	for (const operation of operationsIn(questions)) {
		const requests = requestsFor(contestant, operation, questions).slice(0, COUNTED);
		if (requests.length === 0) continue;
		// What is done once in a connection or for a new statement is not counted.
		for (const request of requests) await ask(url, request);
		const before = count();
		for (const request of requests) await ask(url, request);
		found.set(operation, (count() - before) / requests.length);
	}
	return found;
}
