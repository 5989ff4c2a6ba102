import { EventEmitter } from "node:events";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { SharingPool } from "../../src/database/sharing-pool.js";
import { testServerUrl } from "../test-database.js";

interface Sent {
	connection: number;
	text: string;
	/** How many were under way on the connection when it was sent. */
	ahead: number;
}

/** What was sent, and the connections that were ended. */
let sent: Sent[] = [];
let ended: number[] = [];
let opened = 0;
let canConnect = true;
const open: pg.Pool[] = [];

/** A connection that answers each statement in its turn: `wait N` after so many milliseconds, `fail` by an error. */
class FakeClient extends EventEmitter {
	readonly #number = ++opened;
	#underWay = 0;
	#done: Promise<unknown> = Promise.resolve();

	connect(done: (error?: Error) => void): void {
		done(canConnect ? undefined : new Error("nobody listens there"));
	}

	query({ text }: { text: string }, values: unknown, done?: (error: Error | null, answer?: object) => void): unknown {
		sent.push({ connection: this.#number, text, ahead: this.#underWay++ });
		const answer = this.#done.then(async () => {
			const [, ms] = /^wait (\d+)/.exec(text) ?? [];
			if (ms) await setTimeout(Number(ms));
			this.#underWay--;
			if (text === "fail") throw new Error("this one is wrong");
			return { rows: [{ text }] };
		});
		this.#done = answer.catch(() => {});
		const callback = typeof values === "function" ? (values as typeof done) : done;
		if (!callback) return answer;
		answer.then(
			(result) => callback(null, result),
			(error: Error) => callback(error),
		);
		return undefined;
	}

	end(done?: () => void): void {
		ended.push(this.#number);
		done?.();
	}
}

function fakePool(max = 10): pg.Pool {
	const pool = new SharingPool({ max, Client: FakeClient as unknown as typeof pg.Client });
	open.push(pool);
	return pool;
}

const shared = (text: string) => ({ name: text, text, shares: true });
const ask = async (pool: pg.Pool, ...texts: string[]) =>
	Promise.all(texts.map(async (text) => (await pool.query<{ text: string }>(shared(text))).rows[0]?.text));

afterEach(async () => {
	await Promise.all(open.splice(0).map((pool) => pool.end()));
	sent = [];
	ended = [];
	canConnect = true;
});

describe("Statements that may share a connection", () => {
	it("go out together, without a wait between, once it is known that they are quick", async () => {
		const pool = fakePool();
		await ask(pool, "a", "b", "c");
		expect(new Set(sent.map(({ connection }) => connection)).size).toBe(3);
		sent.length = 0;
		expect(await ask(pool, "a", "b", "c", "a")).toEqual(["a", "b", "c", "a"]);
		expect(new Set(sent.map(({ connection }) => connection)).size).toBe(1);
		expect(sent.map(({ ahead }) => ahead)).toEqual([0, 1, 2, 3]);
	});

	it("are no more than six on one connection", async () => {
		const pool = fakePool();
		await ask(pool, "a");
		sent.length = 0;
		await ask(pool, ..."aaaaaaaa".split(""));
		const counts = new Map<number, number>();
		for (const { connection } of sent) counts.set(connection, (counts.get(connection) ?? 0) + 1);
		expect([...counts.values()]).toEqual([4, 4]);
	});

	it("hold up no others when they are slow", async () => {
		const pool = fakePool();
		await ask(pool, "a", "wait 40");
		sent.length = 0;
		const order: string[] = [];
		await Promise.all(
			["wait 40", "a", "a"].map((text) => ask(pool, text).then(([answer]) => order.push(answer as string))),
		);
		expect(order).toEqual(["a", "a", "wait 40"]);
		const slow = sent.find(({ text }) => text === "wait 40");
		expect(sent.filter(({ connection }) => connection === slow?.connection)).toHaveLength(1);
	});

	it("fail by themselves, and their connection is not used again", async () => {
		const pool = fakePool(1);
		await ask(pool, "a");
		await expect(ask(pool, "fail")).rejects.toThrow("this one is wrong");
		sent.length = 0;
		const answers = await Promise.allSettled(["a", "fail", "a"].map((text) => ask(pool, text)));
		expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
		expect(new Set(sent.map(({ connection }) => connection)).size).toBe(1);
		expect(ended).toContain(sent[0]?.connection);
		expect(await ask(pool, "a")).toEqual(["a"]);
	});

	it("all fail where there is no connection", async () => {
		const pool = fakePool();
		await ask(pool, "a");
		await Promise.all([pool.end(), open.splice(0)]);
		canConnect = false;
		const other = fakePool();
		const answers = await Promise.allSettled([ask(other, "a"), ask(other, "b")]);
		expect(answers.map((one) => (one as PromiseRejectedResult).reason.message)).toEqual([
			"nobody listens there",
			"nobody listens there",
		]);
	});

	it("are those that say so and have a name: others have a connection each", async () => {
		const pool = fakePool();
		await ask(pool, "a");
		sent.length = 0;
		await Promise.all([pool.query({ name: "a", text: "a" }), pool.query({ text: "a", shares: true }), pool.query("a")]);
		expect(new Set(sent.map(({ connection }) => connection)).size).toBe(3);
	});

	it.skipIf(testServerUrl === null)("are answered as ever by a server, and cancelled by its time limit", async () => {
		const options = { connectionString: testServerUrl as string, pipeline: true };
		const pool: pg.Pool = new SharingPool(options);
		open.push(pool);
		const number = (n: number) => ({ name: "number", text: "select $1::int as n", values: [n], shares: true });
		const numbers = [1, 2, 3, 4, 5, 6, 7];
		for (let round = 0; round < 3; round++) {
			const answers = await Promise.all(numbers.map((n) => pool.query<{ n: number }>(number(n))));
			expect(answers.map(({ rows }) => rows)).toEqual(numbers.map((n) => [{ n }]));
		}
		const backend = { name: "backend", text: "select pg_backend_pid() as pid", shares: true };
		await pool.query(backend);
		const pids = await Promise.all(numbers.map(() => pool.query<{ pid: number }>(backend)));
		expect(new Set(pids.map(({ rows }) => rows[0]?.pid)).size).toBe(2);
		const wrong = { name: "wrong", text: "select 1 / $1::int as n", shares: true };
		await pool.query({ ...wrong, values: [1] });
		const some = await Promise.allSettled([1, 0, 1].map((n) => pool.query({ ...wrong, values: [n] })));
		expect(some.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
	});
});
