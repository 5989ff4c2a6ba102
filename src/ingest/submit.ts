import type { FieldError } from "../article/article-draft.js";
import type { Database } from "../db.js";
import { ingestArticle } from "./ingest-article.js";
import { newId } from "./new-id.js";

/** An article as a client submits it. */
export interface ArticleSubmission {
	url: string;
	headline?: string | null | undefined;
	text: string;
	publishedAt?: Date | null | undefined;
	language?: string | null | undefined;
	sourceName?: string | null | undefined;
}

export type SubmitResult =
	| { kind: "created" | "revised" | "unchanged"; articleId: string }
	| { kind: "invalid"; errors: { path: string[]; message: string; code: "INVALID" }[] };

/** The input field from which a draft's field came. */
const INPUT_FIELDS: Readonly<Record<string, string>> = { "source.name": "sourceName" };

/** Takes a client's article through the pipeline. Submitting the same text again changes nothing. */
export async function submitArticle(db: Database, input: ArticleSubmission, now: Date): Promise<SubmitResult> {
	const result = await ingestArticle(
		db,
		{
			url: input.url,
			text: input.text,
			headline: input.headline ?? undefined,
			publishedAt: input.publishedAt?.toISOString(),
			language: input.language ?? undefined,
			source: input.sourceName ? { name: input.sourceName } : undefined,
		},
		now,
		newId,
	);
	return result.kind === "invalid" ? { kind: "invalid", errors: result.errors.map(userError) } : result;
}

function userError({ field, reason }: FieldError): { path: string[]; message: string; code: "INVALID" } {
	const name = INPUT_FIELDS[field] ?? field;
	return { path: ["input", name], message: `${name} ${reason}`, code: "INVALID" };
}
