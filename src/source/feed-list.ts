import type { Database } from "../db.js";
import type { OpmlFeed } from "../feed/opml.js";
import { writeOpml } from "../feed/write-opml.js";

/** Feeds read at a time, and at most: a list of more is no subscription list, and would take the memory of many answers. */
const PAGE = 5_000;
const MOST = 100_000;

/** All feeds, in the order in which they were added, as an OPML document that any reader takes, this service included. */
export async function feedList(db: Database, now: Date): Promise<string> {
	const feeds: OpmlFeed[] = [];
	let after: string | undefined;
	do {
		const page = await db.prisma.feed.findMany({
			select: { id: true, url: true, title: true, source: { select: { name: true, homepage: true } } },
			...(after === undefined ? {} : { where: { id: { gt: after } } }),
			orderBy: { id: "asc" },
			take: PAGE,
		});
		for (const { url, title, source } of page)
			feeds.push({ url, title: title ?? source.name, homepage: source.homepage });
		after = page.length === PAGE ? page.at(-1)?.id : undefined;
	} while (after !== undefined && feeds.length < MOST);
	return writeOpml("Antecedent: feeds", feeds, now);
}
