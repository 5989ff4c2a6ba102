-- Events with the mentions that make their faces and the beginning of their first reports, as known at $2; of those asked about, which articles are about them
-- and what these leave unresolved. Faces are as editors had decided by then.
-- $1 events asked about  $2 instant  $3 events  $4 revisions that are their first reports (null: none)  $5 length of a beginning, in characters
-- Plan: index scans on "EventArticle", "Mention" (eventId, publishedAt), "EventRevision" (eventId, number), "ArticleRevision", "Section" (revisionId), "UnresolvedReference" (articleId).
select e.id, f.mentions, edited_by_then(e.id) as edited, v."articleId", v.id as "revisionId", v.text, o.reports, u.unresolved
from unnest($3::uuid[], $4::uuid[]) e(id, "revisionId")
cross join lateral (
	select json_agg(m) as mentions from (
		select x.id, x."articleId", x."revisionId", a."sourceId", x.role, x.title, x.type, x.status, x."timeValue", x."timeStart", x."timeEnd",
			x."timeGranularity", x."timeApproximate", x."timeText", x."publishedAt", x."sentenceStart" as start, x."sentenceEnd" as "end",
			x.sentence as exact, x."attributedTo", x.certainty, x.confidence, x.polarity,
			a."isBasedOnId" is not null as "isCopy", a."firstSeenAt" as "recordedAt"
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
cross join lateral (
	select array_agg(a."articleId") as reports from (
		select a."articleId" from reports_of_event(e.id) a where e.id = any($1::uuid[]) order by a."publishedAt" desc limit 50
	) a
) o
cross join lateral (
	select json_agg(json_build_object('id', u.id, 'articleId', u."articleId", 'revisionId', u."revisionId", 'start', u.start, 'end', u."end",
		'exact', u.exact, 'timeValue', u."timeValue", 'reason', u.reason) order by u."publishedAt", u.index) as unresolved
	from unnest(o.reports) r(id) join "UnresolvedReference" u on u."articleId" = r.id
	join "ArticleRevision" y on y.id = u."revisionId" and revision_known(y)
) u
where f.mentions is not null;
