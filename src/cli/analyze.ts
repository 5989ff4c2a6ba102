import { parseArgs } from "node:util";
import { safeText } from "../article/clean-text.js";
import { parsePublicationDate } from "../article/publication-date.js";
import { isObject } from "../json.js";
import type { Analysis } from "../language/analysis.js";
import { readArticle } from "../language/analyze.js";
import { endWithReader, type Line, parseJsonLine, readLines, writeJsonLine } from "./lines.js";

const HELP = `usage: npm run -s analyze < articles.jsonl > analyses.jsonl

Reads articles, one JSON object a line, and writes what each says, in the same order. Pure: no database, no network.

in   {"id": string, "text": string, "headline"?: string, "publishedAt"?: ISO date or instant, "language"?: BCP 47 tag}
out  {"id", "language", "sections", "sentences", "timeExpressions", "entities", "mentions", "causalLinks"}

Offsets are UTF-16 code units, half-open, into "text". A line that cannot be read is answered with
{"id"?, "line": n, "error": reason}, the others are still read, and the exit status is 1 at the end.`;

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

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } }, strict: true });
	if (values.help) {
		console.log(HELP);
		return;
	}
	endWithReader(process.stdout);
	if (process.stdin.isTTY)
		console.error("reading articles from standard input, one JSON object a line (--help explains)");
	for await (const line of readLines(process.stdin)) {
		const { ok, answer } = answerLine(line);
		if (!ok) process.exitCode = 1;
		await writeJsonLine(process.stdout, answer);
	}
}

await main();
