import type { ExportedMachine } from "./word-model.js";

/** The events that a set of machines knows, numbered from 1; symbol 0 is any other event. */
export interface Alphabet {
	symbolOf(event: number): number;
	size: number;
}

/** A finite-state machine as a table: `next[state * size + symbol]`; 0 is the root, and where no transition leads on. */
export interface Automaton {
	size: number;
	next: Int16Array;
	/** By state: 1 where a match ends. */
	final: Uint8Array;
	/** By state: the final state that holds where the match gets no further; 0 for none. */
	fallback: Int16Array;
	/** By final state: what a match says; 0 for nothing. */
	outcomes: Int16Array;
	/** By final state: how far into the match the token stands that it speaks of. */
	marks: Int16Array;
}

/** The event of a row that stands for all others. */
const OTHERWISE = 2_070_003;
/** The symbol of a token that is looked through. */
export const SKIPPED = -1;

/** Numbers the events of some machines. */
export function alphabetOf(machines: readonly ExportedMachine[]): Alphabet {
	const symbols = new Map<number, number>();
	for (const [, , rows] of machines)
		for (const row of Object.values(rows))
			for (const [event] of eventsOf(row)) if (!symbols.has(event)) symbols.set(event, symbols.size + 1);
	return { symbolOf: (event) => symbols.get(event) ?? 0, size: symbols.size + 1 };
}

/** Compiles a machine; `readOutcome` reads the name of a final state. */
export function compileAutomaton(
	[, last, rows, names, marked]: ExportedMachine,
	{ size, symbolOf }: Alphabet,
	readOutcome: (name: string) => number,
): Automaton {
	const states = last + 1;
	const automaton: Automaton = {
		size,
		next: new Int16Array(states * size),
		final: new Uint8Array(states),
		fallback: new Int16Array(states),
		outcomes: new Int16Array(states),
		marks: new Int16Array(states),
	};
	for (const [state, row] of Object.entries(rows)) {
		automaton.fallback[Number(state)] = row[OTHERWISE] ?? 0;
		for (const [event, target] of eventsOf(row)) automaton.next[Number(state) * size + symbolOf(event)] = target;
	}
	for (const [state, name] of Object.entries(names)) {
		automaton.final[Number(state)] = 1;
		automaton.outcomes[Number(state)] = readOutcome(name);
		automaton.marks[Number(state)] = marked[state]?.[0] ?? 0;
	}
	return automaton;
}

/** Events that are written as words, not numbers, never come. */
const eventsOf = (row: Readonly<Record<string, number>>): [event: number, target: number][] =>
	Object.entries(row)
		.map(([event, target]): [number, number] => [Number(event), target])
		.filter(([event]) => event !== OTHERWISE && !Number.isNaN(event));

/**
 * Finds the patterns in a sequence of symbols, from left to right, the longest first, not overlapping. Returns pairs of
 * numbers: the index of the token that a match speaks of, and its outcome. Linear: patterns are a few tokens long.
 */
export function recognise(automaton: Automaton, symbols: readonly number[]): number[] {
	const { next, size, final, fallback } = automaton;
	const found: number[] = [];
	for (let from = 0; from < symbols.length; from++) {
		// Most tokens begin no pattern; one that is looked through begins none either.
		const opening = symbols[from] as number;
		if (opening === SKIPPED || next[opening] === 0) continue;
		let state = 0;
		let first = from;
		let held = 0;
		let heldAt = 0;
		for (let at = from; ; at++) {
			const symbol = at < symbols.length ? (symbols[at] as number) : 0;
			if (symbol === SKIPPED) continue;
			const target = next[state * size + symbol] as number;
			if (state === 0) first = at;
			if (final[target] === 1) {
				report(automaton, found, first, target);
				from = at;
				break;
			}
			if (target === 0) {
				if (held === 0) break;
				report(automaton, found, first, held);
				from = heldAt;
				break;
			}
			state = target;
			if (fallback[state] !== 0) {
				held = fallback[state] as number;
				heldAt = at;
			}
		}
	}
	return found;
}

function report({ marks, outcomes }: Automaton, found: number[], first: number, state: number): void {
	const outcome = outcomes[state] as number;
	if (outcome !== 0) found.push(first + (marks[state] as number), outcome);
}
