-- upgrade
drop index idx_sessions_created_at;
drop index idx_sessions_updated_at;
drop index idx_chat_messages_created_at;
drop index idx_chat_messages_session_created;
alter table sessions add column created_time bigint;
alter table sessions add column updated_time bigint;
alter table chat_messages add column created_time bigint;
update sessions set
  created_time = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
  end,
  updated_time = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
  end;
update chat_messages set
  created_time = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
  end;
-- guard: the column created_time of sessions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."sessions" where "created_time" is null;
alter table sessions alter column created_time set not null;
-- guard: the column updated_time of sessions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_time"), 1, 60) from main."sessions" where "updated_time" is null;
alter table sessions alter column updated_time set not null;
-- guard: the column created_time of chat_messages cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."chat_messages" where "created_time" is null;
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
    when created_time <> 0 and created_time between -62167219200000 and 253402300799999
    then strftime('%Y-%m-%d %H:%M:%S', (created_time - (created_time % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_time % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_time <> 0 and updated_time between -62167219200000 and 253402300799999
    then strftime('%Y-%m-%d %H:%M:%S', (updated_time - (updated_time % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_time % 1000 + 1000) % 1000)
  end;
update sessions set created_time = null where (created_time <> 0 and created_at is null);
update sessions set updated_time = null where (updated_time <> 0 and updated_at is null);
update chat_messages set
  created_at = case
    when created_time <> 0 and created_time between -62167219200000 and 253402300799999
    then strftime('%Y-%m-%d %H:%M:%S', (created_time - (created_time % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_time % 1000 + 1000) % 1000)
  end;
update chat_messages set created_time = null where (created_time <> 0 and created_at is null);
alter table sessions drop column created_time;
alter table sessions drop column updated_time;
alter table chat_messages drop column created_time;
create index idx_sessions_created_at on sessions(created_at);
create index idx_sessions_updated_at on sessions(updated_at);
create index idx_chat_messages_created_at on chat_messages(created_at);
create index idx_chat_messages_session_created on chat_messages(session_id, created_at);
