// node test/clients/schema-types.mjs: writes schema.graphql as types, by which `tsc` checks the operations of test/clients/typed-client.ts.
// They are made at each check and not committed.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { minifyIntrospection, outputIntrospectionFile } from "gql.tada/internal";
import { buildSchema, introspectionFromSchema } from "graphql";

const ROOT = new URL("../../", import.meta.url);
const schema = buildSchema(readFileSync(new URL("schema.graphql", ROOT), "utf8"));
const introspection = minifyIntrospection(introspectionFromSchema(schema));
const directory = new URL("test/clients/generated/", ROOT);
mkdirSync(directory, { recursive: true });
writeFileSync(
	new URL("schema-types.d.ts", directory),
	outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true }),
);
