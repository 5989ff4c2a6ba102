/** Names of the months, whole and shortened: with a day or a year beside them they make a calendar date. */
export const MONTH_NAMES: ReadonlySet<string> = new Set(
	"january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
		" ",
	),
);
