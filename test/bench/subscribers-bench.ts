import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { UsageError } from "../../src/cli/run-command.js";
import { openSubscribedSocket, stalledEventStream } from "../changes/raw-subscriber.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { quantile } from "./measure.js";
import { figure, formatTable } from "./table.js";

const HELP = `subscribers: how long a change takes to all who follow the change log, and what they take of memory, in a process of their own.
Milliseconds are those of the clock, and of the bench itself too: it reads as many connections as the process writes.

  --streams N      subscribers over server-sent events (2000)
  --sockets N      subscribers over WebSocket (500)
  --stalled N      subscribers who read nothing, half of each kind, from the second round on (10)
  --changes N      changes, one at a time, in each round (20)
  --database URL   an empty database: pglite:memory: (default), pglite:DIRECTORY or postgresql://…`;

const MB = 1_000_000;
/** Changes of one transaction, to all. */
const BURST = 200;

interface Report {
	live: number;
	subscriptions: number;
	rss: number;
	cpu: NodeJS.CpuUsage;
}

export const subscribersBench: Bench = {
	help: HELP,
	options: {
		streams: { type: "string", default: "2000" },
		sockets: { type: "string", default: "500" },
		stalled: { type: "string", default: "10" },
		changes: { type: "string", default: "20" },
		database: { type: "string", default: "pglite:memory:" },
	},
	valueWhenBare: {},
	async run(values, context) {
		const [streams, sockets, stalled, changes] = ["streams", "sockets", "stalled", "changes"].map((name) => {
			const value = Number(values[name]);
			if (Number.isSafeInteger(value) && value >= 0) return value;
			throw new UsageError(`--${name} takes a whole number, not "${values[name]}"`);
		}) as [number, number, number, number];
		const server = fork(new URL("./subscribed-server.ts", import.meta.url), [String(values.database)], {
			execArgv: ["--max-semi-space-size=8", "--max-old-space-size=1024", "--import", "tsx"],
		});
		try {
			const [{ url }] = (await once(server, "message")) as [{ url: string }];
			return await measure(server, url, { streams, sockets, stalled, changes }, context);
		} finally {
			server.disconnect();
			await once(server, "exit");
		}
	},
};

type Numbers = Record<"streams" | "sockets" | "stalled" | "changes", number>;

async function measure(
	server: ChildProcess,
	url: string,
	{ streams, sockets, stalled, changes }: Numbers,
	{ progress, signal }: BenchContext,
): Promise<BenchResult> {
	const tell = async (message: object = {}): Promise<Report> => {
		server.send(message);
		return ((await once(server, "message")) as [Report])[0];
	};
	const crowd = new Crowd();
	const empty = await tell();
	for (let n = 0; n < streams && !signal.aborted; n++) {
		progress(`${n} streams`);
		crowd.watchStream(await stalledEventStream(url));
	}
	for (let n = 0; n < sockets && !signal.aborted; n++) {
		progress(`${n} sockets`);
		crowd.watchSocket(await openSubscribedSocket(url));
	}
	while ((await tell()).live < streams + sockets && !signal.aborted) await pause(50);
	const idle = await tell();

	const round = async () => {
		const delays: number[] = [];
		for (let n = 0; n < changes && !signal.aborted; n++) {
			progress(`${n} of ${changes} changes`);
			delays.push(...(await crowd.delays(1, () => tell({ write: 1 }))));
			await pause(20);
		}
		return delays;
	};
	const alone = await round();
	const deaf = await Promise.all(Array.from({ length: stalled }, (_, n) => beDeaf(url, n % 2 === 0)));
	const beside = await round();
	const before = await tell();
	const startedAt = performance.now();
	await crowd.delays(BURST, () => tell({ write: BURST }));
	const burstMs = performance.now() - startedAt;
	const after = await tell();
	const deliveries = (streams + sockets) * BURST;
	const cpuMicros = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / deliveries;
	crowd.leave();
	for (const end of deaf) end();

	const line = (what: string, delays: readonly number[]) => [
		what,
		...[0.5, 0.99, 1].map((part) => figure(quantile(delays, part))),
	];
	const perSubscriber = (idle.rss - empty.rss) / (streams + sockets) / 1_000;
	const text = `${formatTable([
		[`${streams} streams, ${sockets} sockets: ms until a change is there`, "median", "99 %", "last"],
		line("all of them read", alone),
		line(`beside ${stalled} who read nothing`, beside),
	])}

${figure(BURST)} changes at once to all: ${figure((deliveries / burstMs) * 1_000)} deliveries per second, ${figure(cpuMicros)} µs of processor time each.
Resident memory: ${figure(empty.rss / MB)} MB empty, ${figure(idle.rss / MB)} MB with all of them idle (${figure(perSubscriber)} kB each), ${figure(after.rss / MB)} MB after the burst, the database included where it is embedded.`;
	return {
		text,
		json: {
			streams,
			sockets,
			stalled,
			alone: summary(alone),
			beside: summary(beside),
			burstMs,
			cpuMicros,
			rss: [empty, idle, after].map(({ rss }) => rss),
		},
	};
}

const summary = (delays: readonly number[]) => ({ median: quantile(delays, 0.5), last: quantile(delays, 1) });

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Subscribers who read. */
class Crowd {
	readonly #ends: (() => void)[] = [];
	#members = 0;
	/** Told of every change that reaches anybody. */
	#onChange: () => void = () => {};

	/** @param socket paused, behind a request for an event stream. */
	watchStream(socket: Awaited<ReturnType<typeof stalledEventStream>>): void {
		this.#members++;
		this.#ends.push(() => socket.destroy());
		let rest = "";
		socket.on("data", (data) => {
			const parts = (rest + data.toString("latin1")).split('"nodeId"');
			// A name may be cut in two by the end of a packet.
			rest = (parts.at(-1) ?? "").slice(-8);
			for (let n = 1; n < parts.length; n++) this.#onChange();
		});
		socket.resume();
	}

	watchSocket({ socket }: Awaited<ReturnType<typeof openSubscribedSocket>>): void {
		this.#members++;
		this.#ends.push(() => socket.terminate());
		socket.removeAllListeners("message");
		socket.on("message", (data) => {
			if (String(data).includes('"nodeId"')) this.#onChange();
		});
	}

	/** Milliseconds from a writing of so many changes to each of their arrivals, at each member. */
	async delays(changes: number, write: () => Promise<unknown>): Promise<number[]> {
		const delays: number[] = [];
		const startedAt = performance.now();
		const arrived = new Promise<void>((resolve) => {
			this.#onChange = () => {
				delays.push(performance.now() - startedAt);
				if (delays.length === this.#members * changes) resolve();
			};
		});
		await write();
		await arrived;
		return delays;
	}

	leave(): void {
		for (const end of this.#ends) end();
	}
}

/** A subscriber who reads nothing. Gives what ends it. */
async function beDeaf(url: string, overSocket: boolean): Promise<() => void> {
	if (!overSocket) {
		const stream = await stalledEventStream(url);
		return () => stream.destroy();
	}
	const { socket } = await openSubscribedSocket(url);
	socket.pause();
	return () => socket.terminate();
}
