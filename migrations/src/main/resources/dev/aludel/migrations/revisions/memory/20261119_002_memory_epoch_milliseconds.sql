--@ revision 002
--@ revises 001
--@ created 2026-11-19T09:00:00Z
--@ message Store epoch milliseconds and embeddings

-- A time was a float of seconds since 1970-01-01T00:00:00Z and becomes milliseconds, rounded: a
-- float has 1756715415.123 only nearly, and would be cut to 122. What is finer than a millisecond
-- does not come back. Null becomes 0, and 0 null again on the way down.
--
-- Rows with a value outside its range stop the upgrade, and are named: a valence that is not
-- between -1 and 1, a confidence or an importance not between 0 and 1, a "resolved" other than 0
-- and 1, and a time that is no number or so far away (more than 71,000 years) that a float does
-- not have its millisecond. For that a check comes and goes at once.

--@ upgrade
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_uncertainty_resolved;
drop index idx_turns_timestamp;
drop index idx_episodes_event_type;
drop index idx_episodes_timestamp;

alter table episodes
  add constraint episodes_timestamp_check check (timestamp between -2251799813685 and 2251799813685),
  drop constraint episodes_timestamp_check,
  add constraint episodes_valence_check check (valence between -1 and 1);
alter table long_term
  add constraint long_term_updated_at_check check (updated_at between -2251799813685 and 2251799813685),
  drop constraint long_term_updated_at_check;
alter table turns
  add constraint turns_timestamp_check check (timestamp between -2251799813685 and 2251799813685),
  drop constraint turns_timestamp_check;
alter table uncertainty_log
  add constraint uncertainty_log_timestamp_check check (timestamp between -2251799813685 and 2251799813685),
  drop constraint uncertainty_log_timestamp_check,
  add constraint uncertainty_log_resolved_check check (resolved in (0, 1)),
  drop constraint uncertainty_log_resolved_check,
  add constraint uncertainty_log_confidence_score_check check (confidence_score between 0 and 1);
alter table semantic_memories
  add constraint semantic_memories_timestamp_check check (timestamp between -2251799813685 and 2251799813685),
  drop constraint semantic_memories_timestamp_check,
  add constraint semantic_memories_importance_check check (importance between 0 and 1);

-- Half a millisecond goes away from zero. PostgreSQL's own rounding takes it to the even neighbour.
--@ verbatim sqlite
update episodes set timestamp = coalesce(round(timestamp * 1000), 0);
--@ verbatim postgresql
update episodes set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
--@ verbatim sqlite
update long_term set updated_at = coalesce(round(updated_at * 1000), 0);
--@ verbatim postgresql
update long_term set updated_at =
  coalesce(trunc(updated_at * 1000 + case when updated_at < 0 then -0.5 else 0.5 end), 0);
--@ verbatim sqlite
update turns set timestamp = coalesce(round(timestamp * 1000), 0);
--@ verbatim postgresql
update turns set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
--@ verbatim sqlite
update uncertainty_log set timestamp = coalesce(round(timestamp * 1000), 0);
--@ verbatim postgresql
update uncertainty_log set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
--@ verbatim sqlite
update semantic_memories set timestamp = coalesce(round(timestamp * 1000), 0);
--@ verbatim postgresql
update semantic_memories set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);

alter table episodes
  alter column timestamp set data type bigint,
  alter column timestamp set not null;
alter table episodes rename column timestamp to created_time;

alter table long_term
  alter column updated_at set data type bigint,
  alter column updated_at set not null;
alter table long_term rename column updated_at to updated_time;

alter table turns
  alter column timestamp set data type bigint,
  alter column timestamp set not null;
alter table turns rename column timestamp to created_time;

-- What was null was not resolved; it comes back as 0. No database has a portable way from a number
-- to a boolean, and so the column is made anew; the one behind it goes along, to stay behind it.
alter table uncertainty_log
  alter column timestamp set data type bigint,
  alter column timestamp set not null,
  add column is_resolved boolean default false not null,
  add column pattern text;
update uncertainty_log set is_resolved = true where resolved = 1;
update uncertainty_log set pattern = resolution_pattern where resolution_pattern is not null;
alter table uncertainty_log
  drop column resolved,
  drop column resolution_pattern;
alter table uncertainty_log rename column is_resolved to resolved;
alter table uncertainty_log rename column pattern to resolution_pattern;
alter table uncertainty_log rename column timestamp to created_time;

-- What was null gets the default, and does not become null again.
update semantic_memories set importance = 0.5 where importance is null;
alter table semantic_memories
  alter column timestamp set data type bigint,
  alter column timestamp set not null,
  alter column importance set not null,
  add column embedding blob,
  add column embedding_model text,
  add column embedding_dimension integer;
alter table semantic_memories rename column timestamp to created_time;

-- On SQLite an "integer primary key" has 64 bits already. Where Python made the table, its ids come
-- from a sequence, which does not change its type with the column.
--@ verbatim postgresql
alter table episodes alter column id set data type bigint;
--@ verbatim postgresql
alter sequence episodes_id_seq as bigint;
--@ verbatim postgresql
alter table turns alter column id set data type bigint;
--@ verbatim postgresql
alter sequence turns_id_seq as bigint;
--@ verbatim postgresql
alter table uncertainty_log alter column id set data type bigint;
--@ verbatim postgresql
alter sequence uncertainty_log_id_seq as bigint;
--@ verbatim postgresql
alter table semantic_memories alter column id set data type bigint;
--@ verbatim postgresql
alter sequence semantic_memories_id_seq as bigint;

create index idx_episodes_created_time on episodes (created_time, id);
create index idx_episodes_event_type on episodes (event_type, created_time, id);
create index idx_turns_created_time on turns (created_time, id);
create index idx_uncertainty_created_time on uncertainty_log (created_time, id);
create index idx_uncertainty_resolved on uncertainty_log (resolved, created_time, id);
create index idx_semantic_created_time on semantic_memories (created_time, id);
create index idx_semantic_category on semantic_memories (category, created_time, id);
create index idx_semantic_importance on semantic_memories (importance, id);
-- Keys are sorted by code point, which SQLite's primary key does by itself.
--@ verbatim postgresql
create index idx_long_term_key on long_term ("key" collate "C");

--@ downgrade
--@ verbatim postgresql
drop index idx_long_term_key;
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_semantic_created_time;
drop index idx_uncertainty_resolved;
drop index idx_uncertainty_created_time;
drop index idx_turns_created_time;
drop index idx_episodes_event_type;
drop index idx_episodes_created_time;

-- On PostgreSQL an id of more than 32 bits stops the downgrade: there is no room for it.
--@ verbatim postgresql
alter table semantic_memories alter column id set data type integer;
--@ verbatim postgresql
alter sequence semantic_memories_id_seq as integer;
--@ verbatim postgresql
alter table uncertainty_log alter column id set data type integer;
--@ verbatim postgresql
alter sequence uncertainty_log_id_seq as integer;
--@ verbatim postgresql
alter table turns alter column id set data type integer;
--@ verbatim postgresql
alter sequence turns_id_seq as integer;
--@ verbatim postgresql
alter table episodes alter column id set data type integer;
--@ verbatim postgresql
alter sequence episodes_id_seq as integer;

-- Embeddings do not come back: there is no room for them either. A time so far away that a float
-- does not have its millisecond stops the downgrade, and its row is named.
alter table semantic_memories
  add constraint semantic_memories_created_time_check check (created_time between -2251799813685000 and 2251799813685000),
  drop constraint semantic_memories_created_time_check,
  drop constraint semantic_memories_importance_check,
  drop column embedding,
  drop column embedding_model,
  drop column embedding_dimension,
  alter column importance drop not null,
  alter column created_time drop not null,
  alter column created_time set data type float;
alter table semantic_memories rename column created_time to timestamp;
update semantic_memories set timestamp = nullif(timestamp, 0) / 1000;

alter table uncertainty_log
  add constraint uncertainty_log_created_time_check check (created_time between -2251799813685000 and 2251799813685000),
  drop constraint uncertainty_log_created_time_check,
  drop constraint uncertainty_log_confidence_score_check,
  alter column created_time drop not null,
  alter column created_time set data type float,
  add column number_resolved integer default 0,
  add column pattern text;
update uncertainty_log set number_resolved = 1 where resolved = true;
update uncertainty_log set pattern = resolution_pattern where resolution_pattern is not null;
alter table uncertainty_log
  drop column resolved,
  drop column resolution_pattern;
alter table uncertainty_log rename column number_resolved to resolved;
alter table uncertainty_log rename column pattern to resolution_pattern;
alter table uncertainty_log rename column created_time to timestamp;
update uncertainty_log set timestamp = nullif(timestamp, 0) / 1000;

alter table turns
  add constraint turns_created_time_check check (created_time between -2251799813685000 and 2251799813685000),
  drop constraint turns_created_time_check,
  alter column created_time drop not null,
  alter column created_time set data type float;
alter table turns rename column created_time to timestamp;
update turns set timestamp = nullif(timestamp, 0) / 1000;

alter table long_term
  add constraint long_term_updated_time_check check (updated_time between -2251799813685000 and 2251799813685000),
  drop constraint long_term_updated_time_check,
  alter column updated_time drop not null,
  alter column updated_time set data type float;
alter table long_term rename column updated_time to updated_at;
update long_term set updated_at = nullif(updated_at, 0) / 1000;

alter table episodes
  add constraint episodes_created_time_check check (created_time between -2251799813685000 and 2251799813685000),
  drop constraint episodes_created_time_check,
  drop constraint episodes_valence_check,
  alter column created_time drop not null,
  alter column created_time set data type float;
alter table episodes rename column created_time to timestamp;
update episodes set timestamp = nullif(timestamp, 0) / 1000;

create index idx_episodes_timestamp on episodes (timestamp);
create index idx_episodes_event_type on episodes (event_type);
create index idx_turns_timestamp on turns (timestamp);
create index idx_uncertainty_resolved on uncertainty_log (resolved);
create index idx_semantic_category on semantic_memories (category);
create index idx_semantic_importance on semantic_memories (importance);
