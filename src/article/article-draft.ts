import { createHash } from "node:crypto";
import type { DateProvenance } from "../generated/prisma/client.js";
import { oneLine, storedText } from "./clean-text.js";
import { type DateCandidate, decidePublication } from "./decide-publication.js";
import type { TextOrigin } from "./decide-revision.js";
import { type ArticleAddress, articleAddress } from "./entry-address.js";
import { parsePublicationDate } from "./publication-date.js";
import { bandKeys, type Signature, signatureOf } from "./signature.js";
import { outletHost, parseWebUrl } from "./url.js";

/** What a feed or a page tells of an article beside its text. Nothing in it is trusted. */
export interface ArticleFacts {
	/** Where the text came from. */
	origin: TextOrigin;
	/** The address that the page itself names, where it is believed; null: the one it was found at. */
	canonicalUrl: string | null;
	/** Other addresses under which the same article was found. */
	addresses: readonly string[];
	description: string | null;
	byline: readonly string[];
	image: string | null;
	modifiedAt: Date | null;
	/** Dates of publication, the most reliable first. */
	dates: readonly DateCandidate[];
	/** Where the facts were read, by the name of the article's field. */
	factSources: Readonly<Record<string, string>>;
}

/** An article as it is handed in: by import, by a client, from a feed. Nothing in it is trusted. */
export interface SubmittedArticle {
	url: string;
	headline?: string | undefined;
	text: string;
	/** ISO 8601; absent when the outlet gives none. */
	publishedAt?: string | undefined;
	language?: string | undefined;
	source?: { name?: string | undefined; homepage?: string | undefined } | undefined;
	/** Absent where somebody hands the article in. */
	facts?: ArticleFacts | undefined;
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
	/** Every address under which the article was found, its own first. */
	addresses: ArticleAddress[];
	source: SourceDraft;
	headline: string;
	description: string | null;
	byline: string[];
	image: string | null;
	text: string;
	origin: TextOrigin;
	language: string | undefined;
	publishedAt: Date;
	publishedAtProvenance: DateProvenance;
	modifiedAt: Date | null;
	factSources: Readonly<Record<string, string>>;
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
/** A standfirst has 300 characters; some outlets put the whole article there. */
const MAX_DESCRIPTION_LENGTH = 2_000;
/** An investigation has a dozen authors. */
const MAX_AUTHORS = 50;

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
	const facts = input.facts ?? HANDED_IN;
	const named = facts.canonicalUrl === null ? null : parseWebUrl(facts.canonicalUrl);
	const own = named?.kind === "ok" ? named.url : address.url;
	const site = homepage?.url ?? own;
	const host = outletHost(site);
	const canonical = articleAddress(own);
	const dated = given?.kind === "ok" ? SUBMITTED(given.at) : dateOf(facts, now);
	const headline = oneLine(input.headline?.trim() ? input.headline : firstLine(text), MAX_HEADLINE_LENGTH);
	const signature = signatureOf(text);
	return {
		kind: "ok",
		draft: {
			url: address.url.href,
			canonicalUrl: canonical.url,
			urlHash: canonical.urlHash,
			addresses: allAddresses(canonical, [address.url.href, ...facts.addresses]),
			source: { host, name: oneLine(input.source?.name?.trim() || host, MAX_NAME_LENGTH), homepage: `${site.origin}/` },
			headline,
			description: facts.description?.trim() ? oneLine(facts.description, MAX_DESCRIPTION_LENGTH) : null,
			byline: facts.byline.slice(0, MAX_AUTHORS).flatMap((name) => oneLine(name, MAX_NAME_LENGTH) || []),
			image: webUrlOrNull(facts.image),
			text,
			origin: facts.origin,
			language: language ?? undefined,
			...dated,
			modifiedAt: facts.modifiedAt && facts.modifiedAt <= now ? facts.modifiedAt : null,
			factSources: facts.factSources,
			wordCount: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
			contentHash: createHash("sha256").update(`${headline}\n${text}`).digest("hex"),
			signature,
			bandKeys: bandKeys(signature),
		},
	};
}

const HANDED_IN: ArticleFacts = {
	origin: "SUBMITTED",
	canonicalUrl: null,
	addresses: [],
	description: null,
	byline: [],
	image: null,
	modifiedAt: null,
	dates: [],
	factSources: {},
};

type Dated = Pick<ArticleDraft, "publishedAt" | "publishedAtProvenance">;

/** Whoever hands an article in with a date is believed: archives hold the news of other centuries. */
const SUBMITTED = (at: Date): Dated => ({ publishedAt: at, publishedAtProvenance: "SUBMITTED" });

function dateOf(facts: ArticleFacts, now: Date): Dated {
	const { publishedAt, provenance } = decidePublication(facts.dates, now);
	return { publishedAt, publishedAtProvenance: provenance };
}

function allAddresses(own: ArticleAddress, others: readonly string[]): ArticleAddress[] {
	const all = new Map([[own.urlHash, own]]);
	for (const other of others) {
		const parsed = parseWebUrl(other);
		if (parsed.kind !== "ok") continue;
		const address = articleAddress(parsed.url);
		if (!all.has(address.urlHash)) all.set(address.urlHash, address);
	}
	return [...all.values()];
}

function webUrlOrNull(value: string | null): string | null {
	const parsed = value ? parseWebUrl(value) : null;
	return parsed?.kind === "ok" ? parsed.url.href : null;
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
