import type { ServerResponse } from "node:http";

/** Answers that go on for long, and whose reader may stop reading. */
export interface StalledStreams {
	watch(response: ServerResponse): void;
	/** Cuts all of them. */
	cutAll(): void;
	stop(): void;
}

/**
 * Cuts an answer when nothing of what waits has left for `stalledMs`. The timeout of a socket is no help: Yoga takes it off.
 */
export function createStalledStreams(stalledMs: number): StalledStreams {
	/** Since when what waits has been waiting; null while nothing does. */
	const waiting = new Map<ServerResponse, number | null>();
	const look = setInterval(() => {
		const now = Date.now();
		for (const [response, since] of waiting) {
			if (!response.writableNeedDrain) waiting.set(response, null);
			else if (since === null) waiting.set(response, now);
			else if (now - since >= stalledMs) response.destroy();
		}
	}, stalledMs / 4);
	look.unref();
	return {
		watch: (response) => {
			waiting.set(response, null);
			response.on("drain", () => void waiting.set(response, null));
			response.once("close", () => void waiting.delete(response));
		},
		cutAll: () => {
			for (const response of waiting.keys()) response.destroy();
		},
		stop: () => clearInterval(look),
	};
}
