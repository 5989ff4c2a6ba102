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
