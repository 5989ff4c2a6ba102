-- The same as Article.graphql, as text.
-- $1 id of the article, as clients have it
select json_build_object(
	'id', 'art_' || a.id, 'headline', a.headline, 'url', a.url, 'byline', a.byline, 'language', a.language, 'publishedAt', a."publishedAt",
	'wordCount', a."wordCount", 'source', (select json_build_object('id', 'src_' || s.id, 'name', s.name, 'homepage', s.homepage) from "Source" s where s.id = a."sourceId"),
	'mentions', (
		select json_agg(json_build_object('id', 'men_' || m.id, 'role', m.role, 'certainty', m.certainty,
			'sentence', json_build_object('start', m."sentenceStart", 'end', m."sentenceEnd", 'exact', m.sentence),
			'event', json_build_object('id', 'evt_' || e.id, 'title', e.title, 'time', json_build_object('value', e."timeValue"))) order by m.index, m.id)
		from (
			select * from "Mention" m where m."articleId" = a.id and m."supersededAt" is null order by m.index, m.id limit 50
		) m
		join "Event" e on e.id = m."eventId"
	)
)::text as body
from "Article" a where a.id = substr($1, 5)::uuid;
