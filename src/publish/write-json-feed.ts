import type { Publication, PublishedEntry } from "./publication.js";

/** The JSON Feed (jsonfeed.org/version/1.1). */
export function writeJsonFeed({ url, homeUrl, title, description, entries }: Publication): string {
	const feed = {
		version: "https://jsonfeed.org/version/1.1",
		title,
		home_page_url: homeUrl,
		feed_url: url,
		description,
		items: entries.map(itemOf),
	};
	return `${JSON.stringify(feed, null, "\t")}\n`;
}

function itemOf(entry: PublishedEntry): object {
	return {
		id: entry.id,
		// What is undefined is left out.
		url: entry.articleUrl ?? undefined,
		title: entry.title,
		content_text: entry.text,
		image: entry.imageUrl ?? undefined,
		date_published: entry.publishedAt.toISOString(),
		date_modified: entry.updatedAt.toISOString(),
		authors: entry.outlet === null ? undefined : [{ name: entry.outlet }],
		tags: entry.tags,
		_antecedent: { context_url: `${entry.contextUrl}.json` },
	};
}
