/** Elements that hold other elements. All others hold a text. */
export const STRUCTURES: ReadonlySet<string> = new Set([
	"author",
	"contributor",
	"source",
	"image",
	"atom:author",
	"atom:contributor",
	"media:group",
	"media:content",
	"itunes:owner",
	"itunes:category",
]);

/** Every element that is read, by its canonical name (xml-names.ts), beside the structures; all others are passed over. */
export const TEXTS: ReadonlySet<string> = new Set(
	[
		"title link description summary content guid id pubdate published updated modified issued created lastbuilddate",
		"category enclosure language ttl tagline subtitle info logo icon abstract body fullitem tags name email url date",
		"xhtml:body xhtml:div content:encoded",
		"atom:title atom:link atom:summary atom:content atom:id atom:published atom:updated atom:category atom:name atom:email",
		"atom:subtitle atom:icon atom:logo",
		"dc:title dc:creator dc:author dc:date dc:description dc:subject dc:language dc:identifier",
		"dcterms:issued dcterms:created dcterms:modified dcterms:available dcterms:abstract prism:publicationdate",
		"itunes:title itunes:author itunes:summary itunes:subtitle itunes:image itunes:link itunes:keywords",
		"media:title media:description media:thumbnail media:keywords media:category",
		"feedburner:origlink pheedo:origlink sy:updateperiod sy:updatefrequency",
	].flatMap((line) => line.split(" ")),
);

/** Texts on one line: what begins in one of them and is a record's own shows that somebody forgot to end it. */
export const SHORT_TEXTS: ReadonlySet<string> = new Set([
	"title",
	"link",
	"guid",
	"id",
	"pubdate",
	"updated",
	"published",
]);
export const RECORD_TEXTS: ReadonlySet<string> = new Set([
	...SHORT_TEXTS,
	"description",
	"summary",
	"author",
	"category",
	"content:encoded",
	"dc:creator",
	"dc:date",
]);

/** Roots by the local names of the formats; CDF's is a channel. */
export const ROOTS: ReadonlySet<string> = new Set(["rss", "feed", "rdf", "channel"]);

/** A document that begins with one of these is a page, whatever its scripts contain. */
export const PAGE_ROOTS: ReadonlySet<string> = new Set(["html", "head", "body", "meta", "script"]);

/** Elements of HTML that have no end: in a text that is written without regard to XML, what follows is not in them. */
export const UNENDED: ReadonlySet<string> = new Set(["br", "img", "hr", "input", "wbr"]);
