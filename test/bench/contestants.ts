import * as chrono from "chrono-node";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { readArticle } from "../../src/language/analyze.js";
import type { BenchArticle } from "./articles.js";
import type { Contestant } from "./measure.js";

/** The whole analysis, and three libraries that each do a part of it, as far as they go alone. */
export function readers(): Contestant<BenchArticle>[] {
	const nlp = winkNLP(model, ["sbd", "pos"]);
	const { its } = nlp;
	return [
		{
			name: "this analysis (all of it)",
			read: (article) => {
				const { analysis, terms } = readArticle(article);
				return analysis.mentions.length + analysis.causalLinks.length + terms.size;
			},
		},
		{
			name: "wink-nlp (sentences, tokens, parts of speech)",
			read: ({ text }) => {
				const doc = nlp.readDoc(text);
				const values = doc.tokens().out(its.value);
				const tags = doc.tokens().out(its.pos);
				const lemmas = doc.tokens().out(its.lemma as never);
				const sentences = doc.sentences().out(its.span as never);
				return values.length + tags.length + lemmas.length + sentences.length;
			},
		},
		{
			name: "chrono-node (dates)",
			read: ({ text, publishedAt }) => {
				let sum = 0;
				for (const result of chrono.parse(text, new Date(publishedAt))) sum += result.start.date().getDate();
				return sum;
			},
		},
		{
			name: "compromise (sentences, terms, tags)",
			read: ({ text }) => {
				let terms = 0;
				for (const sentence of compromise(text).docs) terms += sentence.length;
				return terms;
			},
		},
	];
}
