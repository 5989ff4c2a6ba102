import { databaseFault } from "../database-fault.js";
import { createStatementNames } from "../statement-names.js";
import { reviveInstants } from "../table-rows.js";
import type { RequestContext } from "./request-context.js";

/** A statement that reads; `Prisma.sql` makes such. */
export interface Reading {
	readonly text: string;
	readonly values: readonly unknown[];
}

/** A statement that waits for others of its turn. */
interface Waiting extends Reading {
	instants: readonly string[];
	resolve(rows: Row[]): void;
	reject(error: unknown): void;
}

type Row = Record<string, unknown>;

/** So many are one statement at most: they run one after the other, where several would run side by side. */
const MAX_TOGETHER = 8;

/** Lists have as many texts as there are filters and orders to choose from; those that are asked again are prepared. */
const statementName = createStatementNames();

/** What a request is about to read. */
const waiting = new WeakMap<RequestContext, Waiting[]>();

/** The rows that a statement answers. `T` is what the statement selects. */
export const readSql = <T extends object>(context: RequestContext, statement: Reading): Promise<T[]> =>
	send<T>(context, statement, false);

/** @param shares whether it may go out with those of other requests: see `QueryConfig`. */
async function send<T extends object>(context: RequestContext, statement: Reading, shares: boolean): Promise<T[]> {
	const { text, values } = statement;
	const { rows } = await context.db.pool.query<T>({ text, values: [...values], name: statementName(text), shares });
	return rows;
}

/**
 * As `readSql`, in one statement with all others that the request reads in this way in the same turn: to send a statement and to take its answer apart
 * costs more than to execute most of them.
 * @param instants names of the columns that are instants. Of other types there are only those that JSON has: no bytes, and no numbers beyond 2⁵³.
 */
export function readBeside<T extends object>(
	context: RequestContext,
	{ text, values }: Reading,
	instants: readonly string[],
): Promise<T[]> {
	return new Promise<Row[]>((resolve, reject) => {
		const one = { text, values, instants, resolve, reject };
		const others = waiting.get(context);
		if (others) others.push(one);
		else {
			waiting.set(context, [one]);
			// Batches of one turn are made one after the other, before any promise goes on.
			queueMicrotask(() => sendAll(context));
		}
	}) as Promise<T[]>;
}

function sendAll(context: RequestContext): void {
	const all = waiting.get(context) ?? [];
	waiting.delete(context);
	for (let from = 0; from < all.length; from += MAX_TOGETHER) {
		const some = all.slice(from, from + MAX_TOGETHER);
		void (some.length > 1 ? sendTogether(context, some) : Promise.all(some.map((one) => sendAlone(context, one))));
	}
}

async function sendAlone(context: RequestContext, { text, values, resolve, reject }: Waiting): Promise<void> {
	try {
		resolve(await send<Row>(context, { text, values }, true));
	} catch (error) {
		reject(error);
	}
}

async function sendTogether(context: RequestContext, all: readonly Waiting[]): Promise<void> {
	try {
		const [answer] = await send<Record<string, Row[] | null>>(context, together(all), true);
		for (const [index, { instants, resolve }] of all.entries())
			resolve(reviveInstants(answer?.[index] ?? [], instants));
	} catch (error) {
		// What is wrong with one of them is not wrong with the others.
		if (databaseFault(error) === null) await Promise.all(all.map((one) => sendAlone(context, one)));
		else for (const { reject } of all) reject(error);
	}
}

/** One statement that answers one row, in which each of the statements has a column: a JSON array of its rows, null where it has none. */
export function together(statements: readonly Reading[]): Reading {
	const values: unknown[] = [];
	const columns = statements.map((statement, index) => {
		const text = statement.text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + values.length}`);
		values.push(...statement.values);
		return `(select json_agg(x) from (${text}) x) as "${index}"`;
	});
	return { text: `select ${columns.join(", ")}`, values };
}
