-- The links that lead to an event and to the events its own articles retell, each with its evidence, as known at $2.
-- $1 event  $2 instant  $3 greatest depth  $4 greatest number of events walked
-- Plan: nested loops over index scans on "EventArticle" (eventId, publishedAt), "CausalLink" (effectId, confidence), "Evidence" (linkId, publishedAt).
-- "offset 0" keeps them so where no statistics are gathered, as embedded.
with recursive own as (
	select a."articleId" from reports_of_event($1) a order by a."publishedAt" desc limit 50
), walk(id, depth) as (
	(select $1::uuid, 0
	union
	select b."eventId", 0 from own o cross join lateral (
		select b."eventId" from places_of_article(o."articleId") b where b.role = 'BACKGROUND' offset 0
	) b)
	union
	select l."causeId", w.depth + 1
	from walk w cross join lateral (select l."causeId" from "CausalLink" l where l."effectId" = w.id offset 0) l
	where w.depth < $3
), reached as (
	select id, min(depth) as depth from walk group by id order by min(depth), id limit $4
)
select l.id, l."causeId", l."effectId", l.relation, l.basis, e.evidence,
	-- Of several decisions of editors only the last is on record.
	case when (l.basis = 'CURATED' and l."reviewedAt" is null) or l."reviewedAt" <= $2 then json_build_object('mode', l.mode, 'status', l.status) end as decided
from reached r
cross join lateral (select l.* from "CausalLink" l where l."effectId" = r.id offset 0) l
cross join lateral (
	select json_agg(v order by v.confidence desc, v."publishedAt", v.id) as evidence
	from (
		select x.id, x."articleId", x."revisionId", x."sourceId", x."spanStart" as start, x."spanEnd" as "end", x.exact,
			x."signalStart", x."signalEnd", x.signal, x.stance, x.mode, x.basis, x."attributedTo", x.certainty, x.confidence,
			x."publishedAt", x."recordedAt", x."isCopy", coalesce(s."ownerGroup", s.id::text) as voice
		from "Evidence" x join "Source" s on s.id = x."sourceId"
		where x."linkId" = l.id and evidence_known(x)
			-- What is retracted now counts as far as it was given up since, or an editor decided so since.
			and (l.status <> 'RETRACTED' or x."supersededAt" is not null or l."reviewedAt" > $2)
		order by x."isCopy", x."publishedAt", x.id limit 50
	) v
) e
where e.evidence is not null and (l.status <> 'RETRACTED' or l."reviewedAt" is null or l."reviewedAt" > $2);
