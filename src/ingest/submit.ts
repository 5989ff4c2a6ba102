import type { FieldError, SubmittedArticle } from "../article/article-draft.js";
import { gatherSubmittedPage } from "../article/gather-article.js";
import type { Database } from "../db.js";
import { ingestArticle, type WriteBeside } from "./ingest-article.js";
import { newId } from "./new-id.js";
import type { ParseThreads } from "./parsing/parse-threads.js";
import { decideKey, findSubmission, type KeyedSubmission, KeyTakenError, takeKey } from "./submission-key.js";

/** An article as a client submits it. */
export interface ArticleSubmission {
	url: string;
	headline?: string | null | undefined;
	text?: string | null | undefined;
	/** Its page, where there is no `text`. */
	html?: string | null | undefined;
	publishedAt?: Date | null | undefined;
	language?: string | null | undefined;
	sourceName?: string | null | undefined;
	/** The same key again gives the same article. */
	idempotencyKey?: string | null | undefined;
}

/** Why a submission is not accepted, for its client. */
export interface SubmissionError {
	path: string[];
	message: string;
	code: "INVALID" | "CONFLICT";
}

export type SubmitResult =
	| { kind: "created" | "revised" | "unchanged"; articleId: string }
	| { kind: "invalid"; errors: SubmissionError[] };

/** The input field from which a draft's field came. */
const INPUT_FIELDS: Readonly<Record<string, string>> = { "source.name": "sourceName" };

/**
 * Takes a client's article through the pipeline. Submitting the same text again changes nothing. Of two submissions that come with one key at the same
 * time, the one that is stored first has it.
 * @param threads where pages are parsed; null where this process parses none.
 */
export async function submitArticle(
	db: Database,
	input: ArticleSubmission,
	now: Date,
	threads: ParseThreads | null,
): Promise<SubmitResult> {
	const key = decideKey(input.idempotencyKey, input);
	if (key.kind === "invalid") return { kind: "invalid", errors: [userError(key.error)] };
	if (key.kind === "none") return store(db, input, now, threads, null);
	const known = await recallSubmission(db, key);
	if (known) return known;
	try {
		return await store(db, input, now, threads, (tx, articleId) => takeKey(tx, key, articleId, now));
	} catch (error) {
		const taken = error instanceof KeyTakenError ? await recallSubmission(db, key) : null;
		if (!taken) throw error;
		return taken;
	}
}

/** What a submission with this key is answered that is not the first; null where it is. */
async function recallSubmission(db: Database, { key, inputHash }: KeyedSubmission): Promise<SubmitResult | null> {
	const before = await findSubmission(db, key);
	if (!before) return null;
	if (before.inputHash === inputHash) return { kind: "unchanged", articleId: before.articleId };
	const other = { field: "idempotencyKey", reason: "was used for something else; take another one" };
	return { kind: "invalid", errors: [{ ...userError(other), code: "CONFLICT" }] };
}

async function store(
	db: Database,
	input: ArticleSubmission,
	now: Date,
	threads: ParseThreads | null,
	writeBeside: WriteBeside | null,
): Promise<SubmitResult> {
	const given = await articleOf(input, threads);
	if (given.kind === "invalid") return { kind: "invalid", errors: [userError(given.error)] };
	const { article } = given;
	const result = await ingestArticle(
		db,
		{
			...article,
			headline: input.headline ?? article.headline,
			publishedAt: input.publishedAt?.toISOString(),
			language: input.language ?? article.language,
			source: input.sourceName ? { name: input.sourceName } : article.source,
		},
		now,
		newId,
		writeBeside,
	);
	return result.kind === "invalid" ? { kind: "invalid", errors: result.errors.map(userError) } : result;
}

type GivenArticle = { kind: "ok"; article: SubmittedArticle } | { kind: "invalid"; error: FieldError };

/** The article as text, or as its page tells it. */
async function articleOf({ url, text, html }: ArticleSubmission, threads: ParseThreads | null): Promise<GivenArticle> {
	const refuse = (reason: string): GivenArticle => ({ kind: "invalid", error: { field: "html", reason } });
	if (!html?.trim()) return { kind: "ok", article: { url, text: text ?? "" } };
	if (text?.trim()) return refuse("stands beside a text; give one of the two");
	if (!threads) return refuse("cannot be read: this process reads no pages");
	const response = { url, contentType: "text/html; charset=utf-8" };
	const parsed = await threads.parse({ kind: "page", bytes: new TextEncoder().encode(html), response });
	if (parsed.kind === "failed") return refuse(parsed.message);
	if (!parsed.value.isArticle) return refuse(`has no article that can be told from the rest (${parsed.value.reason})`);
	return { kind: "ok", article: gatherSubmittedPage(url, parsed.value) };
}

function userError({ field, reason }: FieldError): SubmissionError {
	const name = INPUT_FIELDS[field] ?? field;
	return { path: ["input", name], message: `${name} ${reason}`, code: "INVALID" };
}
