/** English words of time, as data: what each word can stand for. Keys are lower case, apostrophes plain. */

type Numbers = Readonly<Record<string, number>>;

export const MONTHS: Numbers = {
	january: 1,
	jan: 1,
	february: 2,
	feb: 2,
	march: 3,
	mar: 3,
	april: 4,
	apr: 4,
	may: 5,
	june: 6,
	jun: 6,
	july: 7,
	jul: 7,
	august: 8,
	aug: 8,
	september: 9,
	sept: 9,
	sep: 9,
	october: 10,
	oct: 10,
	november: 11,
	nov: 11,
	december: 12,
	dec: 12,
};

/** Month names that are also common words or first names: alone they need a preposition, a determiner or the like. */
export const GUARDED_MONTHS: readonly string[] = [
	"may",
	"march",
	"mar",
	"jan",
	"jun",
	"april",
	"june",
	"august",
	"sep",
];

/** Of these even a capital at the head of a sentence says little ("May said", "March on Washington"). */
export const DOUBTFUL_MONTHS: readonly string[] = ["may", "march", "mar", "jan", "jun", "sep"];

export const WEEKDAYS: Numbers = {
	monday: 1,
	mon: 1,
	tuesday: 2,
	tue: 2,
	tues: 2,
	wednesday: 3,
	wed: 3,
	weds: 3,
	thursday: 4,
	thu: 4,
	thur: 4,
	thurs: 4,
	friday: 5,
	fri: 5,
	saturday: 6,
	sat: 6,
	sunday: 7,
	sun: 7,
};

export const WEEKDAY_PLURALS: Numbers = {
	mondays: 1,
	tuesdays: 2,
	wednesdays: 3,
	thursdays: 4,
	fridays: 5,
	saturdays: 6,
	sundays: 7,
};

/** Weekday names that are words of their own: read only before or after the rest of a date. */
export const GUARDED_WEEKDAYS: readonly string[] = ["sat", "sun", "mon", "wed", "thu", "fri", "tue"];

/** A capitalised word after a weekday that makes a title of both ("Sunday Times", "Friday Prayers"). */
export const WEEKDAY_TITLES: readonly string[] = [
	"times",
	"telegraph",
	"mail",
	"mirror",
	"express",
	"herald",
	"independent",
	"post",
	"world",
	"business",
	"star",
	"people",
	"sport",
	"mercury",
	"league",
	"addams",
	"club",
];

/** A capitalised word before a weekday that makes a name of both ("Bloody Sunday", "Sheffield Wednesday"). */
export const WEEKDAY_EPITHETS: readonly string[] = [
	"bloody",
	"sheffield",
	"super",
	"freaky",
	"ruby",
	"happy",
	"girl",
	"everyman",
	"mardi",
	"joe",
];

export const SEASONS: Readonly<Record<string, "SP" | "SU" | "FA" | "WI">> = {
	spring: "SP",
	springtime: "SP",
	summer: "SU",
	summertime: "SU",
	autumn: "FA",
	fall: "FA",
	winter: "WI",
	wintertime: "WI",
};

/** Season words with another everyday meaning: read only with a year or "this", "last", "next". */
export const DOUBTFUL_SEASONS: readonly string[] = ["fall"];
/** Season words read alone only after a preposition or determiner ("in spring", never "spring into action"). */
export const GUARDED_SEASONS: readonly string[] = ["spring"];

export const CARDINALS: Numbers = {
	zero: 0,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	thirteen: 13,
	fourteen: 14,
	fifteen: 15,
	sixteen: 16,
	seventeen: 17,
	eighteen: 18,
	nineteen: 19,
};

export const TENS: Numbers = {
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
};

export const MULTIPLIERS: Numbers = { hundred: 100, thousand: 1000 };

export const ORDINALS: Numbers = {
	first: 1,
	second: 2,
	third: 3,
	fourth: 4,
	fifth: 5,
	sixth: 6,
	seventh: 7,
	eighth: 8,
	ninth: 9,
	tenth: 10,
	eleventh: 11,
	twelfth: 12,
	thirteenth: 13,
	fourteenth: 14,
	fifteenth: 15,
	sixteenth: 16,
	seventeenth: 17,
	eighteenth: 18,
	nineteenth: 19,
	twentieth: 20,
	thirtieth: 30,
};

/** Ordinals counted from the end: only before a unit and "of". */
export const LAST_ORDINALS: readonly string[] = ["last", "final", "latter"];
export const ORDINAL_SUFFIXES: readonly string[] = ["st", "nd", "rd", "th"];

/** Numbers nobody counted: PXD, PXM. */
export const VAGUE_NUMBERS: readonly string[] = ["few", "several", "many", "some", "numerous", "various", "couple"];
export const HALF: readonly string[] = ["half"];

export const DECADE_NAMES: Numbers = {
	twenties: 20,
	thirties: 30,
	forties: 40,
	fifties: 50,
	sixties: 60,
	seventies: 70,
	eighties: 80,
	nineties: 90,
	noughties: 0,
};

export const ERAS: Readonly<Record<string, 1 | -1>> = { bc: -1, bce: -1, ad: 1, ce: 1 };

/** Time zones with a fixed meaning in values; the others are read over and left out of the value. */
export const UTC_ZONES: readonly string[] = ["utc", "gmt", "z"];
export const OTHER_ZONES: readonly string[] = [
	"est",
	"edt",
	"et",
	"cst",
	"cdt",
	"mst",
	"mdt",
	"pst",
	"pdt",
	"bst",
	"cet",
	"cest",
	"ist",
	"jst",
	"eet",
	"eest",
	"msk",
];
/** Words of a zone's name before "time" ("8 a.m. local time", "noon Eastern Daylight Time"). */
export const ZONE_NAME_WORDS: readonly string[] = [
	"local",
	"eastern",
	"central",
	"mountain",
	"pacific",
	"daylight",
	"standard",
];
export const ZONE_NOUNS: readonly string[] = ["time"];
/** The letter between date and time of an ISO 8601 instant. */
export const ISO_TIME: readonly string[] = ["t"];
/** Midnight ends its day (TIDES 2003: T24:00). */
export const CLOCK_HOURS: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 24 };
export const MERIDIEM: Readonly<Record<string, "AM" | "PM">> = { a: "AM", p: "PM", am: "AM", pm: "PM" };

export const PARTS_OF_DAY: Readonly<Record<string, string>> = {
	morning: "MO",
	mornings: "MO",
	dawn: "MO",
	afternoon: "AF",
	afternoons: "AF",
	evening: "EV",
	evenings: "EV",
	dusk: "EV",
	night: "NI",
	nights: "NI",
	daytime: "DT",
	midday: "MI",
};
/** The night before or the coming one. */
export const OVERNIGHT: readonly string[] = ["overnight"];
/** Parts of the day that are read only beside a day ("Sunday dawn"). */
export const GUARDED_PARTS: readonly string[] = ["mornings", "afternoons", "evenings", "nights", "dawn", "dusk"];
/** "6 p.m." and "6 o'clock", as lexemes behind the letter or number. */
export const MERIDIEM_TAIL: readonly string[] = [".", "m"];
export const OCLOCK: readonly string[] = ["o", "'", "clock"];

/** Eras with dots, as lexemes; negative before Christ. */
export const DOTTED_ERAS: readonly { words: readonly string[]; sign: 1 | -1 }[] = [
	{ words: ["b", ".", "c", "."], sign: -1 },
	{ words: ["a", ".", "d", "."], sign: 1 },
	{ words: ["b", ".", "c"], sign: -1 },
	{ words: ["a", ".", "d"], sign: 1 },
];

/** Ending of plurals ("1990s", "companies"). */
export const PLURAL_ENDING = "s";
