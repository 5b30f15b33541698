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
alter table sessions drop column created_at;
alter table sessions drop column updated_at;
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
alter table sessions drop column created_time;
alter table sessions drop column updated_time;
alter table chat_messages drop column created_time;
create index idx_sessions_created_at on sessions(created_at);
create index idx_sessions_updated_at on sessions(updated_at);
create index idx_chat_messages_created_at on chat_messages(created_at);
create index idx_chat_messages_session_created on chat_messages(session_id, created_at);
