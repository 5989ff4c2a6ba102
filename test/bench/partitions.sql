-- What partitions would do to the change log and to the pairs of events and articles (docs/decisions/0033-partitions.md), in a database that is thrown away:
--     createdb try && psql try -f test/bench/partitions.sql; dropdb try
\set ON_ERROR_STOP 1
\timing on
set jit=off;
\echo == plain change log: insert 1M
create table c1 (position bigint primary key, at timestamptz(3) not null, kind int not null, "nodeId" uuid not null, fields text[] not null default '{}', "causedById" uuid);
create index on c1 ("nodeId", position);
insert into c1 select n, now() - (1000000-n) * interval '1 second', 1, md5((n % 50000)::text)::uuid, '{title}', md5(n::text)::uuid from generate_series(1,1000000) n;
\echo == partitioned by position, 100k each
create table c2 (position bigint, at timestamptz(3) not null, kind int not null, "nodeId" uuid not null, fields text[] not null default '{}', "causedById" uuid, primary key (position)) partition by range (position);
select format('create table c2_%s partition of c2 for values from (%s) to (%s)', n, n*100000, (n+1)*100000) from generate_series(0,10) n \gexec
create index on c2 ("nodeId", position);
insert into c2 select * from c1;
analyze c1; analyze c2;
select pg_size_pretty(pg_total_relation_size('c1')) plain, (select pg_size_pretty(sum(pg_total_relation_size(inhrelid))) from pg_inherits where inhparent='c2'::regclass) parts;
\echo == delete 500k in batches of 5000
do $$ declare i int; begin for i in 1..100 loop delete from c1 where position in (select position from c1 order by position limit 5000); commit; end loop; end $$;
select pg_size_pretty(pg_total_relation_size('c1')) after_delete;
\echo == vacuum
vacuum c1;
select pg_size_pretty(pg_total_relation_size('c1')) after_vacuum;
\echo == drop 5 partitions
drop table c2_0, c2_1, c2_2, c2_3, c2_4;
\echo == 20000 reads of 100 rows after a position: plain, partitioned
do $$ declare i int; n int; begin for i in 1..20000 loop select count(*) into n from (select position from c1 where position > 600000 + i*10 order by position limit 100) x; end loop; end $$;
do $$ declare i int; n int; begin for i in 1..20000 loop select count(*) into n from (select position from c2 where position > 600000 + i*10 order by position limit 100) x; end loop; end $$;
\echo == 20000 reads by node: plain, partitioned
do $$ declare i int; n int; begin for i in 1..20000 loop select count(*) into n from (select position from c1 where "nodeId" = md5(i::text)::uuid and position > 600000 order by position limit 100) x; end loop; end $$;
do $$ declare i int; n int; begin for i in 1..20000 loop select count(*) into n from (select position from c2 where "nodeId" = md5(i::text)::uuid and position > 600000 order by position limit 100) x; end loop; end $$;
\echo == 20000 max(position): plain, partitioned
do $$ declare i int; n bigint; begin for i in 1..20000 loop select max(position) into n from c1; end loop; end $$;
do $$ declare i int; n bigint; begin for i in 1..20000 loop select max(position) into n from c2; end loop; end $$;
\echo == event-article pairs: 1M, plain and 24 months
create table e1 ("eventId" uuid, "articleId" uuid, role int, "publishedAt" timestamptz(3), primary key ("eventId","articleId"));
insert into e1 select md5((n/6)::text)::uuid, md5('a'||n)::uuid, n%2, timestamptz '2024-01-01' + (n * interval '63 seconds') from generate_series(1,1000000) n;
create index on e1 ("articleId"); create index on e1 ("eventId", role, "publishedAt");
create table e2 ("eventId" uuid, "articleId" uuid, role int, "publishedAt" timestamptz(3), primary key ("eventId","articleId","publishedAt")) partition by range ("publishedAt");
select format('create table e2_%s partition of e2 for values from (%L) to (%L)', n, timestamptz '2024-01-01' + n * interval '1 month', timestamptz '2024-01-01' + (n+1) * interval '1 month') from generate_series(0,24) n \gexec
insert into e2 select * from e1;
create index on e2 ("articleId"); create index on e2 ("eventId", role, "publishedAt");
analyze e1; analyze e2;
\echo == 10000 reads of articles of an event up to an instant: plain, partitioned
do $$ declare i int; n int; begin for i in 1..10000 loop select count(*) into n from (select "articleId" from e1 where "eventId" = md5((i*16)::text)::uuid and role=0 and "publishedAt" <= now() order by "publishedAt" desc limit 50) x; end loop; end $$;
do $$ declare i int; n int; begin for i in 1..10000 loop select count(*) into n from (select "articleId" from e2 where "eventId" = md5((i*16)::text)::uuid and role=0 and "publishedAt" <= now() order by "publishedAt" desc limit 50) x; end loop; end $$;
\echo == 10000 reads of events of an article: plain, partitioned
do $$ declare i int; n int; begin for i in 1..10000 loop select count(*) into n from e1 where "articleId" = md5('a'||(i*90))::uuid; end loop; end $$;
do $$ declare i int; n int; begin for i in 1..10000 loop select count(*) into n from e2 where "articleId" = md5('a'||(i*90))::uuid; end loop; end $$;
\echo == 100000 inserts: plain, partitioned
insert into e1 select md5((n/6)::text)::uuid, md5('b'||n)::uuid, n%2, timestamptz '2025-12-01' + (n * interval '10 seconds') from generate_series(1,100000) n;
insert into e2 select md5((n/6)::text)::uuid, md5('b'||n)::uuid, n%2, timestamptz '2025-12-01' + (n * interval '10 seconds') from generate_series(1,100000) n;
