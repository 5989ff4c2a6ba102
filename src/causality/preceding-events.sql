-- Events with the mentions that make their faces and the beginning of their first reports, as known at $2; of the event asked about, what it
-- leaves unresolved. Faces are as editors had decided by then.
-- $1 event asked about  $2 instant  $3 events  $4 revisions that are their first reports (null: none)  $5 length of a beginning, in characters
-- Plan: index scans on "EventArticle", "Mention" (eventId, publishedAt), "EventRevision" (eventId, number), "ArticleRevision", "Section" (revisionId), "UnresolvedReference" (articleId).
with own as (
	select a."articleId" from reports_of_event($1) a order by a."publishedAt" desc limit 50
)
select e.id, f.mentions, edited_by_then(e.id) as edited, v."articleId", v.id as "revisionId", v.text,
	case when e.id = $1 then (
		select json_agg(json_build_object('id', u.id, 'articleId', u."articleId", 'revisionId', u."revisionId", 'start', u.start, 'end', u."end",
			'exact', u.exact, 'timeValue', u."timeValue", 'reason', u.reason) order by u."publishedAt", u.index)
		from own o join "UnresolvedReference" u on u."articleId" = o."articleId"
		join "ArticleRevision" y on y.id = u."revisionId" and revision_known(y)
	) end as unresolved
from unnest($3::uuid[], $4::uuid[]) e(id, "revisionId")
cross join lateral (
	select json_agg(m) as mentions from (
		select x.id, x."articleId", x."revisionId", a."sourceId", x.role, x.title, x.type, x.status, x."timeValue", x."timeStart", x."timeEnd",
			x."timeGranularity", x."timeApproximate", x."timeText", x."publishedAt", x."sentenceStart" as start, x."sentenceEnd" as "end",
			x.sentence as exact, x."attributedTo", x.certainty, x.confidence, x.polarity,
			a."isBasedOnId" is not null as "isCopy", a."firstSeenAt" as "recordedAt",
			x."articleId" in (select "articleId" from own) as "isOwn"
		from "Mention" x join "Article" a on a.id = x."articleId"
		where x."eventId" = e.id and mention_known(x)
		order by x.role = 'MAIN' desc, x."publishedAt", x.id limit 40
	) m
) f
left join lateral (
	-- As far as it tells news: see "newsOf" in report-words.ts.
	select y.id, y."articleId", left(y.text, least($5::int, (select min(z.start) from "Section" z where z."revisionId" = y.id and z.role = 'BACKGROUND'))) as text
	from "ArticleRevision" y where y.id = e."revisionId"
) v on true
where f.mentions is not null;
