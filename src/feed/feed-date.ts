import { monthNamed, zoneNamed } from "./date-names.js";

/** No date is longer; what is longer is a text that speaks of one, or an attack. */
const MAX_LENGTH = 100;

/**
 * The instant that a date in a feed means: RFC 822, 1123 and 850 as feeds really write them, asctime, ISO 8601 and its
 * shorter forms (year, month, week, day of the year), seconds and milliseconds since 1970, months by their names in the large
 * European languages, Chinese, Japanese and Korean dates. A weekday counts for nothing, no zone is UTC, a date without a time
 * is its midnight. Null for what is no date: a day that does not exist, an impossible offset, a year outside 0001–9999, and a
 * date that means different days to different readers (06/09/2021).
 */
export function parseFeedDate(text: string): Date | null {
	if (text.length > MAX_LENGTH) return null;
	const written = simplified(text);
	if (written.length > MAX_LENGTH) return null;
	return epochDate(written) ?? isoDate(written) ?? namedMonthDate(written) ?? dayFirstDate(written);
}

/** Ideographic dates with hyphens, half-days as AM and PM, no remark in brackets, ASCII digits, signs and blanks. */
function simplified(text: string): string {
	if (/^[ -'*-~]*$/.test(text)) return text.trim();
	return text
		.normalize("NFKC")
		.replace(/\([^()]*\)/g, " ")
		.replace(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g, "$1-$2-$3 ")
		.replace(
			/(\d{1,2})\s*[時시]\s*(\d{1,2})\s*[分분]\s*(?:(\d{1,2})\s*[秒초])?/g,
			(_all, h, m, s) => `${h}:${m}${s ? `:${s}` : ""}`,
		)
		.replace(/(오전|上午|午前)\s*([\d:]+)/g, "$2 AM")
		.replace(/(오후|下午|午後)\s*([\d:]+)/g, "$2 PM")
		.replace(/[−–—]/g, "-")
		.replace(/\s+/g, " ")
		.trim();
}

/** Seconds (9 or 10 digits: 1973–2286) or milliseconds (13, or 12 that are no date and time) since 1970. */
function epochDate(text: string): Date | null {
	if (!/^\d{9,13}(\.\d+)?$/.test(text)) return null;
	const digits = text.split(".")[0]?.length ?? 0;
	if (digits === 11 || (digits === 12 && isoDate(text))) return null;
	return new Date(Math.round(Number(text) * (digits <= 10 ? 1_000 : 1)));
}

const ISO_DATE =
	/^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?\.?(?!\d)|-?W(\d{2})(?:-?([1-7]))?|-(\d{3})(?!\d)|(\d{3})(?=$|T)|(\d{2})(\d{2}))?/i;

function isoDate(text: string): Date | null {
	const match = ISO_DATE.exec(text);
	if (!match) return null;
	const [all, year, , month, day, week, weekday, hyphenDay, plainDay, basicMonth, basicDay] = match;
	const ordinal = hyphenDay ?? plainDay;
	const rest = text.slice(all.length);
	// Four digits may begin anything: only a whole year is one.
	if (all === year && rest !== "" && !/^(?:T|Z$)/i.test(rest)) return null;
	if (/^\p{L}/u.test(rest) && !/^(?:T(?!\p{L})|Z$)/iu.test(rest)) return null;
	const y = Number(year);
	const date = week
		? weekDate(y, Number(week), Number(weekday ?? 1))
		: ordinal
			? { year: y, month: 1, day: Number(ordinal), ofYear: true }
			: { year: y, month: Number(month ?? basicMonth ?? 1), day: Number(day ?? basicDay ?? 1) };
	const clock = isoClock(rest);
	return date && clock ? instant(date, clock) : null;
}

interface CalendarDay {
	year: number;
	/** 1–12 */
	month: number;
	day: number;
	/** `day` counts from the first of January. */
	ofYear?: boolean;
}

/** The day of an ISO week; week 1 is the one with the fourth of January. */
function weekDate(year: number, week: number, weekday: number): CalendarDay | null {
	if (week < 1 || week > 53) return null;
	const fourth = utcDay(year, 1, 4);
	const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
	const day = new Date(monday + ((week - 1) * 7 + weekday - 1) * DAY_MS);
	return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

interface Clock {
	hour: number;
	minute: number;
	second: number;
	ms: number;
	/** Minutes east of Greenwich. */
	offset: number;
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, ms: 0, offset: 0 };

/** The time after an ISO or numeric date: "T10:15:00Z", " 10:15 PM", "T101500+0200", ", 10.15", or a zone alone. */
function isoClock(rest: string): Clock | null {
	const text = rest.replace(/^[T,\s]*(?:-\s+)?/i, "");
	const match =
		/^(\d{1,2})(?:[:.h]?(\d{2})(?:[:.]?(\d{2})(?:[.,:](\d{1,3})\d*)?)?)?(?![\d:.])\s*([ap]\.?m\b\.?)?/i.exec(text);
	if (match) return clockOf(match, text.slice(match[0].length));
	const offset = zoneOffset(text);
	return offset === null ? null : { ...MIDNIGHT, offset };
}

/** A time anywhere in a text, with a colon or an "h" or AM and PM, and the zone that follows it. */
const CLOCK_ANYWHERE =
	/(?<![\d:+-])(\d{1,2})(?:\s?[:h]\s?(\d{2})(?:\s?:\s?(\d{2})(?:[.,](\d{1,3})\d*)?)?(?![\d:])\s*([ap]\.?m\b\.?)?|()()()\s*([ap]\.?m\b\.?))/i;
/** A zone after a time: an offset with or without UTC or GMT before it, or a word in capitals. */
const ZONE_AFTER = /^\s*(?:Uhr\s*)?((?:UTC?|GMT|Z)?\s*[+-]\s?\d[\d:]*|[A-Z]{1,5}(?![\p{L}\d]))/u;

function namedMonthDate(text: string): Date | null {
	const match = CLOCK_ANYWHERE.exec(text);
	if (!match) return calendarDate(text, MIDNIGHT);
	const [all, hour, minute, second, fraction, half, , , , halfAlone] = match;
	const after = text.slice(match.index + all.length);
	const zone = ZONE_AFTER.exec(after)?.[0] ?? "";
	const isZone = zone !== "" && monthNamed(zone.trim()) === null;
	const clock = clockOf([all, hour, minute, second, fraction, half ?? halfAlone], isZone ? zone : "");
	return clock && calendarDate(`${text.slice(0, match.index)} ${isZone ? after.slice(zone.length) : after}`, clock);
}

const DAY_MONTH_YEAR =
	/(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|º|°|ª)?[\s\-/.,]*(?:(?:de|of|di)\s+)?(\p{L}+)[.,]*[\s\-/]*(?:(?:de|del|of)\s+)?'?(\d{4}|\d{2})(?!\d)/gu;
const MONTH_DAY_YEAR = /(\p{L}+)[.,]*[\s\-/]*(\d{1,2})(?:st|nd|rd|th|\.)?[\s\-/,.]+(?:(?:de|of)\s+)?'?(\d{4})(?!\d)/gu;
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})[\s\-/.,]*(\p{L}+)[.,]*[\s\-/]*(\d{1,2})(?!\d)/gu;
const MONTH_YEAR = /(\p{L}+)[.,]*[\s\-/]*(?:(?:de|of)\s+)?(\d{4})(?!\d)/gu;

/** The day that a text without its time names with the month as a word. */
function calendarDate(text: string, clock: Clock): Date | null {
	const forms: [RegExp, (a: string, b: string, c: string) => [year: string, month: string, day: string]][] = [
		[DAY_MONTH_YEAR, (day, month, year) => [year, month, day]],
		[YEAR_MONTH_DAY, (year, month, day) => [year, month, day]],
		[MONTH_DAY_YEAR, (month, day, year) => [year, month, day]],
		[MONTH_YEAR, (month, year) => [year, month, "1"]],
	];
	for (const [form, order] of forms) {
		for (const [, a = "", b = "", c = ""] of text.matchAll(form)) {
			const [year, name, day] = order(a, b, c);
			const month = monthNamed(name);
			if (month) return instant({ year: fullYear(year), month, day: Number(day) }, clock);
		}
	}
	return null;
}

/** RFC 5322 §4.3: two digits up to 49 are of this century. */
function fullYear(year: string): number {
	const number = Number(year);
	if (year.length > 2) return number;
	return number < 50 ? 2000 + number : 1900 + number;
}

/** 31.12.2021, where points put the day first everywhere; with other signs only where one number can be no month. */
function dayFirstDate(text: string): Date | null {
	const match = /^(?:\p{L}+[.,]*\s*)?(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/u.exec(text);
	if (!match) return null;
	const [all, a, sign, b, year] = match;
	const [first, second] = [Number(a), Number(b)];
	const isDayFirst = sign === "." || first > 12 || first === second;
	if (!isDayFirst && second <= 12) return null;
	const clock = isoClock(text.slice(all.length));
	return (
		clock &&
		instant({ year: Number(year), month: isDayFirst ? second : first, day: isDayFirst ? first : second }, clock)
	);
}

/** Hour, minute, second, fraction and half-day as they were matched, and the text of the zone. */
function clockOf(match: readonly (string | undefined)[], zone: string): Clock | null {
	const [, hour, minute, second, fraction, half] = match;
	const offset = zoneOffset(zone);
	if (offset === null) return null;
	const isLate = half?.toLowerCase().startsWith("p");
	const written = Number(hour);
	if (half && (written > 12 || written === 0)) return { ...clockParts(written, minute, second, fraction), offset };
	return { ...clockParts(half ? (written % 12) + (isLate ? 12 : 0) : written, minute, second, fraction), offset };
}

function clockParts(hour: number, minute = "0", second = "0", fraction = "0"): Omit<Clock, "offset"> {
	return { hour, minute: Number(minute), second: Number(second), ms: Number(fraction.padEnd(3, "0")) };
}

/** Minutes east of Greenwich; 0 for none and for words that are no zone; null for an offset that exists nowhere. */
function zoneOffset(text: string): number | null {
	const zone = text.trim().replace(/^(?:Uhr|h|hrs)\b[\s.]*/i, "");
	if (zone === "") return 0;
	const match = /^(?:UTC?|GMT|Z)?\s*([+-])\s?(\d{1,2}):?(\d{2})?(?::?\d{2})?(?!\d)/i.exec(zone);
	if (match) {
		const [, sign, hours, minutes = "0"] = match;
		const offset = Number(hours) * 60 + Number(minutes);
		// From Baker Island to the Line Islands.
		if (Number(minutes) > 59 || offset > 14 * 60) return null;
		return sign === "-" ? -offset : offset;
	}
	if (/^[+-]?\d/.test(zone)) return null;
	return zoneNamed(/^\p{L}+/u.exec(zone)?.[0] ?? "") ?? 0;
}

const DAY_MS = 86_400_000;

/** The instant of a day and a time, or null if there is no such day or time. 24:00 is the end of the day, 23:59:60 a leap second. */
function instant({ year, month, day, ofYear }: CalendarDay, clock: Clock): Date | null {
	const { hour, minute, second, ms, offset } = clock;
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
	if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second + ms > 0)) return null;
	const start = utcDay(year, month, day);
	if (ofYear ? start.getUTCFullYear() !== year : start.getUTCMonth() !== month - 1) return null;
	const at = new Date(start.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + ms);
	return at.getUTCFullYear() < 1 || at.getUTCFullYear() > 9999 ? null : at;
}

/** Midnight of a day; Date.UTC would read the years 0–99 as of the twentieth century. */
function utcDay(year: number, month: number, day: number): Date {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date;
}
