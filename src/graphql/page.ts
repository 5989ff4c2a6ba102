import { badUserInput, quoted } from "./client-error.js";

/** Size of a page for which no size was asked. */
export const DEFAULT_PAGE_SIZE = 20;

/** Largest page that can be asked for; also reported by `service { limits }`. */
export const MAX_PAGE_SIZE = 100;

/** How sort values are compared and written. */
export type SortKind = "instant" | "integer" | "real" | "text";

export type SortValue = Date | number | string;

/** An order of a list. `name` goes into the cursors, so that a cursor of one order is refused by another. */
export interface Order {
	name: string;
	kind: SortKind;
	direction: "ASC" | "DESC";
}

/** A place in an ordered list. Ids make it unique where sort values are equal. */
export interface Position {
	value: SortValue;
	id: string;
}

/** The four Relay arguments, as they come. */
export interface PageArguments {
	first?: number | null | undefined;
	last?: number | null | undefined;
	after?: string | null | undefined;
	before?: string | null | undefined;
}

/** A page that was asked for, checked. `backward`: counted from the end. */
export interface PageRequest {
	size: number;
	backward: boolean;
	after: Position | null;
	before: Position | null;
}

function checkedSize(name: "first" | "last", value: number | null | undefined): number | null {
	if (value === null || value === undefined) return null;
	if (0 <= value && value <= MAX_PAGE_SIZE) return value;
	throw badUserInput(`${name} must be from 0 to ${MAX_PAGE_SIZE}, not ${value}`);
}

/**
 * Size and direction of the page that the arguments ask for. Throws BAD_USER_INPUT, naming the limit and the value.
 * @param otherwise the size where none is asked for.
 */
export function parseSize(page: PageArguments, otherwise: number): Pick<PageRequest, "size" | "backward"> {
	const first = checkedSize("first", page.first);
	const last = checkedSize("last", page.last);
	if (first !== null && last !== null)
		throw badUserInput(`give first or last, not both (first: ${first}, last: ${last})`);
	return { size: first ?? last ?? otherwise, backward: last !== null };
}

/** The page that the arguments ask for. Throws BAD_USER_INPUT, naming the limit and the value. */
export function parsePage(page: PageArguments, order: Order): PageRequest {
	return {
		...parseSize(page, DEFAULT_PAGE_SIZE),
		after: parseCursor("after", page.after, order),
		before: parseCursor("before", page.before, order),
	};
}

/** The opaque cursor of a position: base64url of JSON with the order's name, the sort value and the id. */
export function cursorOf(order: Order, { value, id }: Position): string {
	const plain = value instanceof Date ? value.toISOString() : value;
	return Buffer.from(JSON.stringify([orderName(order), plain, id])).toString("base64url");
}

const orderName = (order: Order) => `${order.name} ${order.direction}`;

/** Longest cursor that is looked at: sort values are names, numbers and instants. */
const MAX_CURSOR_LENGTH = 4_096;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function parseCursor(name: string, cursor: string | null | undefined, order: Order): Position | null {
	if (cursor === null || cursor === undefined) return null;
	const [cursorOrder, plain, id, ...rest] = cursor.length > MAX_CURSOR_LENGTH ? [] : cursorParts(cursor);
	const value = sortValue(order.kind, plain);
	if (typeof cursorOrder !== "string" || typeof id !== "string" || !UUID.test(id) || rest.length > 0) {
		throw badUserInput(`${name}: ${quoted(cursor)} is not a cursor of this service`);
	}
	if (cursorOrder !== orderName(order) || value === null) {
		throw badUserInput(`${name}: ${quoted(cursor)} is the cursor of another list or another order`);
	}
	return { value, id };
}

function cursorParts(cursor: string): unknown[] {
	try {
		const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
		return Array.isArray(parts) ? parts : [];
	} catch {
		return [];
	}
}

function sortValue(kind: SortKind, plain: unknown): SortValue | null {
	if (kind === "text") return typeof plain === "string" && !plain.includes("\0") ? plain : null;
	if (kind === "real") return typeof plain === "number" && Number.isFinite(plain) ? plain : null;
	if (kind === "integer") return typeof plain === "number" && (plain | 0) === plain ? plain : null;
	if (typeof plain !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(plain)) return null;
	const instant = new Date(plain);
	return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Cost of a field that answers pages: what is below it counts once per object of the page. */
export function pageCost({ first, last }: PageArguments): { field: number; multiplier: number } {
	// Sizes past the limit are refused by `parsePage`, whose message says more than that the query costs too much.
	const size = Math.min(Math.max(first ?? last ?? DEFAULT_PAGE_SIZE, 1), MAX_PAGE_SIZE);
	return { field: 2, multiplier: size };
}
