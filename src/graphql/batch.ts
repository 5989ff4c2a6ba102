import DataLoader from "dataloader";
import type { RequestContext } from "./request-context.js";

/** Reads for many keys at once; a key that is missing from the answer has the value null. */
export type BatchRead<T> = (keys: string[]) => Promise<Map<string, T>>;

/**
 * The loader of this request that reads `what`: every `load(key)` of one tick is answered by one call of `read`, and a
 * key is read once per request. So the number of statements depends on the shape of the query, not on the number of rows.
 * @param what says everything that the answer depends on besides the key (field, arguments, as-of instant).
 */
export function loaderFor<T>(
	context: Pick<RequestContext, "loaders"> & Partial<Pick<RequestContext, "signal">>,
	what: string,
	read: BatchRead<T>,
): DataLoader<string, T | null> {
	const known = context.loaders.get(what);
	if (known) return known as DataLoader<string, T | null>;
	const loader = new DataLoader<string, T | null>(async (keys) => {
		context.signal?.throwIfAborted();
		const values = await read([...keys]);
		return keys.map((key) => values.get(key) ?? null);
	});
	context.loaders.set(what, loader as DataLoader<string, unknown>);
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
