-- upgrade
alter table sessions add column last_seq bigint;
alter table chat_messages add column seq bigint;
update chat_messages set seq = numbered.seq
from (
  select id, row_number() over (partition by session_id order by created_time, id collate "C") as seq
  from chat_messages
) as numbered
where numbered.id = chat_messages.id;
update sessions set last_seq = (select count(*) from chat_messages where chat_messages.session_id = sessions.id);
alter table sessions alter column last_seq set not null;
alter table chat_messages alter column seq set not null;
create unique index uq_chat_messages_session_seq on chat_messages(session_id, seq);
create index idx_sessions_user_updated on sessions (user_id, updated_time, id collate "C");
-- downgrade
drop index idx_sessions_user_updated;
drop index uq_chat_messages_session_seq;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('chat_messages') and a.attname = 'seq'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table chat_messages drop column seq;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('sessions') and a.attname = 'last_seq'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table sessions drop column last_seq;
