import { describe, expect, it } from "vitest";
import type { Span } from "../../src/language/analysis.js";
import { type ArticleReading, readArticle } from "../../src/language/analyze.js";
import { findEntities } from "../../src/language/entities/entities.js";
import { tokenize } from "../../src/language/tokens.js";

/** Texts that are made to be slow or to break, as the part that is repeated. */
const UNITS: Readonly<Record<string, string>> = {
	letters: "a",
	brackets: "(",
	"one small word": "on ",
	"one capital": "A. ",
	"opening guillemets": "«",
	"opening quotes": "“",
	"straight quotes": "'",
	"straight double quotes": '"',
	"line ends": "\n",
	"paragraphs of one word": "Aaa\n\n",
	"a causal word": "because ",
	"numbers and hyphens": "1-",
	commas: ", ",
	"an address": "http://a.example/b?c=d&",
	emoji: "👩‍👩‍👧 ",
	"combining marks": "e\u0301\u0301\u0301",
	"right to left": "שלום עולם ",
	"direction marks": "\u202e\u200f",
	"lone surrogates": "\ud800 \udc00",
	"a null": "a\u0000",
	names: "Aaa Bbb ",
	"names with a link": "Bank of ",
	titles: "President ",
	dates: "3 March 2021 ",
	"unfinished dates": "March ",
	headings: "Background\n",
	"inline headings": "Background: ",
	boilerplate: "Read more: ",
	"sentences of one word": "Yes. ",
	"acronyms in brackets": "(ABC) ",
	hyphens: "-",
	spaces: " \u00a0\u3000",
	"one long sentence": "the man who said that ",
};

/** A text of so many characters made of one unit. */
const textOf = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const SMALL = 4_000;
const LARGE = 200_000;

/** In so many parts the text is read for comparison: together they take as long as the whole, or an eighth if a step takes quadratic time. */
const PARTS = 8;

/** Of the parts' time: far from both, since what else the machine does and the collector of garbage fall on either. */
const MAX_RATIO = 4;

/** Timings are noisy: as many tries, and the least of them counts. */
const TRIES = 4;

/** Shorter runs say nothing about growth. */
const MEASURABLE_MS = 60;

function expectWithin(text: string, spans: readonly Span[], ordered: boolean): void {
	let before = 0;
	for (const { start, end } of spans) {
		expect(start).toBeGreaterThanOrEqual(ordered ? before : 0);
		expect(end).toBeGreaterThan(start);
		expect(end).toBeLessThanOrEqual(text.length);
		before = start;
	}
}

/** Every offset lies in the text, lists are in order, a cause does not overlap its effect. */
function expectBounded(text: string, { analysis }: ArticleReading): void {
	expectWithin(text, analysis.sections, true);
	expectWithin(text, analysis.sentences, true);
	expectWithin(text, analysis.timeExpressions, true);
	expectWithin(text, analysis.entities, true);
	expectWithin(text, analysis.mentions, false);
	for (const { text: printed, start, end } of analysis.entities) expect(printed).toBe(text.slice(start, end));
	for (const { extent, sentence, timeExpression } of analysis.mentions) {
		expectWithin(text, [extent], false);
		expect(analysis.sentences[sentence]).toBeDefined();
		if (timeExpression !== null) expect(analysis.timeExpressions[timeExpression]).toBeDefined();
	}
	for (const { cause, effect, signal, confidence } of analysis.causalLinks) {
		expectWithin(text, signal ? [cause, effect, signal] : [cause, effect], false);
		expect(cause.end <= effect.start || effect.end <= cause.start).toBe(true);
		expect(confidence).toBeGreaterThanOrEqual(0);
		expect(confidence).toBeLessThanOrEqual(1);
	}
}

describe("any text is read within bounds and twice alike", () => {
	for (const [name, unit] of Object.entries(UNITS))
		it(name, () => {
			const text = textOf(unit, SMALL);
			const article = { text, headline: text.slice(0, 200), publishedAt: "2021-03-05" };
			const reading = readArticle(article);
			expectBounded(text, reading);
			expect(readArticle(article)).toEqual(reading);
		});

	for (const language of ["de", "fr", "ru", "tr", "ar", "he", "zh", "ja", "ko", "th", "xx", "not a language"])
		it(`in ${language}`, () => {
			const text = Object.values(UNITS)
				.map((unit) => textOf(unit, 120))
				.join("\n");
			expectBounded(text, readArticle({ text, language }));
			expectWithin(text, findEntities(tokenize(text), language), true);
		});

	it("with everything mixed", () => {
		const text = Object.values(UNITS).join("") + Object.values(UNITS).reverse().join("\n\n");
		expectBounded(text, readArticle({ text, publishedAt: "not a date" }));
	});
});

describe("the time a text takes grows as the text does", () => {
	for (const [name, unit] of Object.entries(UNITS))
		it(name, { timeout: 240_000 }, () => {
			const [part, whole] = [textOf(unit, LARGE / PARTS), textOf(unit, LARGE)];
			let best = Number.POSITIVE_INFINITY;
			for (let attempt = 0; attempt < TRIES && best >= MAX_RATIO; attempt++) {
				const parts = timeMs(part, PARTS);
				const all = timeMs(whole, 1);
				best = Math.min(best, all < MEASURABLE_MS ? 1 : all / parts);
			}
			expect(best).toBeLessThan(MAX_RATIO);
		});
});

/** By the clock or by the processor, whichever is less: on a busy machine the clock goes on while others have it. */
function timeMs(text: string, times: number): number {
	const [start, used] = [performance.now(), process.cpuUsage()];
	for (let time = 0; time < times; time++) readArticle({ text, publishedAt: "2021-03-05" });
	const { user, system } = process.cpuUsage(used);
	return Math.min(performance.now() - start, (user + system) / 1_000);
}
