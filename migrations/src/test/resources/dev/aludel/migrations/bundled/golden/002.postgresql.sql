-- upgrade
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_uncertainty_resolved;
drop index idx_turns_timestamp;
drop index idx_episodes_event_type;
drop index idx_episodes_timestamp;
-- guard: episodes cannot get the check episodes_timestamp_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and']::text[])), '')
from (select to_jsonb(episodes.*), episodes.tableoid, episodes.ctid from episodes where not (timestamp between -2251799813685 and 2251799813685))
  as offender (content, source, place);
alter table episodes add constraint episodes_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table episodes drop constraint episodes_timestamp_check;
-- guard: episodes cannot get the check episodes_valence_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['valence', 'between', 'and']::text[])), '')
from (select to_jsonb(episodes.*), episodes.tableoid, episodes.ctid from episodes where not (valence between -1 and 1))
  as offender (content, source, place);
alter table episodes add constraint episodes_valence_check check (valence between -1 and 1);
-- guard: long_term cannot get the check long_term_updated_at_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['updated_at', 'between', 'and']::text[])), '')
from (select to_jsonb(long_term.*), long_term.tableoid, long_term.ctid from long_term where not (updated_at between -2251799813685 and 2251799813685))
  as offender (content, source, place);
alter table long_term add constraint long_term_updated_at_check check (updated_at between -2251799813685 and 2251799813685);
alter table long_term drop constraint long_term_updated_at_check;
-- guard: turns cannot get the check turns_timestamp_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and']::text[])), '')
from (select to_jsonb(turns.*), turns.tableoid, turns.ctid from turns where not (timestamp between -2251799813685 and 2251799813685))
  as offender (content, source, place);
alter table turns add constraint turns_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table turns drop constraint turns_timestamp_check;
-- guard: uncertainty_log cannot get the check uncertainty_log_timestamp_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and']::text[])), '')
from (select to_jsonb(uncertainty_log.*), uncertainty_log.tableoid, uncertainty_log.ctid from uncertainty_log where not (timestamp between -2251799813685 and 2251799813685))
  as offender (content, source, place);
alter table uncertainty_log add constraint uncertainty_log_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table uncertainty_log drop constraint uncertainty_log_timestamp_check;
-- guard: uncertainty_log cannot get the check uncertainty_log_resolved_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['resolved', 'in']::text[])), '')
from (select to_jsonb(uncertainty_log.*), uncertainty_log.tableoid, uncertainty_log.ctid from uncertainty_log where not (resolved in (0, 1)))
  as offender (content, source, place);
alter table uncertainty_log add constraint uncertainty_log_resolved_check check (resolved in (0, 1));
alter table uncertainty_log drop constraint uncertainty_log_resolved_check;
-- guard: uncertainty_log cannot get the check uncertainty_log_confidence_score_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['confidence_score', 'between', 'and']::text[])), '')
from (select to_jsonb(uncertainty_log.*), uncertainty_log.tableoid, uncertainty_log.ctid from uncertainty_log where not (confidence_score between 0 and 1))
  as offender (content, source, place);
alter table uncertainty_log add constraint uncertainty_log_confidence_score_check check (confidence_score between 0 and 1);
-- guard: semantic_memories cannot get the check semantic_memories_timestamp_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and']::text[])), '')
from (select to_jsonb(semantic_memories.*), semantic_memories.tableoid, semantic_memories.ctid from semantic_memories where not (timestamp between -2251799813685 and 2251799813685))
  as offender (content, source, place);
alter table semantic_memories add constraint semantic_memories_timestamp_check check (timestamp between -2251799813685 and 2251799813685);
alter table semantic_memories drop constraint semantic_memories_timestamp_check;
-- guard: semantic_memories cannot get the check semantic_memories_importance_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['importance', 'between', 'and']::text[])), '')
from (select to_jsonb(semantic_memories.*), semantic_memories.tableoid, semantic_memories.ctid from semantic_memories where not (importance between 0 and 1))
  as offender (content, source, place);
alter table semantic_memories add constraint semantic_memories_importance_check check (importance between 0 and 1);
update episodes set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
update long_term set updated_at =
  coalesce(trunc(updated_at * 1000 + case when updated_at < 0 then -0.5 else 0.5 end), 0);
update turns set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
update uncertainty_log set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
update semantic_memories set timestamp =
  coalesce(trunc(timestamp * 1000 + case when timestamp < 0 then -0.5 else 0.5 end), 0);
alter table episodes alter column timestamp set data type bigint;
alter table episodes alter column timestamp set not null;
alter table episodes rename column timestamp to created_time;
alter table long_term alter column updated_at set data type bigint;
alter table long_term alter column updated_at set not null;
alter table long_term rename column updated_at to updated_time;
alter table turns alter column timestamp set data type bigint;
alter table turns alter column timestamp set not null;
alter table turns rename column timestamp to created_time;
alter table uncertainty_log alter column timestamp set data type bigint;
alter table uncertainty_log alter column timestamp set not null;
alter table uncertainty_log add column is_resolved boolean not null default false;
alter table uncertainty_log add column pattern text;
update uncertainty_log set is_resolved = true where resolved = 1;
update uncertainty_log set pattern = resolution_pattern where resolution_pattern is not null;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('uncertainty_log') and a.attname = 'resolved'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table uncertainty_log drop column resolved;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('uncertainty_log') and a.attname = 'resolution_pattern'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table uncertainty_log drop column resolution_pattern;
alter table uncertainty_log rename column is_resolved to resolved;
alter table uncertainty_log rename column pattern to resolution_pattern;
alter table uncertainty_log rename column timestamp to created_time;
update semantic_memories set importance = 0.5 where importance is null;
alter table semantic_memories alter column timestamp set data type bigint;
alter table semantic_memories alter column timestamp set not null;
alter table semantic_memories alter column importance set not null;
alter table semantic_memories add column embedding bytea;
alter table semantic_memories add column embedding_model text;
alter table semantic_memories add column embedding_dimension integer;
alter table semantic_memories rename column timestamp to created_time;
alter table episodes alter column id set data type bigint;
alter sequence episodes_id_seq as bigint;
alter table turns alter column id set data type bigint;
alter sequence turns_id_seq as bigint;
alter table uncertainty_log alter column id set data type bigint;
alter sequence uncertainty_log_id_seq as bigint;
alter table semantic_memories alter column id set data type bigint;
alter sequence semantic_memories_id_seq as bigint;
create index idx_episodes_created_time on episodes(created_time, id);
create index idx_episodes_event_type on episodes(event_type, created_time, id);
create index idx_turns_created_time on turns(created_time, id);
create index idx_uncertainty_created_time on uncertainty_log(created_time, id);
create index idx_uncertainty_resolved on uncertainty_log(resolved, created_time, id);
create index idx_semantic_created_time on semantic_memories(created_time, id);
create index idx_semantic_category on semantic_memories(category, created_time, id);
create index idx_semantic_importance on semantic_memories(importance, id);
create index idx_long_term_key on long_term ("key" collate "C");
-- downgrade
drop index idx_long_term_key;
drop index idx_semantic_importance;
drop index idx_semantic_category;
drop index idx_semantic_created_time;
drop index idx_uncertainty_resolved;
drop index idx_uncertainty_created_time;
drop index idx_turns_created_time;
drop index idx_episodes_event_type;
drop index idx_episodes_created_time;
alter table semantic_memories alter column id set data type integer;
alter sequence semantic_memories_id_seq as integer;
alter table uncertainty_log alter column id set data type integer;
alter sequence uncertainty_log_id_seq as integer;
alter table turns alter column id set data type integer;
alter sequence turns_id_seq as integer;
alter table episodes alter column id set data type integer;
alter sequence episodes_id_seq as integer;
-- guard: semantic_memories cannot get the check semantic_memories_created_time_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_time', 'between', 'and']::text[])), '')
from (select to_jsonb(semantic_memories.*), semantic_memories.tableoid, semantic_memories.ctid from semantic_memories where not (created_time between -2251799813685000 and 2251799813685000))
  as offender (content, source, place);
alter table semantic_memories add constraint semantic_memories_created_time_check check (created_time between -2251799813685000 and 2251799813685000);
alter table semantic_memories drop constraint semantic_memories_created_time_check;
alter table semantic_memories drop constraint semantic_memories_importance_check;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('semantic_memories') and a.attname = 'embedding'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table semantic_memories drop column embedding;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('semantic_memories') and a.attname = 'embedding_model'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table semantic_memories drop column embedding_model;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('semantic_memories') and a.attname = 'embedding_dimension'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table semantic_memories drop column embedding_dimension;
alter table semantic_memories alter column importance drop not null;
alter table semantic_memories alter column created_time drop not null;
alter table semantic_memories alter column created_time set data type float;
alter table semantic_memories rename column created_time to timestamp;
update semantic_memories set timestamp = (nullif(timestamp, 0) / 1000);
-- guard: uncertainty_log cannot get the check uncertainty_log_created_time_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_time', 'between', 'and']::text[])), '')
from (select to_jsonb(uncertainty_log.*), uncertainty_log.tableoid, uncertainty_log.ctid from uncertainty_log where not (created_time between -2251799813685000 and 2251799813685000))
  as offender (content, source, place);
alter table uncertainty_log add constraint uncertainty_log_created_time_check check (created_time between -2251799813685000 and 2251799813685000);
alter table uncertainty_log drop constraint uncertainty_log_created_time_check;
alter table uncertainty_log drop constraint uncertainty_log_confidence_score_check;
alter table uncertainty_log alter column created_time drop not null;
alter table uncertainty_log alter column created_time set data type float;
alter table uncertainty_log add column number_resolved integer default 0;
alter table uncertainty_log add column pattern text;
update uncertainty_log set number_resolved = 1 where resolved = true;
update uncertainty_log set pattern = resolution_pattern where resolution_pattern is not null;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('uncertainty_log') and a.attname = 'resolved'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table uncertainty_log drop column resolved;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('uncertainty_log') and a.attname = 'resolution_pattern'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table uncertainty_log drop column resolution_pattern;
alter table uncertainty_log rename column number_resolved to resolved;
alter table uncertainty_log rename column pattern to resolution_pattern;
alter table uncertainty_log rename column created_time to timestamp;
update uncertainty_log set timestamp = (nullif(timestamp, 0) / 1000);
-- guard: turns cannot get the check turns_created_time_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_time', 'between', 'and']::text[])), '')
from (select to_jsonb(turns.*), turns.tableoid, turns.ctid from turns where not (created_time between -2251799813685000 and 2251799813685000))
  as offender (content, source, place);
alter table turns add constraint turns_created_time_check check (created_time between -2251799813685000 and 2251799813685000);
alter table turns drop constraint turns_created_time_check;
alter table turns alter column created_time drop not null;
alter table turns alter column created_time set data type float;
alter table turns rename column created_time to timestamp;
update turns set timestamp = (nullif(timestamp, 0) / 1000);
-- guard: long_term cannot get the check long_term_updated_time_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['updated_time', 'between', 'and']::text[])), '')
from (select to_jsonb(long_term.*), long_term.tableoid, long_term.ctid from long_term where not (updated_time between -2251799813685000 and 2251799813685000))
  as offender (content, source, place);
alter table long_term add constraint long_term_updated_time_check check (updated_time between -2251799813685000 and 2251799813685000);
alter table long_term drop constraint long_term_updated_time_check;
alter table long_term alter column updated_time drop not null;
alter table long_term alter column updated_time set data type float;
alter table long_term rename column updated_time to updated_at;
update long_term set updated_at = (nullif(updated_at, 0) / 1000);
-- guard: episodes cannot get the check episodes_created_time_check, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_time', 'between', 'and']::text[])), '')
from (select to_jsonb(episodes.*), episodes.tableoid, episodes.ctid from episodes where not (created_time between -2251799813685000 and 2251799813685000))
  as offender (content, source, place);
alter table episodes add constraint episodes_created_time_check check (created_time between -2251799813685000 and 2251799813685000);
alter table episodes drop constraint episodes_created_time_check;
alter table episodes drop constraint episodes_valence_check;
alter table episodes alter column created_time drop not null;
alter table episodes alter column created_time set data type float;
alter table episodes rename column created_time to timestamp;
update episodes set timestamp = (nullif(timestamp, 0) / 1000);
create index idx_episodes_timestamp on episodes(timestamp);
create index idx_episodes_event_type on episodes(event_type);
create index idx_turns_timestamp on turns(timestamp);
create index idx_uncertainty_resolved on uncertainty_log(resolved);
create index idx_semantic_category on semantic_memories(category);
create index idx_semantic_importance on semantic_memories(importance);
