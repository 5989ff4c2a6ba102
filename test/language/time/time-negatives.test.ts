import { describe, expect, test } from "vitest";
import { told } from "./read-times.js";

/** Sentences without any time expression. */
const NOTHING: string[] = [
	"In the blaze may 5 people die, officials fear.",
	"The March on Washington drew a crowd.",
	"Protesters march on the capital.",
	"He seeks a second term in office.",
	"The Sunday Times broke the scandal.",
	"They scored in the second half of the match.",
	"All the 90 people on board survived.",
	"The army sent 1,500 troops and 2000 soldiers.",
	"They drove along Route 66 and Highway 1999.",
	"An F-16 and two B-52 bombers took off.",
	"Version 10.4.2 replaces version 3.11.",
	"Call 555-1984 or +1 202-555-0147.",
	"The home side won 3-1.",
	"May said she would resign.",
	"His fall from power was swift.",
	"Volunteers spring into action.",
	"She sat down in the sun.",
	"The price rose to $1998.",
	"She waited a second.",
	"Theresa May met April Jones.",
	"Sun Yat-sen met Jan Smuts.",
	"Support is 24/7 and odds are 50/50.",
	"Only 2016 votes were counted.",
	"The 27th amendment is on the 5th floor.",
	"A quarter of pupils stayed home.",
	"Bloody Sunday is a film, and Sheffield Wednesday lost.",
	"They hired 1200 nurses and sold to 2000 companies.",
	"Prices saw a fall of 5 per cent.",
	"Some 1,984 people came and paid at 2,000 dollars.",
	"They met in room 1999.",
	"The set sold for $12 and $1,950.",
	"The song White Christmas was played.",
	"It leaped to an overnight success.",
	"Trains reach 200 kilometres an hour.",
	"They scored in the first half and in the last quarter of the match.",
	"The French Quarter flooded.",
	"It was a record year close to the coast.",
	"He came once, soon left and was previously ill.",
	"The ratio was 3/4 and the address 192.168.10.12.",
];

describe("what is no time expression", () => {
	test.each(NOTHING)("%s", (text) => expect(told(text, "2024-11-02")).toEqual([]));
});

describe("the same words as times", () => {
	test.each([
		["Tickets for the 2012 Olympics sold out.", "2012 = 2012"],
		["It cost $12 December 27.", "December 27 = 2023-12-27"],
		["Profits rose in the first half.", "the first half = 2024-H1"],
		["They slept overnight.", "overnight = 2024-11-01TNI"],
		["They left at Christmas.", "Christmas = 2023-12-25"],
		["In May she resigned.", "May = 2024-05"],
		["They began in March.", "March = 2024-03"],
		["They left on Sunday.", "Sunday = 2024-10-27"],
		["They left in the fall of 1989.", "the fall of 1989 = 1989-FA"],
		["In spring they left.", "spring = 2024-SP"],
	])("%s", (text, expected) => expect(told(text, "2024-11-02")).toEqual([expected]));
});
