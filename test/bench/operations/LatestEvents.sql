-- The same as LatestEvents.graphql, as text.
-- $1 kind of event  $2 instant
with page as materialized (
	select e.* from "Event" e
	where e.type = $1::"EventType" and e."causeCount" > 0 and e.curation not in ('MERGED', 'RETRACTED')
		and e."occurredAt" < $2::timestamptz
	order by e."occurredAt" desc, e.id desc limit 21
), shown as (
	select * from page order by "occurredAt" desc, id desc limit 20
)
select json_build_object(
	'nodes', (
		select json_agg(json_build_object('id', 'evt_' || s.id, 'title', s.title, 'type', s.type, 'status', s.status,
			'time', json_build_object('value', s."timeValue"), 'lastReportedAt', s."lastReportedAt") order by s."occurredAt" desc, s.id desc)
		from shown s
	),
	'pageInfo', json_build_object(
		'hasNextPage', (select count(*) > 20 from page),
		'endCursor', (select json_build_array(s."occurredAt", s.id) from shown s order by s."occurredAt", s.id limit 1)
	)
)::text as body;
