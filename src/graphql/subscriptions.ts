import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Loader } from "../batch.js";

/** Messages of a subscription that are answered at once, and what they share: their instant and what is read for them. */
export interface Chunk<Message> {
	now: Date;
	loaders: Map<string, Loader<unknown>>;
	messages: readonly Message[];
}

/**
 * To GraphQL a subscription is a source of messages, answered one by one. Sources here give several at once, so that what they show is read
 * together; `useSubscriptions` hands them out.
 */
export function inChunks<Message>(source: AsyncIterable<Chunk<Message>>): AsyncIterable<Message> {
	return source as AsyncIterable<unknown> as AsyncIterable<Message>;
}

/**
 * How subscriptions are executed. Each chunk of messages gets a context of its own, since what a request has read is kept for as long as its context:
 * a subscription would show for ever what it had read first. An error of the source is the last answer, and no broken connection.
 */
export function useSubscriptions(): Plugin {
	return { onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe) };
}

async function subscribe(args: ExecutionArgs): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
	const source = await createSourceEventStream(args);
	if (!(Symbol.asyncIterator in source)) return source;
	const chunks = (source as AsyncIterable<Chunk<unknown>>)[Symbol.asyncIterator]();
	const results = answers(chunks, ({ now, loaders, messages }) => {
		const contextValue = { ...(args.contextValue as object), now, loaders };
		return Promise.all(messages.map(async (rootValue) => execute({ ...args, rootValue, contextValue })));
	});
	// Yoga takes no notice of a client that goes while it waits for it to read.
	const { request } = args.contextValue as { request?: Request };
	request?.signal.addEventListener("abort", () => void results.return?.(), { once: true });
	return results;
}

function answers(
	chunks: AsyncIterator<Chunk<unknown>>,
	answer: (chunk: Chunk<unknown>) => Promise<ExecutionResult[]>,
): AsyncIterableIterator<ExecutionResult> {
	const DONE = { done: true as const, value: undefined };
	let ready: ExecutionResult[] = [];
	let isOver = false;
	const end = async () => {
		isOver = true;
		ready = [];
		await chunks.return?.();
		return DONE;
	};
	return {
		next: async () => {
			while (ready.length === 0 && !isOver) {
				try {
					const chunk = await chunks.next();
					if (chunk.done) isOver = true;
					else ready = await answer(chunk.value);
				} catch (error) {
					if (isOver) break;
					await end();
					return { done: false, value: { errors: [asGraphQLError(error)] } };
				}
			}
			const value = ready.shift();
			return value === undefined ? DONE : { done: false, value };
		},
		return: end,
		throw: async (error) => {
			await end();
			throw error;
		},
		[Symbol.asyncIterator]() {
			return this;
		},
	};
}

/** What is not made for clients is masked afterwards, as that of any other answer. */
function asGraphQLError(error: unknown): GraphQLError {
	if (error instanceof GraphQLError) return error;
	const originalError = error instanceof Error ? error : new Error(String(error));
	return new GraphQLError(originalError.message, { originalError });
}
