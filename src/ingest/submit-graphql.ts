import { Article, loadArticle } from "../article/article-graphql.js";
import { builder } from "../graphql/builder.js";
import { type Row, required } from "../graphql/rows.js";
import { submitArticle } from "./submit.js";
import { UserError, type UserErrorValue } from "./user-error-graphql.js";

const SubmitArticleInput = builder.inputType("SubmitArticleInput", {
	description:
		"An article to be read. Submitting the same text again changes nothing; another text for the same address is a new revision.",
	fields: (t) => ({
		url: t.field({ type: "URL", required: true, description: "Where it was published." }),
		headline: t.string({ description: "Its headline; read from the text where absent." }),
		text: t.string({ description: "Its text, paragraphs apart by an empty line. Either this or `html`." }),
		html: t.string({
			description:
				"Its page: text, headline, date and the like are read from it, where the other fields do not give them.",
		}),
		publishedAt: t.field({
			type: "DateTime",
			description: "When it was published; read from text or address where absent.",
		}),
		language: t.field({ type: "LanguageTag", description: "The language it is written in; recognised where absent." }),
		sourceName: t.string({ description: "The name of the outlet; the host of the address where absent." }),
		idempotencyKey: t.string({
			description:
				"Any text of up to 200 characters that is yours for this submission: the same key again gives the same article and reads nothing. With something else it is a CONFLICT.",
		}),
	}),
});

interface ArticlePayloadValue {
	article: Row<"Article"> | null;
	userErrors: UserErrorValue[];
}

const ArticlePayload = builder.objectRef<ArticlePayloadValue>("ArticlePayload").implement({
	description: "The article as it is stored now, or why it was not accepted.",
	fields: (t) => ({
		article: t.expose("article", {
			type: Article,
			nullable: true,
			description: "The article; null where it was not accepted.",
		}),
		userErrors: t.expose("userErrors", {
			type: [UserError],
			description: "What has to be changed; empty where it was accepted.",
		}),
	}),
});

builder.mutationField("submitArticle", (t) =>
	t.field({
		type: ArticlePayload,
		description:
			"Reads an article at once: its events, what it says led to them, and what preceded them are there when this answers.",
		args: { input: t.arg({ type: SubmitArticleInput, required: true, description: "The article." }) },
		needs: "SUBMITTER",
		complexity: 500,
		resolve: async (_root, { input }, context) => {
			const result = await submitArticle(context.db, input, context.now, context.feeds?.threads ?? null);
			if (result.kind === "invalid") return { article: null, userErrors: result.errors };
			return { article: await required(loadArticle(context, result.articleId, null)), userErrors: [] };
		},
	}),
);
