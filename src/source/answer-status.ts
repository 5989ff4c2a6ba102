const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Whether an answer with this status sends the client elsewhere. */
export function isRedirect(status: number): boolean {
	return REDIRECTS.has(status);
}

/** What a status that is neither success nor a redirect to follow means. */
export function codeForStatus(
	status: number,
): "GONE" | "RATE_LIMITED" | "HTTP_CLIENT_ERROR" | "HTTP_SERVER_ERROR" | "REDIRECTS" {
	if (status === 410) return "GONE";
	if (status === 429) return "RATE_LIMITED";
	if (400 <= status && status < 500) return "HTTP_CLIENT_ERROR";
	// 300, 305 and 306 have no target that a program could choose; a 304 that was not asked for is a server's mistake.
	return 300 <= status && status < 400 && status !== 304 ? "REDIRECTS" : "HTTP_SERVER_ERROR";
}
