-- upgrade
drop index idx_sessions_created_at;
drop index idx_sessions_updated_at;
drop index idx_chat_messages_created_at;
drop index idx_chat_messages_session_created;
alter table sessions add column created_time bigint;
alter table sessions add column updated_time bigint;
alter table chat_messages add column created_time bigint;
update sessions set
  created_time = coalesce(floor(extract(epoch from created_at) * 1000), 0),
  updated_time = coalesce(floor(extract(epoch from updated_at) * 1000), 0);
update chat_messages set
  created_time = coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table sessions alter column created_time set not null;
alter table sessions alter column updated_time set not null;
alter table chat_messages alter column created_time set not null;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('sessions') and a.attname = 'created_at'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table sessions drop column created_at;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('sessions') and a.attname = 'updated_at'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table sessions drop column updated_at;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('chat_messages') and a.attname = 'created_at'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table chat_messages drop column created_at;
create index idx_sessions_created_time on sessions(created_time);
create index idx_sessions_updated_time on sessions(updated_time);
create index idx_chat_messages_created_time on chat_messages(created_time);
create index idx_chat_messages_session_created on chat_messages(session_id, created_time);
-- downgrade
drop index idx_chat_messages_session_created;
drop index idx_chat_messages_created_time;
drop index idx_sessions_updated_time;
drop index idx_sessions_created_time;
alter table sessions add column created_at timestamp;
alter table sessions add column updated_at timestamp;
alter table chat_messages add column created_at timestamp;
update sessions set
  created_at = case
    when created_time <> 0
    then timestamp '1970-01-01 00:00:00'
      + created_time / 86400000 * interval '1 day'
      + created_time % 86400000 * interval '1 millisecond'
  end,
  updated_at = case
    when updated_time <> 0
    then timestamp '1970-01-01 00:00:00'
      + updated_time / 86400000 * interval '1 day'
      + updated_time % 86400000 * interval '1 millisecond'
  end;
update sessions set created_time = null where (created_time <> 0 and created_at is null);
update sessions set updated_time = null where (updated_time <> 0 and updated_at is null);
update chat_messages set
  created_at = case
    when created_time <> 0
    then timestamp '1970-01-01 00:00:00'
      + created_time / 86400000 * interval '1 day'
      + created_time % 86400000 * interval '1 millisecond'
  end;
update chat_messages set created_time = null where (created_time <> 0 and created_at is null);
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('sessions') and a.attname = 'created_time'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table sessions drop column created_time;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('sessions') and a.attname = 'updated_time'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table sessions drop column updated_time;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('chat_messages') and a.attname = 'created_time'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table chat_messages drop column created_time;
create index idx_sessions_created_at on sessions(created_at);
create index idx_sessions_updated_at on sessions(updated_at);
create index idx_chat_messages_created_at on chat_messages(created_at);
create index idx_chat_messages_session_created on chat_messages(session_id, created_at);
