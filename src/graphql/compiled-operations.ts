import {
	type DocumentNode,
	type ExecutionArgs,
	type ExecutionResult,
	getOperationAST,
	OperationTypeNode,
} from "graphql";
import type { CompiledQuery } from "graphql-jit";
import type { Plugin } from "graphql-yoga";
import type { RequestContext } from "./request-context.js";

/**
 * An operation is compiled when it has been asked so often. Compiling takes as long as some dozens of executions, and whoever sends another text each
 * time shall not make this process compile for him.
 */
export const WORTHWHILE = 20;

interface Operation {
	asked: number;
	/** Null where it is not compiled, or cannot be. */
	compiled: CompiledQuery | null;
}

/** The executor's arguments as Yoga has them. */
type AbortableArgs = ExecutionArgs & { signal?: AbortSignal };

/**
 * Executes queries that are asked again and again by code made for them. Stands first: what else there is to do with an execution is done around it.
 * @param worthwhile times that an operation is executed before it is compiled.
 */
export function useCompiledOperations(worthwhile: number): Plugin<RequestContext> {
	// Documents come from the parser's cache, which forgets those that are asked seldom; so does this.
	const known = new WeakMap<DocumentNode, Map<string, Operation>>();
	return {
		onExecute: ({ args, setExecuteFn }) => {
			const { document, operationName } = args;
			if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return;
			const operations = known.get(document) ?? new Map<string, Operation>();
			known.set(document, operations);
			const name = operationName ?? "";
			const operation = operations.get(name) ?? { asked: 0, compiled: null };
			operations.set(name, operation);
			// Nobody waits for it.
			if (operation.asked++ === worthwhile) void compile(operation, args).catch(() => {});
			const { compiled } = operation;
			if (compiled) setExecuteFn((given: AbortableArgs) => execute(compiled, given));
		},
	};
}

/**
 * Texts, numbers and values of enums are given as they are, which a test holds all fields to: they have the right type, and a value of an enum is its name. To
 * look at each again, with a list of places and a path in case it is wrong, was a twentieth of what an answer takes.
 */
const COMPILING = { disableLeafSerialization: true };

/** The compiler is loaded when it is needed first: a service starts without it. */
async function compile(operation: Operation, { schema, document, operationName }: ExecutionArgs): Promise<void> {
	const { compileQuery, isCompiledQuery } = await import("graphql-jit");
	const compiled = compileQuery(schema, document, operationName ?? undefined, COMPILING);
	if (isCompiledQuery(compiled)) operation.compiled = compiled;
}

async function execute(
	compiled: CompiledQuery,
	{ rootValue, contextValue, variableValues, signal }: AbortableArgs,
): Promise<ExecutionResult> {
	// Compiled code looks at no signal; whatever reads for it does.
	(contextValue as RequestContext).signal = signal ?? null;
	const result = compiled.query(rootValue, contextValue, variableValues ?? {});
	if (!(result instanceof Promise) || !signal) return result;
	const { aborted, over } = whenAborted(signal);
	return Promise.race([result, aborted]).finally(over);
}

/** Rejects with the signal's reason. */
function whenAborted(signal: AbortSignal): { aborted: Promise<never>; over(): void } {
	let over = () => {};
	const aborted = new Promise<never>((_resolve, reject) => {
		const abort = () => reject(signal.reason);
		if (signal.aborted) abort();
		signal.addEventListener("abort", abort, { once: true });
		over = () => signal.removeEventListener("abort", abort);
	});
	// Where the result came first nobody looks at it any more.
	aborted.catch(() => {});
	return { aborted, over };
}
