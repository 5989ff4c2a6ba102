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
import { limitError } from "./client-error.js";
import type { RequestContext } from "./request-context.js";

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
export function useLimits(): Plugin<RequestContext> {
	return {
		onParse: ({ setParseFn }) => setParseFn(parseBounded),
		onValidate: ({ addValidationRule }) => addValidationRule(limitDocument),
		// An operation's cost is that of one of its messages.
		onSubscribe: ({ args, setResultAndStopExecution }) => {
			const measured = measureOperation(args.schema, args.document, args.operationName, args.variableValues ?? {});
			if (!measured) return;
			args.contextValue.trace.cost = measured.cost;
			const refusal = refuse(measured);
			if (refusal) setResultAndStopExecution({ errors: [refusal] });
		},
		onExecute: ({ args, setResultAndStopExecution }) => {
			const measured = measureOperation(args.schema, args.document, args.operationName, args.variableValues ?? {});
			if (!measured) return;
			args.contextValue.trace.cost = measured.cost;
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
	const { maxDepth, maxCost } = LIMITS;
	if (depth > maxDepth)
		return limitError(
			"QUERY_TOO_DEEP",
			{ name: "maxDepth", max: maxDepth, value: depth },
			`the query is ${depth} fields deep; at most ${maxDepth} are answered`,
		);
	if (cost <= maxCost) return null;
	return limitError(
		"QUERY_TOO_COSTLY",
		{ name: "maxCost", max: maxCost, value: cost },
		`the query costs ${cost}; at most ${maxCost} is answered. Ask for smaller pages or fewer fields.`,
	);
}

/** Parsing stops at the limit of tokens, whatever follows. */
const parseBounded: typeof parse = (source, options) => {
	try {
		return parse(source, { ...options, maxTokens: LIMITS.maxTokens });
	} catch (error) {
		if (error instanceof GraphQLError && /contains more tha[nt] \d+ tokens/.test(error.message))
			throw tooMany("maxTokens", "tokens");
		throw error;
	}
};

function limitDocument(context: ValidationContext): ASTVisitor {
	let aliases = 0;
	let directives = 0;
	return {
		Field: (node) => {
			if (node.alias && ++aliases === LIMITS.maxAliases + 1) context.reportError(tooMany("maxAliases", "aliases"));
		},
		Directive: () => {
			if (++directives === LIMITS.maxDirectives + 1) context.reportError(tooMany("maxDirectives", "directives"));
		},
	};
}

/** How many there are is not known: counting ends at the limit. */
function tooMany(name: "maxTokens" | "maxAliases" | "maxDirectives", what: string): GraphQLError {
	const max = LIMITS[name];
	return limitError("QUERY_TOO_LONG", { name, max }, `the query has more than ${max} ${what}`);
}
