import { byKey, loaderFor } from "../batch.js";
import { Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { badUserInput } from "../graphql/client-error.js";
import { connect } from "../graphql/connection.js";
import { enumType } from "../graphql/enum-type.js";
import { keysetList, where } from "../graphql/keyset.js";
import { fetchableById } from "../graphql/node.js";
import { pageCost } from "../graphql/page.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Row, required, rowLoader } from "../graphql/rows.js";
import { reads } from "../graphql/shown-columns.js";
import { type AsOf, instantName, knownBy } from "../known.js";
import { whenThere } from "../maybe-promise.js";
import { Article } from "./article-graphql.js";
import { diffTexts, type TextDiff as TextDiffShape } from "./text-diff.js";

/** A stretch of one revision's text. `exact` is the quotation where it is at hand; else it is cut out of the text. */
export interface SpanView {
	revisionId: string;
	start: number;
	end: number;
	exact: string | null;
	knownAt: AsOf | null;
}

const loadRevision = rowLoader("ArticleRevision", ({ db }, ids) =>
	db.prisma.articleRevision.findMany({ where: { id: { in: ids } }, omit: { reportWords: true } }),
);

export const ArticleRevision = builder.prismaObject("ArticleRevision", {
	fields: (t) => ({
		number: t.exposeInt("number"),
		fetchedAt: t.expose("fetchedAt", { type: "DateTime", description: "When this service fetched the page." }),
		headline: t.exposeString("headline", { description: "The headline as printed then." }),
		text: t.exposeString("text", {
			description: "The text as printed then. Offsets of spans count its UTF-16 code units.",
		}),
	}),
});

fetchableById(ArticleRevision, loadRevision);

const DiffOp = enumType("DiffOp", "Which of two texts a stretch stands in.", {
	EQUAL: "In both.",
	INSERT: "Only in this revision.",
	DELETE: "Only in the revision it is compared with.",
});

const TextDiff = builder.objectRef<TextDiffShape>("TextDiff").implement({
	description: "A stretch of text that was kept, added or taken out.",
	fields: (t) => ({
		op: t.expose("op", { type: DiffOp, description: "What became of it." }),
		text: t.exposeString("text", { description: "The stretch, never empty." }),
	}),
});

/**
 * A comparison can take half a second where the texts are long and unlike: a hundred of them are the most that one
 * question may ask for.
 */
const DIFF_COST = 500;

builder.prismaObjectField(ArticleRevision, "diff", (t) =>
	t.field({
		type: [TextDiff],
		description:
			"What changed in the text, by words, in order: EQUAL and DELETE together are the other revision's text, EQUAL and INSERT this one's. The first revision is all INSERT.",
		args: {
			against: t.arg.int({ description: "Number of the revision to compare with; the one before where absent." }),
		},
		complexity: { field: DIFF_COST, multiplier: 1 },
		resolve: async (revision, { against }, context) => {
			const before = await textAgainst(context, revision, against ?? null);
			// Other questions get their turn between two comparisons.
			await new Promise(setImmediate);
			return diffTexts(before, revision.text);
		},
	}),
);

/**
 * The text of the article's revision with this number. Throws BAD_USER_INPUT where there is none, or none that was
 * known at the instant.
 */
async function textAgainst(
	context: RequestContext,
	{ articleId, number, text, knownAt }: Row<"ArticleRevision">,
	against: number | null,
): Promise<string> {
	if (against === number) return text;
	if (against === null && number === 1) return "";
	const asked = against ?? number - 1;
	const what = `text of revision ${instantName(knownAt)}`;
	const loader = loaderFor(context, what, (keys) => readTexts(context, keys, knownAt));
	const other = await loader.load(`${articleId} ${asked}`);
	if (other === null) throw badUserInput(`against: the article has no revision ${asked}`);
	return other;
}

/** Texts by "article number", in one statement. */
async function readTexts({ db }: RequestContext, keys: string[], knownAt: AsOf | null): Promise<Map<string, string>> {
	const articleIds = keys.map((key) => key.split(" ")[0]);
	const numbers = keys.map((key) => Number(key.split(" ")[1]));
	const known = knownBy("revision", "r", knownAt);
	const rows = await db.prisma.$queryRaw<{ articleId: string; number: number; text: string }[]>`
		select r."articleId", r."number", r."text" from unnest(${articleIds}::uuid[], ${numbers}::int[]) as asked(id, "number")
		join "ArticleRevision" r on r."articleId" = asked.id and r."number" = asked."number" ${known ? where(known) : Prisma.empty}`;
	return new Map(rows.map((row) => [`${row.articleId} ${row.number}`, row.text]));
}

const ArticleRevisionConnection = builder.connectionObject(
	{ type: ArticleRevision, name: "ArticleRevisionConnection", description: "Revisions of an article, in pages." },
	{ name: "ArticleRevisionEdge", description: "A revision and its place in the list." },
);

/**
 * Context on either side of a quotation, enough to find it again in a changed text (W3C Web Annotation leaves it
 * open).
 */
const CONTEXT_LENGTH = 32;

const isLowSurrogate = (code: number) => 0xdc00 <= code && code <= 0xdfff;

/** At most 32 code units before `start`, never half a character. */
function textBefore(text: string, start: number): string {
	const from = Math.max(0, start - CONTEXT_LENGTH);
	return text.slice(isLowSurrogate(text.charCodeAt(from)) ? from + 1 : from, start);
}

/** At most 32 code units from `end`, never half a character. */
function textAfter(text: string, end: number): string {
	const to = Math.min(text.length, end + CONTEXT_LENGTH);
	return text.slice(end, isLowSurrogate(text.charCodeAt(to)) ? to - 1 : to);
}

const revisionOf = (context: RequestContext, { revisionId, knownAt }: SpanView) =>
	required(loadRevision(context, revisionId, knownAt));

export const TextSpan = builder.objectRef<SpanView>("TextSpan").implement({
	description:
		"A quotation by position and by content over one revision of an article (W3C Web Annotation selectors). Offsets are UTF-16 code units, half-open: `text.slice(start, end)`.",
	fields: (t) => ({
		articleRevision: t.field({
			type: ArticleRevision,
			description: "The revision that is quoted.",
			resolve: (span, _args, context) => revisionOf(context, span),
		}),
		start: t.exposeInt("start", { description: "Offset of its first code unit." }),
		end: t.exposeInt("end", { description: "Offset after its last code unit." }),
		exact: t.string({
			description: "The quotation.",
			resolve: (span, _args, context) =>
				span.exact ?? whenThere(revisionOf(context, span), ({ text }) => text.slice(span.start, span.end)),
		}),
		prefix: t.string({
			description: "What stands before it: at most 32 code units.",
			resolve: async (span, _args, context) => textBefore((await revisionOf(context, span)).text, span.start),
		}),
		suffix: t.string({
			description: "What stands after it: at most 32 code units.",
			resolve: async (span, _args, context) => textAfter((await revisionOf(context, span)).text, span.end),
		}),
	}),
});

const SectionRole = enumType("SectionRole", "What a stretch of an article is for.", {
	LEAD: "The opening: what is new.",
	BODY: "The report.",
	BACKGROUND: "What preceded the news.",
	QUOTE: "A statement quoted at length.",
	BOILERPLATE: "What stands under every article: subscriptions, copyright.",
});

interface SectionView {
	index: number;
	heading: string | null;
	role: typeof SectionRole.$inferType;
	start: number;
	end: number;
	text: string;
}

const ArticleSection = builder.objectRef<SectionView>("ArticleSection").implement({
	description: "Consecutive paragraphs of an article with one role.",
	fields: (t) => ({
		index: t.exposeInt("index", { description: "Position in the article, from 0." }),
		heading: t.exposeString("heading", {
			nullable: true,
			description: "The heading as printed, without a closing colon.",
		}),
		role: t.expose("role", { type: SectionRole, description: "What it is for." }),
		text: t.exposeString("text", { description: "Its text, with the heading." }),
		start: t.exposeInt("start", {
			description: "Offset of its first UTF-16 code unit in the text of the latest revision.",
		}),
		end: t.exposeInt("end", { description: "Offset after its last UTF-16 code unit." }),
	}),
});

/** The revision to be shown at an instant is the latest of these: see `isTextRead`. */
function revisionsKnownBy(knownAt: AsOf | null) {
	if (!knownAt) return {};
	const fetched = { fetchedAt: { lte: knownAt.at } };
	return knownAt.clock === "PUBLISHED" ? { OR: [{ number: 1 }, fetched] } : fetched;
}

async function readSections(
	{ db }: RequestContext,
	articleIds: string[],
	knownAt: AsOf | null,
): Promise<Map<string, SectionView[]>> {
	const revisions = await db.prisma.articleRevision.findMany({
		where: { articleId: { in: articleIds }, ...revisionsKnownBy(knownAt) },
		include: { sections: { orderBy: { index: "asc" } } },
		omit: { reportWords: true },
		orderBy: { number: "asc" },
	});
	// Of several revisions the last one in the list stays.
	const latest = byKey(revisions, (revision) => revision.articleId);
	return new Map(
		[...latest].map(([articleId, { sections, text }]) => [
			articleId,
			sections.map((section) => ({ ...section, text: text.slice(section.start, section.end) })),
		]),
	);
}

builder.prismaObjectFields(Article, (t) => ({
	sections: t.field({
		...reads("Article"),
		type: [ArticleSection],
		description: "Its latest text in sections, in order.",
		complexity: { field: 2, multiplier: 10 },
		resolve: async ({ id, knownAt }, _args, context) => {
			const what = `sections ${instantName(knownAt)}`;
			return (await loaderFor(context, what, (ids) => readSections(context, ids, knownAt)).load(id)) ?? [];
		},
	}),
	revisions: t.field({
		...reads("Article"),
		type: ArticleRevisionConnection,
		description: "What the page said at each fetch at which it had changed, latest first.",
		args: t.arg.connectionArgs(),
		complexity: pageCost,
		resolve: ({ id, knownAt }, page, context) => {
			const known = knownBy("revision", "revision", knownAt);
			const listing = {
				order: { name: "ArticleRevision.NUMBER", kind: "integer", direction: "DESC" } as const,
				by: Prisma.sql`revision."number"`,
				id: Prisma.sql`revision."id"`,
				rows: Prisma.sql`from "ArticleRevision" revision ${where(Prisma.sql`revision."articleId" = parent.id`, known)}`,
			};
			return connect(keysetList(context, listing, id, loadRevision, knownAt), page);
		},
	}),
}));
