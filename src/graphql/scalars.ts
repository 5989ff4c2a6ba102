import { parseWebUrl } from "../article/url.js";
import { builder } from "./builder.js";
import { badUserInput, quoted } from "./client-error.js";

/** Longest URL taken from a client; longer ones are no article's address. */
const MAX_URL_LENGTH = 2_048;

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/i;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The instant that an RFC 3339 text with a zone names, years 1000–9999; null where it names none. `Date` alone accepts far more. */
export function parseInstant(text: string): Date | null {
	const match = RFC_3339.exec(text);
	if (!match) return null;
	const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match.map(
		(part) => Number(part ?? 0),
	);
	if (month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return null;
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	if (month === 2 && day === 29 && !leap) return null;
	if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return null;
	const instant = new Date(text.toUpperCase());
	const utcYear = instant.getUTCFullYear();
	return 1000 <= utcYear && utcYear <= 9999 ? instant : null;
}

builder.scalarType("DateTime", {
	description:
		"An instant as RFC 3339 text. Answers are in UTC with milliseconds: `2024-10-26T03:15:00.000Z`. Input needs a zone (`Z` or `+03:00`) and a year from 1000 to 9999.",
	serialize: (value) => value.toISOString(),
	parseValue: (value) => {
		const instant = typeof value === "string" ? parseInstant(value) : null;
		if (instant) return instant;
		throw badUserInput(
			`${quoted(value)} is not an RFC 3339 instant with a zone and a year from 1000 to 9999, such as 2024-10-26T03:15:00Z`,
		);
	},
});

builder.scalarType("URL", {
	description:
		"The address of a web page: absolute, http or https, at most 2048 characters, without user name or password.",
	parseValue: (value) => {
		if (typeof value !== "string") throw badUserInput(`${quoted(value)} is not a URL`);
		if (value.length > MAX_URL_LENGTH) {
			throw badUserInput(`a URL may have at most ${MAX_URL_LENGTH} characters, not ${value.length}`);
		}
		const parsed = parseWebUrl(value);
		if (parsed.kind === "invalid") throw badUserInput(`${quoted(value)} ${parsed.reason}`);
		return value.trim();
	},
});

builder.scalarType("TimexValue", {
	description:
		"A TIMEX3 (ISO 8601) value at its own precision: `2024`, `2024-10`, `2024-10-26`, `2024-10-01T18:30`, `2013-W11`. What was not said is not there.",
	parseValue: (value) => {
		if (typeof value === "string" && /^[0-9A-Z_:+.-]{1,40}$/.test(value)) return value;
		throw badUserInput(`${quoted(value)} is not a TIMEX3 value, such as 2024-10-26`);
	},
});

builder.scalarType("LanguageTag", {
	description: "A BCP 47 language tag: `en`, `uk`, `pt-BR`.",
	parseValue: (value) => {
		if (typeof value === "string" && value.length <= 35) {
			try {
				const [tag] = Intl.getCanonicalLocales(value);
				if (tag) return tag;
			} catch {
				// RangeError: not a tag; answered below.
			}
		}
		throw badUserInput(`${quoted(value)} is not a BCP 47 language tag, such as en`);
	},
});
