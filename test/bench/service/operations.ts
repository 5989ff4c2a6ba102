import { readFileSync } from "node:fs";

/** What is asked: a document for GraphQL, and one statement that answers the same as text, where one can. */
export const OPERATIONS = [
	"WhatPreceded",
	"WhatPrecededUsually",
	"Event",
	"LatestEvents",
	"Search",
	"Article",
] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** Values of an operation's variables, as clients send them. */
export type Variables = Readonly<Record<string, string>>;

const read = (file: string) => readFileSync(new URL(`../operations/${file}`, import.meta.url), "utf8");

export const documentOf = (operation: OperationName): string => read(`${operation}.graphql`);
/** Null for what no statement can tell: what is related is ranked by the words of reports. */
export const statementOf = (operation: OperationName): string | null =>
	operation === "WhatPrecededUsually" ? null : read(`${operation}.sql`);

const IDS = /\b(?:evt|art|ent|men|src)_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** The objects that an answer names, each once, in the order of their names. */
export const namedIn = (answer: string): string[] => [...new Set(answer.match(IDS) ?? [])].sort();
