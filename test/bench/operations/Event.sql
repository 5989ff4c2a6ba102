-- The same as Event.graphql, as text.
-- $1 id of the event, as clients have it
select json_build_object(
	'id', 'evt_' || e.id, 'title', e.title, 'summary', e.summary, 'type', e.type, 'status', e.status,
	'time', json_build_object('value', e."timeValue", 'start', e."timeStart", 'end', e."timeEnd"),
	'firstReportedAt', e."firstReportedAt", 'lastReportedAt', e."lastReportedAt", 'confidence', e.confidence,
	'participants', (
		select json_agg(json_build_object('role', p.role, 'entity', json_build_object('id', 'ent_' || n.id, 'name', n.name, 'type', n.type))
			order by p.mentions desc, p."entityId")
		from "EventParticipant" p join "Entity" n on n.id = p."entityId" where p."eventId" = e.id and not p."isPlace"
	),
	'articles', (
		select json_agg(json_build_object('id', 'art_' || a.id, 'headline', a.headline, 'url', a.url, 'publishedAt', a."publishedAt",
			'source', json_build_object('id', 'src_' || s.id, 'name', s.name)))
		from (
			select t."articleId" from "EventArticle" t where t."eventId" = e.id and not t."isCopy"
			order by t."publishedAt" desc, t."articleId" desc limit 5
		) t
		join "Article" a on a.id = t."articleId" join "Source" s on s.id = a."sourceId"
	)
)::text as body
from "Event" e where e.id = substr($1, 5)::uuid;
