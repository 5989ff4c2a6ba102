import { safeText } from "../../article/clean-text.js";
import type { FeedDate, FeedEntry } from "../../feed/feed-document.js";
import type { Prisma } from "../../generated/prisma/client.js";

/** An entry as it is kept in `FeedEntry.payload`: its dates are text, its strings without what Postgres refuses (U+0000, lone surrogates). */
export function packEntry(entry: FeedEntry): Prisma.InputJsonObject {
	return JSON.parse(JSON.stringify(entry, (_, value) => (typeof value === "string" ? safeText(value) : value)));
}

/** The entry that was packed. */
export function unpackEntry(payload: Prisma.JsonValue): FeedEntry {
	const packed = payload as unknown as FeedEntry &
		Record<"published" | "updated", { text: string; at: string | null } | null>;
	return { ...packed, published: unpackDate(packed.published), updated: unpackDate(packed.updated) };
}

function unpackDate(date: { text: string; at: Date | string | null } | null): FeedDate | null {
	return date && { text: date.text, at: date.at === null ? null : new Date(date.at) };
}
