import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AnnotatedText } from "../../../src/language/causal/training/annotated-text.js";
import { scorePlots, scoreTexts } from "../../../src/language/causal/training/scores.js";
import { storeModels, train } from "../../../src/language/causal/training/train.js";
import type { AnnotatedArticle } from "../../../src/language/causal/training/train-plot.js";

const TEXT = "Shops closed because of the strike";
const text: AnnotatedText = {
	id: "1",
	text: TEXT,
	causal: true,
	links: [{ cause: { start: 24, end: 34 }, effect: { start: 0, end: 12 } }],
};
const claim = { basis: "STATED", stance: "SUPPORTS", confidence: 0.75 } as const;
const strike = { start: 28, end: 34 };
const closed = { start: 0, end: 12 };

describe("scores of sentences", () => {
	test("a claim that agrees in both arguments is right", () => {
		const scores = scoreTexts([text], [[{ ...claim, cause: strike, effect: closed }]]);
		expect(scores.links).toEqual({ precision: 1, recall: 1, f1: 1 });
		expect(scores.direction).toBe(1);
		expect(scores.calibrationError).toBeCloseTo(0.25);
	});

	test("the other way round it is located, and wrong", () => {
		const scores = scoreTexts([text], [[{ ...claim, cause: closed, effect: strike }]]);
		expect(scores.links.f1).toBe(0);
		expect(scores.direction).toBe(0);
		expect(scores.sentences.f1).toBe(1);
	});

	test("a denial is no claim, and what is inferred is not stated", () => {
		const denial = { ...claim, stance: "CONTRADICTS", cause: strike, effect: closed } as const;
		expect(scoreTexts([text], [[denial]]).sentences.recall).toBe(0);
		const inferred = { ...claim, basis: "INFERRED", cause: strike, effect: closed } as const;
		expect(scoreTexts([text], [[inferred]]).stated.recall).toBe(0);
	});
});

test("a claim stands for each pair of mentions that it covers", () => {
	const article: AnnotatedArticle = {
		id: "1",
		topic: 1,
		text: TEXT,
		mentions: [
			{ id: "closed", sentence: 0, start: 6, end: 12 },
			{ id: "strike", sentence: 0, start: 28, end: 34 },
		],
		links: [{ cause: "strike", effect: "closed" }],
	};
	const right = scorePlots([article], [[{ ...claim, cause: strike, effect: closed }]]);
	expect(right).toEqual({ pairs: { precision: 1, recall: 1, f1: 1 }, direction: 1 });
	const wrong = scorePlots([article], [[{ ...claim, cause: closed, effect: strike }]]);
	expect(wrong).toMatchObject({ pairs: { f1: 0 }, direction: 0 });
});

const data = new URL("../../../../shared/data/causal/", import.meta.url);

describe.skipIf(!existsSync(data))("training on a part of the corpora (skipped where the data is absent)", () => {
	const read = <T>(name: string, count: number): T[] =>
		readFileSync(new URL(name, data), "utf8")
			.trim()
			.split("\n")
			.slice(0, count)
			.map((line) => JSON.parse(line) as T);

	test("finds relations in sentences that were held back, and stores what it learnt", () => {
		const texts = read<AnnotatedText>("cnc-train.jsonl", 240);
		const articles = read<AnnotatedArticle>("eventstoryline-dev.jsonl", 12);
		const result = train(texts, articles, 2, () => {});
		// A cue list has 56 on all of them; every sentence taken for causal has 69.
		expect(result.texts.sentences.f1).toBeGreaterThan(0.6);
		expect(result.texts.direction).toBeGreaterThan(0.85);
		expect(storeModels(result.models).causal.sentence.weights.length).toBeGreaterThan(1000);
	});
});
