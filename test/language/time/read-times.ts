import type { Section, TimeExpression } from "../../../src/language/analysis.js";
import { recogniseTimes } from "../../../src/language/time/recognise.js";
import { resolveTimes } from "../../../src/language/time/resolve.js";
import { tokenize } from "../../../src/language/tokens.js";

/** Both passes over a text. */
export function readTimes(text: string, publishedAt?: string, sections: Section[] = []): TimeExpression[] {
	const doc = tokenize(text);
	return resolveTimes(doc, recogniseTimes(doc), sections, publishedAt);
}

/** "text = value" of every expression. */
export const told = (text: string, publishedAt?: string, sections: Section[] = []): string[] =>
	readTimes(text, publishedAt, sections).map((t) => `${t.text} = ${t.value}`);
