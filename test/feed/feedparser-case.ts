import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../src/feed/decode-text.js";
import type { FeedResponse } from "../../src/feed/read-feed.js";

/** A test file of feedparser: what is in it, what came with it, and what feedparser expects of it. */
export interface FeedparserCase {
	/** Folder and file: "wellformed/atom/feed_title.xml". */
	path: string;
	bytes: Uint8Array;
	response: FeedResponse;
	/** The Python expression; null where the file carries none. */
	expect: string | null;
}

/** The address that feedparser's tests serve their files from. */
const SERVER = "http://127.0.0.1:8097/";

/** All cases below a folder, in order of their paths. */
export function readCases(root: string): FeedparserCase[] {
	const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml"));
	return files.sort().map((path) => readCase(root, path));
}

function readCase(root: string, path: string): FeedparserCase {
	const bytes = new Uint8Array(readFileSync(join(root, path)));
	const ascii = Buffer.from(bytes).toString("latin1");
	const comment = commentOf(ascii) ?? commentOf(decodeText(bytes, null, "xml").text) ?? "";
	const headers = new Map(
		[...comment.matchAll(/^\s*Header:\s*([\w-]+)\s*:\s*(.*?)\s*$/gm)].map(([, name = "", value = ""]) => [
			name.toLowerCase(),
			value,
		]),
	);
	const response: FeedResponse = {
		url: SERVER + path,
		contentType: headers.get("content-type") ?? null,
		contentLanguage: headers.get("content-language") ?? null,
		contentLocation: headers.get("content-location") ?? null,
	};
	return { path, bytes, response, expect: /^\s*Expect:\s*(.+?)\s*$/m.exec(comment)?.[1] ?? null };
}

function commentOf(text: string): string | null {
	for (const [, comment = ""] of text.matchAll(/<!--(.*?)-->/gs)) if (comment.includes("Expect:")) return comment;
	return null;
}
