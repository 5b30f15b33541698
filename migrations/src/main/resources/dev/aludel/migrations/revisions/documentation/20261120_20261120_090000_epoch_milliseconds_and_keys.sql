--@ revision 20261120_090000
--@ revises 20250416_180000
--@ created 2026-11-20T09:00:00Z
--@ message Store times as epoch milliseconds, and keep the documentation tables together

-- Times are milliseconds since 1970-01-01T00:00:00Z, cut and never rounded: the microseconds do not
-- come back. When a row was created or updated is never null: null becomes 0, and 0 null again on
-- the way down. Other times that may be null stay null.
--
-- The conversions are verbatim because no portable form is exact: on SQLite a timestamp is text,
-- with or without a fraction of any length, between date and time a blank or a T, and only text
-- functions read its milliseconds exactly; PostgreSQL has a type for it. They are made in place, so
-- that each column stays where it is.
--
-- What stops the upgrade, with its rows named: a document without a project, a relationship that is
-- there twice, a time that cannot be read. On SQLite rows that refer to rows that are gone stay as
-- they are.

--@ upgrade
-- SQLite finds these rows when the constraints are added; PostgreSQL would name none or one of them.
--@ verbatim postgresql
do $$
declare
  found text;
begin
  select string_agg(format('id %s, path %L', id, path), '; ') into found
  from (select id, path from documents where project_id is null order by id limit 10) homeless;
  if found is not null then
    raise exception 'these documents have no project: %', found;
  end if;
  select string_agg(format('ids %s', ids), '; ') into found
  from (
    select string_agg(id::text, ', ' order by id) as ids
    from document_relationships
    group by source_id, target_id, relationship_type, topic, scope
    having count(*) > 1
    order by min(id) limit 10
  ) repeated;
  if found is not null then
    raise exception 'these relationships are the same: %', found;
  end if;
end $$;

-- On SQLite a text that is no timestamp, or has a time zone, is marked: as no number it is refused
-- when the column becomes bigint, with its row named.
--@ verbatim sqlite
update projects set
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table projects
  alter column id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table projects alter column created_at type bigint;
alter table projects alter column updated_at type bigint;
alter table projects alter column created_at set not null;
alter table projects alter column updated_at set not null;
alter table projects rename column created_at to created_time;
alter table projects rename column updated_at to updated_time;

--@ verbatim sqlite
update documents set
  last_modified = case
    when date(substr(last_modified, 1, 19)) = substr(last_modified, 1, 10)
      and substr(last_modified, 20) not glob '[^.]*'
      and substr(last_modified, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(last_modified, 1, 19)) as integer) * 1000
      + cast(substr(substr(last_modified, 21) || '000', 1, 3) as integer)
    else 'no time: ' || last_modified
  end,
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table documents
  alter column id type bigint,
  alter column project_id type bigint,
  alter column file_size type bigint,
  alter column last_modified type bigint using floor(extract(epoch from last_modified) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table documents alter column last_modified type bigint;
alter table documents alter column created_at type bigint;
alter table documents alter column updated_at type bigint;
alter table documents alter column created_at set not null;
alter table documents alter column updated_at set not null;
alter table documents drop constraint documents_project_id_fkey;
alter table documents add foreign key (project_id) references projects (id) on delete cascade;
alter table documents alter column project_id set not null;
alter table documents drop constraint documents_path_key;
alter table documents add unique (project_id, path);
alter table documents rename column last_modified to modified_time;
alter table documents rename column created_at to created_time;
alter table documents rename column updated_at to updated_time;

--@ verbatim sqlite
update document_relationships set
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table document_relationships
  alter column id type bigint,
  alter column source_id type bigint,
  alter column target_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table document_relationships alter column created_at type bigint;
alter table document_relationships alter column updated_at type bigint;
alter table document_relationships alter column created_at set not null;
alter table document_relationships alter column updated_at set not null;
alter table document_relationships drop constraint document_relationships_source_id_fkey;
alter table document_relationships add foreign key (source_id) references documents (id) on delete cascade;
alter table document_relationships drop constraint document_relationships_target_id_fkey;
alter table document_relationships add foreign key (target_id) references documents (id) on delete cascade;
alter table document_relationships add unique (source_id, target_id, relationship_type, topic, scope);
alter table document_relationships rename column created_at to created_time;
alter table document_relationships rename column updated_at to updated_time;

--@ verbatim sqlite
update functions set
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table functions
  alter column id type bigint,
  alter column document_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table functions alter column created_at type bigint;
alter table functions alter column updated_at type bigint;
alter table functions alter column created_at set not null;
alter table functions alter column updated_at set not null;
alter table functions drop constraint functions_document_id_fkey;
alter table functions add foreign key (document_id) references documents (id) on delete cascade;
alter table functions rename column created_at to created_time;
alter table functions rename column updated_at to updated_time;

--@ verbatim sqlite
update classes set
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table classes
  alter column id type bigint,
  alter column document_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table classes alter column created_at type bigint;
alter table classes alter column updated_at type bigint;
alter table classes alter column created_at set not null;
alter table classes alter column updated_at set not null;
alter table classes drop constraint classes_document_id_fkey;
alter table classes add foreign key (document_id) references documents (id) on delete cascade;
alter table classes rename column created_at to created_time;
alter table classes rename column updated_at to updated_time;

--@ verbatim sqlite
update design_decisions set
  decision_date = case
    when date(substr(decision_date, 1, 19)) = substr(decision_date, 1, 10)
      and substr(decision_date, 20) not glob '[^.]*'
      and substr(decision_date, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(decision_date, 1, 19)) as integer) * 1000
      + cast(substr(substr(decision_date, 21) || '000', 1, 3) as integer)
    else 'no time: ' || decision_date
  end,
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end;
--@ verbatim postgresql
alter table design_decisions
  alter column id type bigint,
  alter column document_id type bigint,
  alter column decision_date type bigint using floor(extract(epoch from decision_date) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table design_decisions alter column decision_date type bigint;
alter table design_decisions alter column created_at type bigint;
alter table design_decisions alter column created_at set not null;
alter table design_decisions drop constraint design_decisions_document_id_fkey;
alter table design_decisions add foreign key (document_id) references documents (id) on delete cascade;
alter table design_decisions rename column decision_date to decided_time;
alter table design_decisions rename column created_at to created_time;

--@ verbatim sqlite
update change_records set
  timestamp = case
    when date(substr(timestamp, 1, 19)) = substr(timestamp, 1, 10)
      and substr(timestamp, 20) not glob '[^.]*'
      and substr(timestamp, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(timestamp, 1, 19)) as integer) * 1000
      + cast(substr(substr(timestamp, 21) || '000', 1, 3) as integer)
    else 'no time: ' || timestamp
  end,
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end;
--@ verbatim postgresql
alter table change_records
  alter column id type bigint,
  alter column document_id type bigint,
  alter column "timestamp" type bigint using floor(extract(epoch from "timestamp") * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table change_records alter column timestamp type bigint;
alter table change_records alter column created_at type bigint;
alter table change_records alter column created_at set not null;
alter table change_records drop constraint change_records_document_id_fkey;
alter table change_records add foreign key (document_id) references documents (id) on delete cascade;
alter table change_records rename column timestamp to changed_time;
alter table change_records rename column created_at to created_time;

--@ verbatim sqlite
update inconsistencies set
  timestamp = case
    when date(substr(timestamp, 1, 19)) = substr(timestamp, 1, 10)
      and substr(timestamp, 20) not glob '[^.]*'
      and substr(timestamp, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(timestamp, 1, 19)) as integer) * 1000
      + cast(substr(substr(timestamp, 21) || '000', 1, 3) as integer)
    else 'no time: ' || timestamp
  end,
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table inconsistencies
  alter column id type bigint,
  alter column "timestamp" type bigint using floor(extract(epoch from "timestamp") * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table inconsistencies alter column timestamp type bigint;
alter table inconsistencies alter column created_at type bigint;
alter table inconsistencies alter column updated_at type bigint;
alter table inconsistencies alter column created_at set not null;
alter table inconsistencies alter column updated_at set not null;
alter table inconsistencies add column project_id bigint references projects (id) on delete cascade;
alter table inconsistencies add column confidence real;
alter table inconsistencies add column resolved_time bigint;
alter table inconsistencies add column metadata text;
alter table inconsistencies rename column timestamp to detected_time;
alter table inconsistencies rename column created_at to created_time;
alter table inconsistencies rename column updated_at to updated_time;

--@ verbatim sqlite
update recommendations set
  creation_timestamp = case
    when date(substr(creation_timestamp, 1, 19)) = substr(creation_timestamp, 1, 10)
      and substr(creation_timestamp, 20) not glob '[^.]*'
      and substr(creation_timestamp, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(creation_timestamp, 1, 19)) as integer) * 1000
      + cast(substr(substr(creation_timestamp, 21) || '000', 1, 3) as integer)
    else 'no time: ' || creation_timestamp
  end,
  last_codebase_change_timestamp = case
    when date(substr(last_codebase_change_timestamp, 1, 19)) = substr(last_codebase_change_timestamp, 1, 10)
      and substr(last_codebase_change_timestamp, 20) not glob '[^.]*'
      and substr(last_codebase_change_timestamp, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(last_codebase_change_timestamp, 1, 19)) as integer) * 1000
      + cast(substr(substr(last_codebase_change_timestamp, 21) || '000', 1, 3) as integer)
    else 'no time: ' || last_codebase_change_timestamp
  end,
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end,
  updated_at = case
    when updated_at is null then 0
    when date(substr(updated_at, 1, 19)) = substr(updated_at, 1, 10)
      and substr(updated_at, 20) not glob '[^.]*'
      and substr(updated_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(updated_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(updated_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || updated_at
  end;
--@ verbatim postgresql
alter table recommendations
  alter column id type bigint,
  alter column creation_timestamp type bigint using floor(extract(epoch from creation_timestamp) * 1000),
  alter column last_codebase_change_timestamp type bigint using floor(extract(epoch from last_codebase_change_timestamp) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table recommendations alter column creation_timestamp type bigint;
alter table recommendations alter column last_codebase_change_timestamp type bigint;
alter table recommendations alter column created_at type bigint;
alter table recommendations alter column updated_at type bigint;
alter table recommendations alter column created_at set not null;
alter table recommendations alter column updated_at set not null;
alter table recommendations add column project_id bigint references projects (id) on delete cascade;
alter table recommendations add column current_for bigint unique references projects (id) on delete set null;
alter table recommendations add column strategy text;
alter table recommendations add column applied_time bigint;
alter table recommendations add column metadata text;
alter table recommendations rename column creation_timestamp to proposed_time;
alter table recommendations rename column last_codebase_change_timestamp to codebase_changed_time;
alter table recommendations rename column created_at to created_time;
alter table recommendations rename column updated_at to updated_time;

--@ verbatim sqlite
update suggested_changes set
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end;
--@ verbatim postgresql
alter table suggested_changes
  alter column id type bigint,
  alter column recommendation_id type bigint,
  alter column document_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table suggested_changes alter column created_at type bigint;
alter table suggested_changes alter column created_at set not null;
alter table suggested_changes drop constraint suggested_changes_recommendation_id_fkey;
alter table suggested_changes add foreign key (recommendation_id) references recommendations (id) on delete cascade;
alter table suggested_changes drop constraint suggested_changes_document_id_fkey;
alter table suggested_changes add foreign key (document_id) references documents (id) on delete set null;
alter table suggested_changes rename column created_at to created_time;

--@ verbatim sqlite
update developer_decisions set
  timestamp = case
    when date(substr(timestamp, 1, 19)) = substr(timestamp, 1, 10)
      and substr(timestamp, 20) not glob '[^.]*'
      and substr(timestamp, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(timestamp, 1, 19)) as integer) * 1000
      + cast(substr(substr(timestamp, 21) || '000', 1, 3) as integer)
    else 'no time: ' || timestamp
  end,
  implementation_timestamp = case
    when date(substr(implementation_timestamp, 1, 19)) = substr(implementation_timestamp, 1, 10)
      and substr(implementation_timestamp, 20) not glob '[^.]*'
      and substr(implementation_timestamp, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(implementation_timestamp, 1, 19)) as integer) * 1000
      + cast(substr(substr(implementation_timestamp, 21) || '000', 1, 3) as integer)
    else 'no time: ' || implementation_timestamp
  end,
  created_at = case
    when created_at is null then 0
    when date(substr(created_at, 1, 19)) = substr(created_at, 1, 10)
      and substr(created_at, 20) not glob '[^.]*'
      and substr(created_at, 21) not glob '*[^0-9]*'
    then cast(strftime('%s', substr(created_at, 1, 19)) as integer) * 1000
      + cast(substr(substr(created_at, 21) || '000', 1, 3) as integer)
    else 'no time: ' || created_at
  end;
--@ verbatim postgresql
alter table developer_decisions
  alter column id type bigint,
  alter column recommendation_id type bigint,
  alter column "timestamp" type bigint using floor(extract(epoch from "timestamp") * 1000),
  alter column implementation_timestamp type bigint using floor(extract(epoch from implementation_timestamp) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table developer_decisions alter column timestamp type bigint;
alter table developer_decisions alter column implementation_timestamp type bigint;
alter table developer_decisions alter column created_at type bigint;
alter table developer_decisions alter column created_at set not null;
alter table developer_decisions drop constraint developer_decisions_recommendation_id_fkey;
alter table developer_decisions add foreign key (recommendation_id) references recommendations (id) on delete cascade;
alter table developer_decisions rename column timestamp to decided_time;
alter table developer_decisions rename column implementation_timestamp to implemented_time;
alter table developer_decisions rename column created_at to created_time;

--@ verbatim postgresql
alter table inconsistency_documents
  alter column inconsistency_id type bigint,
  alter column document_id type bigint;
alter table inconsistency_documents drop constraint inconsistency_documents_inconsistency_id_fkey;
alter table inconsistency_documents add foreign key (inconsistency_id) references inconsistencies (id) on delete cascade;
alter table inconsistency_documents drop constraint inconsistency_documents_document_id_fkey;
alter table inconsistency_documents add foreign key (document_id) references documents (id) on delete cascade;

--@ verbatim postgresql
alter table recommendation_inconsistencies
  alter column recommendation_id type bigint,
  alter column inconsistency_id type bigint;
alter table recommendation_inconsistencies drop constraint recommendation_inconsistencies_recommendation_id_fkey;
alter table recommendation_inconsistencies add foreign key (recommendation_id) references recommendations (id) on delete cascade;
alter table recommendation_inconsistencies drop constraint recommendation_inconsistencies_inconsistency_id_fkey;
alter table recommendation_inconsistencies add foreign key (inconsistency_id) references inconsistencies (id) on delete cascade;

-- The indexes are those of the pages that are asked for, and one for each foreign key.
create index idx_projects_created on projects (created_time, id);
create index idx_documents_created on documents (created_time, id);
create index idx_document_relationships_created on document_relationships (created_time, id);
create index idx_functions_created on functions (created_time, id);
create index idx_classes_created on classes (created_time, id);
create index idx_design_decisions_created on design_decisions (created_time, id);
create index idx_change_records_created on change_records (created_time, id);
create index idx_inconsistencies_created on inconsistencies (created_time, id);
create index idx_recommendations_created on recommendations (created_time, id);
--@ verbatim postgresql
create index idx_documents_project_path on documents (project_id, path collate "C", id);
--@ verbatim sqlite
create index idx_documents_project_type_path on documents (project_id, type, path, id);
--@ verbatim postgresql
create index idx_documents_project_type_path on documents (project_id, type, path collate "C", id);
--@ verbatim sqlite
create index idx_documents_project_digest on documents (project_id, md5_digest, path, id);
--@ verbatim postgresql
create index idx_documents_project_digest on documents (project_id, md5_digest, path collate "C", id);
create index idx_document_relationships_source on document_relationships (source_id, id);
create index idx_document_relationships_target on document_relationships (target_id, id);
--@ verbatim sqlite
create index idx_functions_document_name on functions (document_id, name, id);
--@ verbatim postgresql
create index idx_functions_document_name on functions (document_id, name collate "C", id);
--@ verbatim sqlite
create index idx_classes_document_name on classes (document_id, name, id);
--@ verbatim postgresql
create index idx_classes_document_name on classes (document_id, name collate "C", id);
create index idx_design_decisions_document_created on design_decisions (document_id, created_time, id);
create index idx_change_records_document_changed on change_records (document_id, changed_time, id);
create index idx_inconsistencies_status on inconsistencies (status, detected_time, id);
create index idx_inconsistencies_severity on inconsistencies (severity, detected_time, id);
create index idx_inconsistencies_project_status on inconsistencies (project_id, status, detected_time, id);
create index idx_inconsistencies_project_severity on inconsistencies (project_id, severity, detected_time, id);
create index idx_inconsistency_documents_document on inconsistency_documents (document_id, inconsistency_id);
create index idx_recommendations_status on recommendations (status, proposed_time, id);
create index idx_recommendations_proposed on recommendations (proposed_time, id);
create index idx_recommendations_project on recommendations (project_id, proposed_time, id);
create index idx_recommendation_inconsistencies_inconsistency on recommendation_inconsistencies (inconsistency_id, recommendation_id);
create index idx_suggested_changes_recommendation on suggested_changes (recommendation_id, id);
create index idx_suggested_changes_document on suggested_changes (document_id);
create index idx_developer_decisions_recommendation on developer_decisions (recommendation_id, decided_time, id);

-- The project of what its documents say; the first of several. A project that is gone is none.
update inconsistencies set project_id = (
  select min(projects.id)
  from inconsistency_documents
  join documents on documents.id = inconsistency_documents.document_id
  join projects on projects.id = documents.project_id
  where inconsistency_documents.inconsistency_id = inconsistencies.id
);
update recommendations set project_id = coalesce(
  (
    select min(projects.id)
    from suggested_changes
    join documents on documents.id = suggested_changes.document_id
    join projects on projects.id = documents.project_id
    where suggested_changes.recommendation_id = recommendations.id
  ),
  (
    select min(inconsistencies.project_id)
    from recommendation_inconsistencies
    join inconsistencies on inconsistencies.id = recommendation_inconsistencies.inconsistency_id
    where recommendation_inconsistencies.recommendation_id = recommendations.id
  )
);
update recommendations set current_for = project_id where id in (
  select newest.id
  from (
    select id, row_number() over (partition by project_id order by proposed_time desc, id desc) as place
    from recommendations
    where status = 'Active' and project_id is not null
  ) newest
  where newest.place = 1
);

--@ downgrade
-- What does not come back: microseconds; confidence, resolved_time, applied_time, strategy and
-- metadata. The projects of inconsistencies and recommendations are found again by an upgrade.
--
-- What stops the downgrade: a path that two projects have; a time outside the years 0 to 9999, for
-- which SQLite and Python have no timestamp; on PostgreSQL an id beyond 2147483647.
--
-- On PostgreSQL days and milliseconds are added apart: an interval of milliseconds alone is a
-- floating-point product, wrong by some microseconds far from 1970.
drop index idx_developer_decisions_recommendation;
drop index idx_suggested_changes_document;
drop index idx_suggested_changes_recommendation;
drop index idx_recommendation_inconsistencies_inconsistency;
drop index idx_recommendations_project;
drop index idx_recommendations_proposed;
drop index idx_recommendations_status;
drop index idx_inconsistency_documents_document;
drop index idx_inconsistencies_project_severity;
drop index idx_inconsistencies_project_status;
drop index idx_inconsistencies_severity;
drop index idx_inconsistencies_status;
drop index idx_change_records_document_changed;
drop index idx_design_decisions_document_created;
drop index idx_classes_document_name;
drop index idx_functions_document_name;
drop index idx_document_relationships_target;
drop index idx_document_relationships_source;
drop index idx_documents_project_digest;
drop index idx_documents_project_type_path;
--@ verbatim postgresql
drop index idx_documents_project_path;
drop index idx_recommendations_created;
drop index idx_inconsistencies_created;
drop index idx_change_records_created;
drop index idx_design_decisions_created;
drop index idx_classes_created;
drop index idx_functions_created;
drop index idx_document_relationships_created;
drop index idx_documents_created;
drop index idx_projects_created;

alter table recommendation_inconsistencies drop constraint recommendation_inconsistencies_recommendation_id_fkey;
alter table recommendation_inconsistencies add foreign key (recommendation_id) references recommendations (id);
alter table recommendation_inconsistencies drop constraint recommendation_inconsistencies_inconsistency_id_fkey;
alter table recommendation_inconsistencies add foreign key (inconsistency_id) references inconsistencies (id);
--@ verbatim postgresql
alter table recommendation_inconsistencies
  alter column recommendation_id type integer,
  alter column inconsistency_id type integer;

alter table inconsistency_documents drop constraint inconsistency_documents_inconsistency_id_fkey;
alter table inconsistency_documents add foreign key (inconsistency_id) references inconsistencies (id);
alter table inconsistency_documents drop constraint inconsistency_documents_document_id_fkey;
alter table inconsistency_documents add foreign key (document_id) references documents (id);
--@ verbatim postgresql
alter table inconsistency_documents
  alter column inconsistency_id type integer,
  alter column document_id type integer;

alter table developer_decisions rename column decided_time to timestamp;
alter table developer_decisions rename column implemented_time to implementation_timestamp;
alter table developer_decisions rename column created_time to created_at;
alter table developer_decisions add constraint years_0_to_9999 check (
  timestamp between -62167219200000 and 253402300799999
  and implementation_timestamp between -62167219200000 and 253402300799999
  and created_at between -62167219200000 and 253402300799999
);
alter table developer_decisions drop constraint years_0_to_9999;
alter table developer_decisions drop constraint developer_decisions_recommendation_id_fkey;
alter table developer_decisions add foreign key (recommendation_id) references recommendations (id);
alter table developer_decisions alter column created_at drop not null;
--@ verbatim postgresql
alter table developer_decisions
  alter column id type integer,
  alter column recommendation_id type integer,
  alter column "timestamp" type timestamp using timestamp '1970-01-01 00:00:00'
    + "timestamp" / 86400000 * interval '1 day'
    + "timestamp" % 86400000 * interval '1 millisecond',
  alter column implementation_timestamp type timestamp using timestamp '1970-01-01 00:00:00'
    + implementation_timestamp / 86400000 * interval '1 day'
    + implementation_timestamp % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table developer_decisions alter column timestamp type timestamp;
alter table developer_decisions alter column implementation_timestamp type timestamp;
alter table developer_decisions alter column created_at type timestamp;
--@ verbatim sqlite
update developer_decisions set
  timestamp = strftime('%Y-%m-%d %H:%M:%S', (timestamp - (timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || printf('.%03d000', (timestamp % 1000 + 1000) % 1000),
  implementation_timestamp = case
    when implementation_timestamp is not null
    then strftime('%Y-%m-%d %H:%M:%S', (implementation_timestamp - (implementation_timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (implementation_timestamp % 1000 + 1000) % 1000)
  end,
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end;

alter table suggested_changes rename column created_time to created_at;
alter table suggested_changes add constraint years_0_to_9999 check (
  created_at between -62167219200000 and 253402300799999
);
alter table suggested_changes drop constraint years_0_to_9999;
alter table suggested_changes drop constraint suggested_changes_recommendation_id_fkey;
alter table suggested_changes add foreign key (recommendation_id) references recommendations (id);
alter table suggested_changes drop constraint suggested_changes_document_id_fkey;
alter table suggested_changes add foreign key (document_id) references documents (id);
alter table suggested_changes alter column created_at drop not null;
--@ verbatim postgresql
alter table suggested_changes
  alter column id type integer,
  alter column recommendation_id type integer,
  alter column document_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table suggested_changes alter column created_at type timestamp;
--@ verbatim sqlite
update suggested_changes set
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end;

alter table recommendations rename column proposed_time to creation_timestamp;
alter table recommendations rename column codebase_changed_time to last_codebase_change_timestamp;
alter table recommendations rename column created_time to created_at;
alter table recommendations rename column updated_time to updated_at;
alter table recommendations add constraint years_0_to_9999 check (
  creation_timestamp between -62167219200000 and 253402300799999
  and last_codebase_change_timestamp between -62167219200000 and 253402300799999
  and created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table recommendations drop constraint years_0_to_9999;
alter table recommendations drop column current_for;
alter table recommendations drop column project_id;
alter table recommendations drop column strategy;
alter table recommendations drop column applied_time;
alter table recommendations drop column metadata;
alter table recommendations alter column created_at drop not null;
alter table recommendations alter column updated_at drop not null;
--@ verbatim postgresql
alter table recommendations
  alter column id type integer,
  alter column creation_timestamp type timestamp using timestamp '1970-01-01 00:00:00'
    + creation_timestamp / 86400000 * interval '1 day'
    + creation_timestamp % 86400000 * interval '1 millisecond',
  alter column last_codebase_change_timestamp type timestamp using timestamp '1970-01-01 00:00:00'
    + last_codebase_change_timestamp / 86400000 * interval '1 day'
    + last_codebase_change_timestamp % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table recommendations alter column creation_timestamp type timestamp;
alter table recommendations alter column last_codebase_change_timestamp type timestamp;
alter table recommendations alter column created_at type timestamp;
alter table recommendations alter column updated_at type timestamp;
--@ verbatim sqlite
update recommendations set
  creation_timestamp = strftime('%Y-%m-%d %H:%M:%S', (creation_timestamp - (creation_timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || printf('.%03d000', (creation_timestamp % 1000 + 1000) % 1000),
  last_codebase_change_timestamp = case
    when last_codebase_change_timestamp is not null
    then strftime('%Y-%m-%d %H:%M:%S', (last_codebase_change_timestamp - (last_codebase_change_timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (last_codebase_change_timestamp % 1000 + 1000) % 1000)
  end,
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;

alter table inconsistencies rename column detected_time to timestamp;
alter table inconsistencies rename column created_time to created_at;
alter table inconsistencies rename column updated_time to updated_at;
alter table inconsistencies add constraint years_0_to_9999 check (
  timestamp between -62167219200000 and 253402300799999
  and created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table inconsistencies drop constraint years_0_to_9999;
alter table inconsistencies drop column project_id;
alter table inconsistencies drop column confidence;
alter table inconsistencies drop column resolved_time;
alter table inconsistencies drop column metadata;
alter table inconsistencies alter column created_at drop not null;
alter table inconsistencies alter column updated_at drop not null;
--@ verbatim postgresql
alter table inconsistencies
  alter column id type integer,
  alter column "timestamp" type timestamp using timestamp '1970-01-01 00:00:00'
    + "timestamp" / 86400000 * interval '1 day'
    + "timestamp" % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table inconsistencies alter column timestamp type timestamp;
alter table inconsistencies alter column created_at type timestamp;
alter table inconsistencies alter column updated_at type timestamp;
--@ verbatim sqlite
update inconsistencies set
  timestamp = strftime('%Y-%m-%d %H:%M:%S', (timestamp - (timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || printf('.%03d000', (timestamp % 1000 + 1000) % 1000),
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;

alter table change_records rename column changed_time to timestamp;
alter table change_records rename column created_time to created_at;
alter table change_records add constraint years_0_to_9999 check (
  timestamp between -62167219200000 and 253402300799999
  and created_at between -62167219200000 and 253402300799999
);
alter table change_records drop constraint years_0_to_9999;
alter table change_records drop constraint change_records_document_id_fkey;
alter table change_records add foreign key (document_id) references documents (id);
alter table change_records alter column created_at drop not null;
--@ verbatim postgresql
alter table change_records
  alter column id type integer,
  alter column document_id type integer,
  alter column "timestamp" type timestamp using timestamp '1970-01-01 00:00:00'
    + "timestamp" / 86400000 * interval '1 day'
    + "timestamp" % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table change_records alter column timestamp type timestamp;
alter table change_records alter column created_at type timestamp;
--@ verbatim sqlite
update change_records set
  timestamp = strftime('%Y-%m-%d %H:%M:%S', (timestamp - (timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || printf('.%03d000', (timestamp % 1000 + 1000) % 1000),
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end;

alter table design_decisions rename column decided_time to decision_date;
alter table design_decisions rename column created_time to created_at;
alter table design_decisions add constraint years_0_to_9999 check (
  decision_date between -62167219200000 and 253402300799999
  and created_at between -62167219200000 and 253402300799999
);
alter table design_decisions drop constraint years_0_to_9999;
alter table design_decisions drop constraint design_decisions_document_id_fkey;
alter table design_decisions add foreign key (document_id) references documents (id);
alter table design_decisions alter column created_at drop not null;
--@ verbatim postgresql
alter table design_decisions
  alter column id type integer,
  alter column document_id type integer,
  alter column decision_date type timestamp using timestamp '1970-01-01 00:00:00'
    + decision_date / 86400000 * interval '1 day'
    + decision_date % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table design_decisions alter column decision_date type timestamp;
alter table design_decisions alter column created_at type timestamp;
--@ verbatim sqlite
update design_decisions set
  decision_date = case
    when decision_date is not null
    then strftime('%Y-%m-%d %H:%M:%S', (decision_date - (decision_date % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (decision_date % 1000 + 1000) % 1000)
  end,
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end;

alter table classes rename column created_time to created_at;
alter table classes rename column updated_time to updated_at;
alter table classes add constraint years_0_to_9999 check (
  created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table classes drop constraint years_0_to_9999;
alter table classes drop constraint classes_document_id_fkey;
alter table classes add foreign key (document_id) references documents (id);
alter table classes alter column created_at drop not null;
alter table classes alter column updated_at drop not null;
--@ verbatim postgresql
alter table classes
  alter column id type integer,
  alter column document_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table classes alter column created_at type timestamp;
alter table classes alter column updated_at type timestamp;
--@ verbatim sqlite
update classes set
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;

alter table functions rename column created_time to created_at;
alter table functions rename column updated_time to updated_at;
alter table functions add constraint years_0_to_9999 check (
  created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table functions drop constraint years_0_to_9999;
alter table functions drop constraint functions_document_id_fkey;
alter table functions add foreign key (document_id) references documents (id);
alter table functions alter column created_at drop not null;
alter table functions alter column updated_at drop not null;
--@ verbatim postgresql
alter table functions
  alter column id type integer,
  alter column document_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table functions alter column created_at type timestamp;
alter table functions alter column updated_at type timestamp;
--@ verbatim sqlite
update functions set
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;

alter table document_relationships rename column created_time to created_at;
alter table document_relationships rename column updated_time to updated_at;
alter table document_relationships add constraint years_0_to_9999 check (
  created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table document_relationships drop constraint years_0_to_9999;
alter table document_relationships drop constraint document_relationships_source_id_target_id_relationship_typ_key;
alter table document_relationships drop constraint document_relationships_source_id_fkey;
alter table document_relationships add foreign key (source_id) references documents (id);
alter table document_relationships drop constraint document_relationships_target_id_fkey;
alter table document_relationships add foreign key (target_id) references documents (id);
alter table document_relationships alter column created_at drop not null;
alter table document_relationships alter column updated_at drop not null;
--@ verbatim postgresql
alter table document_relationships
  alter column id type integer,
  alter column source_id type integer,
  alter column target_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table document_relationships alter column created_at type timestamp;
alter table document_relationships alter column updated_at type timestamp;
--@ verbatim sqlite
update document_relationships set
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;

alter table documents rename column modified_time to last_modified;
alter table documents rename column created_time to created_at;
alter table documents rename column updated_time to updated_at;
alter table documents add constraint years_0_to_9999 check (
  last_modified between -62167219200000 and 253402300799999
  and created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table documents drop constraint years_0_to_9999;
alter table documents alter column project_id drop not null;
alter table documents drop constraint documents_project_id_path_key;
alter table documents add unique (path);
alter table documents drop constraint documents_project_id_fkey;
alter table documents add foreign key (project_id) references projects (id);
alter table documents alter column created_at drop not null;
alter table documents alter column updated_at drop not null;
--@ verbatim postgresql
alter table documents
  alter column id type integer,
  alter column project_id type integer,
  alter column file_size type integer,
  alter column last_modified type timestamp using timestamp '1970-01-01 00:00:00'
    + last_modified / 86400000 * interval '1 day'
    + last_modified % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table documents alter column last_modified type timestamp;
alter table documents alter column created_at type timestamp;
alter table documents alter column updated_at type timestamp;
--@ verbatim sqlite
update documents set
  last_modified = strftime('%Y-%m-%d %H:%M:%S', (last_modified - (last_modified % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || printf('.%03d000', (last_modified % 1000 + 1000) % 1000),
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;

alter table projects rename column created_time to created_at;
alter table projects rename column updated_time to updated_at;
alter table projects add constraint years_0_to_9999 check (
  created_at between -62167219200000 and 253402300799999
  and updated_at between -62167219200000 and 253402300799999
);
alter table projects drop constraint years_0_to_9999;
alter table projects alter column created_at drop not null;
alter table projects alter column updated_at drop not null;
--@ verbatim postgresql
alter table projects
  alter column id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table projects alter column created_at type timestamp;
alter table projects alter column updated_at type timestamp;
--@ verbatim sqlite
update projects set
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end,
  updated_at = case
    when updated_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (updated_at - (updated_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (updated_at % 1000 + 1000) % 1000)
  end;
