import { ACCEPTED_ENCODINGS } from "./answer-body.js";

/** What is hoped for, most wanted first. Some servers answer 406 to a list that has nothing of theirs; hence the last. */
const ACCEPT = {
	feed: "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1",
	page: "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.1",
	text: "text/plain, */*;q=0.1",
} as const;

/** What a request says of us and of what we want. */
export function requestHeaders(accept: keyof typeof ACCEPT, userAgent: string): Record<string, string> {
	return { "user-agent": userAgent, accept: ACCEPT[accept], "accept-encoding": ACCEPTED_ENCODINGS };
}

/** The conditions that ask for an answer only where the copy with these validators is outdated (RFC 9110 §13.1). */
export function conditionalHeaders(validators: {
	etag?: string | null;
	lastModified?: string | null;
}): Record<string, string> {
	const { etag, lastModified } = validators;
	return {
		...(etag && isSendable(etag) && { "if-none-match": etag }),
		...(lastModified && isSendable(lastModified) && { "if-modified-since": lastModified }),
	};
}

/** Whether a header may have this value: a validator with anything else was changed on its way and is of no use. */
export function isSendable(value: string): boolean {
	return /^[\t\x20-\x7e\x80-\xff]+$/.test(value);
}
