import { expect, test } from "vitest";
import type { EventView } from "../../../src/web/pages/event-data.js";
import { asMarkdown, asText } from "../../../src/web/parts/copy-as.js";

const ADDRESS = "https://service.example/events/evt_2";

const time = (value: string) => ({ value, granularity: "DAY", approximate: false, text: null });

const EVENT = {
	id: "evt_2",
	title: "Dockers *walk* out",
	time: time("2031-03-05"),
	whatPreceded: {
		preceding: {
			nodes: [
				{
					event: { id: "evt_1" },
					title: "Port [of Velsen](javascript:x) ends <b>shifts</b>",
					role: "DIRECT_CAUSE",
					disputed: true,
					time: time("2031-03-01"),
					sentence: {
						attributedTo: "the union",
						publishedAt: "2031-03-05T08:00:00.000Z",
						span: { exact: "They walked out because\nshifts ended." },
						source: { name: "Coast Daily" },
						article: { url: "https://coast.example/a(1)", headline: "Walkout" },
					},
				},
			],
		},
	},
} as unknown as EventView;

test("as text: date, title, role, sentence and who says so", () => {
	expect(asText(EVENT, ADDRESS)).toBe(
		`Dockers *walk* out (5 March 2031)

What preceded

1 March 2031: Port [of Velsen](javascript:x) ends <b>shifts</b> [Cause, disputed]
  “They walked out because\nshifts ended.” (Coast Daily, 5 March 2031, as the union says)

${ADDRESS}`,
	);
});

test("as Markdown, where text from outside makes no links and no markup", () => {
	const markdown = asMarkdown(EVENT, ADDRESS);
	expect(markdown).toContain("# Dockers \\*walk\\* out");
	expect(markdown).toContain("Port \\[of Velsen\\](javascript:x) ends \\<b\\>shifts\\</b\\> (Cause, disputed)");
	expect(markdown).toContain(
		"> They walked out because shifts ended. ([Coast Daily, 5 March 2031, as the union says](https://coast.example/a(1%29))",
	);
});
