import type { AsOf } from "../known.js";
import type { ContextEntry, ContextLink, PrecedingContext } from "./context.js";

/** An event that stands on both lists, and what is told of it otherwise than before. */
export interface ContextEntryChange {
	before: ContextEntry;
	after: ContextEntry;
	/** Names of the entry's fields, in the order of the schema. */
	fields: string[];
}

/** What became known about what preceded an event, between two instants. */
export interface ContextDiff {
	from: AsOf;
	to: AsOf;
	/** In the order of their context, which is chronological. */
	added: ContextEntry[];
	removed: ContextEntry[];
	changed: ContextEntryChange[];
	linksAdded: ContextLink[];
	linksRemoved: ContextLink[];
}

/** Every article moves the relevance of all entries a little; less than this does not change their order in a way that a reader would see. */
const RELEVANCE_STEP = 0.05;

/** What changed from one context of an event to another one of the same event. Events are compared by id, links by what they join. */
export function diffContexts(before: PrecedingContext, after: PrecedingContext): ContextDiff {
	const [entriesBefore, entriesAfter] = [byKey(before.entries, entryKey), byKey(after.entries, entryKey)];
	const [linksBefore, linksAfter] = [byKey(before.links, linkKey), byKey(after.links, linkKey)];
	return {
		from: before.asOf,
		to: after.asOf,
		added: after.entries.filter((entry) => !entriesBefore.has(entryKey(entry))),
		removed: before.entries.filter((entry) => !entriesAfter.has(entryKey(entry))),
		changed: after.entries.flatMap((entry) => {
			const former = entriesBefore.get(entryKey(entry));
			const fields = former ? changedFields(former, entry) : [];
			return former && fields.length > 0 ? [{ before: former, after: entry, fields }] : [];
		}),
		linksAdded: after.links.filter((link) => !linksBefore.has(linkKey(link))),
		linksRemoved: before.links.filter((link) => !linksAfter.has(linkKey(link))),
	};
}

const entryKey = ({ eventId }: ContextEntry): string => eventId;

/** A link that turns from accepted to disputed is another claim to a reader. */
const linkKey = ({ linkId, mode, basis, status }: ContextLink): string => `${linkId} ${mode} ${basis} ${status}`;

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
	return new Map(items.map((item) => [keyOf(item), item]));
}

function changedFields(before: ContextEntry, after: ContextEntry): string[] {
	const same: [field: string, isSame: boolean][] = [
		["role", before.role === after.role],
		["distance", before.distance === after.distance],
		["relevance", Math.abs(before.relevance - after.relevance) < RELEVANCE_STEP],
		["title", before.title === after.title],
		["time", before.time?.value === after.time?.value],
		["status", before.status === after.status],
		["bestChain", before.bestChain?.key === after.bestChain?.key],
		["sentence", before.sentence?.exact === after.sentence?.exact],
		["disputed", before.disputed === after.disputed],
	];
	return same.flatMap(([field, isSame]) => (isSame ? [] : [field]));
}
