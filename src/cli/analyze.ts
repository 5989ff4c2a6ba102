import { parseArgs } from "node:util";
import { answerLine } from "./answer-line.js";
import { endWithReader, readLines, writeJsonLine } from "./lines.js";

const HELP = `usage: npm run -s analyze < articles.jsonl > analyses.jsonl

Reads articles, one JSON object a line, and writes what each says, in the same order. Pure: no database, no network.

in   {"id": string, "text": string, "headline"?: string, "publishedAt"?: ISO date or instant, "language"?: BCP 47 tag}
out  {"id", "language", "sections", "sentences", "timeExpressions", "entities", "mentions", "causalLinks"}

Offsets are UTF-16 code units, half-open, into "text". A line that cannot be read is answered with
{"id"?, "line": n, "error": reason}, the others are still read, and the exit status is 1 at the end.`;

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
