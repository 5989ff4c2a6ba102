const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];
const SEASONS: Record<string, string> = { SP: "Spring", SU: "Summer", FA: "Autumn", WI: "Winter" };

/**
 * A TIMEX3 value in words, at its own precision: `2024-10-26` is `26 October 2024`, `2024-10` `October 2024`, `2013-W11`
 * `week 11 of 2013`. Written out here and not by `Intl`, whose words differ between server and browser. What has another form
 * stays as it is.
 */
export function timeInWords(value: string): string {
	const day = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value);
	if (day) return `${Number(day[3])} ${month(day[2])} ${day[1]}${day[4] ? `, ${day[4]}` : ""}`;
	const ofMonth = /^(\d{4})-(\d\d)$/.exec(value);
	if (ofMonth) return `${month(ofMonth[2])} ${ofMonth[1]}`;
	const week = /^(\d{4})-W(\d\d)/.exec(value);
	if (week) return `week ${Number(week[2])} of ${week[1]}`;
	const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
	if (season) return `${SEASONS[season[2] ?? ""]} ${season[1]}`;
	const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
	if (quarter) return `quarter ${quarter[2]} of ${quarter[1]}`;
	return /^\d{3}$/.test(value) ? `the ${value}0s` : value;
}

/** An instant's day in UTC: `26 October 2024`. */
export const dayInWords = (instant: string): string => timeInWords(instant.slice(0, 10));

/** An instant in UTC: `26 October 2024, 18:30`. */
export const instantInWords = (instant: string): string => timeInWords(instant);

/** Whether `<time datetime>` knows values of this form; a quarter or a season it does not. */
export const isMachineReadable = (value: string): boolean =>
	/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z?)?)?|-W\d\d)?$/.test(value);

const month = (number: string | undefined): string => MONTHS[Number(number) - 1] ?? String(number);
