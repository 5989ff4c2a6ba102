-- The same as WhatPreceded.graphql, as text: what is known now, by the rules of the service as far as they choose rows. Confidence is not weighed, and
-- shortcuts stay in.
-- $1 id of the event, as clients have it
with recursive asked as (
	select e.*, coalesce(e."timeEnd", e."firstReportedAt") as until from "Event" e where e.id = substr($1, 5)::uuid
), own as (
	select a."articleId" from asked join "EventArticle" a on a."eventId" = asked.id
	where a.role = 'MAIN' order by a."publishedAt" desc limit 50
), retold as materialized (
	select distinct b."eventId" as id from own o join "EventArticle" b on b."articleId" = o."articleId" where b.role = 'BACKGROUND'
), walk(id, depth) as (
	(select id, 0 from asked union select id, 0 from retold)
	union
	select l."causeId", w.depth + 1 from walk w join "CausalLink" l on l."effectId" = w.id where w.depth < 5
), reached as (
	select id, min(depth) as depth from walk group by id order by min(depth), id limit 400
), link as materialized (
	select l.id, l."causeId", l."effectId", l.relation, e.evidence
	from reached r
	join "CausalLink" l on l."effectId" = r.id and l.status <> 'RETRACTED' and l.mode <> 'PURPOSE'
	cross join lateral (
		select json_agg(json_build_object('span', json_build_object('exact', v.exact), 'publishedAt', v."publishedAt",
				'article', json_build_object('headline', a.headline, 'url', a.url), 'source', json_build_object('name', s.name))
			order by v.confidence desc, v."publishedAt", v.id) as evidence
		from (
			select x.* from "Evidence" x where x."linkId" = l.id and x."supersededAt" is null and x.stance = 'SUPPORTS' and not x."isCopy"
			order by x.confidence desc, x."publishedAt", x.id limit 1
		) v
		join "Article" a on a.id = v."articleId" join "Source" s on s.id = v."sourceId"
	) e
	where e.evidence is not null
), chain(id, distance) as (
	select id, 0 from asked
	union
	select l."causeId", c.distance + 1 from chain c join link l on l."effectId" = c.id where c.distance < 5
), near as (
	select id, min(distance) as distance from chain group by id
), entry as materialized (
	select e.id, e.title, e."timeValue", e."occurredAt", n.distance
	from (select id from retold union select "causeId" from link union select "effectId" from link) told
	join "Event" e on e.id = told.id
	cross join asked
	left join near n on n.id = e.id
	where e.id <> asked.id and (e."timeStart" is null or e."timeStart" <= now()) and (
		n.id is not null
		or (e.status <> 'PLANNED' or exists (select from "EventArticle" m where m."eventId" = e.id and m.role = 'MAIN')) and case
			when e."timeStart" is not null then e."timeStart" < asked.until
			else e.id in (select id from retold) or e."firstReportedAt" < asked."firstReportedAt"
		end
	)
	order by e."occurredAt", e.id limit 100
), shown as (
	select id from entry union select id from asked
)
select json_build_object(
	'id', 'evt_' || asked.id, 'title', asked.title, 'time', json_build_object('value', asked."timeValue"),
	'preceding', (
		select json_agg(json_build_object('event', json_build_object('id', 'evt_' || e.id), 'title', e.title,
			'time', json_build_object('value', e."timeValue"), 'distance', e.distance) order by e."occurredAt", e.id)
		from entry e
	),
	'links', (
		select json_agg(json_build_object('relation', l.relation, 'cause', json_build_object('id', 'evt_' || l."causeId"),
			'effect', json_build_object('id', 'evt_' || l."effectId"), 'evidence', l.evidence))
		from link l where l."causeId" in (select id from shown) and l."effectId" in (select id from shown)
	)
)::text as body
from asked;
