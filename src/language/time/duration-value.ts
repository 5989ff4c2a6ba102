import type { UnitName } from "./meaning.js";

const UNIT_CODES: Readonly<Record<UnitName, { code: string; time?: true }>> = {
	second: { code: "S", time: true },
	minute: { code: "M", time: true },
	hour: { code: "H", time: true },
	day: { code: "D" },
	week: { code: "W" },
	weekend: { code: "WE" },
	month: { code: "M" },
	quarter: { code: "Q" },
	year: { code: "Y" },
	decade: { code: "DE" },
	century: { code: "CE" },
};

/** TIMEX3 duration: P2W, PT30M, P3DE (decades), PXD where nobody counted. */
export function durationValue(n: number | null, unit: UnitName, times = 1): string {
	const { code, time } = UNIT_CODES[unit];
	return `P${time ? "T" : ""}${n === null ? "X" : n * times}${code}`;
}
