import { v7 } from "uuid";

/** A fresh identifier: UUID version 7 (RFC 9562), so that rows of one time lie together in their index. */
export function newId(): string {
	return v7();
}
