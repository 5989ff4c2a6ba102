import type { TimeRange } from "../event/time-range.js";
import type { CausalMode, CausalRelation, LinkBasis, LinkStatus } from "../generated/prisma/client.js";
import { closesCycle, isAgainstTime } from "./decide-links.js";

/** What there is one link for. */
export interface LinkEnds {
	causeId: string;
	effectId: string;
	relation: CausalRelation;
}

/** A link as far as it is looked at before anything is written under it. */
export interface StoredLink extends LinkEnds {
	id: string;
	mode: CausalMode;
	basis: LinkBasis;
	status: LinkStatus;
	/** 0–1. */
	confidence: number;
	revision: number;
	createdAt: Date;
	/** When an editor has decided on its status; null where none has. */
	reviewedAt: Date | null;
}

/** Whether it stands as an editor has made it or left it. */
export const isEdited = ({ basis, reviewedAt }: Pick<StoredLink, "basis" | "reviewedAt">): boolean =>
	basis === "CURATED" || reviewedAt !== null;

/** Ends as one value, to find a link by. */
export const linkKey = ({ causeId, effectId, relation }: LinkEnds): string => `${causeId} ${effectId} ${relation}`;

/** Which events become which one. */
export interface EventMerge {
	keepId: string;
	awayIds: readonly string[];
}

/** What an event's links come to when it is merged into another one. */
export interface MergedLinks {
	/** Links that stand, with the ends they get. */
	moved: (LinkEnds & { id: string })[];
	/** Links that say what another one says: their evidence goes there, and they are over. */
	joined: { id: string; intoId: string }[];
	/** Those of the joined ones that stand where a moved one has to go, with the ends that it leaves. */
	displaced: (LinkEnds & { id: string })[];
	/** Links that may not be between the events as they are now: they keep their ends and are over. */
	closed: string[];
}

/** The ends of a link after the merge. */
export function endsAfter({ causeId, effectId, relation }: LinkEnds, { keepId, awayIds }: EventMerge): LinkEnds {
	const after = (id: string) => (awayIds.includes(id) ? keepId : id);
	return { causeId: after(causeId), effectId: after(effectId), relation };
}

/**
 * Decides where the links of merged events go. They follow to the event that is kept. Of several between the same events one that an editor has touched
 * stands before others, and an older one before a younger. A link that would join an event with itself or close a circle is over,
 * and so is one against time that no editor has made.
 * @param links of the events merged away: those that are not retracted, and all that editors made or decided on.
 * @param occupants links that have the ends to which these go.
 * @param effects direct effects by event, of links that are not retracted: all that is reached from the events merged.
 */
export function decideMergedLinks(
	links: readonly StoredLink[],
	occupants: readonly StoredLink[],
	merge: EventMerge,
	effects: ReadonlyMap<string, ReadonlySet<string>>,
	timeOf: (eventId: string) => TimeRange | null,
): MergedLinks {
	const decided: MergedLinks = { moved: [], joined: [], displaced: [], closed: [] };
	const graph = withoutEvents(effects, merge.awayIds);
	const standing = new Map(occupants.map((link) => [linkKey(link), link]));
	for (const group of groupsOf(links, merge)) {
		const { ends, following } = group;
		const occupant = standing.get(linkKey(ends)) ?? null;
		const all = occupant ? [occupant, ...following] : following;
		const stays = all.toSorted(byStanding)[0] as StoredLink;
		const isNew = !occupant || occupant.status === "RETRACTED";
		const counts = !isEdited(stays) || stays.status !== "RETRACTED";
		// An editor's word that there is none goes along, but no link joins an event with itself.
		const isOne = ends.causeId === ends.effectId;
		if (isOne || (counts && isNew)) {
			if (isOne || isForbidden(stays, group, graph, timeOf)) {
				decided.closed.push(...following.map(({ id }) => id));
				continue;
			}
			graph.set(ends.causeId, new Set(graph.get(ends.causeId)).add(ends.effectId));
		}
		for (const link of all) if (link !== stays) decided.joined.push({ id: link.id, intoId: stays.id });
		if (stays === occupant) continue;
		decided.moved.push({ id: stays.id, ...ends });
		const { causeId, effectId, relation } = stays;
		if (occupant) decided.displaced.push({ id: occupant.id, causeId, effectId, relation });
	}
	return decided;
}

/** Links that get the same ends, strongest first. */
interface LinkGroup {
	ends: LinkEnds;
	following: StoredLink[];
}

/** Groups in the order in which they take their places: where two exclude each other, what an editor made or what is surer stands. */
function groupsOf(links: readonly StoredLink[], merge: EventMerge): LinkGroup[] {
	const groups = new Map<string, LinkGroup>();
	for (const link of links.toSorted(byStrength)) {
		const ends = endsAfter(link, merge);
		const group = groups.get(linkKey(ends));
		if (group) group.following.push(link);
		else groups.set(linkKey(ends), { ends, following: [link] });
	}
	return [...groups.values()];
}

const editedFirst = (a: StoredLink, b: StoredLink): number => Number(isEdited(b)) - Number(isEdited(a));
const byAge = (a: StoredLink, b: StoredLink): number =>
	a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
const byStanding = (a: StoredLink, b: StoredLink): number => editedFirst(a, b) || byAge(a, b);
const byStrength = (a: StoredLink, b: StoredLink): number =>
	editedFirst(a, b) || b.confidence - a.confidence || byAge(a, b);

function isForbidden(
	stays: StoredLink,
	{ ends: { causeId, effectId }, following }: LinkGroup,
	graph: ReadonlyMap<string, ReadonlySet<string>>,
	timeOf: (eventId: string) => TimeRange | null,
): boolean {
	// An event leads to itself in no steps: a circle too.
	if (closesCycle(causeId, effectId, (id) => graph.get(id) ?? [])) return true;
	const isBoundByTime = !isEdited(stays) && following[0]?.mode !== "PURPOSE";
	return isBoundByTime && isAgainstTime(timeOf(causeId), timeOf(effectId));
}

function withoutEvents(
	effects: ReadonlyMap<string, ReadonlySet<string>>,
	ids: readonly string[],
): Map<string, ReadonlySet<string>> {
	const left = [...effects].filter(([causeId]) => !ids.includes(causeId));
	return new Map(left.map(([causeId, ends]) => [causeId, new Set([...ends].filter((id) => !ids.includes(id)))]));
}
