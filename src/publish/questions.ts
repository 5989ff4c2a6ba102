/**
 * What the ways out ask the service, as any client does: limits, ids and what may be told are the same, and each answer takes the statements
 * that its question takes.
 */

/** Entries of a feed of events at most, and where nothing is said. */
export const MAX_ENTRIES = 100;
export const DEFAULT_ENTRIES = 50;

/** An object of the schema's type Source, and the like, as far as they are asked for. Instants are RFC 3339. */
export interface AskedArticle {
	url: string;
	headline: string;
	byline: string[];
	language: string | null;
	image: string | null;
	publishedAt: string;
	modifiedAt: string | null;
	source: { name: string; homepage: string | null };
}

export interface AskedTime {
	value: string;
	start: string;
}

export interface AskedEntity {
	id: string;
	type: string;
	name: string;
}

export interface AskedEvent {
	id: string;
	title: string;
	summary: string | null;
	image: string | null;
	type: string;
	status: string;
	time: AskedTime | null;
	firstReportedAt: string;
	updatedAt: string;
}

const ARTICLE = "url headline byline language image publishedAt modifiedAt source { name homepage }";
const EVENT = "id title summary image type status time { value start } firstReportedAt updatedAt";

export interface PrecedingEntry {
	role: string;
	title: string;
	status: string;
	disputed: boolean;
	time: AskedTime | null;
	event: AskedEvent;
	sentence: { attributedTo: string | null; span: { exact: string }; article: AskedArticle } | null;
	bestChain: { links: { explanation: string }[] } | null;
}

export interface EventContext extends AskedEvent {
	mergedInto: { id: string } | null;
	participants: { entity: AskedEntity }[];
	locations: AskedEntity[];
	articles: { nodes: AskedArticle[] };
	whatPreceded: { digest: { text: string }; preceding: { nodes: PrecedingEntry[] } };
}

/** An event with what preceded it, the latest first; as many entries as an answer has where nothing is said. */
export const EVENT_CONTEXT = `query EventContext($id: ID!) {
	event(id: $id) {
		${EVENT}
		mergedInto { id }
		participants { entity { id type name } }
		locations { id type name }
		articles(role: MAIN, first: 20, orderBy: {field: PUBLISHED_AT, direction: ASC}) { nodes { ${ARTICLE} } }
		whatPreceded {
			digest(maxWords: 130) { text }
			preceding(first: 30, orderBy: REVERSE_CHRONOLOGICAL) {
				nodes {
					role title status disputed time { value start }
					event { ${EVENT} }
					sentence { attributedTo span { exact } article { ${ARTICLE} } }
					bestChain { links { explanation } }
				}
			}
		}
	}
}`;

export interface ListedEvent extends AskedEvent {
	coverage: { articles: number; sources: number };
	articles: { nodes: AskedArticle[] };
}

/** The events that meet a filter, those first that the press has told of last. */
export const EVENTS = `query Events($filter: EventFilter, $first: Int) {
	events(filter: $filter, first: $first, orderBy: {field: FIRST_REPORTED_AT, direction: DESC}) {
		nodes {
			${EVENT}
			coverage { articles sources }
			articles(first: 1, orderBy: {field: PUBLISHED_AT, direction: ASC}) { nodes { ${ARTICLE} } }
		}
	}
}`;
