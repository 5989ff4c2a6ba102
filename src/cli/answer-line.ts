import { safeText } from "../article/clean-text.js";
import { parsePublicationDate } from "../article/publication-date.js";
import { isObject } from "../json.js";
import type { Analysis } from "../language/analysis.js";
import { readArticle } from "../language/analyze.js";
import { type Line, parseJsonLine } from "./lines.js";

/** No bound by the clock here: the analysis is pure, and what is dated ahead is for import to judge. */
const LAST_YEAR = 2999;

/** Answers one line: the analysis, or an error that names the line, the field and the reason. */
export function answerLine(line: Line): { ok: boolean; answer: unknown } {
	const fail = (error: string, id?: unknown) => ({
		ok: false,
		answer: { ...(typeof id === "string" ? { id } : {}), line: line.number, error },
	});
	const parsed = parseJsonLine(line);
	if (parsed.kind === "invalid") return fail(parsed.reason);
	const input = parsed.value;
	if (!isObject(input)) return fail("the line is not a JSON object");
	for (const field of ["id", "text"]) {
		if (typeof input[field] !== "string")
			return fail(`field "${field}" is ${input[field] === undefined ? "missing" : "not a string"}`, input.id);
	}
	for (const field of ["headline", "publishedAt", "language"]) {
		const value = input[field];
		if (value !== undefined && value !== null && typeof value !== "string")
			return fail(`field "${field}" is not a string`, input.id);
	}
	const optional = (field: string) => (typeof input[field] === "string" ? input[field] : undefined);
	const published = optional("publishedAt");
	const date = published === undefined ? null : parsePublicationDate(published, LAST_YEAR);
	if (date?.kind === "invalid") return fail(`field "publishedAt" ${date.reason}`, input.id);
	const analysis: Analysis = readArticle({
		text: safeText(input.text as string),
		headline: optional("headline"),
		language: optional("language"),
		publishedAt: date?.at.toISOString(),
	}).analysis;
	return { ok: true, answer: { id: input.id, ...analysis } };
}
