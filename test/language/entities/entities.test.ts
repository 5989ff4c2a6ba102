import { describe, expect, it } from "vitest";
import { isAcronymOf } from "../../../src/language/entities/acronyms.js";
import { findEntities } from "../../../src/language/entities/entities.js";
import { tokenize } from "../../../src/language/tokens.js";

const read = (text: string): string[] =>
	findEntities(tokenize(text)).map(({ type, text: printed, name }) =>
		name === printed ? `${type} ${printed}` : `${type} ${printed} = ${name}`,
	);

describe("names and what they denote", () => {
	const cases: [text: string, found: string[]][] = [
		[
			"The US and the U.S. are one country, as American as it gets.",
			["GPE US = United States", "GPE U.S. = United States", "GPE American = United States"],
		],
		[
			"The British Foreign Secretary Jane Holloway flew to Nairobi.",
			["GPE British = United Kingdom", "PERSON Jane Holloway", "GPE Nairobi"],
		],
		["Officials in Kigali met Prime Minister Laura Nkusi.", ["GPE Kigali", "PERSON Laura Nkusi"]],
		["Opposition spokesman Tobar Kuzmanek resigned.", ["PERSON Tobar Kuzmanek"]],
		["Ursula von der Hagen met Omar bin Rashid.", ["PERSON Ursula von der Hagen", "PERSON Omar bin Rashid"]],
		["A teacher, Zdravka Ilic, 54, was hurt.", ["PERSON Zdravka Ilic"]],
		["He works for the Ministry of Fisheries and Trade.", ["ORGANIZATION Ministry of Fisheries and Trade"]],
		["Polish and Czech police met in Prague.", ["GPE Polish = Poland", "GPE Czech = Czech Republic", "GPE Prague"]],
		["Spain and Portugal agreed.", ["GPE Spain", "GPE Portugal"]],
		["She landed at Schiphol Airport.", ["FACILITY Schiphol Airport"]],
		["Fog closed the Gulf of Riga and Lake Peipus.", ["LOCATION Gulf of Riga", "LOCATION Lake Peipus"]],
		["Hurricane Ottilie hit Cuba.", ["OTHER Hurricane Ottilie", "GPE Cuba"]],
		["Two B-1 bombers escorted the USS NIMITZ home.", ["PRODUCT B-1", "PRODUCT USS NIMITZ"]],
		["They sell the Zephyr 4 in Port-au-Prince.", ["PRODUCT Zephyr 4", "GPE Port-au-Prince"]],
		["The operation, codenamed Nights of Thunder, began.", ["OTHER Nights of Thunder"]],
		[
			"The Fed and Lloyd's neighbours in the States wait.",
			["ORGANIZATION Fed = Federal Reserve", "PERSON Lloyd", "GPE States = United States"],
		],
	];
	for (const [text, found] of cases) it(text, () => expect(read(text)).toEqual(found));
});

describe("one name for all the ways of naming", () => {
	const cases: [name: string, text: string, wanted: string[]][] = [
		[
			"an acronym introduced in brackets",
			"The Coastal Rescue Service (CRS) sailed. Later the CRS returned.",
			["Coastal Rescue Service", "Coastal Rescue Service", "Coastal Rescue Service"],
		],
		[
			"a last name after the full name",
			"Minister Petra Lindqvist spoke. Reporters asked Lindqvist twice.",
			["Petra Lindqvist", "Petra Lindqvist"],
		],
		[
			"a last name that is a city too",
			"General Robert Austin spoke. Then Austin left, and people in Austin cheered.",
			["Robert Austin", "Robert Austin", "Austin"],
		],
		[
			"a family name that stands first",
			"President Moon Jae-sun spoke. Then Moon left with Choi Ji-ho.",
			["Moon Jae-sun", "Moon Jae-sun", "Choi Ji-ho"],
		],
		[
			"a name with and without initials",
			"Laura Hendry won. Laura M. Hendry is 54. Hendry smiled.",
			["Laura Hendry", "Laura Hendry", "Laura Hendry"],
		],
		[
			"an acronym whose long name small words break",
			"The Campaign to End Tolls on Roads (CETR) won. CETR is new.",
			["Campaign to End Tolls on Roads", "Campaign to End Tolls on Roads", "Campaign to End Tolls on Roads"],
		],
		[
			"a headline in capitals",
			"HENDRY BEATS OSLO\n\nLaura Hendry beat her rivals in Norway. They met Hendry later.",
			["Laura Hendry", "Oslo", "Laura Hendry", "Norway", "Laura Hendry"],
		],
		["a state behind a comma", "The mill in Palmer, Fla., shut.", ["Palmer", "Florida"]],
		["a person known by the last name", "Aides to Trump called Zelenskiy.", ["Donald Trump", "Volodymyr Zelensky"]],
		[
			"another person of that last name",
			"Ivana Trump sang. Reporters asked Trump why.",
			["Ivana Trump", "Ivana Trump"],
		],
		[
			"the short form of an organisation",
			"Kestrel Airlines grounded its fleet. Shares of Kestrel fell.",
			["Kestrel Airlines", "Kestrel Airlines"],
		],
	];
	for (const [name, text, wanted] of cases)
		it(name, () => expect(findEntities(tokenize(text)).map((entity) => entity.name)).toEqual(wanted));

	it("compares initials with and without small words", () => {
		expect(isAcronymOf("IAEA", "International Atomic Energy Agency")).toBe(true);
		expect(isAcronymOf("DHS", "Department of Homeland Security")).toBe(true);
		expect(isAcronymOf("NATO", "Ministry of Defence")).toBe(false);
		expect(isAcronymOf("", "")).toBe(false);
	});
});

describe("offsets", () => {
	it("cut the printed text, in order, without overlap, ten tokens at most", () => {
		const text = `${"Alpha ".repeat(40)}met Prime Minister Ada Ng in\nNew York. The U.N. Security Council (UNSC) sat.`;
		let end = 0;
		for (const entity of findEntities(tokenize(text))) {
			expect(text.slice(entity.start, entity.end)).toBe(entity.text);
			expect(entity.start).toBeGreaterThanOrEqual(end);
			expect(entity.text.split(/\s+/).length).toBeLessThanOrEqual(10);
			end = entity.end;
		}
		expect(end).toBeGreaterThan(0);
	});

	for (const unit of ["Aaaa Aaaa ", "Bank of ", "Aaaa. ", "(((("])
		it(`hold in a long text of ${JSON.stringify(unit)}`, () => {
			const found = findEntities(tokenize(unit.repeat(2000)));
			expect(found.every(({ text }) => text.split(/\s+/).length <= 10)).toBe(true);
		});
});
