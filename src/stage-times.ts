import { channel } from "node:diagnostics_channel";
import { SpanStatusCode, trace } from "@opentelemetry/api";

/** What news goes through, as README "Map" has it. `store` is the whole transaction, in which match, link and repair are parts. */
export type Stage = "fetch" | "read" | "match" | "link" | "repair" | "store" | "context";

/** One passage of one thing through one stage. */
export interface StageTime {
	stage: Stage;
	seconds: number;
}

/** How old news was when it had changed what preceded an event. */
export interface ContextLatency {
	/** From the publication of the article to the answer that has it. */
	publishedSeconds: number;
	/** From its storing to the answer that has it. */
	storedSeconds: number;
}

const stageTimes = channel("antecedent:stage");
const contextLatencies = channel("antecedent:context-latency");
const tracer = trace.getTracer("antecedent");

/**
 * Does a piece of work of a stage, tells whoever measures how long it took, and makes a span of it where there is tracing. So that what is measured and
 * who measures know nothing of one another.
 */
export function timed<T>(stage: Stage, work: () => Promise<T> | T): Promise<T> {
	return tracer.startActiveSpan(stage, async (span) => {
		const startedAt = performance.now();
		try {
			return await work();
		} catch (error) {
			span.setStatus({ code: SpanStatusCode.ERROR });
			throw error;
		} finally {
			span.end();
			stageTimes.publish({ stage, seconds: (performance.now() - startedAt) / 1_000 } satisfies StageTime);
		}
	});
}

/** Tells whoever measures how long it took until news showed. */
export function tellContextLatency(latency: ContextLatency): void {
	contextLatencies.publish(latency);
}

/** Listens to all measures of this process. @returns how to listen no more. */
export function listenToStages(
	onStage: (time: StageTime) => void,
	onContext: (latency: ContextLatency) => void,
): () => void {
	const stage = (message: unknown) => onStage(message as StageTime);
	const context = (message: unknown) => onContext(message as ContextLatency);
	stageTimes.subscribe(stage);
	contextLatencies.subscribe(context);
	return () => {
		stageTimes.unsubscribe(stage);
		contextLatencies.unsubscribe(context);
	};
}
