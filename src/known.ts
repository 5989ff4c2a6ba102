import { Prisma } from "./generated/prisma/client.js";

/**
 * What was known at an instant, as conditions on rows. PUBLISHED: what the press had printed by then, whenever it was read. RECORDED: what this
 * service had read by then, whenever it was printed.
 */
export type KnowledgeClock = "PUBLISHED" | "RECORDED";

/** An instant, and the clock by which it is meant. */
export interface AsOf {
	at: Date;
	clock: KnowledgeClock;
}

/** Kinds of rows that can be known or not. */
export type KnownRow = "article" | "revision" | "mention" | "evidence";

/** The text of an article that counts at an instant is the latest one read by then; for what was printed, the first text stands however late it was read. */
const TEXT_READ = {
	PUBLISHED: `(:row.number = 1 or :row."fetchedAt" <= :at)`,
	RECORDED: `:row."fetchedAt" <= :at`,
};
const STILL_SAID = `(:row."supersededAt" is null or :row."supersededAt" > :at)`;
const SAID_BY_TEXT_READ = (clock: KnowledgeClock) =>
	`exists (select from "ArticleRevision" known where known.id = :row."revisionId" and ${TEXT_READ[clock].replaceAll(":row", "known")})`;

const CONDITIONS: Record<KnowledgeClock, Record<KnownRow, string>> = {
	PUBLISHED: {
		article: `:row."publishedAt" <= :at`,
		revision: TEXT_READ.PUBLISHED,
		mention: `:row."publishedAt" <= :at and ${STILL_SAID} and ${SAID_BY_TEXT_READ("PUBLISHED")}`,
		evidence: `:row."publishedAt" <= :at and ${STILL_SAID} and ${SAID_BY_TEXT_READ("PUBLISHED")}`,
	},
	RECORDED: {
		article: `:row."firstSeenAt" <= :at`,
		revision: TEXT_READ.RECORDED,
		mention: `${STILL_SAID} and ${SAID_BY_TEXT_READ("RECORDED")}`,
		evidence: `${STILL_SAID} and :row."recordedAt" <= :at`,
	},
};

/**
 * The condition under which a row was known.
 * @param row name of the table in the statement.
 * @param at the instant in the statement, such as "$2".
 */
export function conditionText(kind: KnownRow, clock: KnowledgeClock, row: string, at: string): string {
	return CONDITIONS[clock][kind].replaceAll(":row", row).replaceAll(":at", at);
}

/**
 * Which articles mention an event, or which events an article, each with the strongest role and the publication: `(select …)`, with the columns
 * of "EventArticle". That table has the present; what was told before a revision is in the mentions.
 * @param column and value: the side that is given, and its id in the statement.
 * @param mainOnly only articles that are about the event, which is quicker than to choose them afterwards.
 */
export function placesText(
	clock: KnowledgeClock,
	column: "eventId" | "articleId",
	value: string,
	at: string,
	mainOnly = false,
): string {
	const chosen = (row: string) => `${row}."${column}" = ${value}${mainOnly ? ` and ${row}.role = 'MAIN'` : ""}`;
	if (clock === "PUBLISHED")
		return `(select place.* from "EventArticle" place where ${chosen("place")} and place."publishedAt" <= ${at})`;
	// Moves of mentions from one event to another belong here, once they are recorded.
	const article = (expression: string) =>
		`(select ${expression} from "Article" about where about.id = told."articleId")`;
	return `(select told."eventId", told."articleId", min(told.role) as role, min(told."publishedAt") as "publishedAt",
		${article('about."sourceId"')} as "sourceId", ${article('about."isBasedOnId" is not null')} as "isCopy" from "Mention" told
		where ${chosen("told")} and ${conditionText("mention", clock, "told", at)} group by told."eventId", told."articleId")`;
}

/** `placesText` as the table of a statement; all that is on record, for the present. */
export function placesAt(knownAt: AsOf | null, column: "eventId" | "articleId", value: string): Prisma.Sql {
	if (!knownAt) return Prisma.raw(`(select place.* from "EventArticle" place where place."${column}" = ${value})`);
	return withInstant((at) => placesText(knownAt.clock, column, value, at), knownAt.at);
}

/** Whether a text was read: see `TEXT_READ`. */
export function isTextRead(revision: { number: number; fetchedAt: Date }, { at, clock }: AsOf): boolean {
	return (clock === "PUBLISHED" && revision.number === 1) || revision.fetchedAt <= at;
}

/** Says which instant is meant: equal for equal ones. */
export const instantName = (knownAt: AsOf | null): string =>
	knownAt ? `${knownAt.clock} ${knownAt.at.toISOString()}` : "now";

/** The condition under which a row was known, for a statement; null, no condition, for the present. */
export function knownBy(kind: KnownRow, row: string, knownAt: AsOf | null): Prisma.Sql | null {
	return knownAt && withInstant((at) => conditionText(kind, knownAt.clock, row, at), knownAt.at);
}

/** A text in which an instant stands here and there, as a statement. */
function withInstant(text: (at: string) => string, instant: Date): Prisma.Sql {
	const parts = text(MARK).split(MARK);
	return new Prisma.Sql(
		parts.map((part, index) => (index === 0 ? part : `::timestamptz${part}`)),
		Array(parts.length - 1).fill(instant.toISOString()),
	);
}

/** Stands in no statement. */
const MARK = "\u0000";
