import type { SubmittedArticle } from "../../article/article-draft.js";
import { articleAddress } from "../../article/entry-address.js";
import { parseWebUrl } from "../../article/url.js";
import type { Database } from "../../db.js";
import { type IngestResult, type PreparedArticle, prepareArticle, storeArticle } from "../ingest-article.js";
import type { ArticleReader } from "./article-reader.js";
import { inOrder } from "./in-order.js";

/** An item that is no article, and why. */
export interface FailedLine {
	kind: "failed";
	reason: string;
}

/** What became of an item. */
export interface ImportedLine<Item> {
	item: Item;
	result: IngestResult | FailedLine;
}

/** So many articles are read ahead: enough that none is waited for when one is ten times as long as the others. */
const AHEAD = 12;

/**
 * Takes many articles through the pipeline, as `ingestArticle` does one after the other: while one is stored, the next are read. They are
 * stored in their order, each in a transaction of its own, so that the archive is the same as if there were no reading ahead.
 * @param parse makes an article of an item.
 */
export async function* importLines<Item>(
	db: Database,
	items: AsyncIterable<Item>,
	parse: (item: Item) => { kind: "ok"; article: SubmittedArticle } | FailedLine,
	reader: ArticleReader,
	newId: () => string,
): AsyncGenerator<ImportedLine<Item>> {
	const turns = createTurns();
	const prepare = async (item: Item): Promise<PreparedLine<Item>> => {
		const now = new Date();
		const parsed = parse(item);
		if (parsed.kind === "failed") return { item, now, prepared: parsed, done: () => {} };
		// What is known of an address is known once the articles before it at that address are stored.
		const { turn, done } = turns.take(addressOf(parsed.article));
		const decision = await reader.draft(parsed.article, now);
		if (decision.kind === "invalid") return { item, now, prepared: decision, done };
		await turn;
		return { item, now, prepared: await prepareArticle(db, decision.draft, reader), done };
	};
	for await (const { item, now, prepared, done } of inOrder(items, AHEAD, prepare)) {
		const isRefused = prepared.kind === "failed" || prepared.kind === "invalid";
		yield { item, result: isRefused ? prepared : await storeArticle(db, prepared, now, newId) };
		done();
	}
}

interface PreparedLine<Item> {
	item: Item;
	now: Date;
	prepared: PreparedArticle | FailedLine | (IngestResult & { kind: "invalid" });
	/** To be called when it is stored. */
	done: () => void;
}

function addressOf({ url }: SubmittedArticle): string {
	const parsed = parseWebUrl(url);
	return parsed.kind === "ok" ? articleAddress(parsed.url).urlHash : "";
}

/** Who goes first of articles at one address: the one that came first. */
function createTurns() {
	const last = new Map<string, Promise<void>>();
	return {
		take(address: string): { turn: Promise<void> | undefined; done: () => void } {
			const turn = last.get(address);
			let end = () => {};
			const stored = new Promise<void>((resolve) => {
				end = resolve;
			});
			last.set(address, stored);
			const done = () => {
				end();
				if (last.get(address) === stored) last.delete(address);
			};
			return { turn, done };
		},
	};
}
