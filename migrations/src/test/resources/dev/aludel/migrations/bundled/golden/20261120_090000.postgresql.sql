-- upgrade
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
alter table projects
  alter column id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table projects alter column created_at set data type bigint;
alter table projects alter column updated_at set data type bigint;
alter table projects alter column created_at set not null;
alter table projects alter column updated_at set not null;
alter table projects rename column created_at to created_time;
alter table projects rename column updated_at to updated_time;
alter table documents
  alter column id type bigint,
  alter column project_id type bigint,
  alter column file_size type bigint,
  alter column last_modified type bigint using floor(extract(epoch from last_modified) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table documents alter column last_modified set data type bigint;
alter table documents alter column created_at set data type bigint;
alter table documents alter column updated_at set data type bigint;
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
alter table document_relationships
  alter column id type bigint,
  alter column source_id type bigint,
  alter column target_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table document_relationships alter column created_at set data type bigint;
alter table document_relationships alter column updated_at set data type bigint;
alter table document_relationships alter column created_at set not null;
alter table document_relationships alter column updated_at set not null;
alter table document_relationships drop constraint document_relationships_source_id_fkey;
alter table document_relationships add foreign key (source_id) references documents (id) on delete cascade;
alter table document_relationships drop constraint document_relationships_target_id_fkey;
alter table document_relationships add foreign key (target_id) references documents (id) on delete cascade;
alter table document_relationships add unique (source_id, target_id, relationship_type, topic, scope);
alter table document_relationships rename column created_at to created_time;
alter table document_relationships rename column updated_at to updated_time;
alter table functions
  alter column id type bigint,
  alter column document_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table functions alter column created_at set data type bigint;
alter table functions alter column updated_at set data type bigint;
alter table functions alter column created_at set not null;
alter table functions alter column updated_at set not null;
alter table functions drop constraint functions_document_id_fkey;
alter table functions add foreign key (document_id) references documents (id) on delete cascade;
alter table functions rename column created_at to created_time;
alter table functions rename column updated_at to updated_time;
alter table classes
  alter column id type bigint,
  alter column document_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table classes alter column created_at set data type bigint;
alter table classes alter column updated_at set data type bigint;
alter table classes alter column created_at set not null;
alter table classes alter column updated_at set not null;
alter table classes drop constraint classes_document_id_fkey;
alter table classes add foreign key (document_id) references documents (id) on delete cascade;
alter table classes rename column created_at to created_time;
alter table classes rename column updated_at to updated_time;
alter table design_decisions
  alter column id type bigint,
  alter column document_id type bigint,
  alter column decision_date type bigint using floor(extract(epoch from decision_date) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table design_decisions alter column decision_date set data type bigint;
alter table design_decisions alter column created_at set data type bigint;
alter table design_decisions alter column created_at set not null;
alter table design_decisions drop constraint design_decisions_document_id_fkey;
alter table design_decisions add foreign key (document_id) references documents (id) on delete cascade;
alter table design_decisions rename column decision_date to decided_time;
alter table design_decisions rename column created_at to created_time;
alter table change_records
  alter column id type bigint,
  alter column document_id type bigint,
  alter column "timestamp" type bigint using floor(extract(epoch from "timestamp") * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table change_records alter column timestamp set data type bigint;
alter table change_records alter column created_at set data type bigint;
alter table change_records alter column created_at set not null;
alter table change_records drop constraint change_records_document_id_fkey;
alter table change_records add foreign key (document_id) references documents (id) on delete cascade;
alter table change_records rename column timestamp to changed_time;
alter table change_records rename column created_at to created_time;
alter table inconsistencies
  alter column id type bigint,
  alter column "timestamp" type bigint using floor(extract(epoch from "timestamp") * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table inconsistencies alter column timestamp set data type bigint;
alter table inconsistencies alter column created_at set data type bigint;
alter table inconsistencies alter column updated_at set data type bigint;
alter table inconsistencies alter column created_at set not null;
alter table inconsistencies alter column updated_at set not null;
alter table inconsistencies add column project_id bigint references projects (id) on delete cascade;
alter table inconsistencies add column confidence real;
alter table inconsistencies add column resolved_time bigint;
alter table inconsistencies add column metadata text;
alter table inconsistencies rename column timestamp to detected_time;
alter table inconsistencies rename column created_at to created_time;
alter table inconsistencies rename column updated_at to updated_time;
alter table recommendations
  alter column id type bigint,
  alter column creation_timestamp type bigint using floor(extract(epoch from creation_timestamp) * 1000),
  alter column last_codebase_change_timestamp type bigint using floor(extract(epoch from last_codebase_change_timestamp) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0),
  alter column updated_at type bigint using coalesce(floor(extract(epoch from updated_at) * 1000), 0);
alter table recommendations alter column creation_timestamp set data type bigint;
alter table recommendations alter column last_codebase_change_timestamp set data type bigint;
alter table recommendations alter column created_at set data type bigint;
alter table recommendations alter column updated_at set data type bigint;
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
alter table suggested_changes
  alter column id type bigint,
  alter column recommendation_id type bigint,
  alter column document_id type bigint,
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table suggested_changes alter column created_at set data type bigint;
alter table suggested_changes alter column created_at set not null;
alter table suggested_changes drop constraint suggested_changes_recommendation_id_fkey;
alter table suggested_changes add foreign key (recommendation_id) references recommendations (id) on delete cascade;
alter table suggested_changes drop constraint suggested_changes_document_id_fkey;
alter table suggested_changes add foreign key (document_id) references documents (id) on delete set null;
alter table suggested_changes rename column created_at to created_time;
alter table developer_decisions
  alter column id type bigint,
  alter column recommendation_id type bigint,
  alter column "timestamp" type bigint using floor(extract(epoch from "timestamp") * 1000),
  alter column implementation_timestamp type bigint using floor(extract(epoch from implementation_timestamp) * 1000),
  alter column created_at type bigint using coalesce(floor(extract(epoch from created_at) * 1000), 0);
alter table developer_decisions alter column timestamp set data type bigint;
alter table developer_decisions alter column implementation_timestamp set data type bigint;
alter table developer_decisions alter column created_at set data type bigint;
alter table developer_decisions alter column created_at set not null;
alter table developer_decisions drop constraint developer_decisions_recommendation_id_fkey;
alter table developer_decisions add foreign key (recommendation_id) references recommendations (id) on delete cascade;
alter table developer_decisions rename column timestamp to decided_time;
alter table developer_decisions rename column implementation_timestamp to implemented_time;
alter table developer_decisions rename column created_at to created_time;
alter table inconsistency_documents
  alter column inconsistency_id type bigint,
  alter column document_id type bigint;
alter table inconsistency_documents drop constraint inconsistency_documents_inconsistency_id_fkey;
alter table inconsistency_documents add foreign key (inconsistency_id) references inconsistencies (id) on delete cascade;
alter table inconsistency_documents drop constraint inconsistency_documents_document_id_fkey;
alter table inconsistency_documents add foreign key (document_id) references documents (id) on delete cascade;
alter table recommendation_inconsistencies
  alter column recommendation_id type bigint,
  alter column inconsistency_id type bigint;
alter table recommendation_inconsistencies drop constraint recommendation_inconsistencies_recommendation_id_fkey;
alter table recommendation_inconsistencies add foreign key (recommendation_id) references recommendations (id) on delete cascade;
alter table recommendation_inconsistencies drop constraint recommendation_inconsistencies_inconsistency_id_fkey;
alter table recommendation_inconsistencies add foreign key (inconsistency_id) references inconsistencies (id) on delete cascade;
create index idx_projects_created on projects(created_time, id);
create index idx_documents_created on documents(created_time, id);
create index idx_document_relationships_created on document_relationships(created_time, id);
create index idx_functions_created on functions(created_time, id);
create index idx_classes_created on classes(created_time, id);
create index idx_design_decisions_created on design_decisions(created_time, id);
create index idx_change_records_created on change_records(created_time, id);
create index idx_inconsistencies_created on inconsistencies(created_time, id);
create index idx_recommendations_created on recommendations(created_time, id);
create index idx_documents_project_path on documents (project_id, path collate "C", id);
create index idx_documents_project_type_path on documents (project_id, type, path collate "C", id);
create index idx_documents_project_digest on documents (project_id, md5_digest, path collate "C", id);
create index idx_document_relationships_source on document_relationships(source_id, id);
create index idx_document_relationships_target on document_relationships(target_id, id);
create index idx_functions_document_name on functions (document_id, name collate "C", id);
create index idx_classes_document_name on classes (document_id, name collate "C", id);
create index idx_design_decisions_document_created on design_decisions(document_id, created_time, id);
create index idx_change_records_document_changed on change_records(document_id, changed_time, id);
create index idx_inconsistencies_status on inconsistencies(status, detected_time, id);
create index idx_inconsistencies_severity on inconsistencies(severity, detected_time, id);
create index idx_inconsistencies_project_status on inconsistencies(project_id, status, detected_time, id);
create index idx_inconsistencies_project_severity on inconsistencies(project_id, severity, detected_time, id);
create index idx_inconsistency_documents_document on inconsistency_documents(document_id, inconsistency_id);
create index idx_recommendations_status on recommendations(status, proposed_time, id);
create index idx_recommendations_proposed on recommendations(proposed_time, id);
create index idx_recommendations_project on recommendations(project_id, proposed_time, id);
create index idx_recommendation_inconsistencies_inconsistency on recommendation_inconsistencies(inconsistency_id, recommendation_id);
create index idx_suggested_changes_recommendation on suggested_changes(recommendation_id, id);
create index idx_suggested_changes_document on suggested_changes(document_id);
create index idx_developer_decisions_recommendation on developer_decisions(recommendation_id, decided_time, id);
update inconsistencies set project_id = (select min(projects.id) from inconsistency_documents join documents on documents.id = inconsistency_documents.document_id join projects on projects.id = documents.project_id where inconsistency_documents.inconsistency_id = inconsistencies.id);
update recommendations set project_id = coalesce((select min(projects.id) from suggested_changes join documents on documents.id = suggested_changes.document_id join projects on projects.id = documents.project_id where suggested_changes.recommendation_id = recommendations.id), (select min(inconsistencies.project_id) from recommendation_inconsistencies join inconsistencies on inconsistencies.id = recommendation_inconsistencies.inconsistency_id where recommendation_inconsistencies.recommendation_id = recommendations.id));
update recommendations set current_for = project_id where id in (select newest.id from (select id, row_number() over (partition by project_id order by proposed_time desc, id desc) as place from recommendations where (status = 'Active' and project_id is not null)) as newest where newest.place = 1);
-- downgrade
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
alter table recommendation_inconsistencies
  alter column recommendation_id type integer,
  alter column inconsistency_id type integer;
alter table inconsistency_documents drop constraint inconsistency_documents_inconsistency_id_fkey;
alter table inconsistency_documents add foreign key (inconsistency_id) references inconsistencies (id);
alter table inconsistency_documents drop constraint inconsistency_documents_document_id_fkey;
alter table inconsistency_documents add foreign key (document_id) references documents (id);
alter table inconsistency_documents
  alter column inconsistency_id type integer,
  alter column document_id type integer;
alter table developer_decisions rename column decided_time to timestamp;
alter table developer_decisions rename column implemented_time to implementation_timestamp;
alter table developer_decisions rename column created_time to created_at;
-- guard: developer_decisions cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and', 'implementation_timestamp', 'created_at']::text[])), '')
from (select to_jsonb(developer_decisions.*), developer_decisions.tableoid, developer_decisions.ctid from developer_decisions where not ((timestamp between -62167219200000 and 253402300799999 and implementation_timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table developer_decisions add constraint years_0_to_9999 check ((timestamp between -62167219200000 and 253402300799999 and implementation_timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999));
alter table developer_decisions drop constraint years_0_to_9999;
alter table developer_decisions drop constraint developer_decisions_recommendation_id_fkey;
alter table developer_decisions add foreign key (recommendation_id) references recommendations (id);
alter table developer_decisions alter column created_at drop not null;
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
alter table developer_decisions alter column timestamp set data type timestamp;
alter table developer_decisions alter column implementation_timestamp set data type timestamp;
alter table developer_decisions alter column created_at set data type timestamp;
alter table suggested_changes rename column created_time to created_at;
-- guard: suggested_changes cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_at', 'between', 'and']::text[])), '')
from (select to_jsonb(suggested_changes.*), suggested_changes.tableoid, suggested_changes.ctid from suggested_changes where not (created_at between -62167219200000 and 253402300799999))
  as offender (content, source, place);
alter table suggested_changes add constraint years_0_to_9999 check (created_at between -62167219200000 and 253402300799999);
alter table suggested_changes drop constraint years_0_to_9999;
alter table suggested_changes drop constraint suggested_changes_recommendation_id_fkey;
alter table suggested_changes add foreign key (recommendation_id) references recommendations (id);
alter table suggested_changes drop constraint suggested_changes_document_id_fkey;
alter table suggested_changes add foreign key (document_id) references documents (id);
alter table suggested_changes alter column created_at drop not null;
alter table suggested_changes
  alter column id type integer,
  alter column recommendation_id type integer,
  alter column document_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table suggested_changes alter column created_at set data type timestamp;
alter table recommendations rename column proposed_time to creation_timestamp;
alter table recommendations rename column codebase_changed_time to last_codebase_change_timestamp;
alter table recommendations rename column created_time to created_at;
alter table recommendations rename column updated_time to updated_at;
-- guard: recommendations cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['creation_timestamp', 'between', 'and', 'last_codebase_change_timestamp', 'created_at', 'updated_at']::text[])), '')
from (select to_jsonb(recommendations.*), recommendations.tableoid, recommendations.ctid from recommendations where not ((creation_timestamp between -62167219200000 and 253402300799999 and last_codebase_change_timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table recommendations add constraint years_0_to_9999 check ((creation_timestamp between -62167219200000 and 253402300799999 and last_codebase_change_timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table recommendations drop constraint years_0_to_9999;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('recommendations') and a.attname = 'current_for'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table recommendations drop column current_for;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('recommendations') and a.attname = 'project_id'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table recommendations drop column project_id;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('recommendations') and a.attname = 'strategy'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table recommendations drop column strategy;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('recommendations') and a.attname = 'applied_time'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table recommendations drop column applied_time;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('recommendations') and a.attname = 'metadata'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table recommendations drop column metadata;
alter table recommendations alter column created_at drop not null;
alter table recommendations alter column updated_at drop not null;
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
alter table recommendations alter column creation_timestamp set data type timestamp;
alter table recommendations alter column last_codebase_change_timestamp set data type timestamp;
alter table recommendations alter column created_at set data type timestamp;
alter table recommendations alter column updated_at set data type timestamp;
alter table inconsistencies rename column detected_time to timestamp;
alter table inconsistencies rename column created_time to created_at;
alter table inconsistencies rename column updated_time to updated_at;
-- guard: inconsistencies cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and', 'created_at', 'updated_at']::text[])), '')
from (select to_jsonb(inconsistencies.*), inconsistencies.tableoid, inconsistencies.ctid from inconsistencies where not ((timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table inconsistencies add constraint years_0_to_9999 check ((timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table inconsistencies drop constraint years_0_to_9999;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('inconsistencies') and a.attname = 'project_id'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table inconsistencies drop column project_id;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('inconsistencies') and a.attname = 'confidence'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table inconsistencies drop column confidence;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('inconsistencies') and a.attname = 'resolved_time'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table inconsistencies drop column resolved_time;
select pg_catalog.format('the index %s goes with the column %s of %s.', i.relname, a.attname, t.relname)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class t on t.oid = a.attrelid
  join pg_catalog.pg_class i on i.relkind = 'i'
  where a.attrelid = pg_catalog.to_regclass('inconsistencies') and a.attname = 'metadata'
  and exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objid = i.oid and d.refclassid = d.classid and d.refobjid = a.attrelid and d.refobjsubid = a.attnum)
  and not exists (select from pg_catalog.pg_constraint c where c.conindid = i.oid and c.conrelid = a.attrelid)
  order by i.oid;
alter table inconsistencies drop column metadata;
alter table inconsistencies alter column created_at drop not null;
alter table inconsistencies alter column updated_at drop not null;
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
alter table inconsistencies alter column timestamp set data type timestamp;
alter table inconsistencies alter column created_at set data type timestamp;
alter table inconsistencies alter column updated_at set data type timestamp;
alter table change_records rename column changed_time to timestamp;
alter table change_records rename column created_time to created_at;
-- guard: change_records cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['timestamp', 'between', 'and', 'created_at']::text[])), '')
from (select to_jsonb(change_records.*), change_records.tableoid, change_records.ctid from change_records where not ((timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table change_records add constraint years_0_to_9999 check ((timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999));
alter table change_records drop constraint years_0_to_9999;
alter table change_records drop constraint change_records_document_id_fkey;
alter table change_records add foreign key (document_id) references documents (id);
alter table change_records alter column created_at drop not null;
alter table change_records
  alter column id type integer,
  alter column document_id type integer,
  alter column "timestamp" type timestamp using timestamp '1970-01-01 00:00:00'
    + "timestamp" / 86400000 * interval '1 day'
    + "timestamp" % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table change_records alter column timestamp set data type timestamp;
alter table change_records alter column created_at set data type timestamp;
alter table design_decisions rename column decided_time to decision_date;
alter table design_decisions rename column created_time to created_at;
-- guard: design_decisions cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['decision_date', 'between', 'and', 'created_at']::text[])), '')
from (select to_jsonb(design_decisions.*), design_decisions.tableoid, design_decisions.ctid from design_decisions where not ((decision_date between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table design_decisions add constraint years_0_to_9999 check ((decision_date between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999));
alter table design_decisions drop constraint years_0_to_9999;
alter table design_decisions drop constraint design_decisions_document_id_fkey;
alter table design_decisions add foreign key (document_id) references documents (id);
alter table design_decisions alter column created_at drop not null;
alter table design_decisions
  alter column id type integer,
  alter column document_id type integer,
  alter column decision_date type timestamp using timestamp '1970-01-01 00:00:00'
    + decision_date / 86400000 * interval '1 day'
    + decision_date % 86400000 * interval '1 millisecond',
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end;
alter table design_decisions alter column decision_date set data type timestamp;
alter table design_decisions alter column created_at set data type timestamp;
alter table classes rename column created_time to created_at;
alter table classes rename column updated_time to updated_at;
-- guard: classes cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_at', 'between', 'and', 'updated_at']::text[])), '')
from (select to_jsonb(classes.*), classes.tableoid, classes.ctid from classes where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table classes add constraint years_0_to_9999 check ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table classes drop constraint years_0_to_9999;
alter table classes drop constraint classes_document_id_fkey;
alter table classes add foreign key (document_id) references documents (id);
alter table classes alter column created_at drop not null;
alter table classes alter column updated_at drop not null;
alter table classes
  alter column id type integer,
  alter column document_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table classes alter column created_at set data type timestamp;
alter table classes alter column updated_at set data type timestamp;
alter table functions rename column created_time to created_at;
alter table functions rename column updated_time to updated_at;
-- guard: functions cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_at', 'between', 'and', 'updated_at']::text[])), '')
from (select to_jsonb(functions.*), functions.tableoid, functions.ctid from functions where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table functions add constraint years_0_to_9999 check ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table functions drop constraint years_0_to_9999;
alter table functions drop constraint functions_document_id_fkey;
alter table functions add foreign key (document_id) references documents (id);
alter table functions alter column created_at drop not null;
alter table functions alter column updated_at drop not null;
alter table functions
  alter column id type integer,
  alter column document_id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table functions alter column created_at set data type timestamp;
alter table functions alter column updated_at set data type timestamp;
alter table document_relationships rename column created_time to created_at;
alter table document_relationships rename column updated_time to updated_at;
-- guard: document_relationships cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_at', 'between', 'and', 'updated_at']::text[])), '')
from (select to_jsonb(document_relationships.*), document_relationships.tableoid, document_relationships.ctid from document_relationships where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table document_relationships add constraint years_0_to_9999 check ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table document_relationships drop constraint years_0_to_9999;
alter table document_relationships drop constraint document_relationships_source_id_target_id_relationship_typ_key;
alter table document_relationships drop constraint document_relationships_source_id_fkey;
alter table document_relationships add foreign key (source_id) references documents (id);
alter table document_relationships drop constraint document_relationships_target_id_fkey;
alter table document_relationships add foreign key (target_id) references documents (id);
alter table document_relationships alter column created_at drop not null;
alter table document_relationships alter column updated_at drop not null;
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
alter table document_relationships alter column created_at set data type timestamp;
alter table document_relationships alter column updated_at set data type timestamp;
alter table documents rename column modified_time to last_modified;
alter table documents rename column created_time to created_at;
alter table documents rename column updated_time to updated_at;
-- guard: documents cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['last_modified', 'between', 'and', 'created_at', 'updated_at']::text[])), '')
from (select to_jsonb(documents.*), documents.tableoid, documents.ctid from documents where not ((last_modified between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table documents add constraint years_0_to_9999 check ((last_modified between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table documents drop constraint years_0_to_9999;
alter table documents alter column project_id drop not null;
alter table documents drop constraint documents_project_id_path_key;
alter table documents add unique (path);
alter table documents drop constraint documents_project_id_fkey;
alter table documents add foreign key (project_id) references projects (id);
alter table documents alter column created_at drop not null;
alter table documents alter column updated_at drop not null;
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
alter table documents alter column last_modified set data type timestamp;
alter table documents alter column created_at set data type timestamp;
alter table documents alter column updated_at set data type timestamp;
alter table projects rename column created_time to created_at;
alter table projects rename column updated_time to updated_at;
-- guard: projects cannot get the check years_0_to_9999, because these rows break it
select coalesce((
    select string_agg(attname || ' ' || left((content -> attname)::text, 60), ', '
      order by array_position(indkey::int2[], attnum))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
    where indrelid = source and indisprimary), 'row ' || place)
  || coalesce((
    select ': ' || string_agg(left((content -> attname)::text, 60), ', ' order by attnum)
    from pg_attribute
    where attrelid = source and attnum > 0 and attname::text = any (array['created_at', 'between', 'and', 'updated_at']::text[])), '')
from (select to_jsonb(projects.*), projects.tableoid, projects.ctid from projects where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999)))
  as offender (content, source, place);
alter table projects add constraint years_0_to_9999 check ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
alter table projects drop constraint years_0_to_9999;
alter table projects alter column created_at drop not null;
alter table projects alter column updated_at drop not null;
alter table projects
  alter column id type integer,
  alter column created_at type timestamp using case when created_at <> 0 then timestamp '1970-01-01 00:00:00'
    + created_at / 86400000 * interval '1 day'
    + created_at % 86400000 * interval '1 millisecond' end,
  alter column updated_at type timestamp using case when updated_at <> 0 then timestamp '1970-01-01 00:00:00'
    + updated_at / 86400000 * interval '1 day'
    + updated_at % 86400000 * interval '1 millisecond' end;
alter table projects alter column created_at set data type timestamp;
alter table projects alter column updated_at set data type timestamp;
