import { readBody, readBodyStart } from "./answer-body.js";
import { type AnswerHeaders, headerOf, readAnswerHeaders } from "./answer-headers.js";
import { codeForStatus, isRedirect } from "./answer-status.js";
import { protectionInHeaders } from "./bot-challenge.js";
import { startDeadline } from "./deadline.js";
import { FetchFault, type FetchFaultCode, faultOf } from "./fetch-fault.js";
import { createGate, type Gate } from "./gate.js";
import { decideNextHop } from "./next-hop.js";
import { conditionalHeaders, isSendable, requestHeaders } from "./request-headers.js";
import { readWebAddress } from "./web-address.js";
import { openWire, type Wire, type WireAnswer } from "./wire.js";

/** Why a fetch gave nothing to read. `ROBOTS` is for callers that ask robots.txt first; `fetch` itself never answers it. */
export type FetchErrorCode =
	| FetchFaultCode
	| "HTTP_CLIENT_ERROR"
	| "HTTP_SERVER_ERROR"
	| "RATE_LIMITED"
	| "GONE"
	| "ROBOTS";

/** One thing to fetch. */
export interface FetchRequest {
	url: string;
	/** What is hoped for; decides the `Accept` header. */
	accept: "feed" | "page" | "text";
	/** Validators of the copy the caller holds: then `not-modified` is a possible answer. */
	etag?: string | null;
	lastModified?: string | null;
	/** Gives the fetch up; it then answers `TIMEOUT`. */
	signal?: AbortSignal;
	/** Most bytes after decompression, where it is not the fetcher's own limit. */
	maxBytes?: number;
}

/** Where an answer came from, and what its headers say. */
export interface FetchedHeaders extends AnswerHeaders {
	status: number;
	/** Where the answer came from, after redirects. */
	url: string;
	/** The new address if every hop from the start was permanent (301 or 308), else null. */
	movedTo: string | null;
}

/** What came of a fetch. */
export type FetchResult =
	| ({ kind: "ok"; bytes: Uint8Array } & FetchedHeaders)
	| ({ kind: "not-modified" } & FetchedHeaders)
	| {
			kind: "failed";
			code: FetchErrorCode;
			/** One line for an operator: names host, limit and value; no secrets (so no path and no query). */
			message: string;
			/** Of the last answer, which may be the redirect to a host that gave none; null where there was none at all. */
			httpStatus: number | null;
			retryAfterSeconds: number | null;
			/** As in `FetchedHeaders`, of an error answer; null where no answer came from there. */
			movedTo: string | null;
			/** First kB of the body of an error answer, to recognise bot challenges; "" where there was none. */
			bodyStart: string;
			/** The bot protection that the headers of the answer name, where they do. */
			botProtection?: string;
	  };

/** How a fetcher reaches out; all but the name it gives itself has a default. */
export interface FetchOptions {
	/** Sent with each request, e.g. `Antecedent/0.1 (+https://antecedent.example/bot)`. */
	userAgent: string;
	/** `127.0.0.1:8080`, `intranet.example`, `10.0.0.0/8`: hosts, with or without port, or CIDR ranges that may be private. */
	allowPrivate: readonly string[];
	/** For looking up the name, connecting and the TLS handshake together. */
	connectTimeoutMs: number;
	/** From asking to the end of the answer's headers, for each hop. */
	firstByteTimeoutMs: number;
	/** For everything: all hops and the whole body. */
	totalTimeoutMs: number;
	/** Of the body, after decompression. */
	maxBytes: number;
	maxHeaderBytes: number;
	maxRedirects: number;
	/** For tests: name → addresses. */
	lookup?: (hostname: string) => Promise<{ address: string; family: 4 | 6 }[]>;
	/** An HTTP proxy that all requests go through; it may be private. */
	proxyUrl?: string | null;
	/** PEM certificates that are trusted besides the usual ones. */
	trustedCertificates?: readonly string[];
}

/** The one way out. */
export interface Fetcher {
	/** Never rejects. */
	fetch(request: FetchRequest): Promise<FetchResult>;
	/** Ends what is under way and closes all connections. */
	close(): Promise<void>;
}

/**
 * The limits of a fetcher that is not told others. Time and size of a body are Miniflux's, which many thousand feeds have
 * tried; they prefer missing a feed that nobody could read in time over one server that holds up the others.
 */
export const DEFAULT_FETCH_LIMITS = {
	// A look-up, a round trip and a handshake; a server that needs longer is down or drops our packets.
	connectTimeoutMs: 5_000,
	// Feeds that are put together at each request take seconds, rarely more.
	firstByteTimeoutMs: 10_000,
	totalTimeoutMs: 20_000,
	// The largest feeds with full texts have some 10 MB.
	maxBytes: 15_000_000,
	// Node's own limit.
	maxHeaderBytes: 16_384,
	// As in RFC 9309 §2.3.1.2 for robots.txt; real chains have two or three hops (http → https → www → path).
	maxRedirects: 5,
} as const;

/** Requests to one host at a time, whoever asks: no server can feel more than one reader of us. */
const PLACES_PER_HOST = 1;

/** A fetcher; close it when done. Throws where an option cannot be understood. */
export function createFetcher(options: Partial<FetchOptions> & { userAgent: string }): Fetcher {
	const given = { allowPrivate: [], proxyUrl: null, trustedCertificates: [], ...DEFAULT_FETCH_LIMITS, ...options };
	if (!isSendable(given.userAgent)) throw new Error("The user agent is empty, or no header can have its characters");
	const outside: Outside = {
		...given,
		wire: openWire({ ...given, lookup: options.lookup }),
		gate: createGate(PLACES_PER_HOST),
	};
	return {
		async fetch(request) {
			const journey: Journey = { trail: [], permanent: true, status: null };
			try {
				return await travel(request, outside, journey);
			} catch (error) {
				const host = journey.trail.at(-1)?.host ?? "the request";
				const { code, message } = request.signal?.aborted
					? new FetchFault("TIMEOUT", `${host}: given up by the caller`)
					: faultOf(error, host);
				const nothing = { retryAfterSeconds: null, movedTo: null, bodyStart: "" };
				return { kind: "failed", code, message, httpStatus: journey.status, ...nothing };
			}
		},
		close: () => outside.wire.close(),
	};
}

interface Outside {
	userAgent: string;
	totalTimeoutMs: number;
	maxBytes: number;
	maxRedirects: number;
	wire: Wire;
	gate: Gate;
}

/** How far a fetch has come. */
interface Journey {
	/** The URLs asked, in order. */
	trail: URL[];
	/** Whether all redirects so far were. */
	permanent: boolean;
	/** Of the last answer. */
	status: number | null;
}

/** From hop to hop until there is an answer. */
async function travel(request: FetchRequest, outside: Outside, journey: Journey): Promise<FetchResult> {
	const start = readWebAddress(request.url);
	if (start.kind === "refused") throw new FetchFault("UNSUPPORTED_SCHEME", start.reason);
	let { url } = start;
	journey.trail.push(url);
	// Waiting for the first turn is no fault of the server, so the clock starts after it.
	let leave = await outside.gate.enter(url.hostname, request.signal ?? new AbortController().signal);
	const ms = outside.totalTimeoutMs;
	const total = startDeadline(ms, `${url.host}: not done after ${ms} ms`, request.signal);
	try {
		for (;;) {
			const answer = await outside.wire.ask(url, headersFor(request, outside, journey), total.signal);
			journey.status = answer.status;
			if (!isRedirect(answer.status)) return await readAnswer(answer, request, outside, journey);
			answer.body.destroy();
			leave();
			const next = decideNextHop(
				answer.status,
				headerOf(answer.headers, "location"),
				journey.trail,
				outside.maxRedirects,
			);
			if (next.kind === "refused") throw new FetchFault(next.code, next.message);
			url = next.url;
			journey.trail.push(url);
			journey.permanent &&= next.permanent;
			leave = await outside.gate.enter(url.hostname, total.signal);
		}
	} finally {
		leave();
		total.end();
	}
}

function headersFor(request: FetchRequest, outside: Outside, journey: Journey): Record<string, string> {
	return {
		...requestHeaders(request.accept, outside.userAgent),
		...(hasLeftHome(journey) ? {} : conditionalHeaders(request)),
	};
}

/** Validators are between us and the server that gave them; another must not learn them, nor could it compare. */
function hasLeftHome({ trail }: Journey): boolean {
	return trail.some(({ origin }) => origin !== trail[0]?.origin);
}

async function readAnswer(
	{ status, headers, body }: WireAnswer,
	request: FetchRequest,
	outside: Outside,
	journey: Journey,
): Promise<FetchResult> {
	const url = journey.trail.at(-1)?.href ?? request.url;
	const host = journey.trail.at(-1)?.host ?? "";
	const movedTo = journey.permanent && journey.trail.length > 1 ? url : null;
	const said = readAnswerHeaders(headers, new Date());
	const asked = hasLeftHome(journey) ? {} : conditionalHeaders(request);
	if (status === 304 && Object.keys(asked).length > 0) {
		body.resume();
		// A 304 need not repeat what it confirms.
		const etag = said.etag ?? request.etag ?? null;
		const lastModified = said.lastModified ?? request.lastModified ?? null;
		return { kind: "not-modified", ...said, etag, lastModified, status, url, movedTo };
	}
	if (200 <= status && status < 300) {
		const bytes = await readBody(body, headers, request.maxBytes ?? outside.maxBytes, host);
		return { kind: "ok", bytes, ...said, status, url, movedTo };
	}
	const bodyStart = await readBodyStart(body, headers, BODY_START_BYTES);
	const botProtection = protectionInHeaders(status, headers);
	return {
		kind: "failed",
		code: codeForStatus(status),
		message: `${host}: answers ${status}`,
		httpStatus: status,
		retryAfterSeconds: said.retryAfterSeconds,
		movedTo,
		bodyStart,
		...(botProtection !== null && { botProtection }),
	};
}

/** Titles and scripts by which challenge pages are known stand in their first lines. */
const BODY_START_BYTES = 1_024;
