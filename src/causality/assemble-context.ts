import { createHash } from "node:crypto";
import type { AsOf } from "../known.js";
import { bestSentence, type CandidateEvent, firstSentences } from "./candidate-event.js";
import { byExplanation, chainOf, type Graph, graphOf, widestChains, withoutShortcuts } from "./chains.js";
import type {
	CausalChain,
	ContextEntry,
	ContextLink,
	ContextOptions,
	ContextRole,
	PrecedingContext,
} from "./context.js";
import { kinships } from "./kinship.js";
import { type CandidateLink, knownLink } from "./known-link.js";
import { akin, relevanceOf, tellsItself } from "./relevance.js";
import { type ReportWords, readReportWords } from "./report-words.js";
import { type MeasuredStoryline, measureStoryline, type Standing, type StorylineEvent } from "./storyline.js";

/**
 * Puts the answer together from what was known: which events belong in it and why, in what order, by which chains. Pure;
 * everything passed in was printed by `asOf.at`.
 */
export function assembleContext(known: {
	eventId: string;
	asOf: AsOf;
	options: ContextOptions;
	links: readonly CandidateLink[];
	/** The storyline, with the event itself. */
	storyline: readonly StorylineEvent[];
	/** The same, measured: `measureFor`. */
	measured: MeasuredStoryline | null;
	/** Those of the storyline and of the chains that may be shown, with the event itself. */
	events: readonly CandidateEvent[];
	now: Date;
}): PrecedingContext {
	const { eventId, asOf, options, now } = known;
	const event = known.events.find(({ id }) => id === eventId);
	const empty = {
		eventId,
		asOf,
		entries: [],
		links: [],
		chains: [],
		unresolved: [],
		news: new Set<string>(),
		hasTellings: true,
		digests: [],
		truncated: false,
		computedAt: now,
	};
	if (!event) return { ...empty, version: versionOf(eventId, [], [], []) };

	const byId = new Map(known.events.map((candidate) => [candidate.id, candidate]));
	const links = usableLinks(known.links, byId, options);
	const graph = graphOf(links);
	const chains = widestChains(graph, eventId, options.maxDepth);
	const reports = new Set(event.reports);
	const linked = new Set(links.flatMap(({ causeId, effectId }) => [causeId, effectId]));
	const members = new Map(known.storyline.map((member) => [member.id, member]));
	const standingOf = standingsBy(known.measured, known.storyline, event);
	const found = known.events
		.map((candidate) => {
			const chain = chains.get(candidate.id) ?? null;
			const member = members.get(candidate.id);
			const retold = member?.retellings ?? 0;
			if (candidate.id === eventId || !preceded(candidate, event, chain !== null, retold > 0, options, asOf))
				return null;
			const role = roleOf(chain, retold > 0 || linked.has(candidate.id));
			if (role === "RELATED" && !(options.includeRelated && candidate.hasMain)) return null;
			const stands = standingOf(candidate);
			const relevance = relevanceOf(retold, stands, chain);
			return {
				...entryOf(candidate, event, role, relevance, chain, byId),
				sentence: chain?.links[0]?.evidence[0] ?? bestSentence(candidate, reports),
				opening: candidate.opening && {
					...candidate.opening,
					publishedAt: member?.firstReportedAt ?? candidate.firstReportedAt,
				},
				news: candidate.news,
				steps: stands.steps,
			};
		})
		.filter((entry) => entry !== null);
	const wordsOf = (id: string) => members.get(id)?.report ?? sentenceWords(byId.get(id));
	const all = byKinship(found, wordsOf(eventId), wordsOf).sort(
		(a, b) => b.relevance - a.relevance || (a.eventId < b.eventId ? -1 : 1),
	);
	const entries = all.slice(0, options.maxEvents).sort(chronological);

	const shown = new Set([eventId, ...entries.map((entry) => entry.eventId)]);
	const shownLinks = links.filter(({ causeId, effectId }) => shown.has(causeId) && shown.has(effectId));
	const { unresolved } = event;
	return {
		...empty,
		entries,
		links: shownLinks,
		chains: contextChains(graphOf(shownLinks), eventId, entries, options.maxDepth),
		unresolved,
		news: new Set(event.news.map(({ exact }) => exact)),
		truncated: all.length > entries.length,
		version: versionOf(eventId, entries, shownLinks, unresolved),
	};
}

/** Where events stand; those that no article is about are measured by the sentences that tell them, as is the event asked about if it is one. */
function standingsBy(
	measured: MeasuredStoryline | null,
	storyline: readonly StorylineEvent[],
	event: CandidateEvent,
): (candidate: CandidateEvent) => Standing {
	const { standings, standingBeside } = measured ?? measureStoryline(storyline, sentenceWords(event));
	const members = new Map(storyline.map((member) => [member.id, member]));
	/** What the event's own articles retell, they tell when they are printed. */
	const lastTold = (candidate: CandidateEvent) =>
		(members.get(candidate.id)?.retellings ? members.get(event.id)?.lastReportedAt : null) ??
		firstSentences(candidate).at(-1)?.publishedAt ??
		candidate.lastReportedAt;
	return (candidate) => {
		const { id, firstReportedAt } = candidate;
		const beside = { firstReportedAt, lastReportedAt: lastTold(candidate) };
		return standings.get(id) ?? standingBeside(beside, sentenceWords(candidate));
	};
}

const NO_WORDS = readReportWords("");

/** Of events that are looked at for one answer after the other. */
const wordsOfSentences = new WeakMap<CandidateEvent, ReportWords>();

function sentenceWords(event: CandidateEvent | undefined): ReportWords {
	if (!event) return NO_WORDS;
	let words = wordsOfSentences.get(event);
	if (!words) {
		words = readReportWords(
			firstSentences(event)
				.map(({ exact }) => exact)
				.join("\n"),
		);
		wordsOfSentences.set(event, words);
	}
	return words;
}

/** The entries with their kinship, and less relevant where that is all that puts them here and there is little of it. */
function byKinship(
	entries: readonly Omit<ContextEntry, "kinship">[],
	asked: ReportWords,
	wordsOf: (eventId: string) => ReportWords,
): ContextEntry[] {
	// It weighs what only likeness brings in, and costs more than all the rest.
	if (!entries.some(({ role }) => role === "RELATED")) return entries.map((entry) => ({ ...entry, kinship: 0 }));
	const isTold = tellsItself(entries);
	const kin = entries.map(({ eventId, role }) => ({
		id: eventId,
		report: wordsOf(eventId),
		isTold: role !== "RELATED",
	}));
	const known = kinships(asked, kin);
	return entries.map((entry) => {
		const kinship = known.get(entry.eventId) ?? 0;
		const relevance = entry.role === "RELATED" ? entry.relevance * akin(kinship, isTold) : entry.relevance;
		return { ...entry, relevance, kinship };
	});
}

/**
 * Links that were supported then, strong enough and of the grounds asked for; shortcuts are left out. A denial alone is no link, and
 * an aim lies ahead of what is done for it: it explains, but it did not precede.
 */
function usableLinks(
	links: readonly CandidateLink[],
	events: ReadonlyMap<string, CandidateEvent>,
	options: ContextOptions,
): ContextLink[] {
	const titles = new Map([...events].map(([id, candidate]) => [id, candidate.title]));
	const usable = links
		.filter(({ causeId, effectId }) => events.has(causeId) && events.has(effectId))
		.map((link) => knownLink(link, titles))
		.filter(
			(link) =>
				link.support.supporting > 0 &&
				link.mode !== "PURPOSE" &&
				link.confidence >= options.minConfidence &&
				(options.bases === null || options.bases.includes(link.basis)) &&
				(options.includeDisputed || link.status !== "DISPUTED"),
		);
	return withoutShortcuts(usable, options.maxDepth);
}

/** Whether an event came before the one asked about, as far as the times told then say; what is merely planned did not. */
function preceded(
	candidate: CandidateEvent,
	event: CandidateEvent,
	onChain: boolean,
	isRetold: boolean,
	options: ContextOptions,
	asOf: AsOf,
): boolean {
	if (candidate.time && candidate.time.start.getTime() > asOf.at.getTime()) return false;
	if (options.since && (candidate.time?.end ?? candidate.lastReportedAt).getTime() < options.since.getTime())
		return false;
	if (onChain) return true;
	if (candidate.status === "PLANNED" && !candidate.hasMain) return false;
	const until = event.time?.end ?? event.firstReportedAt;
	if (candidate.time) return candidate.time.start.getTime() < until.getTime();
	return isRetold || candidate.firstReportedAt.getTime() < event.firstReportedAt.getTime();
}

function entryOf(
	candidate: CandidateEvent,
	event: CandidateEvent,
	role: ContextRole,
	relevance: number,
	chain: CausalChain | null,
	events: ReadonlyMap<string, CandidateEvent>,
): Omit<ContextEntry, "sentence" | "kinship" | "opening" | "news" | "steps"> {
	return {
		eventId: candidate.id,
		role,
		distance: chain?.links.length ?? null,
		relevance,
		title: candidate.title,
		time: candidate.time,
		status: candidate.status,
		occurredAt: placeInTime(candidate, event, chain, events),
		bestChain: chain,
		disputed: chain?.links.some((link) => link.status === "DISPUTED") ?? false,
	};
}

/**
 * Where an entry stands in the order of time. What nobody dates stands where it was first reported, but before the event it preceded
 * and before all that it is said to have led to: a leak that is first told of months later did not come after what it delayed.
 */
function placeInTime(
	candidate: CandidateEvent,
	event: CandidateEvent,
	chain: CausalChain | null,
	events: ReadonlyMap<string, CandidateEvent>,
): Date {
	if (candidate.time) return candidate.occurredAt;
	const after = [event, ...(chain?.links ?? []).flatMap(({ effectId }) => events.get(effectId) ?? [])];
	return new Date(Math.min(candidate.occurredAt.getTime(), ...after.map(({ occurredAt }) => occurredAt.getTime() - 1)));
}

/** By the link that leaves the event: what stands next to the target is named by its relation. */
function roleOf(chain: CausalChain | null, isTold: boolean): ContextRole {
	if (!chain) return isTold ? "BACKGROUND" : "RELATED";
	const relation = chain.links[0]?.relation;
	if (relation === "ENABLE") return "ENABLER";
	if (relation === "PREVENT") return "PREVENTER";
	return chain.links.length === 1 ? "DIRECT_CAUSE" : "INDIRECT_CAUSE";
}

/** By time as far as known; what is undated stands where it was first reported. */
function chronological(a: ContextEntry, b: ContextEntry): number {
	return a.occurredAt.getTime() - b.occurredAt.getTime() || (a.eventId < b.eventId ? -1 : 1);
}

/**
 * The chains to print: from every root cause to the event, widest first; then those that explain an earlier event on the list
 * but are not said to lead on to this one.
 */
function contextChains(
	graph: Graph,
	eventId: string,
	entries: readonly ContextEntry[],
	maxDepth: number,
): CausalChain[] {
	const toEvent = rootsOnly(graph, [...widestChains(graph, eventId, maxDepth).values()]).sort(byExplanation);
	const told = new Set(toEvent.flatMap((chain) => chain.links.map((link) => link.linkId)));
	const causes = new Set([...graph.values()].flat().map((link) => link.causeId));
	const aside = entries
		.filter((entry) => !causes.has(entry.eventId))
		.flatMap((entry) => rootsOnly(graph, [...widestChains(graph, entry.eventId, maxDepth).values()]))
		.filter((chain) => chain.links.some((link) => !told.has(link.linkId)))
		.sort(byExplanation);
	return [...toEvent, ...aside];
}

/** Of the chains to one event, those whose root has no known cause on the list: the others are their tails. */
function rootsOnly(graph: Graph, chains: readonly CausalChain[]): CausalChain[] {
	return chains.filter((chain) => !graph.has(chain.rootId)).map((chain) => chainOf(chain.links));
}

/** A digest of everything an answer says. Equal answers have equal versions, whenever and wherever they are computed. */
function versionOf(
	eventId: string,
	entries: readonly ContextEntry[],
	links: readonly ContextLink[],
	unresolved: readonly { id: string }[],
): string {
	const said = {
		eventId,
		entries: entries.map(({ eventId: id, role, relevance, title, time, status, disputed, sentence, bestChain }) => [
			id,
			role,
			relevance.toFixed(6),
			title,
			time?.value,
			status,
			disputed,
			sentence?.id,
			bestChain?.key,
		]),
		links: links
			.map((link) => [
				link.linkId,
				link.relation,
				link.mode,
				link.basis,
				link.status,
				link.confidence.toFixed(6),
				link.explanation,
				link.support,
				link.evidence.map(({ id }) => id),
			])
			.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
		unresolved: unresolved.map(({ id }) => id),
	};
	return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16);
}
