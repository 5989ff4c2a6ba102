/**
 * Collects what is asked for in one turn of the event loop, by however many requests, and hands it over at its end. A busy process takes several requests in
 * each turn, and what they need of the database costs less together; one that has nothing else to do waits for nothing.
 */
export function inTurn<T>(take: (all: readonly T[]) => void): (item: T) => void {
	let waiting: T[] = [];
	return (item) => {
		if (waiting.push(item) > 1) return;
		setImmediate(() => {
			const all = waiting;
			waiting = [];
			take(all);
		});
	};
}

/** The items in as few parts as there can be with so many in each at most, all of nearly the same length. */
export function evenParts<T>(items: readonly T[], max: number): T[][] {
	const size = Math.ceil(items.length / Math.ceil(items.length / max));
	const parts: T[][] = [];
	for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
	return parts;
}
