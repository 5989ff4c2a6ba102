import { type ExecutionArgs, getOperationAST, Kind } from "graphql";
import type { Plugin } from "graphql-yoga";
import { noteErrors } from "./operation-trace.js";
import { noteOperationEnd } from "./reading-database.js";
import type { RequestContext } from "./request-context.js";

/** Notes which operation it is and which errors it has met, on every transport. */
export function useTrace(): Plugin<RequestContext> {
	return {
		onExecute: ({ args }) => {
			noteOperation(args);
			return {
				onExecuteDone: ({ result }) => {
					if (!(Symbol.asyncIterator in result)) noteErrors(args.contextValue.trace, result);
					noteOperationEnd(args.contextValue.db, args.contextValue.trace);
				},
			};
		},
		onSubscribe: ({ args }) => noteOperation(args),
		// What was refused before it was executed has not come by above.
		onExecutionResult: ({ result, context }) => {
			const { trace } = context as unknown as Partial<RequestContext>;
			if (trace && result && "errors" in result) noteErrors(trace, result);
		},
	};
}

function noteOperation({ schema, document, operationName, contextValue }: ExecutionArgs): void {
	const context = contextValue as RequestContext;
	context.asking = { schema, document };
	const { trace } = context;
	const operation = getOperationAST(document, operationName);
	if (!operation) return;
	trace.type = operation.operation;
	trace.name = operation.name?.value ?? null;
	const [first] = operation.selectionSet.selections;
	trace.field = first?.kind === Kind.FIELD ? first.name.value : null;
}
