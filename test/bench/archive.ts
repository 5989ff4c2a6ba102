import type { SubmittedArticle } from "../../src/article/article-draft.js";
import { inventedName, type WorldArticle } from "./articles.js";
import { pick, seededRandom } from "./random.js";

/** News that goes on for this long has some sixty reports; most has one or two. */
const LONGEST = 60;
/** Courses of events under way at one time. */
const UNDER_WAY = 60;
const MINUTES_BETWEEN = 30;
const OUTLETS = 120;
/** Names that the whole archive shares, those of the powerful more often than others. */
const KNOWN_NAMES = 5_000;
const START = Date.UTC(2020, 0, 1);
const MINUTE_MS = 60_000;

interface Course {
	/** Sentences of the articles it is made of. */
	told: string[][];
	names: Map<string, string>;
	words: Map<string, string>;
	left: number;
}

/**
 * An archive of any length, the same for the same seed: reports by many outlets on many courses of events, in the order of their dates. Each course
 * has names, numbers and words of its own, so that there are as many events as a real archive has, and hardly any copies.
 */
export function* archiveArticles(
	world: readonly (readonly WorldArticle[])[],
	seed: number,
	length: number,
): Generator<SubmittedArticle> {
	const random = seededRandom(seed);
	const chains = world.map((chain) => chain.map(({ text }) => sentencesOf(text)));
	const vocabulary = wordsByEnding(chains.flat(2).join(" "));
	const known = Array.from({ length: KNOWN_NAMES }, () => inventedName(random));
	const name = () =>
		(random() < 0.7 ? known[Math.floor(KNOWN_NAMES * random() ** 2)] : undefined) ?? inventedName(random);
	const another = (word: string) => pick(vocabulary.get(endingOf(word)) ?? [], random) ?? word;
	const begin = (): Course => {
		const left = Math.min(LONGEST, Math.ceil(1 / (random() ** 0.7 + 1 / LONGEST)));
		return { told: pick(chains, random) ?? [], names: new Map(), words: new Map(), left };
	};
	const underWay: Course[] = [];
	let at = START;
	for (let number = 0; ; number++) {
		at += MINUTES_BETWEEN * MINUTE_MS * 2 * random();
		while (underWay.length < UNDER_WAY) underWay.push(begin());
		const place = Math.floor(random() * underWay.length);
		const course = underWay[place] as Course;
		const vary = variation(course, new Date(at).getUTCFullYear(), { random, name, another });
		const paragraphs = passages(course.told, length, random).map(vary);
		const homepage = `https://outlet${Math.floor(random() * OUTLETS)}.example/`;
		yield {
			url: `${homepage}news/${number}`,
			headline: (paragraphs[0] ?? "").slice(0, 100),
			text: paragraphs.join("\n\n"),
			publishedAt: new Date(at).toISOString(),
			language: "en",
			source: { homepage },
		};
		if (--course.left === 0) underWay[place] = begin();
	}
}

const sentencesOf = (text: string): string[] =>
	text.split(/\n+|(?<=[\p{Ll}\d]{3}[.!?]["”’)]?)\s+/u).filter((part) => part.length > 20);

/** Two sentences in a row from here and there, until the length is reached. */
function passages(told: readonly (readonly string[])[], length: number, random: () => number): string[] {
	const chosen: string[] = [];
	for (let sum = 0; sum < length; ) {
		const article = pick(told, random) ?? [];
		const from = Math.floor(random() * article.length);
		const passage = article.slice(from, from + 2).join(" ");
		chosen.push(passage);
		sum += passage.length + 2;
	}
	return chosen;
}

/** Of the longer words a course of events has every fourth, and each report every fifth, otherwise: eight in a row are hardly ever the same. */
const OWN_WORDS = { course: 0.25, report: 0.2 };
/** A name that stays what it is: a country, a ministry. */
const KEPT_NAMES = 0.25;
const CALENDAR =
	/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/;

interface Choices {
	random: () => number;
	name: () => string;
	another: (word: string) => string;
}

function variation({ names, words }: Course, year: number, { random, name, another }: Choices) {
	const nameFor = (given: string): string => {
		if (CALENDAR.test(given)) return given;
		const own = names.get(given) ?? (random() < KEPT_NAMES ? given : name());
		names.set(given, own);
		return own;
	};
	const wordFor = (given: string): string => {
		if (random() < OWN_WORDS.report) return another(given);
		const own = words.get(given) ?? (random() < OWN_WORDS.course ? another(given) : given);
		words.set(given, own);
		return own;
	};
	return (text: string): string =>
		text
			.replace(/\p{Lu}\p{Ll}{3,}/gu, nameFor)
			.replace(/(?<![\p{L}'’-])\p{Ll}{5,}(?![\p{L}'’-])/gu, wordFor)
			.replace(/\b20[012]\d\b/g, () => String(year - Math.floor(random() ** 2 * 8)))
			.replace(/(?<![\d,.-])\d{3}(?![\d,.-])/g, () => String(100 + Math.floor(random() * 900)));
}

const ENDINGS = ["ing", "ed", "ly", "tion", "s", "er"];
const endingOf = (word: string): string => ENDINGS.find((ending) => word.endsWith(ending)) ?? "";

/** As often as the text has them, so that common words stay common. */
function wordsByEnding(text: string): Map<string, string[]> {
	const words = new Map<string, string[]>();
	for (const word of text.match(/(?<![\p{L}'’-])\p{Ll}{5,}(?![\p{L}'’-])/gu) ?? [])
		words.set(endingOf(word), [...(words.get(endingOf(word)) ?? []), word]);
	return words;
}
