import type { Publication, PublishedEntry } from "./publication.js";
import type { AskedEvent, AskedTime, EventContext, ListedEvent, PrecedingEntry } from "./questions.js";

/** The feeds, as what was asked becomes them. `origin` is where the service is reached: `https://news.example`. */

/** Why an event is on the list, in words for readers. */
const ROLES: Readonly<Record<string, string>> = {
	DIRECT_CAUSE: "Said to have led straight to it.",
	INDIRECT_CAUSE: "Said to have led to one of its causes.",
	ENABLER: "Said to have made it possible.",
	PREVENTER: "Said to have prevented or delayed it, or something that led to it.",
	BACKGROUND: "Told as what preceded it.",
	RELATED: "Earlier news on the same subject.",
};

/** What preceded an event, an entry for each earlier event. */
export function contextFeed(
	event: EventContext,
	changedAt: Date | null,
	{ origin, url }: { origin: string; url: string },
): Publication {
	const entries = event.whatPreceded.preceding.nodes.map((entry) => precedingEntry(entry, origin));
	return {
		url,
		homeUrl: `${origin}/`,
		title: `What preceded: ${event.title}`,
		description: event.whatPreceded.digest.text || "Nothing is known to have preceded it.",
		updatedAt: latest([changedAt ?? new Date(event.updatedAt), ...entries.map(({ updatedAt }) => updatedAt)]),
		entries,
	};
}

function precedingEntry(entry: PrecedingEntry, origin: string): PublishedEntry {
	const { event, sentence, role, title, time, disputed, bestChain } = entry;
	return {
		...commonOf(event, origin),
		title,
		articleUrl: sentence?.article.url ?? null,
		outlet: sentence?.article.source.name ?? null,
		text: paragraphs([
			dateOf(time),
			ROLES[role],
			sentence && `“${sentence.span.exact}”`,
			...(bestChain?.links.map(({ explanation }) => explanation) ?? []),
			disputed && "Somebody denies that it led there.",
		]),
		tags: [role, event.type],
	};
}

/** The events that meet a filter. */
export function eventsFeed(
	events: readonly ListedEvent[],
	asked: string,
	{ origin, url }: { origin: string; url: string },
): Publication {
	const entries = events.map((event): PublishedEntry => {
		const [article] = event.articles.nodes;
		const { articles, sources } = event.coverage;
		return {
			...commonOf(event, origin),
			articleUrl: article?.url ?? null,
			outlet: article?.source.name ?? null,
			text: paragraphs([
				dateOf(event.time),
				event.summary,
				article && article.headline !== event.title && `“${article.headline}”`,
				`${counted(articles, "article")}, ${counted(sources, "outlet")}.`,
			]),
			tags: [event.type],
		};
	});
	return {
		url,
		homeUrl: `${origin}/`,
		title: asked === "" ? "Antecedent: events" : `Antecedent: events, ${asked}`,
		description: "Events in the news, those first that the press has told of last.",
		updatedAt: latest(entries.map(({ updatedAt }) => updatedAt)),
		entries,
	};
}

function commonOf(event: AskedEvent, origin: string) {
	return {
		id: `urn:uuid:${event.id.slice(event.id.indexOf("_") + 1)}`,
		contextUrl: `${origin}/events/${event.id}`,
		title: event.title,
		publishedAt: new Date(event.firstReportedAt),
		updatedAt: new Date(event.updatedAt),
		imageUrl: event.image,
	};
}

/** Of nothing the beginning of time: an empty feed stays the same. */
const latest = (instants: readonly Date[]): Date =>
	new Date(Math.max(0, ...instants.map((instant) => instant.getTime())));

const dateOf = (time: AskedTime | null): string | null => time && `${time.value}.`;

const paragraphs = (parts: readonly (string | false | null | undefined)[]): string =>
	parts.filter(Boolean).join("\n\n");

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
