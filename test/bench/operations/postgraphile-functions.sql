-- What PostGraphile shows as a list: the claims that lead to an event and to what its own reports retell, as WhatPreceded.sql chooses them.
create or replace function bench.links_before(event_id uuid) returns setof "CausalLink" language sql stable as $$
	with recursive own as (
		select a."articleId" from "EventArticle" a where a."eventId" = event_id and a.role = 'MAIN' order by a."publishedAt" desc limit 50
	), walk(id, depth) as (
		(select event_id, 0
		union select b."eventId", 0 from own o join "EventArticle" b on b."articleId" = o."articleId" where b.role = 'BACKGROUND')
		union
		select l."causeId", w.depth + 1 from walk w join "CausalLink" l on l."effectId" = w.id where w.depth < 5
	), reached as (
		select id from walk group by id order by min(depth), id limit 400
	)
	select l.* from reached r join "CausalLink" l on l."effectId" = r.id and l.status <> 'RETRACTED' and l.mode <> 'PURPOSE'
$$;

-- The latest events of a kind, as LatestEvents.sql chooses them: conditions of PostGraphile can only be equalities. It adds the limit.
create or replace function bench.latest_events(kind "EventType", before timestamptz) returns setof "Event" language sql stable as $$
	select e.* from "Event" e
	where e.type = kind and e."causeCount" > 0 and e.curation not in ('MERGED', 'RETRACTED') and e."occurredAt" < before
	order by e."occurredAt" desc, e.id desc
$$;

-- What fits some words best, as Search.sql finds it, with what is shown of it.
create or replace function bench.search_hits(words text)
returns table (type text, id uuid, score float8, headline text, url text, "publishedAt" timestamptz, title text, "timeValue" text) language sql stable as $$
	with asked as materialized (
		select websearch_to_tsquery('english', words) as query
	), span as materialized (
		select
			(select (12 * extract(year from min("publishedAt") at time zone 'UTC') + extract(month from min("publishedAt") at time zone 'UTC'))::int from "Article") as "firstArticle",
			(select (12 * extract(year from max("publishedAt") at time zone 'UTC') + extract(month from max("publishedAt") at time zone 'UTC'))::int from "Article") as "lastArticle",
			(select (12 * extract(year from min("firstReportedAt") at time zone 'UTC') + extract(month from min("firstReportedAt") at time zone 'UTC'))::int from "Event") as "firstEvent",
			(select (12 * extract(year from max("firstReportedAt") at time zone 'UTC') + extract(month from max("firstReportedAt") at time zone 'UTC'))::int from "Event") as "lastEvent"
	), article as (
		select found.* from asked, span cross join lateral (
			select '''~' || month || '''' as word from generate_series("lastArticle", 12 * (("lastArticle" - 1) / 12 - 1) + 1, -1) month
			union all (
				select string_agg('''~y' || past.year || '''', ' | ')
				from generate_series(("lastArticle" - 1) / 12 - 2, ("firstArticle" - 1) / 12, -1) with ordinality past(year, ordinality)
				group by case when past.ordinality <= 8 then past.ordinality else 9 + (past.ordinality - 9) / 8 end order by min(past.ordinality)
			)
		) period cross join lateral (
			select a.id, ts_rank(w.words, asked.query)::float8 * case when a."isBasedOnId" is null then 1 else 0.5 end as score
			from "ArticleWords" w join "Article" a on a.id = w."articleId"
			where w.words @@ (asked.query && period.word::tsquery) order by a."publishedAt" desc, a.id desc limit 500
		) found
		where numnode(asked.query) > 0 limit 500
	), event as (
		select found.* from asked, span cross join lateral (
			select '''~' || month || '''' as word from generate_series("lastEvent", 12 * (("lastEvent" - 1) / 12 - 1) + 1, -1) month
			union all (
				select string_agg('''~y' || past.year || '''', ' | ')
				from generate_series(("lastEvent" - 1) / 12 - 2, ("firstEvent" - 1) / 12, -1) with ordinality past(year, ordinality)
				group by case when past.ordinality <= 8 then past.ordinality else 9 + (past.ordinality - 9) / 8 end order by min(past.ordinality)
			)
		) period cross join lateral (
			select e.id, ts_rank(event_words(e.title, e.summary, e."firstReportedAt"), asked.query)::float8 * e."articleCount" / (e."articleCount" + 2)::float8 as score
			from "Event" e
			where event_words(e.title, e.summary, e."firstReportedAt") @@ (asked.query && period.word::tsquery)
				and e.curation not in ('MERGED', 'RETRACTED')
			order by e."firstReportedAt" desc, e.id desc limit 500
		) found
		where numnode(asked.query) > 0 limit 500
	), page as materialized (
		select * from (select 'ARTICLE' as type, id, score from article union all select 'EVENT', id, score from event) hit
		order by score desc, id desc limit 21
	)
	select p.type, p.id, p.score, a.headline, a.url, a."publishedAt", e.title, e."timeValue"
	from page p left join "Article" a on p.type = 'ARTICLE' and a.id = p.id left join "Event" e on p.type = 'EVENT' and e.id = p.id
	order by p.score desc, p.id desc
$$;
