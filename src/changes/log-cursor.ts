import { createHmac, timingSafeEqual } from "node:crypto";

/** The first byte of every cursor; another layout gets another number. */
const VERSION = 1;
/** Version, position, signature: 16 bytes, 22 characters. */
const POSITION_AT = 1;
const SIGNATURE_AT = 9;
const BYTES = 16;
const CURSOR = /^[\w-]{22}$/;

/**
 * The cursor of a position in the log: "everything up to here is known to me". Opaque, the same wherever it is given out, and signed with
 * the key of the log, so that one that was made up, cut off, or belongs to another archive is told from one of ours.
 * @param key of the log (`ChangeLog.key`).
 */
export function logCursor(position: bigint, key: string): string {
	const bytes = Buffer.alloc(BYTES);
	bytes[0] = VERSION;
	bytes.writeBigInt64BE(position, POSITION_AT);
	signature(bytes, key).copy(bytes, SIGNATURE_AT);
	return bytes.toString("base64url");
}

/** The position that a cursor stands for; null where it is no cursor of this log. */
export function logPosition(cursor: string, key: string): bigint | null {
	if (!CURSOR.test(cursor)) return null;
	const bytes = Buffer.from(cursor, "base64url");
	// Some texts that differ in their last character are the same bytes; only one of them was given out.
	if (bytes.length !== BYTES || bytes[0] !== VERSION || bytes.toString("base64url") !== cursor) return null;
	const isOurs = timingSafeEqual(bytes.subarray(SIGNATURE_AT), signature(bytes, key));
	return isOurs ? bytes.readBigInt64BE(POSITION_AT) : null;
}

function signature(bytes: Buffer, key: string): Buffer {
	const digest = createHmac("sha256", key).update(bytes.subarray(0, SIGNATURE_AT)).digest();
	return digest.subarray(0, BYTES - SIGNATURE_AT);
}
