/**
 * Works on several items at once and gives the results in the order of the items: while one result is used, up to `ahead` others are under
 * way. An item that fails does so when it is its turn.
 */
export async function* inOrder<Item, Result>(
	items: AsyncIterable<Item>,
	ahead: number,
	work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
	const underWay: Promise<Result>[] = [];
	for await (const item of items) {
		const result = work(item);
		// Told when it is its turn, which may never come.
		result.catch(() => {});
		underWay.push(result);
		if (underWay.length > ahead) yield await (underWay.shift() as Promise<Result>);
	}
	for (const result of underWay) yield await result;
}
