import { createHash } from "node:crypto";
import type { DateProvenance } from "../generated/prisma/client.js";
import { oneLine, storedText } from "./clean-text.js";
import { parsePublicationDate } from "./publication-date.js";
import { bandKeys, type Signature, signatureOf } from "./signature.js";
import { canonicalUrl, outletHost, parseWebUrl, urlHash } from "./url.js";

/** An article as it is handed in: by import, by a client, from a feed. Nothing in it is trusted. */
export interface SubmittedArticle {
	url: string;
	headline?: string | undefined;
	text: string;
	/** ISO 8601; absent when the outlet gives none. */
	publishedAt?: string | undefined;
	language?: string | undefined;
	source?: { name?: string | undefined; homepage?: string | undefined } | undefined;
}

/** An outlet, as far as an article tells it. */
export interface SourceDraft {
	host: string;
	name: string;
	homepage: string;
}

/** A checked article, ready to be analysed and stored. */
export interface ArticleDraft {
	url: string;
	canonicalUrl: string;
	urlHash: string;
	source: SourceDraft;
	headline: string;
	text: string;
	language: string | undefined;
	publishedAt: Date;
	publishedAtProvenance: DateProvenance;
	wordCount: number;
	contentHash: string;
	signature: Signature;
	bandKeys: bigint[];
}

/** What is wrong with one field, for people. */
export interface FieldError {
	field: string;
	reason: string;
}

export type DraftDecision = { kind: "ok"; draft: ArticleDraft } | { kind: "invalid"; errors: FieldError[] };

/** A long read has 60,000 characters; two million is a book, and more is an accident or an attack. */
const MAX_TEXT_LENGTH = 2_000_000;
/** A clock may be off, and an embargoed piece be dated ahead: by months, not by years. */
const YEARS_AHEAD = 1;
const MAX_HEADLINE_LENGTH = 500;
const MAX_NAME_LENGTH = 200;

/**
 * Checks one submitted article and brings it into the form in which it is stored. All faults are reported at once.
 * An article without a date is kept: it is dated by when it was first seen (`now`), and says so.
 */
export function decideDraft(input: SubmittedArticle, now: Date): DraftDecision {
	const errors: FieldError[] = [];
	const fail = (field: string, reason: string) => errors.push({ field, reason });

	const address = parseWebUrl(input.url);
	if (address.kind === "invalid") fail("url", address.reason);

	const text = input.text.length > MAX_TEXT_LENGTH ? "" : storedText(input.text);
	if (input.text.length > MAX_TEXT_LENGTH) {
		fail("text", `has ${input.text.length} characters; the limit is ${MAX_TEXT_LENGTH}`);
	} else if (!/[\p{L}\p{N}]/u.test(text)) fail("text", "is empty");

	const given = input.publishedAt?.trim()
		? parsePublicationDate(input.publishedAt, now.getUTCFullYear() + YEARS_AHEAD)
		: null;
	if (given?.kind === "invalid") fail("publishedAt", given.reason);

	const language = input.language?.trim() ? canonicalLanguage(input.language) : undefined;
	if (language === null) fail("language", `"${oneLine(input.language ?? "", 40)}" is not a BCP 47 language tag`);

	const homepage = input.source?.homepage?.trim() ? parseWebUrl(input.source.homepage) : null;
	if (homepage?.kind === "invalid") fail("source.homepage", homepage.reason);

	if (errors.length > 0 || address.kind !== "ok" || homepage?.kind === "invalid") return { kind: "invalid", errors };
	const site = homepage?.url ?? address.url;
	const host = outletHost(site);
	const canonical = canonicalUrl(address.url.href);
	const headline = oneLine(input.headline?.trim() ? input.headline : firstLine(text), MAX_HEADLINE_LENGTH);
	const signature = signatureOf(text);
	return {
		kind: "ok",
		draft: {
			url: address.url.href,
			canonicalUrl: canonical,
			urlHash: urlHash(canonical),
			source: { host, name: oneLine(input.source?.name?.trim() || host, MAX_NAME_LENGTH), homepage: `${site.origin}/` },
			headline,
			text,
			language: language ?? undefined,
			publishedAt: given?.kind === "ok" ? given.at : now,
			publishedAtProvenance: given ? "SUBMITTED" : "FIRST_SEEN",
			wordCount: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
			contentHash: createHash("sha256").update(`${headline}\n${text}`).digest("hex"),
			signature,
			bandKeys: bandKeys(signature),
		},
	};
}

/** "EN-us" → "en-US"; null for what is no tag. */
function canonicalLanguage(tag: string): string | null {
	try {
		return Intl.getCanonicalLocales(tag.trim())[0] ?? null;
	} catch {
		return null;
	}
}

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";
