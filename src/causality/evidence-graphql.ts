import { Article, loadArticle } from "../article/article-graphql.js";
import { TextSpan } from "../article/text-span-graphql.js";
import { Certainty } from "../event/mention-graphql.js";
import { builder } from "../graphql/builder.js";
import { fetchableById } from "../graphql/node.js";
import { type Known, referenced, rowLoader } from "../graphql/rows.js";
import { loadSource, Source } from "../source/source-graphql.js";
import type { CitedSentence } from "./context.js";
import { Stance } from "./link-enums-graphql.js";

/** Cited sentences by id: of a link's evidence, else of the mention that tells an event. */
export const loadEvidence = rowLoader<CitedSentence>("Evidence", async ({ db }, ids) => {
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
});

export const Evidence = builder.objectRef<CitedSentence & Known>("Evidence").implement({
	description: "One sentence of an article that says what is claimed, or denies it.",
	fields: (t) => ({
		article: t.field({
			type: Article,
			description: "The article that says so.",
			resolve: ({ articleId, knownAt }, _args, context, info) =>
				referenced(loadArticle, articleId, knownAt, context, info),
		}),
		source: t.field({
			type: Source,
			description: "The outlet that published it.",
			resolve: ({ sourceId, knownAt }, _args, context, info) =>
				referenced(loadSource, sourceId, knownAt, context, info),
		}),
		span: t.field({
			type: TextSpan,
			description: "The sentence.",
			resolve: ({ revisionId, start, end, exact, knownAt }) => ({ revisionId, start, end, exact, knownAt }),
		}),
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
