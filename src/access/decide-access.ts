import type { Client } from "./client.js";
import { includesRole, type Role } from "./role.js";

/**
 * How changes are allowed:
 * - TOKENS: to holders of tokens.
 * - OPEN: no token was ever made, and only this machine reaches the service: to whoever uses it.
 * - READ_ONLY: no token was ever made, and others reach the service: to nobody.
 */
export type AccessMode = "TOKENS" | "OPEN" | "READ_ONLY";

/** @param isLocal only this machine reaches the service. */
export function decideMode(hasTokens: boolean, isLocal: boolean): AccessMode {
	if (hasTokens) return "TOKENS";
	return isLocal ? "OPEN" : "READ_ONLY";
}

/** What a client may do; null where it may only read. */
export function roleOf({ holder, isLocal }: Client, mode: AccessMode): Role | null {
	if (holder) return holder.role;
	return mode === "OPEN" && isLocal ? "OPERATOR" : null;
}

/** Why a client may not do what needs a role; null where it may. */
export function refusalOf(client: Client, mode: AccessMode, needed: Role): string | null {
	const role = roleOf(client, mode);
	if (role && includesRole(role, needed)) return null;
	if (client.holder)
		return `this needs the role ${needed}; the token ${JSON.stringify(client.holder.name)} has ${client.holder.role}`;
	if (mode === "TOKENS")
		return `this needs a token with the role ${needed}, as the header "authorization: Bearer <token>"`;
	if (mode === "OPEN")
		return "without a token this is only done for who uses the machine itself: not through a proxy, and not for pages of others";
	return "nothing can be changed here: others can reach this service, and it has no tokens. Whoever runs it sets API_TOKENS, or makes one";
}
