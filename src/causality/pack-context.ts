import type { EventTime } from "../event/event-time.js";
import { asciiJson } from "../json.js";
import { chainKey } from "./chains.js";
import type {
	CausalChain,
	CitedSentence,
	ContextEntry,
	ContextLink,
	DigestSentence,
	LimitedDigest,
	PrecedingContext,
} from "./context.js";
import { sameLimits, USUAL_DIGESTS } from "./digest.js";

/**
 * An answer as text, and back, in three parts by what is asked for: what nearly everybody wants; digests that were asked for; and the reports from which
 * digests are made, which are most of its bytes and seldom needed. An answer is read far more often than it is written, and most of what reading takes grows
 * with its length: so values stand without their names, in the order of the types below, and each identifier stands once. Pure.
 */
export interface PackedContext {
	answer: string;
	digests: string;
	tellings: string;
}

/** Grows with every change of what is written here: what an earlier version of the service has kept is not read by a later one. */
export const PACKED_FORMAT = 3;

/** Of a link's evidence, which may be long, clients can ask for ten sentences. */
const MAX_EVIDENCE = 10;

/** Milliseconds since 1970. */
type Instant = number;
/** Place of an identifier among those of its text. */
type Id = number;
/** Place of a link among those of its text. */
type LinkPlace = number;

type Time = [
	value: string,
	start: Instant,
	end: Instant,
	granularity: EventTime["granularity"],
	approximate: boolean,
	text: string | null,
	anchor: Instant | null,
];
type Sentence = [
	id: Id,
	article: Id,
	revision: Id,
	source: Id,
	start: number,
	end: number,
	exact: string,
	signalStart: number | null,
	signalEnd: number | null,
	signal: string | null,
	stance: CitedSentence["stance"],
	attributedTo: string | null,
	certainty: CitedSentence["certainty"],
	confidence: number,
	publishedAt: Instant,
	recordedAt: Instant,
];
type Link = [
	id: Id,
	cause: Id,
	effect: Id,
	relation: ContextLink["relation"],
	mode: ContextLink["mode"],
	basis: ContextLink["basis"],
	status: ContextLink["status"],
	confidence: number,
	supporting: number,
	contradicting: number,
	independentSources: number,
	attributedOnly: boolean,
	firstStatedAt: Instant | null,
	evidence: Sentence[],
	explanation: string,
];
type Chain = [root: Id, target: Id, links: LinkPlace[], bottleneckConfidence: number, hasPrevention: boolean];
type Entry = [
	event: Id,
	role: ContextEntry["role"],
	distance: number | null,
	relevance: number,
	title: string,
	time: Time | null,
	status: ContextEntry["status"],
	occurredAt: Instant,
	bestChain: Chain | null,
	sentence: Sentence | null,
	steps: number,
	kinship: number,
	disputed: boolean,
];
interface Answer extends Pick<PrecedingContext, "version" | "unresolved" | "truncated"> {
	ids: string[];
	/** All links of the answer and of its chains. */
	pool: Link[];
	links: LinkPlace[];
	chains: Chain[];
	entries: Entry[];
}
interface Digest extends Omit<LimitedDigest, "digest"> {
	text: string;
	sentences: (Omit<DigestSentence, "time"> & { time: Time | null })[];
}
interface Tellings {
	ids: string[];
	news: string[];
	/** In the order of the entries. */
	entries: { opening: (Omit<Opening, "publishedAt"> & { publishedAt: Instant }) | null; news: Sentence[] }[];
}
type Opening = NonNullable<ContextEntry["opening"]>;

/** Things that many others name, each with its place. */
class Pool<T, Packed> {
	readonly all: Packed[] = [];
	readonly #places = new Map<string, number>();
	readonly #keyOf: (item: T) => string;
	readonly #pack: (item: T) => Packed;

	constructor(keyOf: (item: T) => string, pack: (item: T) => Packed) {
		this.#keyOf = keyOf;
		this.#pack = pack;
	}

	readonly place = (item: T): number => {
		const key = this.#keyOf(item);
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		const place = this.all.push(this.#pack(item)) - 1;
		this.#places.set(key, place);
		return place;
	};
}

const idPool = () =>
	new Pool<string, string>(
		(id) => id,
		(id) => id,
	);
type PlaceOfId = (id: string) => Id;

/** @param context whole, with what its digest is made of. */
export function packContext(context: PrecedingContext): PackedContext {
	const ids = idPool();
	const links = new Pool<ContextLink, Link>(
		({ linkId }) => linkId,
		(link) => packLink(link, ids.place),
	);
	const chain = (one: CausalChain) => packChain(one, ids.place, links.place);
	const { version, unresolved, truncated } = context;
	const answer: Answer = {
		version,
		unresolved,
		truncated,
		links: context.links.map(links.place),
		chains: context.chains.map(chain),
		entries: context.entries.map((entry) => packEntry(entry, ids.place, chain)),
		pool: links.all,
		ids: ids.all,
	};
	return { answer: asciiJson(answer), digests: packDigests(context), tellings: packTellings(context) };
}

/** Its digests by usual limits, as far as they were worked out. */
export function packDigests({ digests }: Pick<PrecedingContext, "digests">): string {
	const usual = digests.filter((one) => USUAL_DIGESTS.some((limits) => sameLimits(one, limits)));
	return asciiJson(
		usual.map(({ digest: { text, sentences }, maxSentences, maxWords }): Digest => {
			const packed = sentences.map((sentence) => ({ ...sentence, time: sentence.time && packTime(sentence.time) }));
			return { maxSentences, maxWords, text, sentences: packed };
		}),
	);
}

function packTellings(context: PrecedingContext): string {
	const ids = idPool();
	const tellings: Tellings = {
		news: [...context.news],
		entries: context.entries.map(({ opening, news }) => ({
			opening: opening && { ...opening, publishedAt: opening.publishedAt.getTime() },
			news: news.map((sentence) => packSentence(sentence, ids.place)),
		})),
		ids: ids.all,
	};
	return asciiJson(tellings);
}

/** The answer without what its digest is made of. @param digests null where they were not read. */
export function unpackContext(
	{ answer, digests }: Pick<PackedContext, "answer"> & { digests: string | null },
	of: Pick<PrecedingContext, "eventId" | "asOf" | "computedAt">,
): PrecedingContext {
	const { version, unresolved, truncated, ids, pool, links, chains, entries } = JSON.parse(answer) as Answer;
	const known = pool.map((link) => unpackLink(link, ids));
	return {
		...of,
		version,
		unresolved,
		truncated,
		links: links.map((place) => known[place] as ContextLink),
		chains: chains.map((chain) => unpackChain(chain, ids, known)),
		entries: entries.map((entry) => unpackEntry(entry, ids, known)),
		news: new Set(),
		hasTellings: false,
		digests: digests === null ? [] : (JSON.parse(digests) as Digest[]).map(unpackDigest),
	};
}

/** The answer with what its digest is made of. */
export function withTellings(context: PrecedingContext, tellings: string): PrecedingContext {
	const { ids, news, entries } = JSON.parse(tellings) as Tellings;
	return {
		...context,
		news: new Set(news),
		entries: context.entries.map((entry, n) => {
			const { opening, news } = entries[n] ?? { opening: null, news: [] };
			return {
				...entry,
				opening: opening && { ...opening, publishedAt: new Date(opening.publishedAt) },
				news: news.map((sentence) => unpackSentence(sentence, ids)),
			};
		}),
		hasTellings: true,
	};
}

const packTime = ({ value, start, end, granularity, approximate, text, anchor }: EventTime): Time => [
	value,
	start.getTime(),
	end.getTime(),
	granularity,
	approximate,
	text,
	instantOf(anchor),
];

const unpackTime = ([value, start, end, granularity, approximate, text, anchor]: Time): EventTime => ({
	value,
	start: new Date(start),
	end: new Date(end),
	granularity,
	approximate,
	text,
	anchor: dateOf(anchor),
});

const packSentence = (sentence: CitedSentence, placeOf: PlaceOfId): Sentence => [
	placeOf(sentence.id),
	placeOf(sentence.articleId),
	placeOf(sentence.revisionId),
	placeOf(sentence.sourceId),
	sentence.start,
	sentence.end,
	sentence.exact,
	sentence.signalStart,
	sentence.signalEnd,
	sentence.signal,
	sentence.stance,
	sentence.attributedTo,
	sentence.certainty,
	sentence.confidence,
	sentence.publishedAt.getTime(),
	sentence.recordedAt.getTime(),
];

const unpackSentence = (packed: Sentence, ids: readonly string[]): CitedSentence => ({
	id: at(ids, packed[0]),
	articleId: at(ids, packed[1]),
	revisionId: at(ids, packed[2]),
	sourceId: at(ids, packed[3]),
	start: packed[4],
	end: packed[5],
	exact: packed[6],
	signalStart: packed[7],
	signalEnd: packed[8],
	signal: packed[9],
	stance: packed[10],
	attributedTo: packed[11],
	certainty: packed[12],
	confidence: packed[13],
	publishedAt: new Date(packed[14]),
	recordedAt: new Date(packed[15]),
});

const packLink = (link: ContextLink, placeOf: PlaceOfId): Link => [
	placeOf(link.linkId),
	placeOf(link.causeId),
	placeOf(link.effectId),
	link.relation,
	link.mode,
	link.basis,
	link.status,
	link.confidence,
	link.support.supporting,
	link.support.contradicting,
	link.support.independentSources,
	link.support.attributedOnly,
	instantOf(link.support.firstStatedAt),
	link.evidence.slice(0, MAX_EVIDENCE).map((sentence) => packSentence(sentence, placeOf)),
	link.explanation,
];

const unpackLink = (packed: Link, ids: readonly string[]): ContextLink => ({
	linkId: at(ids, packed[0]),
	causeId: at(ids, packed[1]),
	effectId: at(ids, packed[2]),
	relation: packed[3],
	mode: packed[4],
	basis: packed[5],
	status: packed[6],
	confidence: packed[7],
	support: {
		supporting: packed[8],
		contradicting: packed[9],
		independentSources: packed[10],
		attributedOnly: packed[11],
		firstStatedAt: dateOf(packed[12]),
	},
	evidence: packed[13].map((sentence) => unpackSentence(sentence, ids)),
	explanation: packed[14],
});

const packChain = (
	{ rootId, targetId, links, bottleneckConfidence, hasPrevention }: CausalChain,
	placeOf: PlaceOfId,
	placeOfLink: (link: ContextLink) => LinkPlace,
): Chain => [placeOf(rootId), placeOf(targetId), links.map(placeOfLink), bottleneckConfidence, hasPrevention];

function unpackChain(
	[root, target, places, bottleneckConfidence, hasPrevention]: Chain,
	ids: readonly string[],
	known: readonly ContextLink[],
): CausalChain {
	const links = places.map((place) => known[place] as ContextLink);
	return {
		key: chainKey(links),
		rootId: at(ids, root),
		targetId: at(ids, target),
		links,
		bottleneckConfidence,
		hasPrevention,
	};
}

const packEntry = (entry: ContextEntry, placeOf: PlaceOfId, chain: (one: CausalChain) => Chain): Entry => [
	placeOf(entry.eventId),
	entry.role,
	entry.distance,
	entry.relevance,
	entry.title,
	entry.time && packTime(entry.time),
	entry.status,
	entry.occurredAt.getTime(),
	entry.bestChain && chain(entry.bestChain),
	entry.sentence && packSentence(entry.sentence, placeOf),
	entry.steps,
	entry.kinship,
	entry.disputed,
];

const unpackEntry = (packed: Entry, ids: readonly string[], known: readonly ContextLink[]): ContextEntry => ({
	eventId: at(ids, packed[0]),
	role: packed[1],
	distance: packed[2],
	relevance: packed[3],
	title: packed[4],
	time: packed[5] && unpackTime(packed[5]),
	status: packed[6],
	occurredAt: new Date(packed[7]),
	bestChain: packed[8] && unpackChain(packed[8], ids, known),
	sentence: packed[9] && unpackSentence(packed[9], ids),
	steps: packed[10],
	kinship: packed[11],
	disputed: packed[12],
	opening: null,
	news: [],
});

const unpackDigest = ({ text, sentences, ...limits }: Digest): LimitedDigest => ({
	...limits,
	digest: {
		text,
		sentences: sentences.map((sentence) => ({ ...sentence, time: sentence.time && unpackTime(sentence.time) })),
	},
});

const at = (ids: readonly string[], place: Id): string => ids[place] as string;
const instantOf = (date: Date | null): Instant | null => date?.getTime() ?? null;
const dateOf = (instant: Instant | null): Date | null => (instant === null ? null : new Date(instant));
