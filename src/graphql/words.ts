import { Prisma } from "../generated/prisma/client.js";
import { badUserInput } from "./client-error.js";
import { type Listing, where } from "./keyset.js";
import type { Order } from "./page.js";

/** Longest text that is searched for, in UTF-16 code units. Each word of it is looked for and ranked by. */
const MAX_QUERY_LENGTH = 4_000;

/**
 * So many matches are ranked, of one type: the latest ones. Ranking one takes some 20 to 40 microseconds, so that a word that half of the archive has costs
 * no more than a rare one; and nobody turns so many pages.
 */
export const MAX_RANKED = 500;

/**
 * The index knows in which texts words stand, not where: whether they stand together is looked up in each text, at some 50 microseconds. So many texts with
 * all the words of a phrase are looked through, the latest ones.
 */
export const MAX_EXAMINED = 5_000;

/** So many years before the last two are looked through one by one; of those before, so many at once. */
const SINGLE_YEARS = 8;
const YEARS_TOGETHER = 8;

/**
 * A client's words, as they are looked for; null where there are none. Throws BAD_USER_INPUT where they are too many.
 * @param name of the argument, for the message.
 */
export function parseWords(name: string, query: string | null | undefined): string | null {
	if (query && query.length > MAX_QUERY_LENGTH)
		throw badUserInput(`${name} may have at most ${MAX_QUERY_LENGTH} characters, not ${query.length}`);
	// Postgres refuses U+0000 in text; `websearch_to_tsquery` refuses nothing else.
	return query?.replaceAll("\0", " ").trim() || null;
}

/** The words as a query in the syntax of web search engines: quotes, `or`, minus. What has no word that counts (`the`, `&`) finds nothing. */
export function webQuery(words: string, given = (text: Prisma.Sql) => text): Prisma.Sql {
	return Prisma.sql`websearch_to_tsquery('english', ${given(Prisma.sql`${words}`)})`;
}

/** A value that the planner does not look at: by it, it would find a plan for it to be cheaper than one for all, and make one each time, which takes milliseconds. */
const UNFORESEEN = (value: Prisma.Sql) => Prisma.sql`(select ${value}::text)`;

/** A kind of objects that are found by their words. The expressions name the tables of `from`. */
export interface Searched {
	from: Prisma.Sql;
	id: Prisma.Sql;
	/** The words, as an index has them; the month and the year of `at` are among them. */
	words: Prisma.Sql;
	at: Prisma.Sql;
	/** The earliest and the latest `at` of all: `(select min…)`. */
	earliest: Prisma.Sql;
	latest: Prisma.Sql;
	/** How well an object fits, from how well its words do (0–1). */
	score: (rank: Prisma.Sql) => Prisma.Sql;
}

/**
 * The latest objects that have the words and meet the conditions, at most `MAX_RANKED`, as `(select id, score …)`; scores are from 0 to 1.
 *
 * They are looked for month by month, the latest first, in earlier years than the last two year by year, and before these several years at once, until
 * there are enough: the index has month and year beside the words, so it gives the matches of a month without going through all others. What is read does
 * not grow with the archive, however common the words are; the looks into the index grow by one in eight years. Words that are to stand together are looked for as words first, and then in each text: of
 * the latest `MAX_EXAMINED`.
 */
export function latestMatches(
	{ from, id, words, at, earliest, latest, score }: Searched,
	query: string,
	...conditions: (Prisma.Sql | null)[]
): Prisma.Sql {
	const matching = Prisma.sql`${words} @@ coalesce(asked.candidates && period.month, period.month)`;
	const fits = Prisma.sql`(not asked."isPhrase" or ${words} @@ asked.query)`;
	return Prisma.sql`(
		select examined.id, examined.score from (
			select found.id, found.score
			from (
				select given.*, case
					when not given."isPhrase" then given.query
					-- What must not be there says nothing of where to look: 'T' is left where there is nothing else.
					when querytree(given.query) <> 'T' then regexp_replace(querytree(given.query), ${ADJACENT}, '&', 'g')::tsquery
				end as candidates
				from (
					select words.query, words.query::text ~ ${ADJACENT} as "isPhrase", ${monthOf(earliest)} as earliest, ${monthOf(latest)} as latest
					from (select ${webQuery(query, UNFORESEEN)} as query) words
				) given
				-- Worked out once, not wherever one of them is used.
				offset 0
			) asked
			cross join lateral (
				select ('''~' || month || '''')::tsquery as month from generate_series(asked.latest, 12 * ((asked.latest - 1) / 12 - 1) + 1, -1) month
				union all (
					select string_agg('''~y' || past.year || '''', ' | ')::tsquery
					from generate_series((asked.latest - 1) / 12 - 2, (asked.earliest - 1) / 12, -1) with ordinality past(year, ordinality)
					group by case when past.ordinality <= ${raw(SINGLE_YEARS)} then past.ordinality else ${raw(SINGLE_YEARS)} + 1 + (past.ordinality - ${raw(SINGLE_YEARS)} - 1) / ${raw(YEARS_TOGETHER)} end
					order by min(past.ordinality)
				)
			) period
			cross join lateral (
				select ${id} as id, case when ${fits} then ${score(Prisma.sql`ts_rank(${words}, asked.query)::float8`)} end as score
				from ${from} ${where(matching, ...conditions)} order by ${at} desc, ${id} desc
				limit case when asked."isPhrase" then ${raw(MAX_EXAMINED)} else ${raw(MAX_RANKED)} end
			) found
			where numnode(asked.query) > 0
			limit ${raw(MAX_EXAMINED)}
		) examined
		where examined.score is not null
		limit ${raw(MAX_RANKED)}
	)`;
}

const raw = (limit: number) => Prisma.raw(String(limit));

/** Between two words of a `tsquery`: one directly behind the other, or so many words on. */
const ADJACENT = "<(-|[0-9]+)>";

/** The month of an instant, counted from year 0, as `article_words` and `event_words` have it. */
function monthOf(instant: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`(select (12 * extract(year from x.at at time zone 'UTC') + extract(month from x.at at time zone 'UTC'))::int from (select ${instant} as at) x)`;
}

/**
 * A list ordered by how well the words fit. Throws BAD_USER_INPUT where there are no words.
 * @param order with the direction asked for.
 */
export function listByRelevance(
	order: Order,
	searched: Searched,
	query: string | null | undefined,
	...conditions: (Prisma.Sql | null)[]
): Listing {
	const words = parseWords("filter.query", query);
	if (words === null)
		throw badUserInput("orderBy: RELEVANCE says how well the words of filter.query fit, and there are none; give some");
	return {
		order,
		by: Prisma.sql`found.score`,
		id: Prisma.sql`found.id`,
		rows: Prisma.sql`from ${latestMatches(searched, words, ...conditions)} found where true`,
	};
}
