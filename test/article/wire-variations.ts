import { type SeededRandom, seededRandom } from "./seeded-random.js";

/**
 * News made up at random, and what outlets make of it: copies of one dispatch, and articles that share words with it
 * without being copies. Words are drawn as in English text (a few words often, most words seldom), so that two
 * articles share turns of phrase but no sentences.
 */

const SYLLABLES = "ba re mi to sul ven dor ka li pra ten os mar fi gel hu ran ces pol wi".split(" ");
const FUNCTION_WORDS =
	"the of to and in a that for was on said it with as his at by from be had have he has were which this not are after their its would who will been they one more but when about an or there also than two her other some into first could out last over up all new so we before only if any while what".split(
		" ",
	);
const FORMS = [
	"Today will be {adj} with outbreaks of rain moving in from the {dir} by {when}. Highest temperatures of {n} to {n} degrees in light to moderate {dir} winds. Tonight will be mostly dry with clear spells and lowest temperatures of {n} to {n} degrees. Outlook: the {adj} weather will continue over the coming days.",
	"Fuel prices at noon on {day}, in cents per litre, as reported by the association of filling stations: unleaded 95 octane {n}.9, unleaded 98 octane {n}.9, diesel {n}.9, liquefied gas {n}.9. The cheapest filling station in the region was in {Name}, the most expensive in {Name}. Prices change several times a day and are given without guarantee.",
	"Stocks closed higher on {day}, led by gains in the {Name}, {Name} and {Name} sectors. At the close, the index rose {n}.{n} percent to hit a new one-month high. The best performers of the session were {Name}, which rose {n}.{n} percent to trade at {n}.{n} at the close. Meanwhile, {Name} added {n}.{n} percent to end at {n}.{n}. Rising stocks outnumbered declining ones by {n} to {n}.",
	"{Name} {Name} {Name}, {n}, of {Name}, passed away peacefully on {day}, {Name} {n}, at {Name} Hospital, surrounded by family. Born in {Name} to the late {Name} and {Name} {Name}, the deceased worked for {n} years at the {Name} mill. A funeral service will be held at {n} a.m. on {day} at {Name} Church. In lieu of flowers, the family asks that donations be made to the church.",
	"{Name} beat {Name} {n}-{n} at home in the second division on Saturday to move up to {when} place. The visitors took the lead in the {n}th minute through {Name}, but {Name} equalised shortly before half-time. The winner came in the {n}th minute, when {Name} headed in a corner. The attendance was {n}. In the next round, {Name} travel to {Name}, while {Name} are at home to {Name}.",
	"An earthquake of magnitude {n}.{n} struck {n} kilometres {dir} of {Name}, {Name}, on {day}, the United States Geological Survey said. The quake was at a depth of {n} kilometres. There were no immediate reports of casualties or damage, and no tsunami warning was issued.",
	"{Name} reported net income of {n}.{n} million dollars, or {n}.{n} dollars per share, for its second quarter, compared with {n}.{n} million dollars, or {n}.{n} dollars per share, a year earlier. Revenue rose {n} percent to {n} million dollars. Analysts surveyed by FactBook had expected earnings of {n}.{n} dollars per share on revenue of {n} million dollars. Shares of {Name} have risen {n} percent since the beginning of the year.",
	"Police are appealing for witnesses after a {adj} cyclist was injured in a collision with a car in {Name} Road, {Name}, on {day}. Officers were called to the scene at about {n}.{n} p.m. The cyclist, a man in his {when}, was taken to hospital with injuries that are not believed to be life-threatening. Anyone who saw what happened, or who has dashcam footage, is asked to call 101 and quote reference {n} of {n} {Name}.",
	"In der Nacht zum {day} ist auf der Landstraße bei {Name} ein {n} Jahre alter Mann mit seinem Wagen von der Fahrbahn abgekommen und gegen einen Baum geprallt. Wie die Polizei in {Name} mitteilte, wurde der Fahrer leicht verletzt. Der Sachschaden beträgt rund {n} Euro. Die Straße war {n} Stunden lang gesperrt.",
];
const NOTICES = [
	"Reporting by Jane Doe and Tom Smith; Editing by Alison Grey",
	"Read more: What we know so far",
	"Sign up for our morning newsletter to get the news before anyone else does.",
	"We use cookies to personalise content and ads, to provide social media features and to analyse our traffic. By clicking accept you agree to our use of cookies.",
	"Copyright 2026 The Gazette. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
	"Follow us on Facebook, Instagram and wherever you get your news, and let us know what you think in the comments below this article.",
];
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

export interface NewsMaker {
	/** Paragraphs of an article, 2 to 5 sentences each. */
	article(words: number): string[];
	/** A dispatch as another outlet prints it: dateline, cut by up to 40 %, own paragraphs, edits, notices. */
	copyOf(paragraphs: readonly string[]): string;
	/** Two articles that share words and are not copies, by kind. */
	strangers(): Record<string, [string, string]>;
}

export function newsMaker(seed: number): NewsMaker {
	const random = seededRandom(seed);
	const vocabulary = Array.from({ length: 4_000 }, () => pseudoWord(random));
	const word = () =>
		random.chance(0.45)
			? random.pick(FUNCTION_WORDS)
			: (vocabulary[Math.floor(4_000 * random.next() ** 2.2)] as string);
	const name = () => capital(pseudoWord(random));
	const sentence = () => {
		const words = Array.from({ length: 10 + random.below(20) }, () =>
			random.chance(0.09) ? name() : random.chance(0.03) ? String(2 + random.below(900)) : word(),
		);
		return `${capital(words.join(" "))}.`;
	};
	const paragraph = (sentences: number) => Array.from({ length: sentences }, sentence).join(" ");
	const article = (length: number) => {
		const paragraphs: string[] = [];
		for (let words = 0; words < length; words += wordCount(paragraphs.at(-1) ?? ""))
			paragraphs.push(paragraph(1 + random.below(3)));
		return paragraphs;
	};
	const filled = (form: string) =>
		form.replace(/\{(\w+)\}/g, (_all, slot) =>
			slot === "n"
				? String(1 + random.below(99))
				: slot === "Name"
					? name()
					: slot === "day"
						? random.pick(DAYS)
						: word(),
		);
	const edited = (text: string, rate: number) =>
		text.replace(/[\p{L}\p{N}]+/gu, (found) => {
			if (!random.chance(rate)) return found;
			return random.pick([
				() => word(),
				() => `${found} ${word()}`,
				() => "",
				() => found.toUpperCase(),
				() => `‘${found}’`,
			])();
		});

	const copyOf = (paragraphs: readonly string[]) => {
		const sentences = paragraphs.flatMap((text, index) => text.split(/(?<=\.) /).map((part) => ({ index, part })));
		const kept = sentences.slice(0, Math.ceil(sentences.length * (1 - 0.4 * random.next())));
		const rate = 0.05 * random.next();
		const parts = paragraphs
			.map((_text, index) => kept.filter((sentence) => sentence.index === index).map(({ part }) => part))
			.filter((sentences) => sentences.length > 0)
			.map((sentences) => edited(sentences.join(" "), rate));
		if (random.chance(0.7))
			parts[0] = `${random.pick(["LONDON (Reuters) - ", "Frankfurt (dpa) – ", "PARIS, March 3 — "])}${parts[0]}`;
		for (let own = random.below(3); own > 0; own--)
			parts.splice(random.below(parts.length + 1), 0, paragraph(1 + random.below(2)));
		return [...parts, ...random.shuffled(NOTICES).slice(0, random.below(3))].join("\n\n");
	};

	const strangers = () => {
		const base = article(300 + random.below(300));
		const half = base.slice(Math.floor(base.length / 2));
		const form = random.pick(FORMS);
		const notice = article(90).join(" ");
		const quoted = random.pick(base);
		return {
			"one form filled in twice": [filled(form), filled(form)],
			"a follow-up with half of the text for background": [
				base.join("\n\n"),
				[...article(wordCount(half.join(" ")) * 1.1), ...half].join("\n\n"),
			],
			"a follow-up with the whole first report below": [
				base.slice(0, 3).join("\n\n"),
				[...article(wordCount(base.slice(0, 3).join(" ")) * 1.2), ...base.slice(0, 3)].join("\n\n"),
			],
			"a quoted paragraph": [base.join("\n\n"), [...article(120), quoted, ...article(150)].join("\n\n")],
			"a live report, hours later": [
				base.slice(0, 4).join("\n\n"),
				[...article(wordCount(base.slice(0, 4).join(" "))), ...base.slice(0, 3)].join("\n\n"),
			],
			"two briefs above one long notice": [
				`${article(35).join(" ")}\n\n${notice}`,
				`${article(35).join(" ")}\n\n${notice}`,
			],
			"two articles": [base.join("\n\n"), article(400).join("\n\n")],
		} satisfies Record<string, [string, string]>;
	};
	return { article, copyOf, strangers };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const wordCount = (text: string): number => text.split(/\s+/).length;
const pseudoWord = (random: SeededRandom): string =>
	Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES)).join("") + random.pick(["", "n", "s", "t"]);
