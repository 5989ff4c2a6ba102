import { type DraftDecision, decideDraft, type SubmittedArticle } from "../../article/article-draft.js";
import type { ArticleText } from "../../language/analysis.js";
import { type ArticleReading, readArticle } from "../../language/analyze.js";

/** What is done with an article before the archive is asked: the costly part of ingest. */
export interface ArticleReader {
	draft(input: SubmittedArticle, now: Date): DraftDecision | Promise<DraftDecision>;
	read(text: ArticleText): ArticleReading | Promise<ArticleReading>;
}

/** Reads on the thread that asks. */
export const readHere: ArticleReader = { draft: decideDraft, read: (text) => readArticle(text) };
