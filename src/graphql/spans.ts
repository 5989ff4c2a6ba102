import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { ExecutionArgs } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { RequestContext } from "./request-context.js";

/**
 * A span for each operation, under that of the client who says `traceparent`. Without an SDK these are calls that do nothing: see docs/operations.md for
 * how one is loaded. Neither text nor variables go along.
 */
export function useSpans(): Plugin<RequestContext> {
	const tracer = trace.getTracer("antecedent");
	return {
		onExecute: ({ args, executeFn, setExecuteFn }) => {
			const { trace: operation, res } = args.contextValue;
			const parent = propagation.extract(context.active(), res?.req.headers ?? {});
			const attributes = {
				"graphql.operation.type": operation.type ?? "",
				"graphql.operation.name": operation.name ?? "",
				"antecedent.request_id": operation.requestId,
				"antecedent.cost": operation.cost ?? 0,
			};
			const span = tracer.startSpan(
				`${operation.type} ${operation.field ?? ""}`.trim(),
				{ kind: SpanKind.SERVER, attributes },
				parent,
			);
			if (!span.isRecording()) return;
			setExecuteFn(async (given: ExecutionArgs) => {
				try {
					const result = await context.with(trace.setSpan(parent, span), () => executeFn(given));
					if (result.errors?.length) span.setStatus({ code: SpanStatusCode.ERROR });
					return result;
				} catch (error) {
					span.setStatus({ code: SpanStatusCode.ERROR });
					throw error;
				} finally {
					span.end();
				}
			});
		},
	};
}
