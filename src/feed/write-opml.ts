import { escapeUTF8 } from "entities";
import type { OpmlFeed } from "./opml.js";

/**
 * An OPML 2.0 document of feeds, in their order, as other readers import it (opml.org/spec2.opml). Characters that XML does not
 * have are left out; a feed without a title is called by its URL.
 */
export function writeOpml(title: string, feeds: readonly OpmlFeed[], at: Date): string {
	const outlines = feeds.map(({ url, title, homepage }) => {
		const name = escaped(title ?? url);
		const page = homepage ? ` htmlUrl="${escaped(homepage)}"` : "";
		return `\t\t<outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(url)}"${page}/>\n`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
	<head>
		<title>${escaped(title)}</title>
		<dateCreated>${at.toUTCString()}</dateCreated>
	</head>
	<body>
${outlines.join("")}	</body>
</opml>
`;
}

/** Escaped, and without what no escape lets into XML 1.0. */
function escaped(text: string): string {
	return escapeUTF8(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
}
