import { describe, expect, it } from "vitest";
import type { Section } from "../../../src/language/analysis.js";
import { findSections } from "../../../src/language/sections.js";
import { tokenize } from "../../../src/language/tokens.js";

const LEAD = "The ferry company cancels all crossings to the islands after its last working ship breaks down in port.";
const BODY = "Islanders say that shops will run out of bread within days, and the mayor asks the navy for help.";
const PAST = "The company lost two ships in a storm last winter. It never replaced them.";
const MORE_PAST = "Two years earlier it had sold its oldest ship for scrap.";
const ADVERT = "For more news from the coast please follow us on X.";

const sections = (text: string): Section[] => findSections(tokenize(text), []);
const article = (...paragraphs: string[]): string => paragraphs.join("\n\n");
const background = (text: string): Section | undefined => sections(text).find(({ role }) => role === "BACKGROUND");

describe("a heading over what came before opens the background", () => {
	const headings: [printed: string, line: string][] = [
		["What preceded", "What preceded"],
		["What preceded", "What preceded:"],
		["WHAT PRECEDED", "WHAT PRECEDED"],
		["What preceded the breakdown", "What preceded the breakdown?"],
		["Background", "## Background"],
		["Background", "**Background:**"],
		["Background", "— Background —"],
		["Background to the dispute", "Background to the dispute"],
		["Context", "Context"],
		["Earlier", "Earlier:"],
		["previously", "previously"],
		["How it started", "How it started"],
		["What led to this", "What led to this?"],
		["The story so far", "The story so far"],
		["Recap", "Recap"],
		["Timeline of events", "Timeline of events"],
		["Що передувало", "Що передувало"],
		["Предыстория", "Предыстория"],
		["Hintergrund", "Hintergrund"],
		["Le contexte", "Le contexte"],
		["ANTECEDENTES", "ANTECEDENTES:"],
		["Contesto", "Contesto"],
		["Achtergrond", "Achtergrond"],
		["Tło", "Tło"],
	];
	for (const [printed, line] of headings)
		it(`"${line}"`, () => {
			const text = article(LEAD, BODY, line, PAST, MORE_PAST);
			const found = background(text);
			expect(found?.heading?.replace(/\?$/, "")).toBe(printed);
			expect(found?.start).toBe(text.indexOf(line));
			expect(found?.end).toBe(text.length);
		});

	const foreign = [
		"Wat eraan voorafging",
		"Voorgeschiedenis",
		"Was bisher geschah",
		"Vorgeschichte",
		"Rappel des faits",
		"Qué precedió",
		"Antecedentes",
		"L'antefatto",
		"O que aconteceu antes",
		"Co poprzedziło",
		"Tło wydarzeń",
		"Что предшествовало",
		"Ранее",
		"Що цьому передувало",
		"Контекст",
		"Arka plan",
		"Öncesinde ne oldu",
		"خلفية",
		"背景",
		"前情提要",
		"これまでの経緯",
		"पृष्ठभूमि",
		"Latar belakang",
		"רקע",
		"Τι προηγήθηκε",
		"Co předcházelo",
		"Čo predchádzalo",
		"Bakgrund",
		"Dette har skjedd",
		"Baggrund",
		"Taustaa",
		"Előzmények",
		"Ce a precedat",
		"Što je prethodilo",
		"Предистория",
		"사건 배경",
		"Bối cảnh",
		"پیشینه",
	];
	for (const heading of foreign)
		for (const line of [heading, `${heading}:`, heading.toUpperCase(), `**${heading}**`])
			it(`"${line}"`, () => {
				const text = article(LEAD, BODY, line, PAST, MORE_PAST);
				expect(background(text)?.start).toBe(text.indexOf(line, BODY.length));
			});

	for (const line of ["背景：码头两年前关闭。", "ΤΙ ΠΡΟΗΓΗΘΗΚΕ: Το πλοίο είχε πωληθεί.", "Contexto – El puerto cerró."])
		it(`inline: "${line}"`, () => {
			const text = article(LEAD, BODY, line);
			expect(background(text)?.start).toBe(text.indexOf(line));
		});

	for (const line of [`Background: ${PAST}`, `Recap. ${PAST}`, `**Context** — ${PAST}`])
		it(`inline: "${line.slice(0, 20)}..."`, () => {
			const text = article(LEAD, BODY, line);
			expect(background(text)?.start).toBe(text.indexOf(line));
			expect(background(text)?.heading).toBe(/[a-z]+/i.exec(line)?.[0]);
		});
});

describe("words that are no heading open nothing", () => {
	const lines = [
		"Background checks on the crew took three months.",
		"Earlier crossings were cheaper, and nobody complained.",
		"History teaches that ships sink.",
		"background noise",
		"Why it matters",
		"What's next",
		"The context was never in doubt: money.",
	];
	for (const line of lines) it(`"${line}"`, () => expect(background(article(LEAD, BODY, line, BODY))).toBeUndefined());

	it("a heading with nothing above it", () => expect(background(article("Background", LEAD, BODY))).toBeUndefined());
	it("a heading with nothing below it", () => expect(background(article(LEAD, BODY, "Background"))).toBeUndefined());
});

describe("a background ends", () => {
	it("before boilerplate", () => {
		const text = article(LEAD, BODY, "What preceded", PAST, MORE_PAST, ADVERT);
		expect(background(text)?.end).toBe(text.indexOf(MORE_PAST) + MORE_PAST.length);
		expect(sections(text).map(({ role }) => role)).toEqual(["LEAD", "BODY", "BACKGROUND", "BOILERPLATE"]);
	});

	it("before another heading, known or not", () => {
		for (const heading of ["What's next", "Help from the navy"]) {
			const text = article(LEAD, BODY, "Background", PAST, heading, BODY);
			expect(background(text)?.end).toBe(text.indexOf(PAST) + PAST.length);
			expect(sections(text).at(-1)).toMatchObject({ role: "BODY", heading, start: text.indexOf(heading) });
		}
	});

	it("not before a button, a credit or a pointer of the page", () => {
		for (const line of ["Share", "Loading...", "Photo: Harbour Agency", "5 min read"]) {
			const text = article(LEAD, BODY, "Background", PAST, line, `${MORE_PAST} ${PAST}`);
			expect(sections(text).at(-1)).toMatchObject({ role: "BACKGROUND", end: text.length });
		}
	});

	it("not before a date inside a timeline", () => {
		const text = article(LEAD, BODY, "Timeline", "March 2019", PAST, "May 2021", `${MORE_PAST} ${PAST}`);
		expect(background(text)?.end).toBe(text.length);
	});
});

describe("lead, body and the rest", () => {
	it("takes the headline and the date line into the lead", () => {
		const text = article("Ferry company stops", "3 March 2021", LEAD, BODY);
		expect(sections(text).map(({ role, end }) => [role, end])).toEqual([
			["LEAD", text.indexOf(LEAD) + LEAD.length],
			["BODY", text.length],
		]);
	});

	const boilerplate = [
		"Read also: Islanders left without bread",
		"Photo: Harbour Agency",
		"Subscribe to our newsletter",
		"© 2021 The Coast. All rights reserved.",
		"By Anna Fischer and Tom Reed",
		"(Reporting by Anna Fischer; editing by Tom Reed)",
		"* * *",
		"Підписуйтесь на наш канал",
		"For more news follow us on X and Facebook.",
		"The best of our reporting, to your inbox every morning.",
		"Words by Anna Fischer",
		"A ferry lies in port. Photograph: Jane Doe/EPA",
		"A ferry lies in port on Monday. (Jane Doe/AP)",
		"(AP Photo/Jane Doe)",
		"Image caption, The ferry in port",
		"Share",
		"12 min read",
		"Updated 3 hours ago",
		"View comments (14)",
		"https://coast.example/ferries",
		"#ferries #islands",
		"Leer más: Islas sin pan",
		"Kaynak: Ajans",
		"اقرأ أيضا: الجزيرة بلا خبز",
		"相关新闻：岛上断粮",
		"READ MORE: Islanders left without bread",
	];
	for (const line of boilerplate)
		it(`"${line}" is boilerplate`, () => {
			const found = sections(article(LEAD, BODY, line)).at(-1);
			expect(found?.role).toBe("BOILERPLATE");
		});

	const news = [
		"By then the ship had left.",
		"Photography is forbidden on board, the captain said.",
		"LERWICK, March 3 (Reuters) - The ferry stopped on Monday, the company said.",
		"LERWICK (AP) — The ferry stopped on Monday, the company said.",
		"“We had no warning,” the captain said.",
		"«Nous n'avons pas été prévenus», dit le capitaine.",
		"„Wir hatten keine Warnung“, sagte der Kapitän.",
		"„Nie było ostrzeżenia” – powiedział kapitan.",
		"「警告はなかった」と船長は語った。",
		"'We had no warning. Nobody told us.'",
		"10:42 GMT",
		"3 March 2021",
		"- Lerwick to Bressay: three crossings a day",
		"| Lerwick | three crossings |",
		"1. The ship was sold in May.",
		"Islanders share one small boat. It leaves at noon.",
		"Save the ferry, say islanders who marched through Lerwick.",
		BODY,
	];
	for (const line of news)
		it(`"${line}" is not`, () =>
			expect(sections(article(LEAD, line)).every(({ role }) => role !== "BOILERPLATE")).toBe(true));

	it("goes on with the body below a pointer to another article", () => {
		const text = article(LEAD, BODY, "Read also: The ship that never sailed", BODY);
		expect(sections(text).map(({ role }) => role)).toEqual(["LEAD", "BODY", "BOILERPLATE", "BODY"]);
	});
});

describe("any text", () => {
	for (const text of ["", "\n\n\n", "Background", "\u0000", "((((\n((((", "\ud800\n\nBackground\n\n\udfff", "> > >\n>"])
		it(`${JSON.stringify(text)} is divided without overlap`, () => {
			let end = 0;
			for (const section of sections(text)) {
				expect(section.start).toBeGreaterThanOrEqual(end);
				expect(section.end).toBeGreaterThan(section.start);
				end = section.end;
			}
		});
});
