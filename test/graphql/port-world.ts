import { canonicalUrl, urlHash } from "../../src/article/url.js";
import type { Database } from "../../src/db.js";
import type { CausalRelation, MentionRole, Stance } from "../../src/generated/prisma/client.js";
import { refreshEvents } from "../../src/ingest/refresh-events.js";
import { refreshLinks } from "../../src/ingest/write-links.js";
import { type PublicType, publicId } from "../../src/public-id.js";

/**
 * A small world of news, written row by row, so that tests know every row: a port cuts its night shifts, so its dockers
 * strike, so fruit runs short; an article of 20 March, the last, tells all of it differently.
 */

/** The UUID of the n-th row of a type. */
export function uuid(type: PublicType, n: number): string {
	const kind = [
		"Source",
		"Feed",
		"Article",
		"ArticleRevision",
		"Mention",
		"Event",
		"Evidence",
		"Entity",
		"CausalLink",
	].indexOf(type);
	return `01980000-000${kind}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** The id by which clients know the n-th row of a type. */
export const id = (type: PublicType, n: number): string => publicId(type, uuid(type, n));

export const articleUrl = (n: number): string => `https://news${n}.example/article-${n}`;

interface TestMention {
	event: number;
	role: MentionRole;
	title: string;
	/** A day, or null where the sentence gives none. */
	day: string | null;
	sentence: string;
	attributedTo?: string;
	entities?: number[];
}

interface TestClaim {
	link: number;
	sentence: string;
	signal: string | null;
	stance?: Stance;
	attributedTo?: string;
	confidence: number;
}

export interface TestArticle {
	n: number;
	source: number;
	published: string;
	headline: string;
	mentions: TestMention[];
	claims?: TestClaim[];
	copyOf?: number;
}

export const ARTICLES: TestArticle[] = [
	{
		n: 1,
		source: 1,
		published: "2031-03-01T08:00:00.000Z",
		headline: "Port of Velsen ends night shifts",
		mentions: [
			{
				event: 1,
				role: "MAIN",
				title: "Port of Velsen ends night shifts",
				day: "2031-03-01",
				sentence: "The port of Velsen ended its night shifts on Saturday.",
				entities: [1],
			},
		],
	},
	{
		n: 2,
		source: 2,
		published: "2031-03-05T08:00:00.000Z",
		headline: "Dockers walk out in Velsen",
		mentions: [
			{
				event: 2,
				role: "MAIN",
				title: "Dockers walk out in Velsen",
				day: "2031-03-05",
				sentence: "Dockers walked out on Wednesday in response to the end of night shifts.",
				entities: [1, 2],
			},
			{
				event: 1,
				role: "BACKGROUND",
				title: "the end of night shifts",
				day: null,
				sentence: "Dockers walked out on Wednesday in response to the end of night shifts.",
			},
		],
		claims: [
			{
				link: 1,
				sentence: "Dockers walked out on Wednesday in response to the end of night shifts.",
				signal: "in response to",
				confidence: 0.8,
			},
		],
	},
	{
		n: 3,
		source: 3,
		published: "2031-03-09T08:00:00.000Z",
		headline: "Fruit runs short in supermarkets",
		mentions: [
			{
				event: 3,
				role: "MAIN",
				title: "Fruit runs short in supermarkets",
				day: "2031-03-09",
				sentence: "Fruit ran short on Sunday because dockers had walked out.",
				entities: [3],
			},
			{
				event: 2,
				role: "BACKGROUND",
				title: "dockers had walked out",
				day: null,
				sentence: "Fruit ran short on Sunday because dockers had walked out.",
			},
			{
				event: 1,
				role: "BACKGROUND",
				title: "The port had ended its night shifts on 1 March",
				day: "2031-03-01",
				sentence: "The port had ended its night shifts on 1 March.",
			},
		],
		claims: [
			{
				link: 2,
				sentence: "Fruit ran short on Sunday because dockers had walked out.",
				signal: "because",
				confidence: 0.7,
			},
		],
	},
	{
		n: 4,
		source: 2,
		published: "2031-03-10T06:00:00.000Z",
		headline: "Fruit runs short in supermarkets",
		copyOf: 3,
		mentions: [
			{
				event: 3,
				role: "MAIN",
				title: "Fruit runs short in supermarkets",
				day: "2031-03-09",
				sentence: "Fruit ran short on Sunday because dockers had walked out.",
			},
		],
	},
	{
		n: 5,
		source: 1,
		published: "2031-03-20T08:00:00.000Z",
		headline: "Minister blames frost for empty shelves",
		mentions: [
			{
				event: 4,
				role: "MAIN",
				title: "Minister blames frost for empty shelves",
				day: "2031-03-20",
				sentence: "The minister denied that the strike had emptied the shelves.",
			},
			{
				event: 3,
				role: "MAIN",
				title: "Shelves stay empty",
				day: "2031-03-08",
				sentence: "Shelves have been empty since 8 March.",
				entities: [4],
			},
			{
				event: 3,
				role: "BACKGROUND",
				title: "empty shelves",
				day: "2031-03-08",
				sentence: "Shelves have been empty since 8 March.",
			},
			{
				event: 5,
				role: "BACKGROUND",
				title: "Frost killed the blossom in February",
				day: "2031-02-11",
				sentence: "Frost killed the blossom in February, and so shelves are empty, she said.",
			},
		],
		claims: [
			{
				link: 2,
				sentence: "The minister denied that the strike had emptied the shelves.",
				signal: null,
				stance: "CONTRADICTS",
				attributedTo: "the minister",
				confidence: 0.6,
			},
			{
				link: 3,
				sentence: "Frost killed the blossom in February, and so shelves are empty, she said.",
				signal: "so",
				attributedTo: "the minister",
				confidence: 0.6,
			},
		],
	},
];

const LINKS: { n: number; cause: number; effect: number; relation: CausalRelation }[] = [
	{ n: 1, cause: 1, effect: 2, relation: "CAUSE" },
	{ n: 2, cause: 2, effect: 3, relation: "CAUSE" },
	{ n: 3, cause: 5, effect: 3, relation: "CAUSE" },
];

const ENTITIES = ["Port of Velsen", "Dockers' Union", "Fruit Board", "Frost Institute"];

/** Writes the world into an empty database. */
export async function writePortWorld(db: Database): Promise<void> {
	const { prisma } = db;
	await prisma.source.createMany({
		data: [
			{
				id: uuid("Source", 1),
				host: "news1.example",
				name: "Harbour Post",
				homepage: "https://news1.example/",
				language: "en",
			},
			{ id: uuid("Source", 2), host: "news2.example", name: "Coast Daily", ownerGroup: "tide" },
			{ id: uuid("Source", 3), host: "news3.example", name: "Evening Ledger", ownerGroup: "tide" },
		],
	});
	await prisma.feed.create({
		data: {
			id: uuid("Feed", 1),
			url: "https://news1.example/feed",
			urlHash: urlHash("feed"),
			host: "news1.example",
			sourceId: uuid("Source", 1),
			format: "RSS",
		},
	});
	await prisma.entity.createMany({
		data: ENTITIES.map((name, index) => ({
			id: uuid("Entity", index + 1),
			type: "ORGANIZATION" as const,
			name,
			key: name.toLowerCase(),
			aliases: [`${name} (VLS)`],
		})),
	});
	const instant = new Date("2031-03-01T00:00:00.000Z");
	await prisma.event.createMany({
		data: [1, 2, 3, 4, 5].map((n) => ({
			id: uuid("Event", n),
			title: "",
			type: "OTHER" as const,
			status: "OCCURRED" as const,
			occurredAt: instant,
			firstReportedAt: instant,
			lastReportedAt: instant,
			confidence: 0,
			// What the stages of matching would keep; makes events about one subject candidates for each other.
			keyTerms: ["port", "strike"],
			centroid: { port: 1, strike: 1 },
		})),
	});
	await prisma.causalLink.createMany({
		data: LINKS.map(({ n, cause, effect, relation }) => ({
			id: uuid("CausalLink", n),
			causeId: uuid("Event", cause),
			effectId: uuid("Event", effect),
			relation,
			mode: "CONSEQUENCE" as const,
			basis: "STATED" as const,
			status: "PROPOSED" as const,
			confidence: 0,
			supporting: 0,
			contradicting: 0,
			independentSources: 0,
			attributedOnly: false,
		})),
	});
	for (const article of ARTICLES) await writeArticle(db, article);
	await prisma.$transaction(async (tx) => {
		await refreshLinks(
			tx,
			LINKS.map(({ n }) => uuid("CausalLink", n)),
			instant,
			[],
		);
		await refreshEvents(
			tx,
			[1, 2, 3, 4, 5].map((n) => uuid("Event", n)),
			instant,
			[],
		);
	});
}

const DAY_MS = 86_400_000;

/** Writes one article, whose outlet, events and links are there. */
export async function writeArticle({ prisma }: Database, article: TestArticle): Promise<void> {
	const { n, source, headline, mentions, claims = [], copyOf } = article;
	const publishedAt = new Date(article.published);
	const articleId = uuid("Article", n);
	const revisionId = uuid("ArticleRevision", n);
	const sourceId = uuid("Source", source);
	const sentences = [...new Set([...mentions, ...claims].map(({ sentence }) => sentence))];
	const text = sentences.join(" ");
	await prisma.article.create({
		data: {
			id: articleId,
			url: articleUrl(n),
			canonicalUrl: canonicalUrl(articleUrl(n)),
			urlHash: urlHash(canonicalUrl(articleUrl(n))),
			sourceId,
			headline,
			language: "en",
			publishedAt,
			listedAt: publishedAt,
			publishedAtProvenance: "SUBMITTED",
			firstSeenAt: new Date("2031-05-01T00:00:00.000Z"),
			wordCount: text.split(" ").length,
			isBasedOnId: copyOf === undefined ? null : uuid("Article", copyOf),
			signature: new Uint8Array(),
			addresses: { create: { url: articleUrl(n), urlHash: urlHash(canonicalUrl(articleUrl(n))) } },
			revisions: {
				create: {
					id: revisionId,
					number: 1,
					headline,
					text,
					contentHash: String(n),
					sections: { create: { index: 0, role: "LEAD", start: 0, end: text.length } },
				},
			},
		},
	});
	for (const [index, mention] of mentions.entries()) {
		const start = mention.day === null ? null : new Date(`${mention.day}T00:00:00.000Z`);
		const sentenceStart = text.indexOf(mention.sentence);
		await prisma.mention.create({
			data: {
				id: uuid("Mention", n * 10 + index),
				articleId,
				revisionId,
				eventId: uuid("Event", mention.event),
				index,
				role: mention.role,
				triggerStart: sentenceStart,
				triggerEnd: sentenceStart + 7,
				sentenceStart,
				sentenceEnd: sentenceStart + mention.sentence.length,
				sentence: mention.sentence,
				title: mention.title,
				type: "OTHER",
				status: "OCCURRED",
				polarity: "AFFIRMED",
				certainty: "CERTAIN",
				attributedTo: mention.attributedTo ?? null,
				timeValue: mention.day,
				timeStart: start,
				timeEnd: start && new Date(start.getTime() + DAY_MS),
				timeGranularity: start && "DAY",
				timeText: mention.day,
				confidence: 0.9,
				matchReason: "written by hand",
				publishedAt,
				participants: (mention.entities ?? []).map((entity) => ({
					entityId: uuid("Entity", entity),
					role: "ACTOR",
					isPlace: false,
				})),
			},
		});
		for (const entity of mention.entities ?? []) {
			const key = { eventId: uuid("Event", mention.event), entityId: uuid("Entity", entity) };
			await prisma.eventParticipant.upsert({
				where: { eventId_entityId: key },
				create: { ...key, role: "ACTOR", mentions: 1 },
				update: { mentions: { increment: 1 } },
			});
			const named = { articleId, entityId: uuid("Entity", entity) };
			await prisma.articleEntity.upsert({
				where: { articleId_entityId: named },
				create: { ...named, count: 1 },
				update: { count: { increment: 1 } },
			});
		}
		const told = { eventId: uuid("Event", mention.event), articleId };
		await prisma.eventArticle.upsert({
			where: { eventId_articleId: told },
			create: { ...told, role: mention.role, publishedAt, sourceId, isCopy: copyOf !== undefined },
			update: {},
		});
	}
	for (const [index, claim] of claims.entries()) {
		const spanStart = text.indexOf(claim.sentence);
		const signalStart = claim.signal === null ? null : spanStart + claim.sentence.indexOf(claim.signal);
		await prisma.evidence.create({
			data: {
				id: uuid("Evidence", n * 10 + index),
				linkId: uuid("CausalLink", claim.link),
				articleId,
				revisionId,
				sourceId,
				index,
				spanStart,
				spanEnd: spanStart + claim.sentence.length,
				signalStart,
				signalEnd: signalStart === null ? null : signalStart + (claim.signal?.length ?? 0),
				exact: claim.sentence,
				signal: claim.signal,
				relation: "CAUSE",
				mode: "CONSEQUENCE",
				basis: "STATED",
				stance: claim.stance ?? "SUPPORTS",
				attributedTo: claim.attributedTo ?? null,
				certainty: "CERTAIN",
				confidence: claim.confidence,
				publishedAt,
				isCopy: copyOf !== undefined,
			},
		});
	}
}
