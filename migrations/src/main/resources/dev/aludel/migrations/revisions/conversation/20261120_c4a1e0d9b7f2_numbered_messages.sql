--@ revision c4a1e0d9b7f2
--@ revises f6e7d8c9b0a1
--@ created 2026-11-20T08:00:00Z
--@ message Number messages within their session

-- The messages that are there are numbered from 1 by their time and then their id, those of a
-- session that is missing like all others. The numbers do not come back after a downgrade: going
-- up again counts anew, so gaps that deleted messages left are closed, and messages that were
-- appended out of their times' order change places.
--
-- Text sorts by code point: SQLite does so by itself, PostgreSQL when told by collate "C".

--@ upgrade
alter table sessions add column last_seq bigint;
alter table chat_messages add column seq bigint;

--@ verbatim sqlite
update chat_messages set seq = numbered.seq
from (
  select rowid as place, row_number() over (partition by session_id order by created_time, id) as seq
  from chat_messages
) as numbered
where numbered.place = chat_messages.rowid;
--@ verbatim postgresql
update chat_messages set seq = numbered.seq
from (
  select id, row_number() over (partition by session_id order by created_time, id collate "C") as seq
  from chat_messages
) as numbered
where numbered.id = chat_messages.id;

update sessions set last_seq = (
  select count(*) from chat_messages where chat_messages.session_id = sessions.id
);

alter table sessions alter column last_seq set not null;
alter table chat_messages alter column seq set not null;

create unique index uq_chat_messages_session_seq on chat_messages (session_id, seq);
--@ verbatim sqlite
create index idx_sessions_user_updated on sessions (user_id, updated_time, id);
--@ verbatim postgresql
create index idx_sessions_user_updated on sessions (user_id, updated_time, id collate "C");

--@ downgrade
drop index idx_sessions_user_updated;
drop index uq_chat_messages_session_seq;
alter table chat_messages drop column seq;
alter table sessions drop column last_seq;
