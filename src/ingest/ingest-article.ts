import { type ArticleDraft, decideDraft, type FieldError, type SubmittedArticle } from "../article/article-draft.js";
import { decideRevision, isBetterOrigin } from "../article/decide-revision.js";
import { forgetAlike } from "../causality/forget-contexts.js";
import { lockLog, type PendingChange, recordChanges } from "../change-log.js";
import type { Database } from "../db.js";
import { mainProfile, rolesOf } from "../event/main-profile.js";
import { pointsElsewhere } from "../event/match-mention.js";
import { type ArchiveView, placeArticle } from "../event/place-article.js";
import { selectMentions } from "../event/select-mentions.js";
import { keyTerms, reportWeights } from "../event/term-weight.js";
import type { DateProvenance, TextOrigin } from "../generated/prisma/client.js";
import type { ArticleReading } from "../language/analyze.js";
import { timexInterval } from "../language/time/interval.js";
import { inTransaction, type SqlTransaction } from "../sql-transaction.js";
import { timed } from "../stage-times.js";
import { type ArchiveMemory, memoryOf } from "./archive-memory.js";
import {
	countDocument,
	frequenciesOf,
	readCounts,
	readMainCandidates,
	readMentionCandidates,
	readProfiles,
} from "./archive-reader.js";
import { markContexts } from "./contexts/mark-contexts.js";
import { eventRows } from "./event-rows.js";
import { type ArticleReader, readHere } from "./reading/article-reader.js";
import { refreshEvents } from "./refresh-events.js";
import { repairAround } from "./repair/repair-around.js";
import { writeReportProfile } from "./report-profiles.js";
import {
	createArticle,
	type RevisedArticle,
	reviseArticle,
	type WrittenArticle,
	writeAddresses,
	writeSource,
} from "./write-article.js";
import { refreshLinks, writeLinks } from "./write-links.js";
import { writePlacement } from "./write-placement.js";

export type IngestResult =
	| { kind: "created" | "revised" | "unchanged"; articleId: string }
	| { kind: "invalid"; errors: FieldError[] };

/** By how many terms an article looks for its event. */
const ARTICLE_KEY_TERMS = 12;

/** Writes beside an article, in the same transaction: where it throws, nothing is stored. */
export type WriteBeside = (tx: SqlTransaction, articleId: string) => Promise<void>;

/**
 * Takes one article through the whole pipeline: check, read, match, link, store, log. All or nothing: it runs in one
 * transaction. Idempotent: the same text at the same URL changes nothing; another text is a revision, not a second article.
 * A text that says less than the one that is known (`decideRevision`) changes nothing either.
 * @param newId makes identifiers (UUID version 7).
 * @param writeBeside runs for an article that is unchanged too.
 */
export async function ingestArticle(
	db: Database,
	input: SubmittedArticle,
	now: Date,
	newId: () => string,
	writeBeside: WriteBeside | null = null,
): Promise<IngestResult> {
	const decision = decideDraft(input, now);
	if (decision.kind === "invalid") return decision;
	return storeArticle(db, await prepareArticle(db, decision.draft, readHere), now, newId, writeBeside);
}

/** An article that was read and is to be stored, or of which nothing is to be stored. */
export type PreparedArticle =
	| { kind: "read"; draft: ArticleDraft; reading: ArticleReading }
	| { kind: "unchanged"; articleId: string };

/** All that can be done with a checked article before it is its turn to be stored. */
export async function prepareArticle(
	db: Database,
	checked: ArticleDraft,
	reader: Pick<ArticleReader, "read">,
): Promise<PreparedArticle> {
	const known = await findKnown(db.prisma, checked);
	if (known && keepsText(known, checked)) {
		await noteUnchanged(db.prisma, known, checked);
		return { kind: "unchanged", articleId: known.id };
	}
	const draft = known ? withKnownDate(checked, known) : checked;
	// Reading is the costly part and needs no database: it runs before the writers' lock is taken.
	const { text, headline, language } = draft;
	const publishedAt = draft.publishedAt.toISOString();
	const reading = await timed("read", () => reader.read({ text, headline, language, publishedAt }));
	return { kind: "read", draft, reading };
}

/** Stores a prepared article: see `ingestArticle`. */
export async function storeArticle(
	db: Database,
	prepared: PreparedArticle,
	now: Date,
	newId: () => string,
	writeBeside: WriteBeside | null = null,
): Promise<IngestResult> {
	if (prepared.kind === "unchanged") {
		const { articleId } = prepared;
		if (writeBeside) await inTransaction(db.pool, (tx) => writeBeside(tx, articleId));
		return prepared;
	}
	const { draft, reading } = prepared;
	const memory = memoryOf(db.pool);
	const stored = await timed("store", () =>
		inTransaction(db.pool, async (tx) => {
			const done = await storeReading(tx, draft, reading, now, newId, memory);
			await writeBeside?.(tx, done.result.articleId);
			return done;
		}),
	);
	stored.remember();
	return stored.result;
}

interface KnownArticle extends RevisedArticle {
	publishedAt: Date;
	publishedAtProvenance: DateProvenance;
	/** Of the current revision. */
	contentHash: string;
	origin: TextOrigin;
	/** How many earlier revisions have the text at hand. */
	seenBefore: number;
	/** One of the addresses at hand is not on record yet. */
	missesAddress: boolean;
}

/** The article at one of these addresses with its current revision. One statement. */
async function findKnown(tx: Pick<SqlTransaction, "$queryRaw">, draft: ArticleDraft): Promise<KnownArticle | null> {
	const hashes = draft.addresses.map(({ urlHash }) => urlHash);
	const [known] = await tx.$queryRaw<KnownArticle[]>`
		with found as (
			select x."articleId" as id, count(*) over () < ${hashes.length}::int as "missesAddress"
			from "ArticleAddress" x where x."urlHash" = any(${hashes}::text[])
			order by x."urlHash" = ${draft.urlHash} desc, x."articleId" limit 1
		)
		select a.id, a."sourceId", a."isBasedOnId", a."publishedAt", a."publishedAtProvenance", r.number, r."contentHash", r.origin,
			found."missesAddress",
			(select count(*)::int from "ArticleRevision" e
				where e."articleId" = a.id and e.number < r.number and e."contentHash" = ${draft.contentHash}) as "seenBefore"
		from found join "Article" a on a.id = found.id join "ArticleRevision" r on r."articleId" = a.id
		order by r.number desc limit 1`;
	return known ?? null;
}

/** Whether the text on record stands. */
function keepsText(known: KnownArticle, draft: ArticleDraft): boolean {
	const { kind } = decideRevision(known, draft);
	return kind === "unchanged" || kind === "ignore";
}

/** What is worth keeping of a text that is known: another address it was found at, a better place where it stands. */
async function noteUnchanged(tx: SqlTransaction, known: KnownArticle, draft: ArticleDraft): Promise<void> {
	if (known.missesAddress) await writeAddresses(tx, known.id, draft.addresses);
	const isSame = known.contentHash === draft.contentHash;
	if (isSame && isBetterOrigin(draft.origin, known.origin))
		await tx.$executeRaw`
			update "ArticleRevision" set origin = ${draft.origin}::"TextOrigin"
			where "articleId" = ${known.id}::uuid and number = ${known.number}`;
}

/** An article is published once: a revision changes the date only where nobody had given one. */
function withKnownDate(draft: ArticleDraft, { publishedAt, publishedAtProvenance }: KnownArticle): ArticleDraft {
	const isBetter = publishedAtProvenance === "FIRST_SEEN" && draft.publishedAtProvenance !== "FIRST_SEEN";
	return isBetter ? draft : { ...draft, publishedAt, publishedAtProvenance };
}

interface Stored {
	result: Exclude<IngestResult, { kind: "invalid" }>;
	/** To be called once it is kept for good. */
	remember: () => void;
}

async function storeReading(
	tx: SqlTransaction,
	draft: ArticleDraft,
	reading: ArticleReading,
	now: Date,
	newId: () => string,
	memory: ArchiveMemory,
): Promise<Stored> {
	await lockLog(tx);
	// Another writer may have brought the same article while this one was read.
	const known = await findKnown(tx, draft);
	if (known && keepsText(known, draft))
		return { result: { kind: "unchanged", articleId: known.id }, remember: () => {} };

	const changes: PendingChange[] = [];
	const before = known ? await readTouched(tx, known.id) : { eventIds: [], linkIds: [] };
	const mainBefore = known ? await readMainEvent(tx, known.id) : null;
	const sourceId = known?.sourceId ?? (await writeSource(tx, draft.source, newId, changes));
	const article = known
		? await reviseArticle(tx, known, draft, reading.analysis, now, newId, changes)
		: await createArticle(tx, draft, reading.analysis, sourceId, now, newId, changes);

	const selected = selectMentions(reading, draft.text);
	const ownTerms = [...reading.terms.keys(), ...selected.terms.flat()];
	await readCounts(tx, ownTerms, memory.counts);
	const { documents } = memory.counts;
	const ownIdf = frequenciesOf(memory.counts, ownTerms);
	const weights = reportWeights(reading.terms, reading.nameTerms, ownIdf);
	const weighed = { publishedAt: draft.publishedAt, weights, nameTerms: reading.nameTerms };
	const queries = selected.mentions.flatMap((mention, index) => {
		if (selected.main.has(index)) return [];
		const range = mention.time ? timexInterval(mention.time) : null;
		const { form, definite } = mention;
		if (!pointsElsewhere({ form, definite, time: range, roles: rolesOf([mention]) })) return [];
		return [{ index, start: range?.start ?? null, end: range?.end ?? null, terms: selected.terms[index] ?? [] }];
	});
	const settled = await readSettled(tx, article, mainBefore);
	// A revision has taken from its events already what it said before: what is read of them now is not what others may remember.
	const recalled = { counts: memory.counts, profiles: known ? null : memory.profiles };
	const report = mainProfile(weighed, selected, reading);
	const mainTerms = keyTerms(weights, ownIdf, ARTICLE_KEY_TERMS);
	const [mainCandidates, mentionCandidates] = await timed("match", () =>
		Promise.all([
			settled ? [] : readMainCandidates(tx, mainTerms, report.time, recalled),
			readMentionCandidates(tx, queries, draft.publishedAt, recalled),
		]),
	);
	// A cosine needs the rarity of the candidates' own terms too: what is not looked up would pass for unheard of.
	const theirTerms = [...mainCandidates, ...(settled ? [settled.profile] : [])].flatMap(({ weights }) => [
		...weights.keys(),
	]);
	await readCounts(tx, theirTerms, memory.counts);
	const idf = frequenciesOf(memory.counts, [...ownTerms, ...theirTerms]);
	const archive: ArchiveView = { idf, settled, mainCandidates, mentionCandidates };
	const placement = placeArticle(weighed, selected, reading, archive, newId);

	const rows = eventRows(placement, idf);
	const mentionIds = await writePlacement(tx, article, draft, reading.analysis, placement, rows, now, newId, changes);
	const isCounted = !known && article.isBasedOnId === null;
	await writeReportProfile(tx, article.id, report, isCounted ? documents + 1 : null);
	const linkIds = await timed("link", () =>
		writeLinks(tx, article, draft, reading.analysis, placement, mentionIds, now, newId, changes),
	);
	const copied = await readTouchedByAll(tx, article.becameCopies);
	const effects = await refreshLinks(
		tx,
		[...new Set([...linkIds, ...before.linkIds, ...copied.linkIds])],
		now,
		changes,
	);
	const touched = [...placement.profiles.keys(), ...before.eventIds, ...copied.eventIds, ...effects];
	const asBefore = await refreshEvents(tx, touched, now, changes, rows, known ? null : article.id);
	// No answer shows yet what this article is the first to retell; who asks for its own has it worked out.
	const surely = new Set([placement.mainEventId, ...before.eventIds, ...copied.eventIds, ...effects]);
	const isShownOtherwise = (id: string) => surely.has(id) || !(asBefore.has(id) || rows.final.has(id));
	await markContexts(tx, touched.filter(isShownOtherwise), now);
	await forgetAlike(tx, placement.mainEventId);
	const main = placement.profiles.get(placement.mainEventId);
	if (main && !settled)
		await timed("repair", () =>
			repairAround(tx, main, mainCandidates, { counts: memory.counts, idf }, now, newId, changes),
		);
	if (isCounted) await countDocument(tx, weights.keys());
	await recordChanges(tx, changes, article.id, now);
	return {
		result: { kind: known ? "revised" : "created", articleId: article.id },
		remember: () => isCounted && memory.counts.add(weights.keys(), documents),
	};
}

/** The event an article is known to belong to: a copy to its original's, a new revision to its own. */
async function readSettled(
	tx: SqlTransaction,
	article: WrittenArticle,
	mainBefore: string | null,
): Promise<ArchiveView["settled"]> {
	const reason = mainBefore ? "the same article, revised" : "a copy of an article about this event";
	const eventId = mainBefore ?? (article.isBasedOnId ? await readMainEvent(tx, article.isBasedOnId) : null);
	const [profile] = eventId ? await readProfiles(tx, [eventId]) : [];
	return profile ? { eventId: profile.id, reason, profile } : null;
}

/** Where an article has come to be about several events, since one of its mentions was moved, the one it tells first. */
async function readMainEvent(tx: SqlTransaction, articleId: string): Promise<string | null> {
	const [row] = await tx.$queryRaw<{ eventId: string }[]>`
		select "eventId" from "Mention" where "articleId" = ${articleId}::uuid and "supersededAt" is null and role = 'MAIN'
		order by index limit 1`;
	return row?.eventId ?? null;
}

const readTouched = (tx: SqlTransaction, articleId: string) => readTouchedByAll(tx, [articleId]);

/** Events and links that articles speak of, as far as they still count. */
async function readTouchedByAll(
	tx: SqlTransaction,
	articleIds: readonly string[],
): Promise<{ eventIds: string[]; linkIds: string[] }> {
	if (articleIds.length === 0) return { eventIds: [], linkIds: [] };
	const rows = await tx.$queryRaw<{ eventId: string | null; linkId: string | null }[]>`
		select distinct "eventId", null::uuid as "linkId" from "Mention"
		where "articleId" = any(${[...articleIds]}::uuid[]) and "supersededAt" is null
		union all
		select distinct null::uuid, "linkId" from "Evidence"
		where "articleId" = any(${[...articleIds]}::uuid[]) and "supersededAt" is null
		order by 1, 2`;
	return {
		eventIds: rows.flatMap(({ eventId }) => eventId ?? []),
		linkIds: rows.flatMap(({ linkId }) => linkId ?? []),
	};
}
