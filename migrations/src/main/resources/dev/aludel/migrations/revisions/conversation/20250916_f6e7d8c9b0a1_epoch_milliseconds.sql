--@ revision f6e7d8c9b0a1
--@ revises b1c2d3e4f5g6
--@ created 2025-09-16T16:30:00Z
--@ message Store timestamps as epoch milliseconds

-- Milliseconds since 1970-01-01T00:00:00Z, cut and never rounded: the microseconds do not come
-- back. Null becomes 0, and 0 null again on the way down.
--
-- The conversions are verbatim because no portable form is exact: on SQLite a timestamp is text,
-- with or without a fraction of any length, between date and time a blank or a T, and only text
-- functions read its milliseconds exactly; PostgreSQL has a type for it.

--@ upgrade
drop index idx_sessions_created_at;
drop index idx_sessions_updated_at;
drop index idx_chat_messages_created_at;
drop index idx_chat_messages_session_created;

alter table sessions add column created_time bigint;
alter table sessions add column updated_time bigint;
alter table chat_messages add column created_time bigint;

-- A text that is no such timestamp, or has a time zone, becomes null here.
--@ verbatim sqlite
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
--@ verbatim postgresql
update sessions set
  created_time = coalesce(floor(extract(epoch from created_at) * 1000), 0),
  updated_time = coalesce(floor(extract(epoch from updated_at) * 1000), 0);

--@ verbatim sqlite
update chat_messages set
  created_time = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
  end;
--@ verbatim postgresql
update chat_messages set
  created_time = coalesce(floor(extract(epoch from created_at) * 1000), 0);

-- A failure here means such a text, as in: select * from sessions where created_at is not null
-- and created_at not glob '????-??-?? ??:??:??.??????'. Better no upgrade than a wrong time.
alter table sessions alter column created_time set not null;
alter table sessions alter column updated_time set not null;
alter table chat_messages alter column created_time set not null;

alter table sessions drop column created_at;
alter table sessions drop column updated_at;
alter table chat_messages drop column created_at;

create index idx_sessions_created_time on sessions (created_time);
create index idx_sessions_updated_time on sessions (updated_time);
create index idx_chat_messages_created_time on chat_messages (created_time);
create index idx_chat_messages_session_created on chat_messages (session_id, created_time);

--@ downgrade
drop index idx_chat_messages_session_created;
drop index idx_chat_messages_created_time;
drop index idx_sessions_updated_time;
drop index idx_sessions_created_time;

alter table sessions add column created_at timestamp;
alter table sessions add column updated_at timestamp;
alter table chat_messages add column created_at timestamp;

-- SQLite has a text for the years 0 to 9999 alone. A time outside them is still null after the
-- conversion, and the update to null that follows finds it and fails: better no downgrade than a
-- time that is lost.
--
-- On PostgreSQL days and milliseconds are added apart: an interval of milliseconds alone is a
-- floating-point product, wrong by some microseconds far from 1970.
--@ verbatim sqlite
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
--@ verbatim postgresql
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
update sessions set created_time = null where created_time <> 0 and created_at is null;
update sessions set updated_time = null where updated_time <> 0 and updated_at is null;

--@ verbatim sqlite
update chat_messages set
  created_at = case
    when created_time <> 0 and created_time between -62167219200000 and 253402300799999
    then strftime('%Y-%m-%d %H:%M:%S', (created_time - (created_time % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_time % 1000 + 1000) % 1000)
  end;
--@ verbatim postgresql
update chat_messages set
  created_at = case
    when created_time <> 0
    then timestamp '1970-01-01 00:00:00'
      + created_time / 86400000 * interval '1 day'
      + created_time % 86400000 * interval '1 millisecond'
  end;
update chat_messages set created_time = null where created_time <> 0 and created_at is null;

alter table sessions drop column created_time;
alter table sessions drop column updated_time;
alter table chat_messages drop column created_time;

create index idx_sessions_created_at on sessions (created_at);
create index idx_sessions_updated_at on sessions (updated_at);
create index idx_chat_messages_created_at on chat_messages (created_at);
create index idx_chat_messages_session_created on chat_messages (session_id, created_at);
