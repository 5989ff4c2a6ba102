import { describe, expect, test } from "vitest";
import { told } from "./read-times.js";

type Case = readonly [publishedAt: string, text: string, expected: readonly string[]];

const ACCOUNTS: readonly Case[] = [
	[
		"1989-10-30",
		"Net income for the third quarter rose to $41 million from $36 million a year earlier.",
		["the third quarter = 1989-Q3", "a year earlier = 1988-Q3"],
	],
	["1989-10-30", "The maker of pumps said third-quarter profit fell 12%.", ["third-quarter = 1989-Q3"]],
	[
		"1989-10-30",
		"Third-quarter revenue was $80 million, against $73 million in the year-earlier quarter.",
		["Third-quarter = 1989-Q3", "the year-earlier quarter = 1988-Q3"],
	],
	["1989-10-30", "Sales in the year-ago period were $12 million.", ["the year-ago period = 1988"]],
	["1989-10-30", "In the latest quarter, the bank set aside more for bad loans.", ["the latest quarter = 1989-Q3"]],
	["1989-10-30", "In the 1989 third quarter, the unit lost $4 million.", ["the 1989 third quarter = 1989-Q3"]],
	[
		"1989-10-30",
		"Sales rose in this year's third quarter; orders fell in the 1988 quarter.",
		["this year's third quarter = 1989-Q3", "the 1988 quarter = 1988-Q3"],
	],
	[
		"1989-10-30",
		"For the nine months ended Sept. 30, earnings climbed 8%.",
		["the nine months = P9M", "Sept. 30 = 1989-09-30"],
	],
	["1989-10-30", "For the week ended Oct. 21, output fell.", ["the week = 1989-W42", "Oct. 21 = 1989-10-21"]],
	["1989-10-30", "The firm expects a profit in fiscal 1990.", ["fiscal 1990 = FY1990"]],
	["1989-10-30", "Its fiscal year ends Jan. 31.", ["fiscal year = FY1989", "Jan. 31 = 1990-01-31"]],
	["1989-10-30", "The contract expires at year-end.", ["year-end = 1989-12"]],
	["2007-08-15", "First-half profit rose 9 percent.", ["First-half = 2007-H1"]],
	["2013-03-22", "Revenue for the quarter fell 4%.", ["the quarter = 2012-Q4"]],
	["2013-03-22", "For the year, the company forecasts sales of $2bn.", ["the year = 2013"]],
	["1989-10-30", "Housing starts fell in the two previous months.", ["the two previous months = P2M"]],
];

const PARTS_OF_DAY: readonly Case[] = [
	["1998-02-27", "Shots were heard late Wednesday night near the border.", ["late Wednesday night = 1998-02-25TNI"]],
	["1998-02-27", "They met early this morning.", ["early this morning = 1998-02-27TMO"]],
	["1998-02-27", "Prices slipped overnight in Tokyo.", ["overnight = 1998-02-26TNI"]],
	[
		"1998-02-27",
		"The fast ended on Thursday in the evening.",
		["Thursday = 1998-02-26", "the evening = 1998-02-26TEV"],
	],
	["1998-02-27", "It struck at 10:35 a.m. EST Thursday.", ["10:35 a.m. EST Thursday = 1998-02-26T10:35"]],
	["1998-02-27", "It began at 8am local time on Saturday.", ["8am = 1998-02-21T08:00", "Saturday = 1998-02-21"]],
	["1998-02-27", "The offer ends Friday at midnight.", ["Friday = 1998-02-27", "midnight = 1998-02-27T24:00"]],
	["1989-10-30", "10-30-89 2:45 pm", ["10-30-89 2:45 pm = 1989-10-30T14:45"]],
	["1989-11-02", "Filed 11/02/89 by the clerk.", ["11/02/89 = 1989-11-02"]],
];

const PRESENT_OF_PLANS: readonly Case[] = [
	["1998-02-27", "The trial begins Monday.", ["Monday = 1998-03-02"]],
	["1998-02-27", "The school reopens on Monday.", ["Monday = 1998-03-02"]],
	[
		"1998-02-27",
		"Talks resume Tuesday in Geneva, he said Thursday.",
		["Tuesday = 1998-03-03", "Thursday = 1998-02-26"],
	],
	["1998-02-27", "The envoys are meeting on Sunday.", ["Sunday = 1998-03-01"]],
	["1998-02-27", "The hearing was adjourned until Tuesday.", ["Tuesday = 1998-03-03"]],
	["1998-02-27", "The bank has until Monday to pay.", ["Monday = 1998-03-02"]],
	[
		"1998-02-27",
		"The exhibition runs from 28 March to 29 September.",
		["28 March = 1998-03-28", "29 September = 1998-09-29"],
	],
	["1998-02-27", "The fair ran from Oct. 30 to Jan. 3.", ["Oct. 30 = 1997-10-30", "Jan. 3 = 1998-01-03"]],
	["1998-02-27", "A man facing charges was found on Monday.", ["Monday = 1998-02-23"]],
	["1998-02-27", "The school reopened on Monday.", ["Monday = 1998-02-23"]],
];

const STRETCHES: readonly Case[] = [
	["1989-10-30", "Police arrested 20 people over the weekend.", ["the weekend = 1989-W43-WE"]],
	[
		"2013-03-22",
		"It rained for a day and a half, then for 3 1/2 hours.",
		["a day and a half = P1.5D", "3 1/2 hours = PT3.5H"],
	],
	["2013-03-22", "The half-hour show followed a weeklong strike.", ["half-hour = PT30M", "weeklong = P1W"]],
	["2013-03-22", "It was the best in a quarter of a century.", ["a quarter of a century = P25Y"]],
	["2013-03-22", "It will last another week, then another two days.", ["another week = P1W", "another two days = P2D"]],
	["2013-03-22", "Over the years, the 27 - year - old saw much.", ["the years = PXY", "27 - year - old = P27Y"]],
	["2013-03-22", "In past months rents rose.", ["past months = PAST_REF"]],
	["2013-03-22", "The rate rose over the last year.", ["the last year = P1Y"]],
	["2013-03-22", "The boss resigned hours after the raid.", ["hours = PTXH"]],
	["2013-03-22", "In the decades since, the lake has shrunk.", ["the decades = PXDE"]],
	["2013-03-22", "Ten years ago this week, troops left.", ["Ten years ago this week = 2003-W12"]],
	["2013-03-22", "Built in 1969, it will close next year.", ["1969 = 1969", "next year = 2014"]],
];

const REPEATED: readonly Case[] = [
	["1989-10-30", "The plant makes 500 cars daily and loses $3 million each year.", ["daily = P1D", "each year = P1Y"]],
	["1989-10-30", "The refinery handles 90,000 barrels a day.", ["a day = P1D"]],
	["1989-10-30", "They meet every Friday night.", ["every Friday night = XXXX-WXX-5TNI"]],
	["1989-10-30", "The cars go 65 miles an hour.", []],
];

describe.each([
	["the periods of accounts are those told last or over last", ACCOUNTS],
	["a part of the day belongs to its day", PARTS_OF_DAY],
	["the present of plans looks ahead", PRESENT_OF_PLANS],
	["lengths in their many wordings", STRETCHES],
	["what comes back is a length in news", REPEATED],
])("%s", (_, cases) => {
	test.each(cases)("%s: %s", (publishedAt, text, expected) => expect(told(text, publishedAt)).toEqual(expected));
});
