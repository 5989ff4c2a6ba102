/**
 * Namespaces of feeds by the prefix that everybody knows them under. The empty one is RSS's own, which in practice has had
 * many addresses. Compared without case, scheme, and final "/" or "#".
 */
const NAMESPACES: Record<string, string[]> = {
	"": [
		"",
		"purl.org/rss/1.0",
		"my.netscape.com/rdf/simple/0.9",
		"channel.netscape.com/rdf/simple/0.9",
		"purl.org/echo",
		"purl.org/pie",
		"backend.userland.com/rss",
		"backend.userland.com/rss2",
		"backend.userland.com/rss091",
		"backend.userland.com/rss092",
		"backend.userland.com/rss093",
		"blogs.law.harvard.edu/tech/rss",
		"cyber.law.harvard.edu/rss",
		"cyber.law.harvard.edu/rss/rss.html",
		"www.rssboard.org/rss-specification",
		"purl.org/net/rss1.1",
	],
	atom: ["www.w3.org/2005/atom", "purl.org/atom/ns"],
	content: ["purl.org/rss/1.0/modules/content"],
	dc: ["purl.org/dc/elements/1.0", "purl.org/dc/elements/1.1"],
	dcterms: ["purl.org/dc/terms"],
	feedburner: ["rssnamespace.org/feedburner/ext/1.0"],
	itunes: ["www.itunes.com/dtds/podcast-1.0.dtd"],
	media: [
		"search.yahoo.com/mrss",
		"search.yahoo.com/mrss/rss.xml",
		"www.rssboard.org/media-rss",
		"tools.search.yahoo.com/mrss",
	],
	pheedo: ["www.pheedo.com/namespace/pheedo"],
	prism: [
		"prismstandard.org/namespaces/basic/2.0",
		"prismstandard.org/namespaces/1.2/basic",
		"prismstandard.org/namespaces/2.0/basic",
	],
	rdf: ["www.w3.org/1999/02/22-rdf-syntax-ns"],
	sy: ["purl.org/rss/1.0/modules/syndication"],
	xhtml: ["www.w3.org/1999/xhtml"],
};

const PREFIX_OF = new Map(
	Object.entries(NAMESPACES).flatMap(([prefix, addresses]) => addresses.map((a) => [a, prefix])),
);
/** Prefixes that mean a namespace although none, or a wrong one, is declared for them. */
const KNOWN_PREFIXES = new Map([
	...Object.keys(NAMESPACES)
		.filter((prefix) => prefix !== "")
		.map((prefix) => [prefix, prefix] as const),
	["a10", "atom"],
	["rss", ""],
	["xml", "xml"],
]);

/** More different names than this are no vocabulary; they are still read, but not remembered. */
const MAX_REMEMBERED = 4_096;

/** The namespaces in force in a part of a document. Made anew only by an element that declares some. */
export class XmlScope {
	readonly #canonical = new Map<string, string>();

	private constructor(
		private readonly declared: ReadonlyMap<string, string>,
		/** The namespace of the root of an Atom feed, or an unknown one: what is in it is the feed's own vocabulary. */
		private readonly ownNamespace: string | null,
	) {}

	static readonly none = new XmlScope(new Map(), null);

	/** This scope with the declarations of an element's attributes (lower-case names), itself if it has none. */
	extended(attributes: ReadonlyMap<string, string>): XmlScope {
		let declared: Map<string, string> | null = null;
		for (const [name, value] of attributes) {
			if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
			declared ??= new Map(this.declared);
			declared.set(name.slice("xmlns:".length), comparable(value));
		}
		return declared ? new XmlScope(declared, this.ownNamespace) : this;
	}

	/** This scope for the inside of a root: names in the root's own namespace are the feed's vocabulary. */
	ofRoot(rawName: string): XmlScope {
		const own = this.declared.get(prefixAndLocal(rawName)[0]) ?? null;
		return new XmlScope(this.declared, own === comparable(RDF) ? null : own);
	}

	/**
	 * The canonical name of an element: "title" in the feed's own vocabulary, "dc:date" in a known one whatever its prefix,
	 * "?:name" in an unknown one. `isDeclared` is false where a prefix stands for nothing.
	 */
	name(rawName: string): { name: string; isDeclared: boolean } {
		const [prefix, local] = prefixAndLocal(rawName);
		const isDeclared = prefix === "" || prefix === "xml" || this.declared.has(prefix);
		const known = this.#canonical.get(rawName);
		if (known !== undefined) return { name: known, isDeclared };
		const namespace = this.#namespace(prefix);
		const name = namespace === "" ? local : `${namespace}:${local}`;
		if (this.#canonical.size < MAX_REMEMBERED) this.#canonical.set(rawName, name);
		return { name, isDeclared };
	}

	#namespace(prefix: string): string {
		const address = this.declared.get(prefix);
		if (address === undefined) return prefix === "" ? "" : (KNOWN_PREFIXES.get(prefix) ?? "?");
		if (address === this.ownNamespace) return "";
		return PREFIX_OF.get(address) ?? (prefix === "" ? "?" : (KNOWN_PREFIXES.get(prefix) ?? "?"));
	}
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** A name without its prefix, in lower case. */
export function localName(rawName: string): string {
	return prefixAndLocal(rawName)[1];
}

function prefixAndLocal(rawName: string): [prefix: string, local: string] {
	const colon = rawName.indexOf(":");
	return colon < 0
		? ["", rawName.toLowerCase()]
		: [rawName.slice(0, colon).toLowerCase(), rawName.slice(colon + 1).toLowerCase()];
}

function comparable(address: string): string {
	return address
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, "")
		.replace(/[/#]$/, "");
}
