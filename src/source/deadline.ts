import { FetchFault } from "./fetch-fault.js";

/** Time that is running out. */
export interface Deadline {
	/** Aborted with a `FetchFault` TIMEOUT when the time is up, or with the reason of the outer signal. */
	signal: AbortSignal;
	/** Stops the clock; the outer signal still counts. */
	stopClock(): void;
	/** Lets go of clock and outer signal. */
	end(): void;
}

/** Starts a clock of `ms`, which an `outer` signal can cut short. `message` is for an operator and names the limit. */
export function startDeadline(ms: number, message: string, outer?: AbortSignal): Deadline {
	const controller = new AbortController();
	const clock = setTimeout(() => controller.abort(new FetchFault("TIMEOUT", message)), ms);
	const giveUp = () => controller.abort(outer?.reason);
	if (outer?.aborted) giveUp();
	outer?.addEventListener("abort", giveUp, { once: true });
	return {
		signal: controller.signal,
		stopClock: () => clearTimeout(clock),
		end() {
			clearTimeout(clock);
			outer?.removeEventListener("abort", giveUp);
		},
	};
}

/** The promise's value, or a rejection with the signal's reason as soon as that is aborted. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const abort = () => reject(signal.reason);
		if (signal.aborted) abort();
		signal.addEventListener("abort", abort, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
	});
}
