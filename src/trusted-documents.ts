import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "./json.js";

/** By which an operation is known: the SHA-256 of its text, in hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Reads trusted documents: a JSON file `{"<any key>": "<text>"}`, as code generators write it, or a directory of `.graphql` files.
 * They are known by the hash of their text; the keys do not count. Throws where the path cannot be read or holds something else.
 */
export function readTrustedDocuments(path: string): ReadonlyMap<string, string> {
	return new Map(readTexts(path).map((text) => [sha256(text), text]));
}

function readTexts(path: string): string[] {
	if (statSync(path).isDirectory()) {
		const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".graphql"));
		return names.sort().map((name) => readFileSync(join(path, name), "utf8"));
	}
	const value: unknown = JSON.parse(readFileSync(path, "utf8"));
	const texts = isObject(value) ? Object.values(value) : [];
	if (texts.length > 0 && texts.every((text) => typeof text === "string")) return texts;
	throw new Error("it must be a JSON object whose values are the texts of operations");
}
