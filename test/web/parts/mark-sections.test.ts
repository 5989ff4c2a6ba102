import { expect, test } from "vitest";
import type { ArticleView } from "../../../src/web/pages/article-data.js";
import { markSections } from "../../../src/web/parts/mark-sections.js";

const TEXT = "Dockers walked out on 5 March.\nFruit ran short.";

type Mention = ArticleView["mentions"]["nodes"][number];

function mention(word: string, number = 1): Mention {
	const start = TEXT.indexOf(word);
	return {
		id: word,
		role: "MAIN",
		attributedTo: null,
		event: { id: `evt_${word}`, title: word },
		time: { value: "2031-03-05", granularity: "DAY", approximate: false, text: "on 5 March" },
		trigger: { start, end: start + word.length },
		sentence: { start: 0, end: 30, exact: TEXT.slice(0, 30), articleRevision: { number } },
	};
}

/** What is marked, by paragraph: text that is marked in brackets. */
function marked(mentions: Mention[], from = 0): string[] {
	const section = {
		index: 0,
		role: "BODY" as const,
		heading: null,
		start: from,
		end: TEXT.length,
		text: TEXT.slice(from),
	};
	const article = { sections: [section], mentions: { totalCount: 1, nodes: mentions } } as unknown as ArticleView;
	const [{ paragraphs } = { paragraphs: [] }] = markSections(article);
	return paragraphs.map((pieces) => pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join(""));
}

test.each<[string, Mention[], number, string[]]>([
	[
		"a mention and its date are marked",
		[mention("walked")],
		0,
		["Dockers [walked] out [on 5 March].", "Fruit ran short."],
	],
	["marks in other paragraphs", [mention("short")], 0, ["Dockers walked out [on 5 March].", "Fruit ran [short]."]],
	["a section that starts later", [mention("short")], 31, ["Fruit ran [short]."]],
	[
		"of marks that overlap the first stands",
		[mention("walked out on"), mention("walked")],
		0,
		["Dockers [walked out on] 5 March.", "Fruit ran short."],
	],
	["only mentions in the latest revision", [mention("walked", 1), mention("short", 2)], 31, ["Fruit ran [short]."]],
	["nothing", [], 0, ["Dockers walked out on 5 March.", "Fruit ran short."]],
])("%s", (_, mentions, from, expected) => {
	expect(marked(mentions, from)).toEqual(expected);
});
