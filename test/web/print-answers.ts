import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, type DocumentNode, Kind, parse } from "graphql";
import * as questions from "../../src/web/questions.js";

/** Stands here and not in src since it needs development tools: the types of what src/web/questions.ts is answered. */
const FILE = fileURLToPath(new URL("../../src/web/answers.ts", import.meta.url));
const SCHEMA = fileURLToPath(new URL("../../schema.graphql", import.meta.url));

const HEAD = "// Written by `npm run schema` from questions.ts and schema.graphql: change those.\n\n";

/** The types as text. Throws where a question does not fit the schema. */
export async function answerTypes(): Promise<string> {
	const schema = buildSchema(readFileSync(SCHEMA, "utf8"));
	const text = await codegen({
		schema: parse(readFileSync(SCHEMA, "utf8")),
		schemaAst: schema,
		documents: [{ document: allOperations() }],
		filename: FILE,
		config: CONFIG,
		plugins: [{ operations: {} }],
		pluginMap: { operations: typescriptOperations },
	});
	return `${HEAD}${text.trim()}\n`;
}

const CONFIG = {
	useTypeImports: true,
	enumsAsTypes: true,
	skipTypename: true,
	maybeValue: "T | null",
	scalars: { ID: "string", DateTime: "string", URL: "string", TimexValue: "string", LanguageTag: "string" },
};

/** One document; a fragment that several questions use stands in it once. */
function allOperations(): DocumentNode {
	const seen = new Set<string>();
	const definitions = Object.entries(questions)
		// A module's names come in another order where tests load it.
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([, text]) => parse(text).definitions)
		.filter((definition) => {
			if (definition.kind !== Kind.FRAGMENT_DEFINITION) return true;
			const isNew = !seen.has(definition.name.value);
			seen.add(definition.name.value);
			return isNew;
		});
	return { kind: Kind.DOCUMENT, definitions };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, await answerTypes());
