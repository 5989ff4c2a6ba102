import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
	type ASTVisitor,
	type DocumentNode,
	type ExecutionArgs,
	GraphQLError,
	getOperationAST,
	getVariableValues,
	Kind,
	type OperationDefinitionNode,
	parse,
	type ValidationContext,
	visit,
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
	/** Fields of a document: merging one that is written a thousand times takes time too. The explorer's introspection has 130. */
	maxFields: 400,
	/** Aliases of a document: they multiply work without depth. */
	maxAliases: 50,
	/** Directives of a document: thousands of them take time even when they are unknown. */
	maxDirectives: 50,
	/**
	 * Characters of one text that a query is given, in the document or in a variable: words to look for, ids, cursors, addresses. Postgres takes minutes to
	 * read a million words to look for. Mutations take whole articles, and say themselves how long each text may be.
	 */
	maxTextLength: 10_000,
	/** Items of one list that a query is given. */
	maxListLength: 1_000,
} as const;

interface Measure {
	depth: number;
	cost: number;
}

/** The arguments on which costs depend, whatever field has them. */
export const COUNTING_ARGUMENTS: ReadonlySet<string> = new Set(["first", "last", "ids"]);

/** What is known of an operation: the variables that its cost depends on, and what it costs by their values. */
interface KnownCosts {
	names: readonly string[];
	byValues: Map<string, Measure>;
}

const known = new WeakMap<OperationDefinitionNode, KnownCosts>();

/** Sizes of pages are few, and short; whoever tries many has them measured each time. */
const MAX_KNOWN_COSTS = 100;
const MAX_VALUES_LENGTH = 1_000;

/**
 * Depth and cost of one operation of a document, with the values of its variables.
 * @returns an error where an argument is such that they cannot be told: what cannot be measured is not executed. Null where nothing will be executed,
 * since there is no such operation or the variables do not fit their types: execution says so, and says where.
 */
function measureOperation({
	schema,
	document,
	operationName,
	variableValues,
}: Pick<ExecutionArgs, "schema" | "document" | "operationName" | "variableValues">): Measure | GraphQLError | null {
	const variables = variableValues ?? {};
	const operation = getOperationAST(document, operationName);
	if (!operation) return null;
	const costs = known.get(operation) ?? { names: countingVariables(document), byValues: new Map() };
	known.set(operation, costs);
	// A variable that is not given has its default; one that is null has none.
	const values = JSON.stringify(costs.names.map((name) => (variables[name] === undefined ? [] : [variables[name]])));
	const before = costs.byValues.get(values);
	if (before) return before;
	const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
	const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
	try {
		const { depth, complexity } = complexityFromQuery(alone, { schema, variables });
		const measured = { depth, cost: Math.round(complexity) };
		if (costs.byValues.size < MAX_KNOWN_COSTS && values.length <= MAX_VALUES_LENGTH)
			costs.byValues.set(values, measured);
		return measured;
	} catch (error) {
		if (!(error instanceof GraphQLError)) throw error;
		const fitting = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
		return fitting.errors ? null : error;
	}
}

/** The variables that stand in arguments that count. */
function countingVariables(document: DocumentNode): string[] {
	const names = new Set<string>();
	visit(document, {
		Argument: (argument) => {
			if (!COUNTING_ARGUMENTS.has(argument.name.value)) return;
			visit(argument, {
				Variable: ({ name }) => {
					names.add(name.value);
				},
			});
		},
	});
	return [...names];
}

/** Refuses what an operation must not ask for, before anything is read, and tells what it cost. */
export function useLimits(): Plugin<RequestContext> {
	return {
		onParse: ({ setParseFn }) => setParseFn(parseBounded),
		onValidate: ({ addValidationRule }) => addValidationRule(limitDocument),
		// An operation's cost is that of one of its messages.
		onSubscribe: ({ args, setResultAndStopExecution }) => {
			const { refusal } = judge(args);
			if (refusal) setResultAndStopExecution({ errors: [refusal] });
		},
		onExecute: ({ args, setResultAndStopExecution }) => {
			const { measured, refusal } = judge(args);
			const { maxDepth, maxCost } = LIMITS;
			const extensions = measured ? { cost: { ...measured, maxDepth, maxCost } } : {};
			if (refusal) return setResultAndStopExecution({ errors: [refusal], extensions });
			if (!measured) return;
			return {
				onExecuteDone: ({ result, setResult }) => {
					if (!(Symbol.asyncIterator in result))
						setResult({ ...result, extensions: { ...result.extensions, ...extensions } });
				},
			};
		},
	};
}

/** What an operation asks for, as far as that can be told, and why it is not answered. */
function judge(args: ExecutionArgs & { contextValue: RequestContext }): {
	measured: Measure | null;
	refusal: GraphQLError | null;
} {
	const { trace } = args.contextValue;
	const unfit = trace.type === "mutation" ? null : refuseValue(args.variableValues);
	if (unfit) return { measured: null, refusal: unfit };
	const measured = measureOperation(args);
	if (measured === null || measured instanceof GraphQLError) return { measured: null, refusal: measured };
	trace.cost = measured.cost;
	return { measured, refusal: refuse(measured) };
}

function refuse({ depth, cost }: Measure): GraphQLError | null {
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

/** Why a value of a variable is not taken; null where it is. Without recursion: JSON may be a million deep. */
function refuseValue(variables: unknown): GraphQLError | null {
	const left = [variables];
	while (left.length > 0) {
		const value = left.pop();
		if (typeof value === "string" && value.length > LIMITS.maxTextLength) return tooLong("maxTextLength", value.length);
		if (typeof value !== "object" || value === null) continue;
		if (Array.isArray(value) && value.length > LIMITS.maxListLength) return tooLong("maxListLength", value.length);
		for (const inner of Object.values(value)) left.push(inner);
	}
	return null;
}

function tooLong(name: "maxTextLength" | "maxListLength", value: number): GraphQLError {
	const max = LIMITS[name];
	const what = name === "maxTextLength" ? "a text of at most" : "a list of at most";
	const unit = name === "maxTextLength" ? "characters" : "items";
	return limitError(
		"BAD_USER_INPUT",
		{ name, max, value },
		`a query may be given ${what} ${max} ${unit}, not ${value}`,
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
	let fields = 0;
	let aliases = 0;
	let directives = 0;
	let isMutation = false;
	return {
		OperationDefinition: ({ operation }) => {
			isMutation = operation === "mutation";
		},
		FragmentDefinition: () => {
			isMutation = false;
		},
		StringValue: ({ value }) => {
			if (!isMutation && value.length > LIMITS.maxTextLength)
				context.reportError(tooLong("maxTextLength", value.length));
		},
		ListValue: ({ values }) => {
			if (!isMutation && values.length > LIMITS.maxListLength)
				context.reportError(tooLong("maxListLength", values.length));
		},
		Field: (node) => {
			if (++fields === LIMITS.maxFields + 1) context.reportError(tooMany("maxFields", "fields"));
			if (node.alias && ++aliases === LIMITS.maxAliases + 1) context.reportError(tooMany("maxAliases", "aliases"));
		},
		Directive: () => {
			if (++directives === LIMITS.maxDirectives + 1) context.reportError(tooMany("maxDirectives", "directives"));
		},
	};
}

/** How many there are is not known: counting ends at the limit. */
function tooMany(name: "maxTokens" | "maxFields" | "maxAliases" | "maxDirectives", what: string): GraphQLError {
	const max = LIMITS[name];
	return limitError("QUERY_TOO_LONG", { name, max }, `the query has more than ${max} ${what}`);
}
