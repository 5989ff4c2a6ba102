import type { ServerResponse } from "node:http";
import { type ExecutionArgs, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type Client, clientKey } from "../access/client.js";
import type { TrafficSettings } from "../config.js";
import { limitError } from "./client-error.js";
import type { RequestContext } from "./request-context.js";

/** Nothing is limited. */
export const UNLIMITED: TrafficSettings = {
	requestsPerMinute: 0,
	costPerMinute: 0,
	concurrentOperations: 0,
	subscriptionsPerClient: 0,
	operationMs: 0,
};

type Held = "concurrentOperations" | "subscriptionsPerClient";

/** What is going on between this process and its clients. Other processes count for themselves. */
export class Traffic {
	readonly settings: TrafficSettings;
	readonly #requests: RateLimiterMemory | null;
	readonly #cost: RateLimiterMemory | null;
	readonly #held = {
		concurrentOperations: new Map<string, number>(),
		subscriptionsPerClient: new Map<string, number>(),
	};

	constructor(settings: TrafficSettings) {
		this.settings = settings;
		this.#requests = perMinute(settings.requestsPerMinute);
		this.#cost = perMinute(settings.costPerMinute);
	}

	/** Counts one request. @returns why it is not answered. */
	countRequest(client: Client): Promise<GraphQLError | null> {
		return spend(this.#requests, clientKey(client), 1, "requestsPerMinute", "requests");
	}

	/** Counts what an operation costs. @returns why it is not answered. */
	countCost(client: Client, cost: number): Promise<GraphQLError | null> {
		return spend(this.#cost, clientKey(client), cost, "costPerMinute", "as the cost of all its operations");
	}

	/** Takes a place for one operation. @returns how to give it back (twice is once), or why there is none. */
	hold(client: Client, what: Held): (() => void) | GraphQLError {
		const max = this.settings[what];
		const held = this.#held[what];
		const key = clientKey(client);
		const value = held.get(key) ?? 0;
		if (max > 0 && value >= max) return noPlace(what, max, value + 1);
		held.set(key, value + 1);
		let isHeld = true;
		return () => {
			if (!isHeld) return;
			isHeld = false;
			const left = (held.get(key) ?? 1) - 1;
			if (left === 0) held.delete(key);
			else held.set(key, left);
		};
	}
}

const perMinute = (points: number) => (points === 0 ? null : new RateLimiterMemory({ points, duration: 60 }));

async function spend(
	limiter: RateLimiterMemory | null,
	client: string,
	points: number,
	name: "requestsPerMinute" | "costPerMinute",
	what: string,
): Promise<GraphQLError | null> {
	if (!limiter) return null;
	try {
		await limiter.consume(client, points);
		return null;
	} catch (state) {
		if (!(state instanceof RateLimiterRes)) throw state;
		const retryAfterSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1_000));
		const max = limiter.points;
		const allowed = `a client may use ${max} ${what} in a minute`;
		return limitError(
			"RATE_LIMITED",
			{ name, max, value: state.consumedPoints },
			`${allowed}, and this one has used ${state.consumedPoints}; try again in ${retryAfterSeconds} s`,
			{ retryAfterSeconds },
		);
	}
}

function noPlace(name: Held, max: number, value: number): GraphQLError {
	return name === "concurrentOperations"
		? limitError(
				"TOO_MANY_OPERATIONS",
				{ name, max, value },
				`a client may have ${max} operations under way at once; wait for one of them to be answered`,
			)
		: limitError(
				"TOO_MANY_SUBSCRIPTIONS",
				{ name, max, value },
				`a client may have ${max} subscriptions at once; end one of them`,
			);
}

/** Holds operations to what their client may ask for, on every transport. Stands after `useLimits`, which says what they cost. */
export function useTraffic(traffic: Traffic): Plugin<RequestContext> {
	const { operationMs } = traffic.settings;
	return {
		onExecute: async ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
			const { trace, res } = args.contextValue;
			const refusal = await traffic.countCost(trace.client, trace.cost ?? 1);
			const place = refusal ?? traffic.hold(trace.client, "concurrentOperations");
			if (typeof place !== "function") return setResultAndStopExecution({ errors: [place] });
			// A mutation whose client has gone is carried out: it may have been done in part.
			const watched = trace.type === "query" ? (res ?? null) : null;
			setExecuteFn(async (given: ExecutionArgs) => {
				const time = limitTime(operationMs, watched);
				try {
					// The executor of Yoga takes a signal; the type of its arguments is that of graphql-js.
					return await executeFn({ ...given, signal: time.signal } as ExecutionArgs);
				} catch (error) {
					if (error !== time.signal.reason) throw error;
					return { errors: [error] };
				} finally {
					time.over();
					place();
				}
			});
		},
		onSubscribe: async ({ args, setResultAndStopExecution }) => {
			const { trace, res } = args.contextValue;
			const refusal = await traffic.countCost(trace.client, trace.cost ?? 1);
			const place = refusal ?? traffic.hold(trace.client, "subscriptionsPerClient");
			if (typeof place !== "function") return setResultAndStopExecution({ errors: [place] });
			// Yoga does not end what nobody reads when its client goes.
			res?.once("close", place);
			return {
				onSubscribeResult: ({ result }) => {
					if (Symbol.asyncIterator in result) return { onEnd: place };
					place();
				},
				onSubscribeError: place,
			};
		},
	};
}

/** The signal that ends an operation: when its time is over, or the client of `response` has gone. */
function limitTime(ms: number, response: ServerResponse | null): { signal: AbortSignal; over(): void } {
	const controller = new AbortController();
	const timer = ms === 0 ? undefined : setTimeout(() => controller.abort(timedOut(ms)), ms);
	const gone = () => controller.abort(new GraphQLError("the client has gone", { extensions: { code: "CLIENT_GONE" } }));
	response?.once("close", gone);
	return {
		signal: controller.signal,
		over: () => {
			clearTimeout(timer);
			response?.off("close", gone);
		},
	};
}

function timedOut(max: number): GraphQLError {
	return limitError(
		"OPERATION_TIMED_OUT",
		{ name: "operationMs", max },
		`the operation took longer than ${max} ms. Ask for less; of a mutation, look first whether it was done.`,
	);
}
