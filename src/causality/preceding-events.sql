-- The events that may have preceded one: those on its chains, those its own articles retell, and earlier ones on the same subject,
-- each with the mentions that make its face, as the press had printed by $2. The event itself comes along.
-- $1 event  $2 instant  $3 events on chains  $4 greatest number of related events by likeness, and as many by nearness in time (0: none)
-- Plan: index scans on "EventArticle", "Event" (keyTerms, GIN; firstReportedAt, backwards), "Mention" (eventId, publishedAt).
with subject as (
	select e.id, e."keyTerms", e.centroid from "Event" e where e.id = $1
), own as (
	select a."articleId" from "EventArticle" a
	where a."eventId" = $1 and a.role = 'MAIN' and a."publishedAt" <= $2
	order by a."publishedAt" desc limit 50
), retold as (
	select b."eventId" as id, count(*)::int as retellings
	from own o join "EventArticle" b on b."articleId" = o."articleId" and b.role = 'BACKGROUND'
	group by b."eventId"
), subject_terms as (
	select array(select t.key from jsonb_each_text(s.centroid) t order by t.value::float8 desc, t.key limit 40) as terms from subject s
), alike as (
	select e.id from subject s join "Event" e on e."keyTerms" && s."keyTerms"
	where e.id <> s.id and e."firstReportedAt" <= $2 and e.curation not in ('MERGED', 'RETRACTED')
	order by (select count(*) from unnest(e."keyTerms") t where t = any(s."keyTerms")) desc, e."firstReportedAt" desc, e.id
	limit $4
), recent as (
	select r.id from subject_terms s, lateral (
		select e.id, e."keyTerms" from "Event" e
		where e."firstReportedAt" <= $2 and e.curation not in ('MERGED', 'RETRACTED')
		order by e."firstReportedAt" desc, e.id limit 10 * $4
	) r
	where r."keyTerms" && s.terms and r.id <> $1
	limit $4
), related as (
	select c.id from (select id from alike union select id from recent) c
	where exists (select 1 from "EventArticle" a where a."eventId" = c.id and a.role = 'MAIN' and a."publishedAt" <= $2)
), wanted as (
	select $1::uuid as id union select unnest($3::uuid[]) union select id from retold union select id from related
)
select e.id, e.centroid, coalesce(r.retellings, 0) as retellings, f.mentions,
	case when e.id = $1 then (
		select jsonb_object_agg(t.term, t.documents) from "Term" t
		where t.term = '' or t.term in (select jsonb_object_keys(e.centroid))
	) end as frequencies,
	case when e.id = $1 then (
		select jsonb_agg(jsonb_build_object('id', u.id, 'articleId', u."articleId", 'revisionId', u."revisionId", 'start', u.start, 'end', u."end",
			'exact', u.exact, 'timeValue', u."timeValue", 'reason', u.reason) order by u."publishedAt", u.index)
		from own o join "UnresolvedReference" u on u."articleId" = o."articleId"
	) end as unresolved
from wanted w
join "Event" e on e.id = w.id
left join retold r on r.id = e.id
cross join lateral (
	select jsonb_agg(to_jsonb(m)) as mentions from (
		select x.id, x."articleId", x."revisionId", a."sourceId", x.role, x.title, x.type, x.status, x."timeValue", x."timeStart", x."timeEnd",
			x."timeGranularity", x."timeApproximate", x."timeText", x."publishedAt", x."sentenceStart" as start, x."sentenceEnd" as "end",
			x.sentence as exact, x."attributedTo", x.certainty, x.confidence, x.polarity,
			a."isBasedOnId" is not null as "isCopy", a."firstSeenAt" as "recordedAt",
			x."articleId" in (select "articleId" from own) as "isOwn"
		from "Mention" x join "Article" a on a.id = x."articleId"
		where x."eventId" = e.id and x."publishedAt" <= $2 and x."supersededAt" is null
		order by x.role = 'MAIN' desc, x."publishedAt", x.id limit 40
	) m
) f
where f.mentions is not null;
