import { xmlText } from "../feed/xml-text.js";
import type { Publication, PublishedEntry } from "./publication.js";

/** The Atom feed (RFC 4287). */
export function writeAtom({ url, homeUrl, title, description, updatedAt, entries }: Publication): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
	<id>${xmlText(url)}</id>
	<title>${xmlText(title)}</title>
	<subtitle>${xmlText(description)}</subtitle>
	<updated>${updatedAt.toISOString()}</updated>
	<author><name>Antecedent</name></author>
	<link rel="self" type="application/atom+xml" href="${xmlText(url)}"/>
	<link rel="alternate" type="text/html" href="${xmlText(homeUrl)}"/>
${entries.map(writeEntry).join("")}</feed>
`;
}

function writeEntry(entry: PublishedEntry): string {
	const lines = [
		`<id>${xmlText(entry.id)}</id>`,
		`<title>${xmlText(entry.title)}</title>`,
		`<published>${entry.publishedAt.toISOString()}</published>`,
		`<updated>${entry.updatedAt.toISOString()}</updated>`,
		...(entry.outlet === null ? [] : [`<author><name>${xmlText(entry.outlet)}</name></author>`]),
		...(entry.articleUrl === null
			? []
			: [`<link rel="alternate" type="text/html" href="${xmlText(entry.articleUrl)}"/>`]),
		`<link rel="related" type="application/atom+xml" title="What preceded" href="${xmlText(entry.contextUrl)}.atom"/>`,
		...entry.tags.map((tag) => `<category term="${xmlText(tag)}"/>`),
		`<content type="text">${xmlText(entry.text)}</content>`,
	];
	return `\t<entry>\n${lines.map((line) => `\t\t${line}\n`).join("")}\t</entry>\n`;
}
