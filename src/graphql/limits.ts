import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
	type ASTVisitor,
	type DocumentNode,
	GraphQLError,
	type GraphQLSchema,
	getOperationAST,
	Kind,
	parse,
	type ValidationContext,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { clientError } from "./client-error.js";

/** What one operation may ask for. `service { limits }` tells depth and cost; every answer tells its own in `extensions.cost`. */
export const LIMITS = {
	/** Fields below one another. The text around a chain's evidence, asked for a list of events, is 12 deep. */
	maxDepth: 20,
	/**
	 * Fields of the answer at most, as far as page sizes tell: a page of 20 events with 20 causes and 20 sentences each, four
	 * fields deep, is 33,000. An answer at the limit is some megabytes and takes a second; beyond, one client holds up all.
	 */
	maxCost: 50_000,
	/** Tokens of a document. The explorer's introspection has 400. */
	maxTokens: 2_000,
	/** Aliases of a document: they multiply work without depth. */
	maxAliases: 50,
	/** Directives of a document: thousands of them take time even when they are unknown. */
	maxDirectives: 50,
} as const;

/** Depth and cost of one operation of a document, with the values of its variables; null where they cannot be told because the operation is not valid. */
export function measureOperation(
	schema: GraphQLSchema,
	document: DocumentNode,
	operationName: string | null | undefined,
	variables: Record<string, unknown>,
): { depth: number; cost: number } | null {
	const operation = getOperationAST(document, operationName);
	if (!operation) return null;
	const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
	const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
	try {
		const { depth, complexity } = complexityFromQuery(alone, { schema, variables });
		return { depth, cost: Math.round(complexity) };
	} catch (error) {
		// Variables or arguments that do not fit their types: execution says so, and says where.
		if (error instanceof GraphQLError) return null;
		throw error;
	}
}

/** Refuses what an operation must not ask for, before anything is read, and tells what it cost. */
export function useLimits(): Plugin {
	return {
		onParse: ({ setParseFn }) => {
			setParseFn((source, options) => parse(source, { ...options, maxTokens: LIMITS.maxTokens }));
		},
		onValidate: ({ addValidationRule }) => addValidationRule(limitDocument),
		// An operation's cost is that of one of its messages.
		onSubscribe: ({ args, setResultAndStopExecution }) => {
			const measured = measureOperation(args.schema, args.document, args.operationName, args.variableValues ?? {});
			const refusal = measured && refuse(measured);
			if (refusal) setResultAndStopExecution({ errors: [refusal] });
		},
		onExecute: ({ args, setResultAndStopExecution }) => {
			const measured = measureOperation(args.schema, args.document, args.operationName, args.variableValues ?? {});
			if (!measured) return;
			const extensions = { cost: { ...measured, maxDepth: LIMITS.maxDepth, maxCost: LIMITS.maxCost } };
			const refusal = refuse(measured);
			if (refusal) {
				setResultAndStopExecution({ errors: [refusal], extensions });
				return;
			}
			return {
				onExecuteDone: ({ result, setResult }) => {
					if (!(Symbol.asyncIterator in result))
						setResult({ ...result, extensions: { ...result.extensions, ...extensions } });
				},
			};
		},
	};
}

function refuse({ depth, cost }: { depth: number; cost: number }): GraphQLError | null {
	if (depth > LIMITS.maxDepth)
		return clientError("QUERY_TOO_DEEP", `the query is ${depth} fields deep; at most ${LIMITS.maxDepth} are answered`);
	if (cost <= LIMITS.maxCost) return null;
	return clientError(
		"QUERY_TOO_COSTLY",
		`the query costs ${cost}; at most ${LIMITS.maxCost} is answered. Ask for smaller pages or fewer fields.`,
	);
}

function limitDocument(context: ValidationContext): ASTVisitor {
	let aliases = 0;
	let directives = 0;
	const refuse = (what: string, limit: number) =>
		context.reportError(clientError("QUERY_TOO_LONG", `the query has more than ${limit} ${what}`));
	return {
		Field: (node) => {
			if (node.alias && ++aliases === LIMITS.maxAliases + 1) refuse("aliases", LIMITS.maxAliases);
		},
		Directive: () => {
			if (++directives === LIMITS.maxDirectives + 1) refuse("directives", LIMITS.maxDirectives);
		},
	};
}
