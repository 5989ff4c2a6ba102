import type pg from "pg";
import type { OperationName, Variables } from "./operations.js";

/** What is asked of an archive, by operation; the same for the same archive and seed. */
export type Questions = Readonly<Partial<Record<OperationName, readonly Variables[]>>>;

/** So many events are looked at for each that is asked about. */
const CHOICE = 20;
/** Claims within five steps of an event that is worth asking about, or of what its reports retell: an answer of some 20 kB. */
const CLAIMS = { least: 15, most: 35 };
const DAY_MS = 86_400_000;

/**
 * Chooses questions that have an answer.
 * @param count of each kind; fewer where the archive has not so many.
 */
export async function chooseQuestions(
	pool: Pick<pg.Pool, "query">,
	count: number,
	seed: number,
): Promise<Required<Questions>> {
	const chosenBy = String(seed);
	const read = async <Row extends object>(statement: string, ...values: (string | number)[]) =>
		(await pool.query<Row>(statement, values)).rows;
	const webs = await read<{ id: string }>(WEBS, count * CHOICE, chosenBy, count, CLAIMS.least, CLAIMS.most);
	const events = await read<{ id: string }>(EVENTS, chosenBy, count);
	const led = await read<{ type: string; occurredAt: Date }>(LED, chosenBy, count);
	const articles = await read<{ id: string }>(ARTICLES, chosenBy, count);
	const words = await read<{ words: string }>(WORDS, chosenBy, count);
	const questions = {
		WhatPreceded: webs.map(({ id }) => ({ id: `evt_${id}` })),
		WhatPrecededUsually: webs.map(({ id }) => ({ id: `evt_${id}` })),
		Event: events.map(({ id }) => ({ id: `evt_${id}` })),
		LatestEvents: led.map(({ type, occurredAt }) => ({
			type,
			before: new Date(occurredAt.getTime() + DAY_MS).toISOString(),
		})),
		Search: words.map((row) => ({ query: row.words })),
		Article: articles.map(({ id }) => ({ id: `art_${id}` })),
	};
	const empty = Object.entries(questions).find(([, some]) => some.length === 0);
	if (empty) throw new Error(`the archive is too small: there is nothing to ask by ${empty[0]}`);
	return questions;
}

/** Events with reports of their own, those with as many claims behind them as a reader can take in first. */
const WEBS = `with recursive chosen as (
		select e.id from "Event" e
		where e."causeCount" > 0 and e.curation not in ('MERGED', 'RETRACTED') and exists (select from "EventArticle" a where a."eventId" = e.id and a.role = 'MAIN')
		order by md5(e.id::text || $2) limit $1
	), walk(root, id, depth) as (
		(select id, id, 0 from chosen
		union select c.id, b."eventId", 0 from chosen c join "EventArticle" a on a."eventId" = c.id and a.role = 'MAIN'
			join "EventArticle" b on b."articleId" = a."articleId" and b.role = 'BACKGROUND')
		union select w.root, l."causeId", w.depth + 1 from walk w join "CausalLink" l on l."effectId" = w.id where w.depth < 5
	), web as (
		select w.root, count(*) as claims from (select distinct root, id from walk) w join "CausalLink" l on l."effectId" = w.id group by w.root
	)
	select root as id from web order by greatest($4::int - claims, claims - $5::int, 0), md5(root::text || $2) limit $3`;
/** Events that are told of more than others are asked for more. */
const EVENTS = `select e.id from (select id from "Event" where curation not in ('MERGED', 'RETRACTED') order by "articleCount" desc, id limit 5 * $2) e
	order by md5(e.id::text || $1) limit $2`;
const LED = `select type::text, "occurredAt" from "Event" where "causeCount" > 0 and curation not in ('MERGED', 'RETRACTED')
	order by md5(id::text || $1) limit $2`;
const ARTICLES = `select id from "Article" order by md5(id::text || $1) limit $2`;
/** Two words of a headline that count: `the` finds nothing. */
const WORDS = `select w.words from (
		select a.id, (select string_agg(x.word, ' ') from (select m[1] as word from regexp_matches(a.headline, '[[:alpha:]]{5,}', 'g') m
			where numnode(plainto_tsquery('english', m[1])) > 0 limit 2) x) as words
		from (select id, headline from "Article" order by md5(id::text || $1) desc limit 2 * $2) a
	) w where w.words is not null order by md5(w.id::text || $1) limit $2`;
