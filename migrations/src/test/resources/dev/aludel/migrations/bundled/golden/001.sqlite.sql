-- upgrade
create table episodes (
  id integer not null,
  timestamp float,
  event_type text,
  content text,
  valence float,
  metadata text,
  primary key (id)
);
create table long_term (
  "key" text not null,
  value text,
  updated_at float,
  primary key ("key")
);
create table turns (
  id integer not null,
  timestamp float,
  user_input text,
  assistant_response text,
  metadata text,
  primary key (id)
);
create table uncertainty_log (
  id integer not null,
  timestamp float,
  user_message text,
  parsed_intent text,
  confidence_score float,
  context text,
  signals text,
  resolved integer default 0,
  resolution_pattern text,
  primary key (id)
);
create table semantic_memories (
  id integer not null,
  timestamp float,
  content text,
  category text,
  importance float default 0.5,
  metadata text,
  primary key (id)
);
create index idx_episodes_timestamp on episodes(timestamp);
create index idx_episodes_event_type on episodes(event_type);
create index idx_turns_timestamp on turns(timestamp);
create index idx_uncertainty_resolved on uncertainty_log(resolved);
create index idx_semantic_category on semantic_memories(category);
create index idx_semantic_importance on semantic_memories(importance);
-- downgrade
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_uncertainty_resolved;
drop index idx_turns_timestamp;
drop index idx_episodes_event_type;
drop index idx_episodes_timestamp;
drop table semantic_memories;
drop table uncertainty_log;
drop table turns;
drop table long_term;
drop table episodes;
