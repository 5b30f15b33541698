-- upgrade
create table sessions (
  id varchar not null,
  name varchar,
  user_id varchar not null,
  agent_id varchar,
  created_at timestamp,
  updated_at timestamp,
  primary key (id)
);
create table chat_messages (
  id varchar not null,
  session_id varchar not null,
  message text not null,
  sender_type varchar,
  sender_name varchar,
  created_at timestamp,
  primary key (id),
  foreign key (session_id) references sessions (id) on delete cascade
);
-- downgrade
drop table chat_messages;
drop table sessions;
