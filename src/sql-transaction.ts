import { createHash } from "node:crypto";
import type pg from "pg";

/**
 * SQL written by hand, inside a transaction. Prisma's transactions offer the same, so that what is written for this runs in both;
 * `inTransaction` takes a fraction of their time.
 */
export interface SqlTransaction {
	/** The rows of a statement. Where Prisma is not at work, bigint and numeric columns come as text. */
	$queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
	$executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<unknown>;
}

/**
 * Runs `work` in one transaction on one connection: all of it is kept, or nothing. Statements run in the order in which they are
 * sent. Nobody waits for a write: `$executeRaw` is done once it is sent, and if it fails, so does the next `$queryRaw`, or
 * else the transaction, with the write's error. On a connection with `pipeline` they are all on their way at once. Each text is
 * prepared once for each connection.
 */
export async function inTransaction<Result>(
	pool: pg.Pool,
	work: (tx: SqlTransaction) => Promise<Result>,
): Promise<Result> {
	const client = await pool.connect();
	let broken: Error | undefined;
	try {
		const transaction = new OpenTransaction(client);
		try {
			const result = await work(transaction);
			await transaction.commit();
			return result;
		} catch (error) {
			await transaction.rollback().catch((fault: Error) => {
				broken = fault;
			});
			throw error;
		}
	} finally {
		client.release(broken);
	}
}

/**
 * What is written by hand for a transaction looks up few rows, each by an index. A prepared statement keeps the plan that it got while the tables
 * were small, when reading them whole was cheapest, until somebody gathers statistics; embedded nobody does. One plan for all values is as good as
 * any then, and planning some statements takes ten times as long as running them.
 */
const BEGIN =
	"begin; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local plan_cache_mode = force_generic_plan";

class OpenTransaction implements SqlTransaction {
	readonly #client: pg.PoolClient & { pipeline?: boolean };
	/** Settles when all that was sent is done; never fails. */
	#done: Promise<unknown> = Promise.resolve();
	/** What went wrong first: all after it fails too, and only tells that something has. */
	#fault: { error: unknown } | null = null;
	#gathers = false;

	constructor(client: pg.PoolClient) {
		this.#client = client;
		this.#send({ text: BEGIN });
	}

	async $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
		const answer = await this.#send(statement(text, values));
		if (answer === null) throw this.#fault?.error;
		return answer.rows as Rows;
	}

	async $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<void> {
		this.#send(statement(text, values));
	}

	async commit(): Promise<void> {
		const answer = await this.#send({ text: "commit" });
		await this.#done;
		if (this.#fault) throw this.#fault.error;
		// A transaction in which a statement failed rolls back when it is to commit, and that is no error.
		if (answer?.command !== "COMMIT") throw new Error("the transaction was rolled back");
	}

	/** Fails where the connection is of no use any more. */
	async rollback(): Promise<void> {
		await this.#done;
		await this.#client.query("rollback");
	}

	/** @returns null where it failed; never fails itself. */
	#send(query: pg.QueryConfig): Promise<pg.QueryResult | null> {
		this.#gather();
		const noted = (error: unknown): null => {
			this.#fault ??= { error };
			return null;
		};
		// One that takes no pipeline gets a query when the one before is done.
		const sent = this.#client.pipeline
			? this.#client.query(query).catch(noted)
			: this.#done.then(() => this.#client.query(query)).catch(noted);
		this.#done = this.#client.pipeline ? Promise.all([this.#done, sent]) : sent;
		return sent;
	}

	/** What is sent without a wait between goes out as one packet. */
	#gather(): void {
		if (!this.#client.pipeline || this.#gathers) return;
		const { stream } = this.#client.connection;
		this.#gathers = true;
		stream.cork();
		// Runs when the work has come to where it waits.
		process.nextTick(() => {
			this.#gathers = false;
			stream.uncork();
		});
	}
}

const texts = new WeakMap<TemplateStringsArray, { text: string; name: string }>();

/** A template as a statement with a name, by which the server keeps it prepared: there are as many as the source code has. */
function statement(template: TemplateStringsArray, values: unknown[]): pg.QueryConfig {
	let known = texts.get(template);
	if (!known) {
		const text = template.reduce((sum, part, index) => `${sum}$${index}${part}`);
		known = { text, name: `t_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}` };
		texts.set(template, known);
	}
	return { ...known, values };
}
