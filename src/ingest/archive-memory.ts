import type pg from "pg";
import type { EventProfile } from "../event/event-profile.js";
import type { Term } from "../language/terms.js";
import { ownText } from "../own-text.js";

/**
 * What a process remembers of the archive between two articles. It is never trusted by itself: counts hold while the number of documents in the
 * archive is the one they were read at, and a profile while its event has the same revision.
 */
export interface ArchiveMemory {
	counts: TermCounts;
	profiles: ProfileMemory;
}

const memories = new WeakMap<pg.Pool, ArchiveMemory>();

/** The memory of one database. */
export function memoryOf(pool: pg.Pool): ArchiveMemory {
	let memory = memories.get(pool);
	if (!memory) {
		memory = { counts: new TermCounts(), profiles: new ProfileMemory() };
		memories.set(pool, memory);
	}
	return memory;
}

/** A count takes some 100 bytes: these are 5 MB, and the words of a thousand articles. */
const MAX_COUNTS = 50_000;

const UNKNOWN = -1;

/** In how many documents terms stand, as of one state of the archive. */
export class TermCounts {
	#documents = UNKNOWN;
	#counts = new Map<Term, number>();

	/** All documents of the archive; -1 while nothing is known. */
	get documents(): number {
		return this.#documents;
	}

	/** Forgets everything if the archive holds another number of documents than what is known is about. */
	startAt(documents: number): void {
		if (documents === this.#documents) return;
		this.#counts.clear();
		this.#documents = documents;
	}

	/** Undefined for a term that was not looked up. */
	of(term: Term): number | undefined {
		return this.#counts.get(term);
	}

	set(term: Term, documents: number): void {
		this.#counts.set(ownText(term), documents);
	}

	/** Once a document with these terms is kept for good. `documents`: how many there were before it. */
	add(terms: Iterable<Term>, documents: number): void {
		if (documents !== this.#documents) return;
		if (this.#counts.size > MAX_COUNTS) {
			this.startAt(UNKNOWN);
			return;
		}
		this.#documents++;
		for (const term of terms) {
			const count = this.#counts.get(term);
			if (count !== undefined) this.#counts.set(term, count + 1);
		}
	}
}

/** Weights take some 100 bytes each: these are 10 MB, and the events of some five hundred articles. */
const MAX_WEIGHTS = 100_000;

/** Profiles of events by id and revision, those used last. */
export class ProfileMemory {
	readonly #known = new Map<string, { revision: number; profile: EventProfile }>();
	#weights = 0;

	get(id: string, revision: number): EventProfile | undefined {
		const known = this.#known.get(id);
		if (known?.revision !== revision) return undefined;
		// A map keeps the order of insertion: used last stands last. Under its own id: the caller's may be a piece of a long text, which would be kept with it.
		this.#known.delete(id);
		this.#known.set(known.profile.id, known);
		return known.profile;
	}

	set(id: string, revision: number, profile: EventProfile): void {
		this.#forget(id);
		this.#known.set(id, { revision, profile });
		this.#weights += size(profile);
		for (const oldest of this.#known.keys()) {
			if (this.#weights <= MAX_WEIGHTS) break;
			this.#forget(oldest);
		}
	}

	#forget(id: string): void {
		const known = this.#known.get(id);
		if (!known) return;
		this.#known.delete(id);
		this.#weights -= size(known.profile);
	}
}

/** A profile without a word takes about as much as ten weights. */
const size = ({ weights, names, roles }: EventProfile): number => 10 + weights.size + names.size + roles.size;
