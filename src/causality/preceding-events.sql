-- Events with the mentions that make their faces, as the press had printed by $2; of the event asked about, what it leaves unresolved.
-- $1 event asked about  $2 instant  $3 events
-- Plan: index scans on "EventArticle", "Mention" (eventId, publishedAt), "UnresolvedReference" (articleId).
with own as (
	select a."articleId" from "EventArticle" a
	where a."eventId" = $1 and a.role = 'MAIN' and a."publishedAt" <= $2
	order by a."publishedAt" desc limit 50
)
select e.id, f.mentions,
	case when e.id = $1 then (
		select jsonb_agg(jsonb_build_object('id', u.id, 'articleId', u."articleId", 'revisionId', u."revisionId", 'start', u.start, 'end', u."end",
			'exact', u.exact, 'timeValue', u."timeValue", 'reason', u.reason) order by u."publishedAt", u.index)
		from own o join "UnresolvedReference" u on u."articleId" = o."articleId"
	) end as unresolved
from unnest($3::uuid[]) e(id)
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
