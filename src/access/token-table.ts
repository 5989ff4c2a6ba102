import type { Database } from "../db.js";
import { hashToken, newToken } from "./access-token.js";
import type { Holder } from "./client.js";
import type { Role } from "./role.js";

/** A token that was made, without the token. */
export interface TokenRow {
	id: string;
	name: string;
	role: Role;
	createdAt: Date;
	/** Until when it is good; null for good. */
	expiresAt: Date | null;
	/** To the hour. */
	lastUsedAt: Date | null;
	revokedAt: Date | null;
}

/** Makes a token and gives it back: nobody can find it out afterwards. */
export async function createToken(
	db: Database,
	{ name, role, expiresAt }: Pick<TokenRow, "name" | "role" | "expiresAt">,
	now: Date,
	id: string,
): Promise<string> {
	const token = newToken();
	await db.prisma.accessToken.create({
		data: { id, name, role, hash: hashToken(token), createdAt: now, expiresAt },
	});
	return token;
}

/** Tokens listed at most: the latest. */
const MAX_LISTED = 1_000;

/** What tokens there are, the latest first, also those that are good no more. */
export function listTokens(db: Database): Promise<TokenRow[]> {
	return db.prisma.accessToken.findMany({
		omit: { hash: true },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: MAX_LISTED,
	});
}

/** Makes a token good for nothing, or all of one name; answers how many. */
export async function revokeTokens(db: Database, idOrName: string, now: Date): Promise<number> {
	const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(idOrName);
	const { count } = await db.prisma.accessToken.updateMany({
		where: { revokedAt: null, ...(isId ? { id: idOrName } : { name: idOrName }) },
		data: { revokedAt: now },
	});
	return count;
}

/** An hour: to note each use would be a write with each read. */
const USE_NOTED_MS = 3_600_000;

/**
 * Whose token this is; null where it is unknown, revoked or no longer good. It is looked up at each request, so that a revoked token
 * stops at once. The index compares hashes: how long that takes tells nothing of the token, since whoever tries cannot choose a hash.
 */
export async function findHolder(db: Pick<Database, "pool">, hash: string, now: Date): Promise<Holder | null> {
	const { rows } = await db.pool.query<Holder & { id: string; isNoted: boolean }>({
		name: "access-token",
		text: `select id, name, role, coalesce("lastUsedAt" > $3, false) as "isNoted" from "AccessToken"
			where hash = $1 and "revokedAt" is null and ("expiresAt" is null or "expiresAt" > $2)`,
		values: [hash, now, new Date(now.getTime() - USE_NOTED_MS)],
	});
	const [found] = rows;
	if (!found) return null;
	if (!found.isNoted) await db.pool.query(`update "AccessToken" set "lastUsedAt" = $2 where id = $1`, [found.id, now]);
	return { name: found.name, role: found.role };
}

/** Whether a token was ever made. One that was revoked counts: nobody opens the archive to all by revoking the last. */
export async function hasTokens(db: Pick<Database, "pool">): Promise<boolean> {
	const { rows } = await db.pool.query<{ has: boolean }>({
		name: "access-has-tokens",
		text: `select exists (select from "AccessToken") as has`,
	});
	return rows[0]?.has ?? false;
}
