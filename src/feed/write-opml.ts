import type { OpmlFeed } from "./opml.js";
import { xmlText } from "./xml-text.js";

/**
 * An OPML 2.0 document of feeds, in their order, as other readers import it (opml.org/spec2.opml). Characters that XML does not
 * have are left out; a feed without a title is called by its URL.
 */
export function writeOpml(title: string, feeds: readonly OpmlFeed[], at: Date): string {
	const outlines = feeds.map(({ url, title, homepage }) => {
		const name = xmlText(title ?? url);
		const page = homepage ? ` htmlUrl="${xmlText(homepage)}"` : "";
		return `\t\t<outline type="rss" text="${name}" title="${name}" xmlUrl="${xmlText(url)}"${page}/>\n`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
	<head>
		<title>${xmlText(title)}</title>
		<dateCreated>${at.toUTCString()}</dateCreated>
	</head>
	<body>
${outlines.join("")}	</body>
</opml>
`;
}
