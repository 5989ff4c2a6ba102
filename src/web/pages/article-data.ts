import type { ArticlePageQuery } from "../answers.js";
import type { Ask } from "../asking.js";
import { ARTICLE } from "../questions.js";

export type ArticleView = NonNullable<ArticlePageQuery["article"]>;

/** The article; null where there is none of this id. */
export async function loadArticle(ask: Ask, id: string): Promise<ArticleView | null> {
	return (await ask<ArticlePageQuery>(ARTICLE, { id })).article;
}
