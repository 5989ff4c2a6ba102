/** The headers of an answer, names in lower case, as undici gives them. */
export type RawHeaders = Record<string, string | string[] | undefined>;

/** What the headers of an answer say, as far as it matters for reading it and for asking again. */
export interface AnswerHeaders {
	contentType: string | null;
	contentLanguage: string | null;
	contentLocation: string | null;
	/** Validators, as the server spelled them. */
	etag: string | null;
	lastModified: string | null;
	/** How long the answer is good for, from `Cache-Control: max-age` or else `Expires`; 0 where it is not to be kept. */
	maxAgeSeconds: number | null;
	/** `Retry-After`, from now. */
	retryAfterSeconds: number | null;
}

/** Reads the headers; of one that is there twice, the first counts. What cannot be understood is null. */
export function readAnswerHeaders(headers: RawHeaders, now: Date): AnswerHeaders {
	return {
		contentType: headerOf(headers, "content-type"),
		contentLanguage: headerOf(headers, "content-language"),
		contentLocation: headerOf(headers, "content-location"),
		etag: headerOf(headers, "etag"),
		lastModified: headerOf(headers, "last-modified"),
		maxAgeSeconds: maxAge(headers, now),
		retryAfterSeconds: secondsOrDate(headerOf(headers, "retry-after"), now),
	};
}

/** One header's first value, without blanks around it; null where it is absent or empty. */
export function headerOf(headers: RawHeaders, name: string): string | null {
	const value = headers[name];
	return (Array.isArray(value) ? value[0] : value)?.trim() || null;
}

/** Larger numbers mean "for ever" and are this (RFC 9111 §1.2.2). */
const MAX_SECONDS = 2 ** 31;

/** RFC 9111 §4.2.1, as a private cache: `s-maxage` is not for us. */
function maxAge(headers: RawHeaders, now: Date): number | null {
	const control = headers["cache-control"];
	const directives = (Array.isArray(control) ? control.join(",") : (control ?? "")).toLowerCase();
	if (/(^|[\s,])no-(store|cache)($|[\s,=])/.test(directives)) return 0;
	const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(directives)?.[1];
	if (seconds) return Math.min(Number(seconds), MAX_SECONDS);
	const expires = headerOf(headers, "expires");
	if (!expires) return null;
	// From the server's own clock, where it tells it; an invalid date, as "0", means "already" (RFC 9111 §5.3).
	const from = httpDate(headerOf(headers, "date")) ?? now;
	const until = httpDate(expires) ?? from;
	return secondsBetween(from, until);
}

/** `Retry-After`: seconds, or an HTTP date (RFC 9110 §10.2.3). */
function secondsOrDate(value: string | null, now: Date): number | null {
	if (!value) return null;
	if (/^\d+$/.test(value)) return Math.min(Number(value), MAX_SECONDS);
	const date = httpDate(value);
	return date && secondsBetween(now, date);
}

function secondsBetween(from: Date, until: Date): number {
	return Math.min(Math.max(0, Math.ceil((until.getTime() - from.getTime()) / 1000)), MAX_SECONDS);
}

/** The three forms of RFC 9110 §5.6.7; the third (asctime) has no zone and is UTC as well. */
function httpDate(value: string | null): Date | null {
	if (!value || !/^[A-Za-z]{3,9},? [\w :+-]{10,40}$/.test(value) || !/\d:\d\d:\d\d/.test(value)) return null;
	const instant = Date.parse(/(GMT|UTC|[+-]\d{4})$/.test(value) ? value : `${value} GMT`);
	return Number.isNaN(instant) ? null : new Date(instant);
}
