-- upgrade
alter table sessions add column last_seq bigint;
alter table chat_messages add column seq bigint;
update chat_messages set seq = numbered.seq
from (
  select rowid as place, row_number() over (partition by session_id order by created_time, id) as seq
  from chat_messages
) as numbered
where numbered.place = chat_messages.rowid;
update sessions set last_seq = (select count(*) from chat_messages where chat_messages.session_id = sessions.id);
-- guard: the column last_seq of sessions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("last_seq"), 1, 60) from main."sessions" where "last_seq" is null;
alter table sessions alter column last_seq set not null;
-- guard: the column seq of chat_messages cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("seq"), 1, 60) from main."chat_messages" where "seq" is null;
alter table chat_messages alter column seq set not null;
create unique index uq_chat_messages_session_seq on chat_messages(session_id, seq);
create index idx_sessions_user_updated on sessions (user_id, updated_time, id);
-- downgrade
drop index idx_sessions_user_updated;
drop index uq_chat_messages_session_seq;
alter table chat_messages drop column seq;
alter table sessions drop column last_seq;
