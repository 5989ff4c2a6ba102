import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from "graphql";
import { badUserInput } from "./client-error.js";
import type { SentDocument } from "./operation-documents.js";
import { noteErrors, type OperationTrace } from "./operation-trace.js";
import type { RequestContext } from "./request-context.js";
import type { GraphQLServer } from "./server.js";

/** An operation as a client sends it, not looked at yet. */
export interface SentOperation extends SentDocument {
	operationName?: unknown;
	variables?: unknown;
}

/** An operation that may be executed, and by what. */
export interface PreparedOperation {
	args: ExecutionArgs;
	/** One answer, or a stream of them for a subscription. */
	run(): Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
}

/**
 * Parses and validates an operation that does not come as one HTTP request, by the rules and limits of all others.
 * @param trace who sends it; what becomes of it is noted there.
 * @returns what is wrong with it, where it cannot be executed.
 */
export async function prepareOperation(
	yoga: GraphQLServer,
	sent: SentOperation,
	trace: OperationTrace,
): Promise<PreparedOperation | readonly GraphQLError[]> {
	const prepared = await prepare(yoga, sent, trace);
	if (!("run" in prepared)) noteErrors(trace, { errors: prepared });
	return prepared;
}

async function prepare(
	yoga: GraphQLServer,
	sent: SentOperation,
	trace: OperationTrace,
): Promise<PreparedOperation | readonly GraphQLError[]> {
	const query = yoga.documents.textOf(sent);
	return typeof query === "string" ? prepareText(yoga, query, sent, trace) : [query];
}

/** As `prepareOperation`, of a text that may be executed in any case: this service asks it itself. */
export async function prepareText(
	yoga: GraphQLServer,
	query: string,
	{ operationName, variables }: Omit<SentOperation, "query">,
	trace: OperationTrace,
): Promise<PreparedOperation | readonly GraphQLError[]> {
	const { schema, parse, validate, execute, subscribe, contextFactory } = yoga.getEnveloped({
		trace,
	} as RequestContext);
	try {
		const document = parse(query);
		const errors = validate(schema, document) as readonly GraphQLError[];
		if (errors.length > 0) return errors;
		const args: ExecutionArgs = {
			schema,
			document,
			contextValue: await contextFactory(),
			operationName: typeof operationName === "string" ? operationName : null,
			variableValues: variables as Record<string, unknown>,
		};
		const operation = getOperationAST(document, args.operationName);
		if (!operation) return [badUserInput("the document has no such operation, or several and none is named")];
		return { args, run: async () => (operation.operation === "subscription" ? subscribe(args) : execute(args)) };
	} catch (error) {
		if (error instanceof GraphQLError) return [error];
		throw error;
	}
}
