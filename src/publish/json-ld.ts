import type { AskedArticle, AskedEntity, AskedEvent, AskedTime, EventContext, PrecedingEntry } from "./questions.js";

/** An event, the articles about it and what preceded it, in the terms of schema.org. */

/** schema.org has states of announced events only; of what has happened it says nothing. */
const STATUS: Readonly<Record<string, string>> = {
	PLANNED: "https://schema.org/EventScheduled",
	POSTPONED: "https://schema.org/EventPostponed",
	CANCELLED: "https://schema.org/EventCancelled",
};

const ENTITY_TYPES: Readonly<Record<string, string>> = {
	PERSON: "Person",
	ORGANIZATION: "Organization",
	GPE: "AdministrativeArea",
	LOCATION: "Place",
	FACILITY: "Place",
	PRODUCT: "Product",
};

/**
 * The JSON-LD document: the event with its articles, and the list of what preceded, in the order in which it happened.
 * @param origin where the service is reached: `https://news.example`.
 */
export function writeJsonLd(event: EventContext, origin: string): string {
	const earliestFirst = event.whatPreceded.preceding.nodes.toReversed();
	const about = idOf(event, origin);
	const list = {
		"@type": ["ItemList", "CreativeWork"],
		"@id": `${about}#preceding`,
		name: `What preceded: ${event.title}`,
		about: { "@id": about },
		abstract: event.whatPreceded.digest.text || undefined,
		itemListOrder: "https://schema.org/ItemListOrderAscending",
		numberOfItems: earliestFirst.length,
		itemListElement: earliestFirst.map((entry, index) => ({
			"@type": "ListItem",
			position: index + 1,
			item: precedingOf(entry, origin),
		})),
	};
	const graph = [
		{
			...eventOf(event, event.time, event.title, origin),
			location: event.locations.map((place) => entityOf(place, "Place")),
			about: event.participants.map(({ entity }) => entityOf(entity)),
			subjectOf: event.articles.nodes.map(articleOf),
		},
		list,
	];
	return `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, "\t")}\n`;
}

const idOf = ({ id }: { id: string }, origin: string): string => `${origin}/events/${id}.jsonld`;

function eventOf(event: AskedEvent, time: AskedTime | null, name: string, origin: string) {
	return {
		"@type": "Event",
		"@id": idOf(event, origin),
		identifier: event.id,
		name,
		// What is undefined is left out.
		description: event.summary ?? undefined,
		image: event.image ?? undefined,
		startDate: time === null ? undefined : dateOf(time),
		eventStatus: STATUS[event.status],
	};
}

/** ISO 8601 has days, months and years; a season or a decade is told by its beginning. */
function dateOf({ value, start }: AskedTime): string {
	return /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?$/.test(value) ? value : start.slice(0, 10);
}

function precedingOf({ event, title, time, sentence }: PrecedingEntry, origin: string) {
	const quotation = sentence && {
		"@type": "Quotation",
		text: sentence.span.exact,
		isPartOf: articleOf(sentence.article),
		// Who says it, where it is not the outlet itself.
		creditText: sentence.attributedTo ?? undefined,
	};
	return { ...eventOf(event, time, title, origin), subjectOf: quotation ? [quotation] : [] };
}

function articleOf({ url, headline, byline, language, image, publishedAt, modifiedAt, source }: AskedArticle) {
	return {
		"@type": "NewsArticle",
		"@id": url,
		url,
		headline,
		author: byline.map((name) => ({ "@type": "Person", name })),
		inLanguage: language ?? undefined,
		image: image ?? undefined,
		datePublished: publishedAt,
		dateModified: modifiedAt ?? undefined,
		publisher: { "@type": "NewsMediaOrganization", name: source.name, url: source.homepage ?? undefined },
	};
}

function entityOf({ id, type, name }: AskedEntity, otherwise = "Thing") {
	return { "@type": ENTITY_TYPES[type] ?? otherwise, identifier: id, name };
}
