import type { EventTime } from "../event/event-time.js";
import type {
	CausalChain,
	CitedSentence,
	ContextEntry,
	ContextLink,
	DatedOpening,
	DigestSentence,
	LimitedDigest,
	PrecedingContext,
} from "./context.js";
import { digestOf, USUAL_DIGESTS } from "./digest.js";

/**
 * An answer as text, and back, in two parts: what nearly everybody asks for, its usual digests included, and the reports from which digests are made,
 * which are most of its bytes and seldom needed. Pure.
 */
export interface PackedContext {
	answer: string;
	tellings: string;
}

/** Grows with every change of what is written here: what an earlier version of the service has kept is not read by a later one. */
export const PACKED_FORMAT = 1;

/** Of a link's evidence, which may be long, clients can ask for ten sentences. */
const MAX_EVIDENCE = 10;

/** What is written for each link once stands in chains as its place among them. */
type Packed<T> = {
	[Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key];
};
type PackedTime = Packed<EventTime>;
type PackedSentence = Packed<CitedSentence>;
interface PackedLink extends Omit<ContextLink, "support" | "evidence"> {
	support: Packed<ContextLink["support"]>;
	evidence: PackedSentence[];
}
interface PackedChain extends Omit<CausalChain, "links"> {
	links: number[];
}
interface PackedEntry
	extends Omit<ContextEntry, "time" | "occurredAt" | "bestChain" | "sentence" | "opening" | "news"> {
	time: PackedTime | null;
	occurredAt: string;
	bestChain: PackedChain | null;
	sentence: PackedSentence | null;
}
interface PackedDigest extends Omit<LimitedDigest, "digest"> {
	digest: { text: string; sentences: (Omit<DigestSentence, "time"> & { time: PackedTime | null })[] };
}
interface PackedAnswer extends Pick<PrecedingContext, "version" | "unresolved" | "truncated"> {
	/** All links of the answer and of its chains. */
	pool: PackedLink[];
	links: number[];
	chains: PackedChain[];
	entries: PackedEntry[];
	digests: PackedDigest[];
}
interface PackedTellings {
	news: string[];
	/** In the order of the entries. */
	entries: { opening: Packed<DatedOpening> | null; news: PackedSentence[] }[];
}

/** @param context whole, with what its digest is made of. */
export function packContext(context: PrecedingContext): PackedContext {
	const places = new Map<string, number>();
	const pool: ContextLink[] = [];
	const place = (link: ContextLink): number => {
		const known = places.get(link.linkId);
		if (known !== undefined) return known;
		places.set(link.linkId, pool.length);
		return pool.push({ ...link, evidence: link.evidence.slice(0, MAX_EVIDENCE) }) - 1;
	};
	const packed = (chain: CausalChain) => ({ ...chain, links: chain.links.map(place) });
	const { version, unresolved, truncated } = context;
	const answer = {
		version,
		unresolved,
		truncated,
		links: context.links.map(place),
		chains: context.chains.map(packed),
		entries: context.entries.map(({ opening: _opening, news: _news, bestChain, ...entry }) => ({
			...entry,
			bestChain: bestChain && packed(bestChain),
		})),
		pool,
		digests: USUAL_DIGESTS.map((limits) => ({ ...limits, digest: digestOf(context, limits) })),
	};
	const tellings = {
		news: [...context.news],
		entries: context.entries.map(({ opening, news }) => ({ opening, news })),
	};
	// Dates become text; what is read again below is what was written here.
	return { answer: JSON.stringify(answer), tellings: JSON.stringify(tellings) };
}

/** The answer without what its digest is made of. */
export function unpackContext(
	answer: string,
	of: Pick<PrecedingContext, "eventId" | "asOf" | "computedAt">,
): PrecedingContext {
	const { version, unresolved, truncated, pool, links, chains, entries, digests } = JSON.parse(answer) as PackedAnswer;
	const known = pool.map(unpackLink);
	const at = (places: readonly number[]) => places.map((n) => known[n] as ContextLink);
	const unpackChain = (chain: PackedChain): CausalChain => ({ ...chain, links: at(chain.links) });
	return {
		...of,
		version,
		unresolved,
		truncated,
		links: at(links),
		chains: chains.map(unpackChain),
		entries: entries.map((entry) => ({
			...entry,
			time: entry.time && unpackTime(entry.time),
			occurredAt: new Date(entry.occurredAt),
			bestChain: entry.bestChain && unpackChain(entry.bestChain),
			sentence: entry.sentence && unpackSentence(entry.sentence),
			opening: null,
			news: [],
		})),
		news: new Set(),
		hasTellings: false,
		digests: digests.map(({ digest: { text, sentences }, ...limits }) => ({
			...limits,
			digest: { text, sentences: sentences.map((one) => ({ ...one, time: one.time && unpackTime(one.time) })) },
		})),
	};
}

/** The answer with what its digest is made of. */
export function withTellings(context: PrecedingContext, tellings: string): PrecedingContext {
	const { news, entries } = JSON.parse(tellings) as PackedTellings;
	return {
		...context,
		news: new Set(news),
		entries: context.entries.map((entry, n) => {
			const { opening, news } = entries[n] ?? { opening: null, news: [] };
			return {
				...entry,
				opening: opening && { ...opening, publishedAt: new Date(opening.publishedAt) },
				news: news.map(unpackSentence),
			};
		}),
		hasTellings: true,
	};
}

const unpackTime = (time: PackedTime): EventTime => ({
	...time,
	start: new Date(time.start),
	end: new Date(time.end),
	anchor: dateOf(time.anchor),
});

const unpackSentence = (sentence: PackedSentence): CitedSentence => ({
	...sentence,
	publishedAt: new Date(sentence.publishedAt),
	recordedAt: new Date(sentence.recordedAt),
});

const unpackLink = (link: PackedLink): ContextLink => ({
	...link,
	support: { ...link.support, firstStatedAt: dateOf(link.support.firstStatedAt) },
	evidence: link.evidence.map(unpackSentence),
});

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
