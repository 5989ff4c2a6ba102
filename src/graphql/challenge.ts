/** The header `www-authenticate` of a 401 (RFC 6750 §3). The message is of our own, in ASCII. */
export const challenge = (message: string): string =>
	`Bearer realm="antecedent", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
