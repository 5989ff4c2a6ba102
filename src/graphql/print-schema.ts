import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

const FILE = fileURLToPath(new URL("../../schema.graphql", import.meta.url));

/** The schema as text, in an order that does not depend on the order of the modules. */
export function schemaText(schema: GraphQLSchema): string {
	return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** Where two texts part: the number and both versions of the first line that differs; null where they are equal. */
export function firstDifference(
	committed: string,
	current: string,
): { line: number; committed: string; current: string } | null {
	if (committed === current) return null;
	const before = committed.split("\n");
	const after = current.split("\n");
	let index = 0;
	while (before[index] === after[index]) index++;
	return { line: index + 1, committed: before[index] ?? "(end of file)", current: after[index] ?? "(end of file)" };
}

async function main(check: boolean, file: string): Promise<void> {
	const { schema } = await import("./schema.js");
	const current = schemaText(schema);
	if (!check) {
		writeFileSync(file, current);
		return;
	}
	let committed = "";
	try {
		committed = readFileSync(file, "utf8");
	} catch {
		// Not there: differs from its first line on.
	}
	const difference = firstDifference(committed, current);
	if (!difference) return;
	console.error(
		`schema.graphql is not what the code serves. First difference, line ${difference.line}:\n  file: ${difference.committed}\n  code: ${difference.current}\nRun "npm run schema" and commit the file.`,
	);
	process.exitCode = 1;
}

// print-schema.ts [--check] [FILE]
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [file = FILE] = process.argv.slice(2).filter((argument) => argument !== "--check");
	await main(process.argv.includes("--check"), file);
}
