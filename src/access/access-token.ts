import { createHash, randomBytes } from "node:crypto";
import type { Role } from "./role.js";

/** Bytes of chance in a token: it cannot be guessed, however many are tried. */
const TOKEN_BYTES = 32;

/** Recognised by whoever looks for secrets in code and logs. */
const PREFIX = "ant_";

/** A new token: `ant_` and 43 characters. It is shown to its holder once, and kept nowhere. */
export function newToken(): string {
	return `${PREFIX}${randomBytes(TOKEN_BYTES).toString("base64url")}`;
}

/**
 * What is kept of a token: SHA-256 in hex. A slow hash is for passwords, which can be guessed; of 256 bits of chance there is nothing
 * to guess, and this one is looked up at every request.
 */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/** Whether a text can be a token of the configuration: long enough not to be guessed, and of characters that a header can carry. */
export const isToken = (text: string): boolean =>
	/^[\w.~+/-]+=*$/.test(text) && text.length >= 20 && text.length <= 500;

/** Whether a text can be the name of a token: it stands in the history, in logs and in lists. */
export const isTokenName = (name: string): boolean => /^[A-Za-z0-9][\w.-]{0,59}$/.test(name);

/** What a header `authorization` holds. */
export type Shown = { kind: "none" } | { kind: "malformed" } | { kind: "token"; hash: string };

/** Longest token looked at, in characters. */
const MAX_TOKEN = 512;

/** RFC 6750 §2.1: the scheme `Bearer`, in any case, and a token of these characters. */
const BEARER = /^bearer +([\w.~+/-]+=*) *$/i;

/** Reads `Bearer <token>`; the token itself goes no further. */
export function readAuthorization(header: unknown): Shown {
	if (header === undefined || header === null) return { kind: "none" };
	const token = typeof header === "string" && header.length <= MAX_TOKEN ? BEARER.exec(header)?.[1] : undefined;
	return token === undefined ? { kind: "malformed" } : { kind: "token", hash: hashToken(token) };
}

/** A token from the configuration, as it is kept. */
export interface ConfiguredToken {
	name: string;
	role: Role;
	hash: string;
}
