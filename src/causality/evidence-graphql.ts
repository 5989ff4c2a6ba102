import { Article, loadArticle } from "../article/article-graphql.js";
import { type SpanView, TextSpan } from "../article/text-span-graphql.js";
import { Certainty } from "../event/mention-graphql.js";
import { askedOf } from "../graphql/asked-fields.js";
import { builder } from "../graphql/builder.js";
import { fetchableById } from "../graphql/node.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type Known, type ReferredRows, type Row, rowLoader, showing } from "../graphql/rows.js";
import type { AsOf } from "../known.js";
import { type MaybePromise, whenThere } from "../maybe-promise.js";
import { loadSource, Source } from "../source/source-graphql.js";
import type { CitedSentence } from "./context.js";
import { Stance } from "./link-enums-graphql.js";

interface Citation {
	article: Row<"Article">;
	source: Row<"Source">;
}

/** A cited sentence as it is shown. */
export type EvidenceView = CitedSentence & Known & Citation & { span: SpanView };

const CITATION: ReferredRows<CitedSentence, Citation> = {
	article: { field: "Evidence.article", id: "articleId", load: loadArticle },
	source: { field: "Evidence.source", id: "sourceId", load: loadSource },
};

/** Cited sentences as they are seen at an instant, with what the operation shows of them. */
export const showEvidence = (
	context: RequestContext,
	sentences: readonly CitedSentence[],
	knownAt: AsOf | null,
): MaybePromise<EvidenceView[]> =>
	whenThere(showing(context, sentences, knownAt, CITATION), (shown) => {
		const asksSpan = askedOf(context, "Evidence.span") !== "nothing";
		if (asksSpan) for (const one of shown) (one as EvidenceView).span = spanOf(one);
		return shown as EvidenceView[];
	});

const spanOf = ({ revisionId, start, end, exact, knownAt }: CitedSentence & Known): SpanView => ({
	revisionId,
	start,
	end,
	exact,
	knownAt,
});

/** Cited sentences by id: of a link's evidence, else of the mention that tells an event. */
export const loadEvidence = rowLoader<EvidenceView>("Evidence", async (context, ids, knownAt) =>
	showEvidence(context, await readCited(context, ids), knownAt),
);

async function readCited({ db }: RequestContext, ids: string[]): Promise<CitedSentence[]> {
	const rows = await db.prisma.evidence.findMany({ where: { id: { in: ids } } });
	const found = new Set(rows.map(({ id }) => id));
	const evidence = rows.map(({ spanStart, spanEnd, ...row }) => ({ ...row, start: spanStart, end: spanEnd }));
	const others = ids.filter((id) => !found.has(id));
	if (others.length === 0) return evidence;
	const mentions = await db.prisma.mention.findMany({
		where: { id: { in: others } },
		include: { article: { select: { sourceId: true, firstSeenAt: true } } },
	});
	const told = mentions.map(({ sentenceStart, sentenceEnd, sentence, article, ...mention }) => ({
		...mention,
		sourceId: article.sourceId,
		recordedAt: article.firstSeenAt,
		start: sentenceStart,
		end: sentenceEnd,
		exact: sentence,
		signalStart: null,
		signalEnd: null,
		signal: null,
		stance: "SUPPORTS" as const,
	}));
	return [...evidence, ...told];
}

export const Evidence = builder.objectRef<EvidenceView>("Evidence").implement({
	description: "One sentence of an article that says what is claimed, or denies it.",
	fields: (t) => ({
		article: t.expose("article", { type: Article, description: "The article that says so." }),
		source: t.expose("source", { type: Source, description: "The outlet that published it." }),
		span: t.expose("span", { type: TextSpan, description: "The sentence." }),
		signal: t.field({
			type: TextSpan,
			nullable: true,
			description: "The connective, e.g. `in response to`; null when implicit.",
			resolve: ({ revisionId, signalStart, signalEnd, signal, knownAt }) =>
				signalStart === null || signalEnd === null
					? null
					: { revisionId, start: signalStart, end: signalEnd, exact: signal, knownAt },
		}),
		stance: t.expose("stance", { type: Stance, description: "Whether it speaks for the claim or against it." }),
		attributedTo: t.exposeString("attributedTo", {
			nullable: true,
			description: "Who asserts it, when not the outlet itself: print it as their claim.",
		}),
		certainty: t.expose("certainty", { type: Certainty, description: "How sure the words are." }),
		confidence: t.exposeFloat("confidence", { description: "0–1: how sure the reading of the sentence is." }),
		publishedAt: t.expose("publishedAt", { type: "DateTime", description: "Publication of the article." }),
		recordedAt: t.expose("recordedAt", { type: "DateTime", description: "When this service recorded it." }),
	}),
});

fetchableById(Evidence, loadEvidence);

export const EvidenceConnection = builder.connectionObject(
	{ type: Evidence, name: "EvidenceConnection", description: "Evidence, in pages." },
	{ name: "EvidenceEdge", description: "A piece of evidence and its place in the list." },
);
