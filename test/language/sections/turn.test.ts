import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/language/analysis.js";
import { findSections } from "../../../src/language/sections.js";
import { tokenize } from "../../../src/language/tokens.js";

/** The background's first words, and the date expressions in the text. */
function turnOf(paragraphs: string[], dates: string[] = []): string | null {
	const text = paragraphs.join("\n\n");
	const times: Span[] = dates
		.map((date) => ({ start: text.indexOf(date), end: text.indexOf(date) + date.length }))
		.sort((a, b) => a.start - b.start);
	const found = findSections(tokenize(text), times).find(({ role }) => role === "BACKGROUND");
	return found ? text.slice(found.start, found.start + 12) : null;
}

const LEAD =
	"The court orders the mine to pump out its lower galleries and says that the owner must pay for new wells.";
const BODY =
	"The owner, Norvik Metals, plans to appeal. Villagers say they will block the road until water comes back.";

describe("a trailing background without heading begins", () => {
	it("at a dated retelling of what the report takes for granted", () => {
		const past =
			"On 4 May 2019, the lower galleries of the mine filled with water and the wells ran dry. The owner denied any fault. Villagers sued Norvik Metals.";
		expect(turnOf([LEAD, BODY, past], ["4 May 2019"])).toBe(past.slice(0, 12));
	});

	it("at a dated retelling below a lead of one paragraph", () => {
		const past =
			"In March 2018, Norvik Metals opened the mine against the advice of the court. Wells ran dry a year later. The villagers sued the owner.";
		expect(turnOf([LEAD, past], ["March 2018"])).toBe(past.slice(0, 12));
	});

	it("below the only blank line of a report, where little else tells", () => {
		const past =
			"Norvik Metals pumped water into the galleries for years. Children drank it and fell ill. Doctors warned the state. Nobody listened.";
		const report = [LEAD, "The minister says she knows nothing of it.", "Villagers block the road."].join("\n");
		const [divided, even] = [`${report}\n\n${past}`, `${report}\n${past}`].map((text) =>
			findSections(tokenize(text), []).find(({ role }) => role === "BACKGROUND"),
		);
		expect(divided?.start).toBe(report.length + 2);
		expect(even).toBeUndefined();
	});

	it("at words that look back", () => {
		const past =
			"Earlier this year the court had told the mine to measure its water. The owner refused and paid a fine. Villagers measured it themselves.";
		expect(turnOf([LEAD, BODY, past])).toBe(past.slice(0, 12));
	});
});

describe("no background is found", () => {
	const cases: [name: string, paragraphs: string[], dates: string[]][] = [
		["in news told in the present", [LEAD, BODY], []],
		[
			"where the last paragraph goes on with the news",
			[LEAD, BODY, "Meanwhile, the minister says she will visit the mine. She adds that the state will pay."],
			[],
		],
		[
			"in a report told in the past throughout",
			[
				"The court ordered the mine to pump out its galleries on Monday.",
				"The owner said that it would appeal. Villagers cheered and blocked the road.",
				"The minister visited the mine and promised help. She spoke to the miners for an hour.",
			],
			[],
		],
		[
			"at a paragraph that holds an old year in passing",
			[
				LEAD,
				"The pumps, built in 1931, gave way at about 7:40 a.m. and the galleries filled. Nobody was hurt at the mine.",
				"The owner called the engineers back. Villagers from Norvik stood at the gate.",
			],
			["1931"],
		],
		[
			"at a paragraph that tells the day of the news before another date",
			[
				LEAD,
				BODY,
				"The minister said on Monday that the pumps promised on 13 May had reached the mine. Norvik Metals paid for them.",
			],
			["13 May"],
		],
		[
			"at a date that lies ahead",
			[LEAD, BODY, "The owner has until 1 June 2031 to comply and will be fined for each day after that."],
			["1 June 2031"],
		],
	];
	for (const [name, paragraphs, dates] of cases) it(name, () => expect(turnOf(paragraphs, dates)).toBeNull());
});
