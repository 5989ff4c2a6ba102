import { readdirSync, readFileSync } from "node:fs";
import { pick, seededRandom } from "./random.js";

/** An article of the sample world, as far as the analysis reads it. */
export interface WorldArticle {
	headline: string;
	text: string;
	publishedAt: string;
}

/** An article to measure with. */
export interface BenchArticle extends WorldArticle {
	language: string;
}

const WORLD = new URL("../../prisma/world/", import.meta.url);
const EDITS = "edits.jsonl";

/** The articles of the sample world, those on one course of events together. */
export function readWorld(): WorldArticle[][] {
	return readdirSync(WORLD)
		.filter((name) => name.endsWith(".jsonl") && name !== EDITS)
		.sort()
		.map((name) => {
			const lines = readFileSync(new URL(name, WORLD), "utf8").trimEnd().split("\n");
			return lines.map((line) => JSON.parse(line) as WorldArticle);
		});
}

/**
 * Articles without end, each of `length` characters to within a sentence, all different, the same for the same seed: one of the
 * world, continued by others on the same events, with some names and numbers of its own. New names are what a stream of
 * news brings and a fixed text does not: whatever keeps each word that it reads grows with them.
 */
export function* distinctArticles(
	world: readonly (readonly WorldArticle[])[],
	seed: number,
	length: number,
): Generator<BenchArticle> {
	const random = seededRandom(seed);
	for (;;) {
		const chain = pick(world, random) ?? [];
		const first = pick(chain, random);
		if (!first) return;
		let text = first.text;
		while (text.length < length + SLACK) text += `\n\n${pick(chain, random)?.text ?? ""}`;
		const cut = cutAtSentence(text, length);
		const vary = variation(cut, random);
		yield {
			headline: vary(first.headline),
			text: vary(cut),
			publishedAt: first.publishedAt,
			language: "en",
		};
	}
}

/** So much more is taken than is needed that a sentence ends behind the wanted length. */
const SLACK = 600;
/** As many names are new in a report. */
const RENAMED = 8;
const CALENDAR =
	/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/;
const NAME = /\p{Lu}\p{Ll}{3,}/gu;
const NAME_AMID_SENTENCE = /(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu;
/** Three digits by themselves are a count; fewer may be a day, more a year. */
const COUNT = /(?<![\d,.-])\d{3}(?![\d,.-])/g;

/** A change of some names and all counts of a text, to be made in its headline as well. */
function variation(text: string, random: () => number): (part: string) => string {
	const names = [...new Set(text.match(NAME_AMID_SENTENCE))].filter((name) => !CALENDAR.test(name));
	const renamed = new Map<string, string>();
	for (let count = 0; count < RENAMED; count++) {
		const name = pick(names, random);
		if (name !== undefined && !renamed.has(name)) renamed.set(name, inventedName(random));
	}
	return (part) =>
		part
			.replace(NAME, (name) => renamed.get(name) ?? name)
			.replace(COUNT, () => String(100 + Math.floor(random() * 900)));
}

const ONSETS = "b br d dr f g gr h k kl l m n p r s st t tr v z".split(" ");
const VOWELS = "a e i o u ai ei ou".split(" ");
const CODAS = "n r l s m nd rk th".split(" ");
const SYLLABLES = 3;

/** A name that no text holds. */
export function inventedName(random: () => number): string {
	let name = "";
	for (let syllable = 0; syllable < SYLLABLES; syllable++)
		name += `${pick(ONSETS, random) ?? ""}${pick(VOWELS, random) ?? ""}`;
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}${pick(CODAS, random) ?? ""}`;
}

/** The end of a sentence: not that of an abbreviation or an initial. */
const SENTENCE_END = /[\p{Ll}\d]{3}[.!?]["”’)]*(?=\s|$)/gu;

/** The text up to the sentence end that is nearest to a length; the whole text where it has none. */
export function cutAtSentence(text: string, length: number): string {
	let best = 0;
	for (const match of text.matchAll(SENTENCE_END)) {
		const end = match.index + match[0].length;
		if (best === 0 || Math.abs(end - length) < Math.abs(best - length)) best = end;
		if (end >= length) break;
	}
	return best === 0 ? text : text.slice(0, best);
}

/** The first articles of a stream. */
export function take<Item>(items: Iterable<Item>, count: number): Item[] {
	const taken: Item[] = [];
	for (const item of items) {
		taken.push(item);
		if (taken.length >= count) break;
	}
	return taken;
}
