import DataLoader from "dataloader";
import type { MaybePromise } from "./maybe-promise.js";

/** Reads for many keys at once; a key that is missing from the answer has the value null. */
export type BatchRead<T> = (keys: string[]) => Promise<Map<string, T>>;

/** What one request reads of one kind, by key. */
export class Loader<T> {
	readonly #known = new Map<string, T>();
	readonly #batches: DataLoader<string, T | null>;

	/** @param read is given what is asked for in one tick, each key once. */
	constructor(read: BatchRead<T>) {
		this.#batches = new DataLoader(async (keys) => {
			const values = await read([...keys]);
			for (const [key, value] of values) this.#known.set(key, value);
			return keys.map((key) => values.get(key) ?? null);
		});
	}

	/** The value, at once where it is known; null where there is none. */
	load(key: string): MaybePromise<T | null> {
		return this.#known.get(key) ?? this.#batches.load(key);
	}

	/** Takes a value that was read otherwise, unless one is known. */
	note(key: string, value: T): void {
		if (!this.#known.has(key)) this.#known.set(key, value);
	}
}

/** What a request has read so far, and what ends it. */
interface Reading {
	loaders: Map<string, Loader<unknown>>;
	signal?: AbortSignal | null;
}

/**
 * The loader of this request that reads `what`: every `load(key)` of one tick is answered by one call of `read`, and a
 * key is read once per request. So the number of statements depends on the shape of the query, not on the number of rows.
 * @param what says everything that the answer depends on besides the key (field, arguments, as-of instant).
 */
export function loaderFor<T>(context: Reading, what: string, read: BatchRead<T>): Loader<T> {
	const known = context.loaders.get(what);
	if (known) return known as Loader<T>;
	const loader = new Loader<T>((keys) => {
		context.signal?.throwIfAborted();
		return read(keys);
	});
	context.loaders.set(what, loader as Loader<unknown>);
	return loader;
}

/** Rows by the key that `keyOf` reads from them. */
export function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> {
	return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Rows in groups with one key, each group in the order of the rows. */
export function groupByKey<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}
