import type {
	ArticleFilter,
	EntitiesNamedQuery,
	EventFilter,
	ExampleQuery,
	FrontOfSourceQuery,
	FrontQuery,
	ListedEventFragment,
} from "../answers.js";
import type { Ask } from "../asking.js";
import { ENTITIES, EXAMPLE, FRONT, FRONT_OF_SOURCE } from "../questions.js";

/** What the form of the front page says. Empty strings say nothing. */
export interface FrontForm {
	/** Words of the title. */
	q: string;
	/** Name of somebody or something that takes part. */
	who: string;
	/** Id of an outlet. */
	source: string;
	/** First and last day, `2024-10-26`. */
	from: string;
	to: string;
	/** Where the page goes on. */
	after: string;
}

/** A list of events, and what else the front page shows. */
export interface FrontData {
	form: FrontForm;
	events: ListedEventFragment[];
	sources: { id: string; name: string }[];
	/** Where the next page begins; null on the last one. */
	next: string | null;
	/** What happened until here is on the page. */
	headCursor: string;
	/** Who `who` was taken to be; null where nobody was asked for. */
	named: { name: string }[] | null;
	/** An event with its causes, to show what this is about; null where events are looked for, or none has causes. */
	example: Example | null;
	/** The question behind the page, for the explorer. */
	asked: { query: string; variables: object };
}

export type Example = ExampleQuery["events"]["nodes"][number];

/** The form as an address holds it. What has not the form of a day is left out. */
export function readForm(params: URLSearchParams): FrontForm {
	const text = (name: string) => (params.get(name) ?? "").trim().slice(0, 200);
	const day = (name: string) =>
		/^\d{4}-\d\d-\d\d$/.test(text(name)) && !Number.isNaN(Date.parse(text(name))) ? text(name) : "";
	return {
		q: text("q"),
		who: text("who"),
		source: text("source"),
		from: day("from"),
		to: day("to"),
		after: (params.get("after") ?? "").slice(0, 2_000),
	};
}

/** The address of a form. */
export function formAddress(form: FrontForm): string {
	const given = Object.entries(form).filter(([, value]) => value !== "");
	return given.length === 0 ? "/" : `/?${new URLSearchParams(given)}`;
}

/** The events that meet the form: of one outlet its own latest ones, else of all the latest reported. */
export async function loadFront(ask: Ask, form: FrontForm): Promise<FrontData> {
	const named = form.who ? (await ask<EntitiesNamedQuery>(ENTITIES, { query: form.who })).entities.nodes : null;
	const entityIds = named?.map(({ id }) => id);
	const conditions = { ...(form.q && { query: form.q }), ...(entityIds?.length && { entityIds }) };
	const range = timeRange(form);
	const after = form.after || null;
	const example = formAddress(form) === "/" ? ((await ask<ExampleQuery>(EXAMPLE, {})).events.nodes[0] ?? null) : null;
	const rest = { form, named, example };
	// No entity of this name: nothing can meet the form, and an empty list of ids would mean "all".
	const nobody = named?.length === 0;
	if (form.source) {
		const filter: ArticleFilter = { ...conditions, sourceIds: [form.source], ...(range && { published: range }) };
		const variables = { filter, after };
		const { service, sources, articles } = await ask<FrontOfSourceQuery>(FRONT_OF_SOURCE, variables);
		const events = nobody ? [] : distinct(articles.nodes.flatMap((article) => article.events.nodes));
		return {
			...rest,
			events,
			sources: sources.nodes,
			...place(articles.pageInfo, service),
			asked: { query: FRONT_OF_SOURCE, variables },
		};
	}
	const filter: EventFilter = { ...conditions, ...(range && { occurred: range }) };
	const variables = { filter, after, orderBy: { field: "LAST_REPORTED_AT", direction: "DESC" } };
	const { service, sources, events } = await ask<FrontQuery>(FRONT, variables);
	return {
		...rest,
		events: nobody ? [] : events.nodes,
		sources: sources.nodes,
		...place(events.pageInfo, service),
		asked: { query: FRONT, variables },
	};
}

function place(page: { hasNextPage: boolean; endCursor: string | null }, { headCursor }: { headCursor: string }) {
	return { next: page.hasNextPage ? page.endCursor : null, headCursor };
}

const DAY_MS = 86_400_000;

/** Whole days in UTC, the last one included. */
function timeRange({ from, to }: FrontForm): { start?: string; end?: string } | null {
	if (!from && !to) return null;
	const end = to && new Date(Date.parse(to) + DAY_MS).toISOString();
	return { ...(from && { start: `${from}T00:00:00.000Z` }), ...(end && { end }) };
}

function distinct(events: ListedEventFragment[]): ListedEventFragment[] {
	return [...new Map(events.map((event) => [event.id, event])).values()];
}
