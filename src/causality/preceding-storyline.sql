-- The storyline of an event: what its reports and those of earlier events on its subject begin with, as the press had printed by $2.
-- Beside them, without a report, what its own articles retell and what lies on its chains. The event itself comes along.
-- $1 event  $2 instant  $3 events on chains  $4 greatest number of events found by each of two likenesses (0: none)
-- $5 greatest number found by what those have in common: how it all began is often told in other words than what is new
-- Terms and entities that more than 3,000 articles have do not tell a storyline, and would cost a scan.
-- Plan: index scans on "EventArticle" (eventId; articleId), "Event" (keyTerms, GIN), "Term", "ArticleEntity" (entityId, articleId),
-- "ArticleRevision" (articleId, number), "Section" (revisionId).
with own as (
	select a."articleId", a."publishedAt" from "EventArticle" a
	where a."eventId" = $1 and a.role = 'MAIN' and a."publishedAt" <= $2
	order by a."publishedAt" desc limit 50
), subject as (
	select e.id, (select min(o."publishedAt") from own o) as until, array(
		select k from unnest(e."keyTerms") k left join "Term" t on t.term = k where coalesce(t.documents, 0) <= 3000
	) as terms
	from "Event" e where e.id = $1
), retold as (
	select b."eventId" as id, count(*)::int as retellings
	from own o join "EventArticle" b on b."articleId" = o."articleId" and b.role = 'BACKGROUND'
	group by b."eventId"
), alike as (
	select e.id, e."keyTerms" from subject s join "Event" e on e."keyTerms" && s.terms
	cross join lateral (select count(*) as terms from unnest(e."keyTerms") t where t = any(s.terms)) shared
	where e.id <> s.id and e."firstReportedAt" < s.until and e.curation not in ('MERGED', 'RETRACTED')
		and exists (select from "EventArticle" a where a."eventId" = e.id and a.role = 'MAIN' and a."publishedAt" <= $2)
	order by shared.terms desc, e."firstReportedAt" desc, e.id
	limit $4
), named as (
	select n."entityId" as id, c.articles
	from (select distinct x."entityId" from own o join "ArticleEntity" x on x."articleId" = o."articleId" limit 100) n
	cross join lateral (
		select count(*) as articles from (select from "ArticleEntity" x where x."entityId" = n."entityId" limit 3001) y
	) c
	where c.articles <= 3000
	order by c.articles, n."entityId" limit 12
), together as (
	select a."eventId" as id, sum(1 / ln(1 + n.articles)) as weight
	from named n join "ArticleEntity" x on x."entityId" = n.id
	join "EventArticle" a on a."articleId" = x."articleId" and a.role = 'MAIN' and a."publishedAt" < (select until from subject)
	where a."eventId" <> $1
	group by a."eventId" order by weight desc, max(a."publishedAt") desc, a."eventId" limit $4
), near as (
	select id, "keyTerms" from alike
	union select e.id, e."keyTerms" from together t join "Event" e on e.id = t.id where e.curation not in ('MERGED', 'RETRACTED')
), common as (
	select array(
		select k from near n, unnest(n."keyTerms") k left join "Term" t on t.term = k where coalesce(t.documents, 0) <= 3000
		group by k having count(*) > 1 order by count(*) desc, k limit 20
	) as terms
), far as (
	select e.id from common c join "Event" e on e."keyTerms" && c.terms
	where e.id <> $1 and e."firstReportedAt" < (select until from subject) and e.curation not in ('MERGED', 'RETRACTED')
		and exists (select from "EventArticle" a where a."eventId" = e.id and a.role = 'MAIN' and a."publishedAt" <= $2)
	order by (select count(*) from unnest(e."keyTerms") t where t = any(c.terms)) desc, e."firstReportedAt", e.id
	limit $5
), wanted as (
	select $1::uuid as id union select unnest($3::uuid[]) union select id from retold union select id from near union select id from far
)
select w.id, coalesce(r.retellings, 0) as retellings, p.first as "firstReportedAt", p.last as "lastReportedAt", p."articleId", v.id as "revisionId", v.text
from wanted w
left join retold r on r.id = w.id
cross join lateral (
	select min(x."publishedAt") as first, max(x."publishedAt") as last, (array_agg(x."articleId" order by x."publishedAt", x."articleId"))[1] as "articleId"
	from "EventArticle" x where x."eventId" = w.id and x.role = 'MAIN' and x."publishedAt" <= $2
) p
left join lateral (
	-- Its first report as far as it tells news: what stands below is retold from elsewhere, or detail.
	select y.id, left(y.text, least(2000, (select min(z.start) from "Section" z where z."revisionId" = y.id and z.role = 'BACKGROUND'))) as text
	from "ArticleRevision" y where y."articleId" = p."articleId" order by y.number desc limit 1
) v on true;
