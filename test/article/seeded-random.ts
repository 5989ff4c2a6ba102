/** Random numbers that come out the same in every run (Mulberry32). */
export interface SeededRandom {
	/** 0 (inclusive) to 1 (exclusive). */
	next(): number;
	/** 0 (inclusive) to `below` (exclusive). */
	below(below: number): number;
	pick<T>(from: readonly T[]): T;
	chance(probability: number): boolean;
	shuffled<T>(from: readonly T[]): T[];
}

export function seededRandom(seed: number): SeededRandom {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		next,
		below,
		pick: (from) => from[below(from.length)] as (typeof from)[number],
		chance: (probability) => next() < probability,
		shuffled: (from) => {
			const items = [...from];
			for (let i = items.length - 1; i > 0; i--) {
				const j = below(i + 1);
				[items[i], items[j]] = [items[j] as (typeof items)[number], items[i] as (typeof items)[number]];
			}
			return items;
		},
	};
}
