import { clientError } from "../graphql/client-error.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Chunk, inChunks } from "../graphql/subscriptions.js";
import { SubscriberTooSlowError } from "./follow-changes.js";
import type { LogTail } from "./log-tail.js";

/**
 * The messages of a subscription, as its field's `subscribe` gives them. It takes one of the places of this process until it ends. When its
 * client goes, what is generated ends at once, even while it waits. Throws TOO_MANY_SUBSCRIPTIONS.
 */
export function subscriptionSource<Message>(
	{ tail }: Pick<RequestContext, "tail">,
	generate: (tail: LogTail, signal: AbortSignal) => AsyncGenerator<Chunk<Message>>,
): AsyncIterable<Message> {
	const admission = tail?.admit();
	if (!tail || !admission) {
		const limit = tail ? `this process has ${tail.maxSubscriptions} subscriptions or closes` : "there are none here";
		throw clientError("TOO_MANY_SUBSCRIPTIONS", `no more subscriptions are taken: ${limit}; try again later`);
	}
	const gone = new AbortController();
	const generator = generate(tail, AbortSignal.any([admission.signal, gone.signal]));
	const next = async (): Promise<IteratorResult<Chunk<Message>>> => {
		try {
			const result = await generator.next();
			if (result.done) admission.leave();
			return result;
		} catch (error) {
			admission.leave();
			throw error instanceof SubscriberTooSlowError ? tooSlow(error) : error;
		}
	};
	const end = async (): Promise<IteratorResult<Chunk<Message>>> => {
		gone.abort();
		admission.leave();
		return generator.return(undefined);
	};
	return inChunks({ [Symbol.asyncIterator]: () => ({ next, return: end }) });
}

function tooSlow({ resumeFrom }: SubscriberTooSlowError): Error {
	return clientError(
		"SUBSCRIBER_TOO_SLOW",
		"more has happened than waits for one subscriber, and nothing was taken for too long. Nothing is lost: subscribe again with `after: resumeFrom`.",
		{ resumeFrom },
	);
}
