/** A publication instant, or why the value is none. */
export type ParsedDate = { kind: "ok"; at: Date } | { kind: "invalid"; reason: string };

/** The first newspapers; nothing older was "published" in this sense. */
const FIRST_YEAR = 1600;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads an ISO 8601 date or instant ("2024-11-02", "2024-11-02T09:30:00Z", "2024-11-02 09:30+02:00"). A day without a time is
 * noon UTC, which is the same day almost everywhere; a time without a zone is UTC. Days that do not exist are refused.
 * @param lastYear the latest year that is believed.
 */
export function parsePublicationDate(value: string, lastYear: number): ParsedDate {
	const match = ISO.exec(value.trim());
	if (!match) return { kind: "invalid", reason: "is not an ISO date (2024-11-02) or instant (2024-11-02T09:30:00Z)" };
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as Numbers;
	if (year < FIRST_YEAR || year > lastYear) {
		return { kind: "invalid", reason: `has the year ${match[1]}, outside ${FIRST_YEAR} to ${lastYear}` };
	}
	if (!isDay(year, month, day))
		return { kind: "invalid", reason: `names a day that does not exist (${value.slice(0, 10)})` };
	if (match[4] === undefined) return { kind: "ok", at: new Date(Date.UTC(year, month - 1, day, 12)) };
	const offset = zoneMinutes(match[7]);
	if (hour > 23 || minute > 59 || second > 59)
		return { kind: "invalid", reason: "names a time of day that does not exist" };
	if (offset === null) return { kind: "invalid", reason: `has the time zone ${match[7]}, outside -12:00 to +14:00` };
	return { kind: "ok", at: new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000) };
}

type Numbers = [number, number, number, number, number, number];

function isDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function zoneMinutes(zone: string | undefined): number | null {
	if (!zone || /^z$/i.test(zone)) return 0;
	const digits = zone.replace(/\D/g, "");
	const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
	const signed = zone.startsWith("-") ? -minutes : minutes;
	return signed >= -12 * 60 && signed <= 14 * 60 && Number(digits.slice(2)) < 60 ? signed : null;
}
