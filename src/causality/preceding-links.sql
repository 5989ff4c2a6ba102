-- The links that lead to an event and to the events its own articles retell, each with its evidence, as the press had printed by $2.
-- $1 event  $2 instant  $3 greatest depth  $4 greatest number of events walked
-- Plan: index scans on "EventArticle" (eventId, publishedAt), "CausalLink" (effectId, confidence), "Evidence" (linkId, publishedAt).
with recursive own as (
	select a."articleId" from "EventArticle" a
	where a."eventId" = $1 and a.role = 'MAIN' and a."publishedAt" <= $2
	order by a."publishedAt" desc limit 50
), walk(id, depth) as (
	(select $1::uuid, 0
	union
	select b."eventId", 0 from own o join "EventArticle" b on b."articleId" = o."articleId" and b.role = 'BACKGROUND')
	union
	select l."causeId", w.depth + 1
	from walk w join "CausalLink" l on l."effectId" = w.id
	where w.depth < $3 and l.status <> 'RETRACTED'
), reached as (
	select id, min(depth) as depth from walk group by id order by min(depth), id limit $4
)
select l.id, l."causeId", l."effectId", l.relation, l.basis, e.evidence
from reached r
join "CausalLink" l on l."effectId" = r.id and l.status <> 'RETRACTED'
cross join lateral (
	select jsonb_agg(to_jsonb(v) order by v.confidence desc, v."publishedAt", v.id) as evidence
	from (
		select x.id, x."articleId", x."revisionId", x."sourceId", x."spanStart" as start, x."spanEnd" as "end", x.exact,
			x."signalStart", x."signalEnd", x.signal, x.stance, x.mode, x.basis, x."attributedTo", x.certainty, x.confidence,
			x."publishedAt", x."recordedAt", x."isCopy", coalesce(s."ownerGroup", s.id::text) as voice
		from "Evidence" x join "Source" s on s.id = x."sourceId"
		where x."linkId" = l.id and x."publishedAt" <= $2 and x."supersededAt" is null
		order by x."isCopy", x."publishedAt", x.id limit 50
	) v
) e
where e.evidence is not null;
