import { setImmediate as nextTick } from "node:timers/promises";

/** Whoever is measured. What `read` returns is added up, so that no work can be left out as unused. */
export interface Contestant<Input> {
	name: string;
	read(input: Input): number;
}

export interface Rounds {
	/** Rounds before those that count: until then code is compiled. */
	warmup: number;
	rounds: number;
	/** Milliseconds; the clock to measure by. */
	now(): number;
	signal: AbortSignal;
	/** Called before each round, the warm-up ones are numbered from below zero. */
	onRound?: (round: number) => void;
}

/**
 * Lets each contestant read all inputs in every round, one after the other in an order that turns by one each round, so
 * that a slow spell of the machine meets all of them. Returns for each the milliseconds of every round that counts.
 */
export async function measureRounds<Input>(
	contestants: readonly Contestant<Input>[],
	inputs: readonly Input[],
	{ warmup, rounds, now, signal, onRound }: Rounds,
): Promise<number[][]> {
	const times: number[][] = contestants.map(() => []);
	let read = 0;
	for (let round = -warmup; round < rounds; round++) {
		onRound?.(round);
		for (let turn = 0; turn < contestants.length; turn++) {
			// Signals are heard between contestants only.
			await nextTick();
			if (signal.aborted) return times;
			const index = (turn + round + warmup) % contestants.length;
			const contestant = contestants[index] as Contestant<Input>;
			const startedAt = now();
			for (const input of inputs) read += contestant.read(input);
			if (round >= 0) times[index]?.push(now() - startedAt);
		}
	}
	if (Number.isNaN(read)) throw new Error("a contestant read nothing that can be counted");
	return times;
}

/** The middle of the values, the mean of the two middle ones where their number is even; NaN for none. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** How far apart the middle half of the values lies, as a part of the median. */
export function spread(values: readonly number[]): number {
	return (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);
}

/** The value below which a part of the values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (sorted.length - 1) * part;
	const below = sorted[Math.floor(at)] ?? Number.NaN;
	const above = sorted[Math.ceil(at)] ?? Number.NaN;
	return below + (above - below) * (at - Math.floor(at));
}
