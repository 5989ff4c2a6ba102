-- The same as Search.graphql, as text: month by month from the latest, and in early years several at once, as the service does, since all that has a common word would take seconds.
-- $1 words to look for
with asked as materialized (
	select websearch_to_tsquery('english', $1) as query
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
), shown as (
	select * from page order by score desc, id desc limit 20
)
select json_build_object(
	'nodes', (
		select json_agg(json_build_object('score', s.score, 'type', s.type, 'node', case
			when a.id is not null then json_build_object('id', 'art_' || a.id, 'headline', a.headline, 'url', a.url, 'publishedAt', a."publishedAt")
			else json_build_object('id', 'evt_' || e.id, 'title', e.title, 'time', json_build_object('value', e."timeValue"))
		end) order by s.score desc, s.id desc)
		from shown s left join "Article" a on s.type = 'ARTICLE' and a.id = s.id left join "Event" e on s.type = 'EVENT' and e.id = s.id
	),
	'pageInfo', json_build_object(
		'hasNextPage', (select count(*) > 20 from page),
		'endCursor', (select json_build_array(s.score, s.id) from shown s order by s.score, s.id limit 1)
	)
)::text as body;
