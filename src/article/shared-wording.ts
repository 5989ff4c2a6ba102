import { isFact, type Signature, wordOf } from "./signature.js";

/** What one text shares with another, word for word. */
export interface SharedPart {
	/** Number of words of the text. */
	words: number;
	/** How many of them stand in runs that both texts have. */
	covered: number;
	/** Where the text begins to be shared: the first word of a stretch that is mostly shared; `words` where none is. */
	head: number;
	/** After the last word of the last such stretch. */
	end: number;
}

export interface SharedWording {
	a: SharedPart;
	b: SharedPart;
	/**
	 * Places within shared passages where the texts have another name or number: many in forms that are filled in anew,
	 * few in copies.
	 */
	conflicts: number;
}

/**
 * Four words in a row are often a turn of phrase that any writer uses; five seldom are, and in a copy they stand
 * between most edits.
 */
const MIN_RUN = 5;
/** Places of a passage that are tried: a text of one sentence repeated must not take long. */
const MAX_PLACES = 4;
/** Words between two runs that replace one another; longer gaps are a sentence or more of one's own. */
const MAX_GAP = 12;
/** Words that are looked at together to tell a shared stretch from a turn of phrase. */
const STRETCH = 24;
const STRETCH_SHARE = 0.6;

interface Run {
	a: number;
	b: number;
	length: number;
}

/** Finds what two texts share. Linear in both. */
export function sharedWording(a: Signature, b: Signature): SharedWording {
	const runs = findRuns(a, b);
	const inA = new Uint8Array(a.length);
	const inB = new Uint8Array(b.length);
	for (const run of runs) {
		inA.fill(1, run.a, run.a + run.length);
		inB.fill(1, run.b, run.b + run.length);
	}
	return { a: sharedPart(inA), b: sharedPart(inB), conflicts: countConflicts(a, b, runs) };
}

/** Runs of shared words in the order of `a`, each as long as it can be, not overlapping in `a`. */
function findRuns(a: Signature, b: Signature): Run[] {
	const places = new Map<number, number[]>();
	for (let j = 0; j + MIN_RUN <= b.length; j++) {
		const key = runKey(b, j);
		const known = places.get(key);
		if (!known) places.set(key, [j]);
		else if (known.length < MAX_PLACES) known.push(j);
	}
	const runs: Run[] = [];
	let expected = 0;
	for (let i = 0; i + MIN_RUN <= a.length; ) {
		let best: Run | null = null;
		for (const j of places.get(runKey(a, i)) ?? []) {
			const length = commonLength(a, i, b, j);
			// Of two as long the one that goes on where the last run ended.
			if (length >= MIN_RUN && (!best || length > best.length || (length === best.length && best.b < expected)))
				best = { a: i, b: j, length };
		}
		if (!best) {
			i++;
			continue;
		}
		runs.push(best);
		i += best.length;
		expected = best.b + best.length;
	}
	return runs;
}

function runKey(tokens: Signature, from: number): number {
	let hash = 0x811c9dc5;
	for (let k = 0; k < MIN_RUN; k++)
		hash = Math.imul(hash ^ wordOf(tokens[from + k] as number), 0x01000193) ^ (hash >>> 13);
	return hash;
}

function commonLength(a: Signature, i: number, b: Signature, j: number): number {
	const most = Math.min(a.length - i, b.length - j);
	let length = 0;
	while (length < most && wordOf(a[i + length] as number) === wordOf(b[j + length] as number)) length++;
	return length;
}

function sharedPart(marks: Uint8Array): SharedPart {
	const words = marks.length;
	const before = new Uint32Array(words + 1);
	for (let i = 0; i < words; i++) before[i + 1] = (before[i] as number) + (marks[i] as number);
	const between = (from: number, to: number) => (before[to] as number) - (before[from] as number);
	let head = words;
	let end = 0;
	for (let i = 0; i < words; i++) {
		if (marks[i] === 0) continue;
		const to = Math.min(words, i + STRETCH);
		if (head === words && between(i, to) >= STRETCH_SHARE * (to - i)) head = i;
		const from = Math.max(0, i + 1 - STRETCH);
		if (between(from, i + 1) >= STRETCH_SHARE * (i + 1 - from)) end = i + 1;
	}
	return { words, covered: between(0, words), head, end };
}

function countConflicts(a: Signature, b: Signature, runs: readonly Run[]): number {
	let conflicts = 0;
	for (let n = 1; n < runs.length; n++) {
		const before = runs[n - 1] as Run;
		const after = runs[n] as Run;
		const gapA = a.subarray(before.a + before.length, after.a);
		const start = before.b + before.length;
		if (after.b < start || after.b - start > MAX_GAP || gapA.length > MAX_GAP) continue;
		const gapB = b.subarray(start, after.b);
		if (hasFactMissingIn(gapA, gapB) && hasFactMissingIn(gapB, gapA)) conflicts++;
	}
	return conflicts;
}

function hasFactMissingIn(gap: Signature, other: Signature): boolean {
	return gap.some((token) => isFact(token) && !other.some((word) => wordOf(word) === wordOf(token)));
}
