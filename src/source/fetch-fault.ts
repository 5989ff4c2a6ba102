/** Why no answer could be had, or none that may be read: what goes wrong before or beside the status of an answer. */
export type FetchFaultCode =
	| "TIMEOUT"
	| "DNS"
	| "TLS"
	| "CONNECTION"
	| "BLOCKED_ADDRESS"
	| "UNSUPPORTED_SCHEME"
	| "REDIRECTS"
	| "TOO_LARGE"
	| "BAD_ENCODING";

/** A fault on the way, thrown between the parts of fetching; `fetch` turns it into a value. */
export class FetchFault extends Error {
	override name = "FetchFault";
	constructor(
		readonly code: FetchFaultCode,
		message: string,
		options?: ErrorOptions,
	) {
		super(message, options);
	}
}

/** What Node and undici throw while they fetch from a host, in our words. */
export function faultOf(error: unknown, host: string): FetchFault {
	if (error instanceof FetchFault) return error;
	const code = codeOf(error);
	const said = saidBy(error);
	const fault = (ours: FetchFaultCode, what: string) =>
		new FetchFault(ours, `${host}: ${what} (${code ? `${code}: ` : ""}${said})`, { cause: error });
	if (code === "UND_ERR_HEADERS_OVERFLOW" || code === "HPE_HEADER_OVERFLOW")
		return fault("TOO_LARGE", "headers too long");
	if (code === "ETIMEDOUT") return fault("TIMEOUT", "no connection");
	if (TLS_CODE.test(code)) return fault("TLS", "no trusted connection");
	if (DNS_CODE.test(code)) return fault("DNS", "the name leads nowhere");
	return fault("CONNECTION", "the connection failed");
}

/** Of Node's TLS module, of OpenSSL, and of the certificate checks (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const TLS_CODE =
	/^(ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|CRL_|ERROR_IN_C|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_|UND_ERR_PRX_TLS)/;

/** Of getaddrinfo and c-ares (https://nodejs.org/api/dns.html#error-codes). */
const DNS_CODE = /^(ENOTFOUND|ENODATA|EAI_|ESERVFAIL|EFORMERR|ENOTIMP|EREFUSED|EBADNAME|EBADRESP)/;

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** One printable line: names in certificates and the like come from outside. */
function saidBy(error: unknown): string {
	// Several addresses were tried: each has its own error, and the whole has no message.
	const first = error instanceof AggregateError && error.message === "" ? error.errors[0] : error;
	const message = first instanceof Error ? first.message : String(first);
	return message
		.slice(0, 200)
		.toWellFormed()
		.replace(/[\s\p{C}]+/gu, " ")
		.trim();
}
