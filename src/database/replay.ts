/**
 * How far a replica has come, told in instants of this process's clock: the primary is asked again and again how far it has written, and what a
 * replica has replayed is compared with that.
 */

/** All that was committed at the primary before an instant lies before a place of its log. */
export interface WrittenMark {
	/** Milliseconds of a clock that only goes forward (`performance.now()`), before the primary was asked. */
	at: number;
	/** Place in the write-ahead log, in bytes. */
	place: bigint;
}

/** A place as Postgres writes it (`16/B374D848`), in bytes. Throws where it is none. */
export function parsePlace(lsn: string): bigint {
	const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(lsn) ?? [];
	if (!high || !low) throw new Error(`"${lsn}" is no place in a write-ahead log`);
	return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Where a replica stands. */
export interface ReplicaAge {
	/** Everything that was committed before this instant is to be seen there; minus infinity where nothing is known. */
	freshAsOf: number;
	/** For how many milliseconds the oldest of what is missing there has been missing; 0 where nothing is known to be missing. */
	lagMs: number;
}

/**
 * Weighs what a replica has replayed against the marks of the primary.
 * @param marks in the order of their instants.
 */
export function replicaAge(marks: readonly WrittenMark[], replayed: bigint, now: number): ReplicaAge {
	const missing = marks.findIndex(({ place }) => place > replayed);
	const last = marks[(missing < 0 ? marks.length : missing) - 1];
	return {
		freshAsOf: last?.at ?? Number.NEGATIVE_INFINITY,
		lagMs: missing < 0 ? 0 : now - (marks[missing]?.at ?? now),
	};
}

/** Marks that are worth keeping: of those that tell of one place the first and the last, and no more than `most`, of which the first stays. */
export function addMark(marks: readonly WrittenMark[], mark: WrittenMark, most: number): WrittenMark[] {
	const [beforeLast, last] = marks.slice(-2);
	const isMore = last?.place === mark.place && beforeLast?.place === mark.place;
	const kept = isMore ? marks.slice(0, -1) : marks;
	// The oldest one says since when something is missing; what lies between can be told more roughly.
	return kept.length < most ? [...kept, mark] : [...kept.filter((_, index) => index % 2 === 0), mark];
}
