/** Small English words that hold time expressions together or stand in front of them. */

export const OF: readonly string[] = ["of", "in"];
export const AND: readonly string[] = ["and", "or", "&"];
export const RANGE_LINKS: readonly string[] = ["to", "-", "through", "until", "till", "and", "or", "/"];
export const THE: readonly string[] = ["the"];
export const INDEFINITE: readonly string[] = ["a", "an"];
export const POINTER_DETERMINERS: readonly string[] = ["the", "this", "that", "my", "our"];

/** Words before a bare year, month or season that leave no doubt about it. */
export const TIME_PREPOSITIONS: readonly string[] = [
	"in",
	"since",
	"by",
	"until",
	"till",
	"during",
	"from",
	"before",
	"after",
	"through",
	"throughout",
	"within",
	"between",
	"around",
	"circa",
	"c",
	"for",
	"of",
	"to",
	"as",
	"early",
	"late",
	"mid",
	"year",
	"years",
	"on",
	"into",
	"over",
	"this",
	"last",
	"next",
	"past",
	"previous",
	"following",
	"that",
	"every",
	"each",
	"and",
	"or",
];
/** Prepositions after which a number of four digits is a year whatever follows. */
export const YEAR_PREPOSITIONS: readonly string[] = [
	"in",
	"since",
	"during",
	"until",
	"till",
	"circa",
	"year",
	"before",
	"after",
];
/** Words before a bare day number or m/d that make a day of it. */
export const DAY_PREPOSITIONS: readonly string[] = ["on", "since", "until", "till", "by", "from"];

/** A bare number before one of these is an amount, never a year. */
export const MEASURES: readonly string[] = [
	"people",
	"percent",
	"per",
	"km",
	"kilometers",
	"kilometres",
	"miles",
	"meters",
	"metres",
	"feet",
	"ft",
	"mph",
	"kg",
	"tons",
	"tonnes",
	"pounds",
	"euros",
	"dollars",
	"hours",
	"points",
	"votes",
	"hp",
	"mw",
	"men",
	"women",
	"troops",
	"soldiers",
	"children",
	"m",
	"mm",
	"bc",
	"degrees",
	"million",
	"billion",
];
/** A number after one of these is a name or a count, never a date ("Route 66", "No. 1999", "flight 1905"). */
export const NUMBER_NAMES: readonly string[] = [
	"route",
	"highway",
	"flight",
	"room",
	"page",
	"chapter",
	"section",
	"article",
	"resolution",
	"version",
	"model",
	"number",
	"no",
	"nos",
	"interstate",
	"windows",
	"boeing",
	"airbus",
	"class",
	"only",
	"about",
	"approximately",
	"nearly",
	"almost",
	"than",
	"some",
	"least",
	"most",
];

/** Words that rank a happening among others of a stretch of time ("the worst flood in 13 months"). */
export const RANKS: readonly string[] = (
	"first second third fourth fifth sixth seventh eighth ninth tenth latest only worst best biggest largest heaviest deadliest strongest " +
	"highest lowest most least"
).split(" ");

export const FISCAL: readonly string[] = ["fiscal", "financial"];
/** What is told by quarters of a year. */
export const ACCOUNT_WORDS: readonly string[] = (
	"fiscal financial profit profits loss losses earnings revenue revenues turnover sales results income cash share shares shareholders " +
	"dividend economy economic gdp growth inflation exports imports output production deliveries orders margin margins forecast outlook " +
	"percent billion million dollar dollars euro euros pounds yen $ £ € analysts investors company companies firm bank prices rate rates " +
	"unemployment demand spending investment costs"
).split(" ");
export const YEAR_NOUNS: readonly string[] = ["year", "years", "cy"];
export const CALENDAR_ADJECTIVES: readonly string[] = ["calendar"];
export const QUARTER_LETTERS: readonly string[] = ["q"];
export const HALF_LETTERS: readonly string[] = ["h"];
export const NOW_BASES: readonly string[] = ["now"];
export const IN: readonly string[] = ["in"];
export const AT: readonly string[] = ["at"];
export const TO: readonly string[] = ["to"];
/** Before "the year" or "the month" these make it the one spoken of. */
export const STRETCH_PREPOSITIONS: readonly string[] = [
	"for",
	"in",
	"during",
	"over",
	"through",
	"throughout",
	"within",
];
/** Before "the last year" these make a length of it. */
export const SPAN_PREPOSITIONS: readonly string[] = ["over", "within"];
/** "the nine months ended Sept. 30". */
export const ENDED: readonly string[] = ["ended", "ending"];
/** Words that make a period the last one, with the number of words they are ("most recent"). */
export const LATEST: Readonly<Record<string, number>> = { latest: 1, most: 2 };
/** "year-end", "year's end". */
export const YEAR_ENDS: readonly string[] = ["end"];
/** "the year-ago period". */
export const PERIODS: readonly string[] = ["period"];
/** Before "an hour" these tell a speed, which is no time. */
export const DISTANCES: readonly string[] = [
	"miles",
	"kilometers",
	"kilometres",
	"km",
	"knots",
	"feet",
	"meters",
	"metres",
];

/** Auxiliaries and words that tell the tense of a clause. */
export const FUTURE_MARKERS: readonly string[] = [
	"will",
	"'ll",
	"wo",
	"shall",
	"would",
	"may",
	"might",
	"should",
	"must",
	"can",
	"could",
	"going",
	"gonna",
];
/** Of these the ones that leave no doubt. */
export const CLEAR_FUTURES: readonly string[] = ["will", "'ll", "wo", "shall"];
/** Prepositions with which a phrase looks back, however the verb around it looks ("since the attack on 1 October"). */
export const BACKWARD_PREPOSITIONS: readonly string[] = ["since", "following"];
/** "the attack of May 3": the date is the noun's, whatever the tense. */
export const OF_NOMINALS: readonly string[] = ["of"];
/** Verbs of what is fixed beforehand: their present tells the future of a date ("the trial begins Monday"). By base form, or by the only form that is no participle. */
export const SCHEDULED_VERBS: readonly string[] = (
	"begin start open reopen resume end close expire meet vote leave depart arrive return go come travel fly take hold play host launch " +
	"debut premiere convene conclude finish mature appear runs falls"
).split(" ");
/** Verbs that put something off: the date behind "until" lies ahead of it ("adjourned until Tuesday"). */
export const DELAY_VERBS: readonly string[] =
	"postpone adjourn delay defer suspend extend reschedule recess put push close cancel jail remand have".split(" ");
/** "a meeting for Wednesday": a weekday ahead. */
export const AIMING_WEEKDAY_PREPOSITIONS: readonly string[] = ["for"];
/** Before a weekday these look ahead unless the clause tells of the past ("closed until Monday"). */
export const OPEN_ENDED_PREPOSITIONS: readonly string[] = ["by", "until", "till"];
/** Before the new date of what was put off. */
export const DELAY_PREPOSITIONS: readonly string[] = ["until", "till", "to"];
export const COMPLEMENT_OPENER = "that";
export const PAST_BE: readonly string[] = ["was", "were", "been"];
export const PRESENT_BE: readonly string[] = ["is", "are", "am", "'re"];
/** Links between the two weekdays of a stretch ("from Friday to Sunday"). */
export const STRETCH_LINKS: readonly string[] = ["to", "through", "until", "till", "-"];
export const FUTURE_NOUNS: readonly string[] = [
	"deadline",
	"scheduled",
	"due",
	"payable",
	"expected",
	"planned",
	"upcoming",
	"expires",
	"expects",
	"intends",
	"slated",
	"set",
	"schedule",
	"book",
	"plans",
	"plan",
];
export const PAST_MARKERS: readonly string[] = ["was", "were", "had", "has", "have", "did", "been", "'ve", "'d"];
/** Of these the ones that go back behind the past told. */
export const PLUPERFECT_MARKERS: readonly string[] = ["had", "'d"];
/** Nouns right after a date that lie ahead of it ("a June 1 deadline"). */
export const FUTURE_HEADS: readonly string[] = ["deadline", "deadlines", "target"];
export const INFINITIVE = "to";
/** Verb forms of the past that do not end in -ed and that a tagger's lemma may miss. */
export const PAST_FORMS: readonly string[] = [
	"said",
	"told",
	"took",
	"held",
	"met",
	"won",
	"led",
	"made",
	"cut",
	"hit",
	"came",
	"went",
	"began",
	"saw",
	"found",
	"became",
	"broke",
	"fell",
	"got",
	"gave",
	"left",
	"lost",
	"ran",
	"rose",
	"sent",
	"shot",
	"struck",
	"spoke",
	"stood",
	"fought",
];
/** Endings of verb forms that tell no past. */
export const PRESENT_ENDING = "s";
export const GERUND_ENDING = "ing";
