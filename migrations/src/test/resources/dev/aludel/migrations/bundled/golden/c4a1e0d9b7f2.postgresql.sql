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
alter table chat_messages drop column seq;
alter table sessions drop column last_seq;
