-- upgrade
create index idx_sessions_user_id on sessions(user_id);
create index idx_sessions_created_at on sessions(created_at);
create index idx_sessions_updated_at on sessions(updated_at);
create index idx_chat_messages_session_id on chat_messages(session_id);
create index idx_chat_messages_created_at on chat_messages(created_at);
create index idx_chat_messages_session_created on chat_messages(session_id, created_at);
-- downgrade
drop index idx_chat_messages_session_created;
drop index idx_chat_messages_created_at;
drop index idx_chat_messages_session_id;
drop index idx_sessions_updated_at;
drop index idx_sessions_created_at;
drop index idx_sessions_user_id;
