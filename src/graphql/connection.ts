import { allThere, type MaybePromise, whenThere } from "../maybe-promise.js";
import { cursorOf, type Order, type PageArguments, type PageRequest, type Position, parsePage } from "./page.js";

export interface PageInfo {
	hasNextPage: boolean;
	hasPreviousPage: boolean;
	startCursor: string | null;
	endCursor: string | null;
}

/** An object and its place in a list. */
export interface Edge<T> {
	readonly cursor: string;
	readonly node: T;
}

/** A page of a list, read only as far as the query asks: `edges` and `pageInfo` on first use, `totalCount` when called. */
export interface Connection<T> {
	readonly edges: MaybePromise<Edge<T>[]>;
	readonly pageInfo: MaybePromise<PageInfo>;
	totalCount(): Promise<number>;
}

/** An ordered list that can be read in pages. */
export interface PagedList<T> {
	order: Order;
	/** At most `request.size + 1` positions, nearest first: read backwards, they come last first. */
	read(request: PageRequest): MaybePromise<Position[]>;
	/** The object at a position; null where it has gone since the positions were read. */
	load(id: string): MaybePromise<T | null>;
	count(): Promise<number>;
}

/** The connection over a list that Relay's arguments ask for. Throws BAD_USER_INPUT for arguments that make no sense. */
export function connect<T>(list: PagedList<T>, args: PageArguments): Connection<T> {
	const request = parsePage(args, list.order);
	let page: MaybePromise<Page<T>> | null = null;
	const read = () => {
		page ??= readPage(list, request);
		return page;
	};
	return {
		get edges() {
			return whenThere(read(), ({ edges }) => edges);
		},
		get pageInfo() {
			return whenThere(read(), ({ pageInfo }) => pageInfo);
		},
		totalCount: () => list.count(),
	};
}

interface Page<T> {
	edges: Edge<T>[];
	pageInfo: PageInfo;
}

function readPage<T>(list: PagedList<T>, request: PageRequest): MaybePromise<Page<T>> {
	return whenThere(list.read(request), (found) => {
		const positions = found.slice(0, request.size);
		if (request.backward) positions.reverse();
		const nodes = allThere(positions.map(({ id }) => list.load(id)));
		return whenThere(nodes, (there) => pageOf(list.order, request, positions, there, found.length > request.size));
	});
}

/** @param nodes those at the positions; null where one has gone. @param more whether the list goes on. */
function pageOf<T>(
	order: Order,
	request: PageRequest,
	positions: readonly Position[],
	nodes: readonly (T | null)[],
	more: boolean,
): Page<T> {
	const edges: Edge<T>[] = [];
	for (const [index, position] of positions.entries()) {
		const node = nodes[index];
		if (node !== null && node !== undefined) edges.push(new ListEdge(order, position, node));
	}
	const pageInfo = {
		// A cursor names an object of the list, so there is something on its other side.
		hasNextPage: request.backward ? request.before !== null : more,
		hasPreviousPage: request.backward ? more : request.after !== null,
		startCursor: edges[0]?.cursor ?? null,
		endCursor: edges.at(-1)?.cursor ?? null,
	};
	return { edges, pageInfo };
}

/** Makes its cursor when it is asked for: most queries want the objects. */
class ListEdge<T> implements Edge<T> {
	readonly node: T;
	readonly #order: Order;
	readonly #position: Position;

	constructor(order: Order, position: Position, node: T) {
		this.#order = order;
		this.#position = position;
		this.node = node;
	}

	get cursor(): string {
		return cursorOf(this.#order, this.#position);
	}
}

/**
 * A list that is already in memory, in pages.
 * @param positionOf sort value and id of an item, by which the items are ordered; ids are unique in the list.
 */
export function listInMemory<T>(items: readonly T[], order: Order, positionOf: (item: T) => Position): PagedList<T> {
	const byId = new Map(items.map((item) => [positionOf(item).id, item]));
	const sign = order.direction === "ASC" ? 1 : -1;
	return {
		order,
		read: ({ size, backward, after, before }) => {
			const positions = items
				.map(positionOf)
				.filter((position) => !after || sign * compare(position, after) > 0)
				.filter((position) => !before || sign * compare(position, before) < 0)
				.sort((a, b) => (backward ? -sign : sign) * compare(a, b));
			return positions.slice(0, size + 1);
		},
		load: (id) => byId.get(id) ?? null,
		count: async () => items.length,
	};
}

/** A list that is read whole and once, when a part of it is first asked for. See `listInMemory`. */
export function listReadWhole<T>(
	readAll: () => Promise<readonly T[]>,
	order: Order,
	positionOf: (item: T) => Position,
): PagedList<T> {
	let list: Promise<PagedList<T>> | null = null;
	const whole = () => {
		list ??= readAll().then((items) => listInMemory(items, order, positionOf));
		return list;
	};
	return {
		order,
		read: async (request) => (await whole()).read(request),
		load: async (id) => (await whole()).load(id),
		count: async () => (await whole()).count(),
	};
}

function compare(a: Position, b: Position): number {
	if (a.value < b.value) return -1;
	if (a.value > b.value) return 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
