import type { EntityMention, Span } from "../analysis.js";

/** Questions about the entities of a text by offset; entities are sorted by their start. */
export interface EntityLookup {
	/** The entity that covers an offset, or null. */
	covering(offset: number): EntityMention | null;
	/** The entities that lie within a span, in text order. */
	within(span: Span): EntityMention[];
	/** The entities that end at or before an offset, the nearest first, at most `limit` of them. */
	before(offset: number, limit: number): EntityMention[];
}

/** Builds the look-up once for a text; every question costs a binary search. */
export function lookUpEntities(entities: readonly EntityMention[]): EntityLookup {
	const sorted = [...entities].sort((a, b) => a.start - b.start || b.end - a.end);
	const from = (offset: number): number => {
		let low = 0;
		for (let high = sorted.length; low < high; ) {
			const middle = (low + high) >> 1;
			if ((sorted[middle] as EntityMention).start < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return {
		covering(offset) {
			for (let index = from(offset + 1) - 1, seen = 0; index >= 0 && seen < 3; index--, seen++) {
				const entity = sorted[index] as EntityMention;
				if (offset < entity.end) return entity;
			}
			return null;
		},
		within(span) {
			const found: EntityMention[] = [];
			for (let index = from(span.start); index < sorted.length; index++) {
				const entity = sorted[index] as EntityMention;
				if (entity.start >= span.end) break;
				if (entity.end <= span.end) found.push(entity);
			}
			return found;
		},
		before(offset, limit) {
			const found: EntityMention[] = [];
			for (let index = from(offset) - 1; index >= 0 && found.length < limit; index--) {
				const entity = sorted[index] as EntityMention;
				if (entity.end <= offset) found.push(entity);
			}
			return found;
		},
	};
}
