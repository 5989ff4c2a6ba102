import pg from "pg";

/** How values are read from the wire: as the driver reads them, but instants at a tenth of the time, since rows are full of them. */

/** Postgres' number for `timestamptz`. */
const TIMESTAMPTZ = 1184;

export const VALUE_TYPES: pg.CustomTypesConfig = {
	getTypeParser: (oid: number, format?: "text" | "binary") =>
		oid === TIMESTAMPTZ && format !== "binary" ? parseInstant : pg.types.getTypeParser(oid, format as "text"),
};

const parseAny = pg.types.getTypeParser(TIMESTAMPTZ, "text") as (text: string) => unknown;

const ZERO = 48;
const MINUS = 45;
const PLUS = 43;
const COLON = 58;
const POINT = 46;
/** `2026-03-10 09:30:00+00` */
const SHORTEST = 22;

const digitsOf = (text: string, from: number, to: number): number => {
	let value = 0;
	for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - ZERO;
	return value;
};

/** The instant, of a session in UTC whose dates are ISO; anything else is read as the driver does. */
export function parseInstant(text: string): unknown {
	const end = text.length - 3;
	const isUsual =
		text.length >= SHORTEST &&
		text.charCodeAt(4) === MINUS &&
		text.charCodeAt(7) === MINUS &&
		text.charCodeAt(13) === COLON &&
		text.charCodeAt(16) === COLON &&
		text.charCodeAt(end) === PLUS &&
		text.charCodeAt(end + 1) === ZERO &&
		text.charCodeAt(end + 2) === ZERO;
	if (!isUsual) return parseAny(text);
	const year = digitsOf(text, 0, 4);
	const fraction = end - 20;
	// Of years before 100 JavaScript makes some of the last century.
	if (year < 100 || (fraction >= 0 && text.charCodeAt(19) !== POINT)) return parseAny(text);
	// Postgres leaves out zeros at the end, and may say microseconds.
	const ms = fraction > 0 ? Math.trunc(digitsOf(text, 20, end) / 10 ** (fraction - 3)) : 0;
	return new Date(
		Date.UTC(
			year,
			digitsOf(text, 5, 7) - 1,
			digitsOf(text, 8, 10),
			digitsOf(text, 11, 13),
			digitsOf(text, 14, 16),
			digitsOf(text, 17, 19),
			ms,
		),
	);
}
