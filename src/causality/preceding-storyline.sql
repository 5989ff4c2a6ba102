-- The storyline of an event: what its reports and those of earlier events on its subject say, as known at $2. Beside them, without a report, what
-- its own articles retell and what lies on its chains. The event itself comes along.
-- $1 event  $2 instant  $3 events on chains  $4 greatest number of events found by each of two likenesses (0: none)
-- $5 greatest number found by what those have in common: how it all began is often told in other words than what is new
-- Events are looked for by the rarest terms and entities, as long as the articles that have them do not add up to more than $6: what is found,
-- and has to be ranked, does not grow with the archive.
-- Plan: nested loops over index scans on "EventArticle" (eventId, if MAIN; articleId, role), "Event" (keyTerms, GIN), "Term", "ArticleEntity"
-- (articleId; entityId), "ArticleRevision" (articleId, number). "offset 0" keeps them so where no statistics are gathered, as embedded.
with own as (
	select a."articleId", a."publishedAt" from reports_of_event($1) a order by a."publishedAt" desc limit 50
), subject as materialized (
	select e.id, (select min(o."publishedAt") from own o) as until, array(
		select r.term from (
			select k as term, sum(coalesce(t.documents, 0)) over (order by coalesce(t.documents, 0), k) as articles
			from unnest(e."keyTerms") k left join lateral (select t.documents from "Term" t where t.term = k offset 0) t on true
		) r where r.articles <= $6
	) as terms
	from "Event" e where e.id = $1
), retold as (
	select b."eventId" as id, count(*)::int as retellings
	from own o cross join lateral (
		select b."eventId" from places_of_article(o."articleId") b where b.role = 'BACKGROUND' offset 0
	) b group by b."eventId"
), alike as materialized (
	-- Ranked first: few need to be asked whether an article is about them.
	select r.id from (
		select e.id from subject s cross join unnest(s.terms) t
		-- By itself, lest all that is earlier be looked up beside it.
		cross join lateral (select h.id, h."firstReportedAt", h.curation from "Event" h where h."keyTerms" @> array[t] offset 0) e
		where e.id <> $1 and e."firstReportedAt" < s.until and e.curation <> 'MERGED'
		group by e.id, e."firstReportedAt" order by count(*) desc, e."firstReportedAt" desc, e.id
		offset 0
	) r
	where exists (select from reports_of_event(r.id) a)
	limit $4
), named as (
	select id, articles from (
		select n."entityId" as id, c.articles, sum(c.articles) over (order by c.articles, n."entityId") as so_far
		from (
			select distinct x."entityId" from own o
			cross join lateral (select x."entityId" from "ArticleEntity" x where x."articleId" = o."articleId" offset 0) x limit 100
		) n
		cross join lateral (
			select count(*) as articles from (select from "ArticleEntity" x where x."entityId" = n."entityId" limit $6 + 1) y
		) c
	) r where so_far <= $6
	order by articles, id limit 12
), together as (
	select a."eventId" as id, sum(1 / ln(1 + n.articles)) as weight
	from named n
	cross join lateral (select x."articleId" from "ArticleEntity" x where x."entityId" = n.id offset 0) x
	cross join lateral (
		select a."eventId", a."publishedAt" from reports_of_article(x."articleId") a offset 0
	) a
	where a."publishedAt" < (select until from subject) and a."eventId" <> $1
	group by a."eventId" order by weight desc, max(a."publishedAt") desc, a."eventId" limit $4
), near as materialized (
	select n.id, e."keyTerms" from (select id from alike union select id from together) n
	cross join lateral (
		select e."keyTerms" from "Event" e where e.id = n.id and e.curation <> 'MERGED' offset 0
	) e
), common as materialized (
	select array(
		select r.term from (
			select c.term, sum(coalesce(t.documents, 0)) over (order by coalesce(t.documents, 0), c.term) as articles
			from (
				select k as term from near n, unnest(n."keyTerms") k group by k having count(*) > 1 order by count(*) desc, k limit 40
			) c left join lateral (select t.documents from "Term" t where t.term = c.term offset 0) t on true
		) r where r.articles <= $6
	) as terms
), far as materialized (
	select r.id from (
		select e.id from subject s cross join common c cross join unnest(c.terms) t
		cross join lateral (select h.id, h."firstReportedAt", h.curation from "Event" h where h."keyTerms" @> array[t] offset 0) e
		where e.id <> $1 and e."firstReportedAt" < s.until and e.curation <> 'MERGED'
		group by e.id, e."firstReportedAt" order by count(*) desc, e."firstReportedAt", e.id
		offset 0
	) r
	where exists (select from reports_of_event(r.id) a)
	limit $5
), wanted as (
	select $1::uuid as id union select unnest($3::uuid[]) union select id from retold union select id from near union select id from far
)
select w.id, coalesce(r.retellings, 0) as retellings, p.first as "firstReportedAt", p.last as "lastReportedAt", v.id as "revisionId",
	v."reportWords" as words,
	case when v."reportWords" is null then left(v.text, least(2000, (
		select min(z.start) from "Section" z where z."revisionId" = v.id and z.role = 'BACKGROUND'
	))) end as text
from wanted w
left join retold r on r.id = w.id
cross join lateral (
	select min(x."publishedAt") as first, max(x."publishedAt") as last, (array_agg(x."articleId" order by x."publishedAt", x."articleId"))[1] as "articleId"
	from reports_of_event(w.id) x
) p
left join lateral (
	select y.id, y."reportWords", y.text from "ArticleRevision" y where y."articleId" = p."articleId" and revision_known(y) order by y.number desc limit 1
) v on true;
