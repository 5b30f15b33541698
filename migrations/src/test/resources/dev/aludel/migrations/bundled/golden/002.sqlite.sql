-- upgrade
create temp table aludel_violations as select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ());
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_uncertainty_resolved;
drop index idx_turns_timestamp;
drop index idx_episodes_event_type;
drop index idx_episodes_timestamp;
-- guard: episodes cannot get the check episodes_timestamp_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."episodes" where not (timestamp between -2251799813685 and 2251799813685);
alter table episodes add constraint episodes_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table episodes drop constraint episodes_timestamp_check;
-- guard: episodes cannot get the check episodes_valence_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("valence"), 1, 60) from main."episodes" where not (valence between -1 and 1);
alter table episodes add constraint episodes_valence_check check (valence between -1 and 1);
-- guard: long_term cannot get the check long_term_updated_at_check, because these rows break it
select 'key ' || substr(quote("key"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."long_term" where not (updated_at between -2251799813685 and 2251799813685);
alter table long_term add constraint long_term_updated_at_check check (updated_at between -2251799813685 and 2251799813685);
alter table long_term drop constraint long_term_updated_at_check;
-- guard: turns cannot get the check turns_timestamp_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."turns" where not (timestamp between -2251799813685 and 2251799813685);
alter table turns add constraint turns_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table turns drop constraint turns_timestamp_check;
-- guard: uncertainty_log cannot get the check uncertainty_log_timestamp_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."uncertainty_log" where not (timestamp between -2251799813685 and 2251799813685);
alter table uncertainty_log add constraint uncertainty_log_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table uncertainty_log drop constraint uncertainty_log_timestamp_check;
-- guard: uncertainty_log cannot get the check uncertainty_log_resolved_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("resolved"), 1, 60) from main."uncertainty_log" where not (resolved in (0, 1));
alter table uncertainty_log add constraint uncertainty_log_resolved_check check (resolved in (0, 1));
alter table uncertainty_log drop constraint uncertainty_log_resolved_check;
-- guard: uncertainty_log cannot get the check uncertainty_log_confidence_score_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("confidence_score"), 1, 60) from main."uncertainty_log" where not (confidence_score between 0 and 1);
alter table uncertainty_log add constraint uncertainty_log_confidence_score_check check (confidence_score between 0 and 1);
-- guard: semantic_memories cannot get the check semantic_memories_timestamp_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."semantic_memories" where not (timestamp between -2251799813685 and 2251799813685);
alter table semantic_memories add constraint semantic_memories_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table semantic_memories drop constraint semantic_memories_timestamp_check;
-- guard: semantic_memories cannot get the check semantic_memories_importance_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("importance"), 1, 60) from main."semantic_memories" where not (importance between 0 and 1);
alter table semantic_memories add constraint semantic_memories_importance_check check (importance between 0 and 1);
update episodes set timestamp = coalesce(round(timestamp * 1000), 0);
update long_term set updated_at = coalesce(round(updated_at * 1000), 0);
update turns set timestamp = coalesce(round(timestamp * 1000), 0);
update uncertainty_log set timestamp = coalesce(round(timestamp * 1000), 0);
update semantic_memories set timestamp = coalesce(round(timestamp * 1000), 0);
-- guard: the column timestamp of episodes cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."episodes" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column timestamp of episodes cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."episodes" where "timestamp" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'episodes', 'CREATE TABLE episodes (
  id integer not null,
  timestamp float,
  event_type text,
  content text,
  valence float,
  metadata text,
  primary key (id)
, constraint episodes_valence_check check (valence between -1 and 1))')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'episodes' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: episodes cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'episodes' collate nocase or tbl_name = 'episodes' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_episodes" (
  id integer not null,
  timestamp bigint not null,
  event_type text,
  content text,
  valence float,
  metadata text,
  primary key (id)
, constraint episodes_valence_check check (valence between -1 and 1));
insert into main."aludel_new_episodes" ("id", "timestamp", "event_type", "content", "valence", "metadata") select "id", "timestamp", "event_type", "content", "valence", "metadata" from main."episodes";
-- guard: the copy of episodes, aludel_new_episodes, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_episodes") as a, (select count(*) from main."episodes") as b) where a <> b;
drop table main."episodes";
pragma legacy_alter_table = on;
alter table main."aludel_new_episodes" rename to "episodes";
pragma legacy_alter_table = off;
-- guard: the rebuild of episodes would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table episodes rename column timestamp to created_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("created_time">') where child = 'episodes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"created_time")') where parent = 'episodes' collate nocase;
-- guard: the column updated_at of long_term cannot become bigint, because these values would change or do not fit
select 'key ' || substr(quote("key"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."long_term" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column updated_at of long_term cannot become not null, because it is null in these rows
select 'key ' || substr(quote("key"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."long_term" where "updated_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'long_term', 'CREATE TABLE long_term (
  "key" text not null,
  value text,
  updated_at float,
  primary key ("key")
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'long_term' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: long_term cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'long_term' collate nocase or tbl_name = 'long_term' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_long_term" (
  "key" text not null,
  value text,
  updated_at bigint not null,
  primary key ("key")
);
insert into main."aludel_new_long_term" (rowid, "key", "value", "updated_at") select rowid, "key", "value", "updated_at" from main."long_term";
-- guard: the copy of long_term, aludel_new_long_term, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_long_term") as a, (select count(*) from main."long_term") as b) where a <> b;
drop table main."long_term";
pragma legacy_alter_table = on;
alter table main."aludel_new_long_term" rename to "long_term";
pragma legacy_alter_table = off;
-- guard: the rebuild of long_term would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table long_term rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'long_term' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'long_term' collate nocase;
-- guard: the column timestamp of turns cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."turns" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column timestamp of turns cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."turns" where "timestamp" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'turns', 'CREATE TABLE turns (
  id integer not null,
  timestamp float,
  user_input text,
  assistant_response text,
  metadata text,
  primary key (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'turns' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: turns cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'turns' collate nocase or tbl_name = 'turns' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_turns" (
  id integer not null,
  timestamp bigint not null,
  user_input text,
  assistant_response text,
  metadata text,
  primary key (id)
);
insert into main."aludel_new_turns" ("id", "timestamp", "user_input", "assistant_response", "metadata") select "id", "timestamp", "user_input", "assistant_response", "metadata" from main."turns";
-- guard: the copy of turns, aludel_new_turns, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_turns") as a, (select count(*) from main."turns") as b) where a <> b;
drop table main."turns";
pragma legacy_alter_table = on;
alter table main."aludel_new_turns" rename to "turns";
pragma legacy_alter_table = off;
-- guard: the rebuild of turns would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table turns rename column timestamp to created_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("created_time">') where child = 'turns' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"created_time")') where parent = 'turns' collate nocase;
-- guard: the column timestamp of uncertainty_log cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."uncertainty_log" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column timestamp of uncertainty_log cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."uncertainty_log" where "timestamp" is null;
-- guard: the column is_resolved of uncertainty_log cannot be added: it is not null and has no default, and these rows are there
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("is_resolved"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "timestamp" as "timestamp", "user_message" as "user_message", "parsed_intent" as "parsed_intent", "confidence_score" as "confidence_score", "context" as "context", "signals" as "signals", "resolved" as "resolved", "resolution_pattern" as "resolution_pattern", (false) as "is_resolved" from main."uncertainty_log") as "uncertainty_log" where "is_resolved" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'uncertainty_log', 'CREATE TABLE uncertainty_log (
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
, constraint uncertainty_log_confidence_score_check check (confidence_score between 0 and 1))')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'uncertainty_log' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: uncertainty_log cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'uncertainty_log' collate nocase or tbl_name = 'uncertainty_log' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_uncertainty_log" (
  id integer not null,
  timestamp bigint not null,
  user_message text,
  parsed_intent text,
  confidence_score float,
  context text,
  signals text,
  resolved integer default 0,
  resolution_pattern text, is_resolved boolean not null default false, pattern text,
  primary key (id)
, constraint uncertainty_log_confidence_score_check check (confidence_score between 0 and 1));
insert into main."aludel_new_uncertainty_log" ("id", "timestamp", "user_message", "parsed_intent", "confidence_score", "context", "signals", "resolved", "resolution_pattern") select "id", "timestamp", "user_message", "parsed_intent", "confidence_score", "context", "signals", "resolved", "resolution_pattern" from main."uncertainty_log";
-- guard: the copy of uncertainty_log, aludel_new_uncertainty_log, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_uncertainty_log") as a, (select count(*) from main."uncertainty_log") as b) where a <> b;
drop table main."uncertainty_log";
pragma legacy_alter_table = on;
alter table main."aludel_new_uncertainty_log" rename to "uncertainty_log";
pragma legacy_alter_table = off;
-- guard: the rebuild of uncertainty_log would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
update uncertainty_log set is_resolved = 1 where resolved = 1;
update uncertainty_log set pattern = resolution_pattern where resolution_pattern is not null;
alter table uncertainty_log drop column resolved;
alter table uncertainty_log drop column resolution_pattern;
alter table uncertainty_log rename column is_resolved to resolved;
update temp.aludel_violations set key = replace(key, '("is_resolved">', '("resolved">') where child = 'uncertainty_log' collate nocase;
update temp.aludel_violations set key = replace(key, '>"is_resolved")', '>"resolved")') where parent = 'uncertainty_log' collate nocase;
alter table uncertainty_log rename column pattern to resolution_pattern;
update temp.aludel_violations set key = replace(key, '("pattern">', '("resolution_pattern">') where child = 'uncertainty_log' collate nocase;
update temp.aludel_violations set key = replace(key, '>"pattern")', '>"resolution_pattern")') where parent = 'uncertainty_log' collate nocase;
alter table uncertainty_log rename column timestamp to created_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("created_time">') where child = 'uncertainty_log' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"created_time")') where parent = 'uncertainty_log' collate nocase;
update semantic_memories set importance = 0.5 where importance is null;
-- guard: the column timestamp of semantic_memories cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."semantic_memories" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column timestamp of semantic_memories cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."semantic_memories" where "timestamp" is null;
-- guard: the column importance of semantic_memories cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("importance"), 1, 60) from main."semantic_memories" where "importance" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'semantic_memories', 'CREATE TABLE semantic_memories (
  id integer not null,
  timestamp float,
  content text,
  category text,
  importance float default 0.5,
  metadata text,
  primary key (id)
, constraint semantic_memories_importance_check check (importance between 0 and 1))')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'semantic_memories' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: semantic_memories cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'semantic_memories' collate nocase or tbl_name = 'semantic_memories' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_semantic_memories" (
  id integer not null,
  timestamp bigint not null,
  content text,
  category text,
  importance float default 0.5 not null,
  metadata text, embedding blob, embedding_model text, embedding_dimension integer,
  primary key (id)
, constraint semantic_memories_importance_check check (importance between 0 and 1));
insert into main."aludel_new_semantic_memories" ("id", "timestamp", "content", "category", "importance", "metadata") select "id", "timestamp", "content", "category", "importance", "metadata" from main."semantic_memories";
-- guard: the copy of semantic_memories, aludel_new_semantic_memories, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_semantic_memories") as a, (select count(*) from main."semantic_memories") as b) where a <> b;
drop table main."semantic_memories";
pragma legacy_alter_table = on;
alter table main."aludel_new_semantic_memories" rename to "semantic_memories";
pragma legacy_alter_table = off;
-- guard: the rebuild of semantic_memories would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table semantic_memories rename column timestamp to created_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("created_time">') where child = 'semantic_memories' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"created_time")') where parent = 'semantic_memories' collate nocase;
create index idx_episodes_created_time on episodes(created_time, id);
create index idx_episodes_event_type on episodes(event_type, created_time, id);
create index idx_turns_created_time on turns(created_time, id);
create index idx_uncertainty_created_time on uncertainty_log(created_time, id);
create index idx_uncertainty_resolved on uncertainty_log(resolved, created_time, id);
create index idx_semantic_created_time on semantic_memories(created_time, id);
create index idx_semantic_category on semantic_memories(category, created_time, id);
create index idx_semantic_importance on semantic_memories(importance, id);
-- guard: these rows would break a foreign key, and did not before
select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '"', ''), ')(', ', '), '()') || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') || coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') || iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over (partition by child, parent, key order by child_row, number) as place from (select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ()) except select * from temp.aludel_violations)) group by child, parent, key;
drop table temp.aludel_violations;
-- downgrade
create temp table aludel_violations as select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ());
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_semantic_created_time;
drop index idx_uncertainty_resolved;
drop index idx_uncertainty_created_time;
drop index idx_turns_created_time;
drop index idx_episodes_event_type;
drop index idx_episodes_created_time;
-- guard: semantic_memories cannot get the check semantic_memories_created_time_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."semantic_memories" where not (created_time between -2251799813685000 and 2251799813685000);
-- guard: the column created_time of semantic_memories cannot become float, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "created_time" as "created_time", "content" as "content", "category" as "category", "importance" as "importance", "metadata" as "metadata" from main."semantic_memories") as "semantic_memories" where case typeof("created_time") when 'null' then false when 'integer' then cast(cast("created_time" as REAL) as integer) collate binary is not "created_time" when 'real' then false when 'text' then cast(cast("created_time" as REAL) as text) collate binary is not "created_time" else true end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'semantic_memories', 'CREATE TABLE "semantic_memories" (
  id integer not null,
  created_time bigint not null,
  content text,
  category text,
  importance float default 0.5 not null,
  metadata text, embedding blob, embedding_model text, embedding_dimension integer,
  primary key (id)
, constraint semantic_memories_importance_check check (importance between 0 and 1))')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'semantic_memories' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: semantic_memories cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'semantic_memories' collate nocase or tbl_name = 'semantic_memories' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_semantic_memories" (
  id integer not null,
  created_time float ,
  content text,
  category text,
  importance float default 0.5 ,
  metadata text,   
  primary key (id)
  );
insert into main."aludel_new_semantic_memories" ("id", "created_time", "content", "category", "importance", "metadata") select "id", "created_time", "content", "category", "importance", "metadata" from main."semantic_memories";
-- guard: the copy of semantic_memories, aludel_new_semantic_memories, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_semantic_memories") as a, (select count(*) from main."semantic_memories") as b) where a <> b;
drop table main."semantic_memories";
pragma legacy_alter_table = on;
alter table main."aludel_new_semantic_memories" rename to "semantic_memories";
pragma legacy_alter_table = off;
-- guard: the rebuild of semantic_memories would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'semantic_memories' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table semantic_memories rename column created_time to timestamp;
update temp.aludel_violations set key = replace(key, '("created_time">', '("timestamp">') where child = 'semantic_memories' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"timestamp")') where parent = 'semantic_memories' collate nocase;
update semantic_memories set timestamp = (nullif(timestamp, 0) / 1000);
-- guard: uncertainty_log cannot get the check uncertainty_log_created_time_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."uncertainty_log" where not (created_time between -2251799813685000 and 2251799813685000);
-- guard: the column created_time of uncertainty_log cannot become float, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."uncertainty_log" where case typeof("created_time") when 'null' then false when 'integer' then cast(cast("created_time" as REAL) as integer) collate binary is not "created_time" when 'real' then false when 'text' then cast(cast("created_time" as REAL) as text) collate binary is not "created_time" else true end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'uncertainty_log', 'CREATE TABLE "uncertainty_log" (
  id integer not null,
  created_time bigint not null,
  user_message text,
  parsed_intent text,
  confidence_score float,
  context text,
  signals text,
  resolved boolean not null default false, resolution_pattern text,
  primary key (id)
, constraint uncertainty_log_confidence_score_check check (confidence_score between 0 and 1))')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'uncertainty_log' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: uncertainty_log cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'uncertainty_log' collate nocase or tbl_name = 'uncertainty_log' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_uncertainty_log" (
  id integer not null,
  created_time float ,
  user_message text,
  parsed_intent text,
  confidence_score float,
  context text,
  signals text,
  resolved boolean not null default false, resolution_pattern text, number_resolved integer default 0, pattern text,
  primary key (id)
  );
insert into main."aludel_new_uncertainty_log" ("id", "created_time", "user_message", "parsed_intent", "confidence_score", "context", "signals", "resolved", "resolution_pattern") select "id", "created_time", "user_message", "parsed_intent", "confidence_score", "context", "signals", "resolved", "resolution_pattern" from main."uncertainty_log";
-- guard: the copy of uncertainty_log, aludel_new_uncertainty_log, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_uncertainty_log") as a, (select count(*) from main."uncertainty_log") as b) where a <> b;
drop table main."uncertainty_log";
pragma legacy_alter_table = on;
alter table main."aludel_new_uncertainty_log" rename to "uncertainty_log";
pragma legacy_alter_table = off;
-- guard: the rebuild of uncertainty_log would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'uncertainty_log' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
update uncertainty_log set number_resolved = 1 where resolved = 1;
update uncertainty_log set pattern = resolution_pattern where resolution_pattern is not null;
alter table uncertainty_log drop column resolved;
alter table uncertainty_log drop column resolution_pattern;
alter table uncertainty_log rename column number_resolved to resolved;
update temp.aludel_violations set key = replace(key, '("number_resolved">', '("resolved">') where child = 'uncertainty_log' collate nocase;
update temp.aludel_violations set key = replace(key, '>"number_resolved")', '>"resolved")') where parent = 'uncertainty_log' collate nocase;
alter table uncertainty_log rename column pattern to resolution_pattern;
update temp.aludel_violations set key = replace(key, '("pattern">', '("resolution_pattern">') where child = 'uncertainty_log' collate nocase;
update temp.aludel_violations set key = replace(key, '>"pattern")', '>"resolution_pattern")') where parent = 'uncertainty_log' collate nocase;
alter table uncertainty_log rename column created_time to timestamp;
update temp.aludel_violations set key = replace(key, '("created_time">', '("timestamp">') where child = 'uncertainty_log' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"timestamp")') where parent = 'uncertainty_log' collate nocase;
update uncertainty_log set timestamp = (nullif(timestamp, 0) / 1000);
-- guard: turns cannot get the check turns_created_time_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."turns" where not (created_time between -2251799813685000 and 2251799813685000);
-- guard: the column created_time of turns cannot become float, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."turns" where case typeof("created_time") when 'null' then false when 'integer' then cast(cast("created_time" as REAL) as integer) collate binary is not "created_time" when 'real' then false when 'text' then cast(cast("created_time" as REAL) as text) collate binary is not "created_time" else true end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'turns', 'CREATE TABLE "turns" (
  id integer not null,
  created_time bigint not null,
  user_input text,
  assistant_response text,
  metadata text,
  primary key (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'turns' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: turns cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'turns' collate nocase or tbl_name = 'turns' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_turns" (
  id integer not null,
  created_time float ,
  user_input text,
  assistant_response text,
  metadata text,
  primary key (id) 
);
insert into main."aludel_new_turns" ("id", "created_time", "user_input", "assistant_response", "metadata") select "id", "created_time", "user_input", "assistant_response", "metadata" from main."turns";
-- guard: the copy of turns, aludel_new_turns, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_turns") as a, (select count(*) from main."turns") as b) where a <> b;
drop table main."turns";
pragma legacy_alter_table = on;
alter table main."aludel_new_turns" rename to "turns";
pragma legacy_alter_table = off;
-- guard: the rebuild of turns would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'turns' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table turns rename column created_time to timestamp;
update temp.aludel_violations set key = replace(key, '("created_time">', '("timestamp">') where child = 'turns' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"timestamp")') where parent = 'turns' collate nocase;
update turns set timestamp = (nullif(timestamp, 0) / 1000);
-- guard: long_term cannot get the check long_term_updated_time_check, because these rows break it
select 'key ' || substr(quote("key"), 1, 60) || ': ' || substr(quote("updated_time"), 1, 60) from main."long_term" where not (updated_time between -2251799813685000 and 2251799813685000);
-- guard: the column updated_time of long_term cannot become float, because these values would change or do not fit
select 'key ' || substr(quote("key"), 1, 60) || ': ' || substr(quote("updated_time"), 1, 60) from main."long_term" where case typeof("updated_time") when 'null' then false when 'integer' then cast(cast("updated_time" as REAL) as integer) collate binary is not "updated_time" when 'real' then false when 'text' then cast(cast("updated_time" as REAL) as text) collate binary is not "updated_time" else true end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'long_term', 'CREATE TABLE "long_term" (
  "key" text not null,
  value text,
  updated_time bigint not null,
  primary key ("key")
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'long_term' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: long_term cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'long_term' collate nocase or tbl_name = 'long_term' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_long_term" (
  "key" text not null,
  value text,
  updated_time float ,
  primary key ("key") 
);
insert into main."aludel_new_long_term" (rowid, "key", "value", "updated_time") select rowid, "key", "value", "updated_time" from main."long_term";
-- guard: the copy of long_term, aludel_new_long_term, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_long_term") as a, (select count(*) from main."long_term") as b) where a <> b;
drop table main."long_term";
pragma legacy_alter_table = on;
alter table main."aludel_new_long_term" rename to "long_term";
pragma legacy_alter_table = off;
-- guard: the rebuild of long_term would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'long_term' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table long_term rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'long_term' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'long_term' collate nocase;
update long_term set updated_at = (nullif(updated_at, 0) / 1000);
-- guard: episodes cannot get the check episodes_created_time_check, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."episodes" where not (created_time between -2251799813685000 and 2251799813685000);
-- guard: the column created_time of episodes cannot become float, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_time"), 1, 60) from main."episodes" where case typeof("created_time") when 'null' then false when 'integer' then cast(cast("created_time" as REAL) as integer) collate binary is not "created_time" when 'real' then false when 'text' then cast(cast("created_time" as REAL) as text) collate binary is not "created_time" else true end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'episodes', 'CREATE TABLE "episodes" (
  id integer not null,
  created_time bigint not null,
  event_type text,
  content text,
  valence float,
  metadata text,
  primary key (id)
, constraint episodes_valence_check check (valence between -1 and 1))')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'episodes' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: episodes cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'episodes' collate nocase or tbl_name = 'episodes' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_episodes" (
  id integer not null,
  created_time float ,
  event_type text,
  content text,
  valence float,
  metadata text,
  primary key (id)
  );
insert into main."aludel_new_episodes" ("id", "created_time", "event_type", "content", "valence", "metadata") select "id", "created_time", "event_type", "content", "valence", "metadata" from main."episodes";
-- guard: the copy of episodes, aludel_new_episodes, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_episodes") as a, (select count(*) from main."episodes") as b) where a <> b;
drop table main."episodes";
pragma legacy_alter_table = on;
alter table main."aludel_new_episodes" rename to "episodes";
pragma legacy_alter_table = off;
-- guard: the rebuild of episodes would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'episodes' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table episodes rename column created_time to timestamp;
update temp.aludel_violations set key = replace(key, '("created_time">', '("timestamp">') where child = 'episodes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"timestamp")') where parent = 'episodes' collate nocase;
update episodes set timestamp = (nullif(timestamp, 0) / 1000);
create index idx_episodes_timestamp on episodes(timestamp);
create index idx_episodes_event_type on episodes(event_type);
create index idx_turns_timestamp on turns(timestamp);
create index idx_uncertainty_resolved on uncertainty_log(resolved);
create index idx_semantic_category on semantic_memories(category);
create index idx_semantic_importance on semantic_memories(importance);
-- guard: these rows would break a foreign key, and did not before
select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '"', ''), ')(', ', '), '()') || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') || coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') || iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over (partition by child, parent, key order by child_row, number) as place from (select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ()) except select * from temp.aludel_violations)) group by child, parent, key;
drop table temp.aludel_violations;
