-- upgrade
create temp table aludel_violations as select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ());
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
-- guard: the column created_at of projects cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."projects" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of projects cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."projects" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of projects cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."projects" where "created_at" is null;
-- guard: the column updated_at of projects cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."projects" where "updated_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'projects', 'CREATE TABLE projects (
  id integer not null,
  name varchar not null,
  root_path varchar not null,
  description varchar,
  created_at timestamp,
  updated_at timestamp,
  primary key (id),
  unique (root_path)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'projects' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: projects cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'projects' collate nocase or tbl_name = 'projects' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_projects" (
  id integer not null,
  name varchar not null,
  root_path varchar not null,
  description varchar,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id),
  unique (root_path)
);
insert into main."aludel_new_projects" ("id", "name", "root_path", "description", "created_at", "updated_at") select "id", "name", "root_path", "description", "created_at", "updated_at" from main."projects";
-- guard: the copy of projects, aludel_new_projects, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_projects") as a, (select count(*) from main."projects") as b) where a <> b;
drop table main."projects";
pragma legacy_alter_table = on;
alter table main."aludel_new_projects" rename to "projects";
pragma legacy_alter_table = off;
-- guard: the rebuild of projects would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table projects rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'projects' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'projects' collate nocase;
alter table projects rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'projects' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'projects' collate nocase;
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
-- guard: the column last_modified of documents cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("last_modified"), 1, 60) from main."documents" where case typeof("last_modified") when 'null' then false when 'integer' then false when 'real' then cast(cast("last_modified" as INTEGER) as real) collate binary is not "last_modified" or abs("last_modified") = 9223372036854775808.0 when 'text' then cast(cast("last_modified" as INTEGER) as text) collate binary is not "last_modified" else true end;
-- guard: the column created_at of documents cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."documents" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of documents cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."documents" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of documents cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."documents" where "created_at" is null;
-- guard: the column updated_at of documents cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."documents" where "updated_at" is null;
-- guard: the column project_id of documents cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("project_id"), 1, 60) from main."documents" where "project_id" is null;
-- guard: (project_id, path) of documents cannot become unique, because these values are there more than once
select substr(quote("project_id"), 1, 60) || ', ' || substr(quote("path"), 1, 60) from main."documents" where false or not ("project_id" is null or "path" is null) group by "project_id", "path" having count(*) > 1 or false;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'documents', 'CREATE TABLE documents (
  id integer not null,
  path varchar not null,
  type varchar not null,
  last_modified timestamp not null,
  file_size integer not null,
  md5_digest varchar not null,
  project_id integer,
  content text,
  intent text,
  design_principles text,
  constraints text,
  reference_documentation text,
  created_at timestamp,
  updated_at timestamp,
  primary key (id),
  unique (path),
  foreign key (project_id) references projects (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'documents' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: documents cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'documents' collate nocase or tbl_name = 'documents' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_documents" (
  id integer not null,
  path varchar not null,
  type varchar not null,
  last_modified bigint not null,
  file_size integer not null,
  md5_digest varchar not null,
  project_id integer not null,
  content text,
  intent text,
  design_principles text,
  constraints text,
  reference_documentation text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id),
   foreign key (project_id) references projects (id) on delete cascade, unique (project_id, path)
  
);
insert into main."aludel_new_documents" ("id", "path", "type", "last_modified", "file_size", "md5_digest", "project_id", "content", "intent", "design_principles", "constraints", "reference_documentation", "created_at", "updated_at") select "id", "path", "type", "last_modified", "file_size", "md5_digest", "project_id", "content", "intent", "design_principles", "constraints", "reference_documentation", "created_at", "updated_at" from main."documents";
-- guard: the copy of documents, aludel_new_documents, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_documents") as a, (select count(*) from main."documents") as b) where a <> b;
drop table main."documents";
pragma legacy_alter_table = on;
alter table main."aludel_new_documents" rename to "documents";
pragma legacy_alter_table = off;
-- guard: the rebuild of documents would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table documents rename column last_modified to modified_time;
update temp.aludel_violations set key = replace(key, '("last_modified">', '("modified_time">') where child = 'documents' collate nocase;
update temp.aludel_violations set key = replace(key, '>"last_modified")', '>"modified_time")') where parent = 'documents' collate nocase;
alter table documents rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'documents' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'documents' collate nocase;
alter table documents rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'documents' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'documents' collate nocase;
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
-- guard: the column created_at of document_relationships cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."document_relationships" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of document_relationships cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."document_relationships" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of document_relationships cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."document_relationships" where "created_at" is null;
-- guard: the column updated_at of document_relationships cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."document_relationships" where "updated_at" is null;
-- guard: (source_id, target_id, relationship_type, topic, scope) of document_relationships cannot become unique, because these values are there more than once
select substr(quote("source_id"), 1, 60) || ', ' || substr(quote("target_id"), 1, 60) || ', ' || substr(quote("relationship_type"), 1, 60) || ', ' || substr(quote("topic"), 1, 60) || ', ' || substr(quote("scope"), 1, 60) from main."document_relationships" where false or not ("source_id" is null or "target_id" is null or "relationship_type" is null or "topic" is null or "scope" is null) group by "source_id", "target_id", "relationship_type", "topic", "scope" having count(*) > 1 or false;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'document_relationships', 'CREATE TABLE document_relationships (
  id integer not null,
  source_id integer not null,
  target_id integer not null,
  relationship_type varchar not null,
  topic varchar not null,
  scope varchar not null,
  created_at timestamp,
  updated_at timestamp,
  primary key (id),
  foreign key (source_id) references documents (id),
  foreign key (target_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'document_relationships' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: document_relationships cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'document_relationships' collate nocase or tbl_name = 'document_relationships' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_document_relationships" (
  id integer not null,
  source_id integer not null,
  target_id integer not null,
  relationship_type varchar not null,
  topic varchar not null,
  scope varchar not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id),
  
   foreign key (source_id) references documents (id) on delete cascade, foreign key (target_id) references documents (id) on delete cascade, unique (source_id, target_id, relationship_type, topic, scope)
);
insert into main."aludel_new_document_relationships" ("id", "source_id", "target_id", "relationship_type", "topic", "scope", "created_at", "updated_at") select "id", "source_id", "target_id", "relationship_type", "topic", "scope", "created_at", "updated_at" from main."document_relationships";
-- guard: the copy of document_relationships, aludel_new_document_relationships, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_document_relationships") as a, (select count(*) from main."document_relationships") as b) where a <> b;
drop table main."document_relationships";
pragma legacy_alter_table = on;
alter table main."aludel_new_document_relationships" rename to "document_relationships";
pragma legacy_alter_table = off;
-- guard: the rebuild of document_relationships would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table document_relationships rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'document_relationships' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'document_relationships' collate nocase;
alter table document_relationships rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'document_relationships' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'document_relationships' collate nocase;
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
-- guard: the column created_at of functions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."functions" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of functions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."functions" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of functions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."functions" where "created_at" is null;
-- guard: the column updated_at of functions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."functions" where "updated_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'functions', 'CREATE TABLE functions (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  parameters text,
  start_line integer,
  end_line integer,
  created_at timestamp,
  updated_at timestamp,
  primary key (id),
  foreign key (document_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'functions' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: functions cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'functions' collate nocase or tbl_name = 'functions' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_functions" (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  parameters text,
  start_line integer,
  end_line integer,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
);
insert into main."aludel_new_functions" ("id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "parameters", "start_line", "end_line", "created_at", "updated_at") select "id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "parameters", "start_line", "end_line", "created_at", "updated_at" from main."functions";
-- guard: the copy of functions, aludel_new_functions, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_functions") as a, (select count(*) from main."functions") as b) where a <> b;
drop table main."functions";
pragma legacy_alter_table = on;
alter table main."aludel_new_functions" rename to "functions";
pragma legacy_alter_table = off;
-- guard: the rebuild of functions would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table functions rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'functions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'functions' collate nocase;
alter table functions rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'functions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'functions' collate nocase;
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
-- guard: the column created_at of classes cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."classes" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of classes cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."classes" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of classes cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."classes" where "created_at" is null;
-- guard: the column updated_at of classes cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."classes" where "updated_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'classes', 'CREATE TABLE classes (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  start_line integer,
  end_line integer,
  created_at timestamp,
  updated_at timestamp,
  primary key (id),
  foreign key (document_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'classes' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: classes cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'classes' collate nocase or tbl_name = 'classes' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_classes" (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  start_line integer,
  end_line integer,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
);
insert into main."aludel_new_classes" ("id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "start_line", "end_line", "created_at", "updated_at") select "id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "start_line", "end_line", "created_at", "updated_at" from main."classes";
-- guard: the copy of classes, aludel_new_classes, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_classes") as a, (select count(*) from main."classes") as b) where a <> b;
drop table main."classes";
pragma legacy_alter_table = on;
alter table main."aludel_new_classes" rename to "classes";
pragma legacy_alter_table = off;
-- guard: the rebuild of classes would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table classes rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'classes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'classes' collate nocase;
alter table classes rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'classes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'classes' collate nocase;
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
-- guard: the column decision_date of design_decisions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("decision_date"), 1, 60) from main."design_decisions" where case typeof("decision_date") when 'null' then false when 'integer' then false when 'real' then cast(cast("decision_date" as INTEGER) as real) collate binary is not "decision_date" or abs("decision_date") = 9223372036854775808.0 when 'text' then cast(cast("decision_date" as INTEGER) as text) collate binary is not "decision_date" else true end;
-- guard: the column created_at of design_decisions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."design_decisions" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column created_at of design_decisions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."design_decisions" where "created_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'design_decisions', 'CREATE TABLE design_decisions (
  id integer not null,
  document_id integer,
  description text not null,
  rationale text,
  alternatives text,
  decision_date timestamp,
  created_at timestamp,
  primary key (id),
  foreign key (document_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'design_decisions' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: design_decisions cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'design_decisions' collate nocase or tbl_name = 'design_decisions' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_design_decisions" (
  id integer not null,
  document_id integer,
  description text not null,
  rationale text,
  alternatives text,
  decision_date bigint,
  created_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
);
insert into main."aludel_new_design_decisions" ("id", "document_id", "description", "rationale", "alternatives", "decision_date", "created_at") select "id", "document_id", "description", "rationale", "alternatives", "decision_date", "created_at" from main."design_decisions";
-- guard: the copy of design_decisions, aludel_new_design_decisions, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_design_decisions") as a, (select count(*) from main."design_decisions") as b) where a <> b;
drop table main."design_decisions";
pragma legacy_alter_table = on;
alter table main."aludel_new_design_decisions" rename to "design_decisions";
pragma legacy_alter_table = off;
-- guard: the rebuild of design_decisions would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table design_decisions rename column decision_date to decided_time;
update temp.aludel_violations set key = replace(key, '("decision_date">', '("decided_time">') where child = 'design_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"decision_date")', '>"decided_time")') where parent = 'design_decisions' collate nocase;
alter table design_decisions rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'design_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'design_decisions' collate nocase;
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
-- guard: the column timestamp of change_records cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."change_records" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column created_at of change_records cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."change_records" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column created_at of change_records cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."change_records" where "created_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'change_records', 'CREATE TABLE change_records (
  id integer not null,
  document_id integer,
  timestamp timestamp not null,
  summary varchar not null,
  details text,
  created_at timestamp,
  primary key (id),
  foreign key (document_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'change_records' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: change_records cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'change_records' collate nocase or tbl_name = 'change_records' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_change_records" (
  id integer not null,
  document_id integer,
  timestamp bigint not null,
  summary varchar not null,
  details text,
  created_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
);
insert into main."aludel_new_change_records" ("id", "document_id", "timestamp", "summary", "details", "created_at") select "id", "document_id", "timestamp", "summary", "details", "created_at" from main."change_records";
-- guard: the copy of change_records, aludel_new_change_records, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_change_records") as a, (select count(*) from main."change_records") as b) where a <> b;
drop table main."change_records";
pragma legacy_alter_table = on;
alter table main."aludel_new_change_records" rename to "change_records";
pragma legacy_alter_table = off;
-- guard: the rebuild of change_records would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table change_records rename column timestamp to changed_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("changed_time">') where child = 'change_records' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"changed_time")') where parent = 'change_records' collate nocase;
alter table change_records rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'change_records' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'change_records' collate nocase;
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
-- guard: the column timestamp of inconsistencies cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."inconsistencies" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column created_at of inconsistencies cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."inconsistencies" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of inconsistencies cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."inconsistencies" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of inconsistencies cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."inconsistencies" where "created_at" is null;
-- guard: the column updated_at of inconsistencies cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."inconsistencies" where "updated_at" is null;
-- guard: inconsistencies cannot get the foreign key to projects, because these rows have no row there
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("project_id"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "timestamp" as "timestamp", "severity" as "severity", "type" as "type", "description" as "description", "suggested_resolution" as "suggested_resolution", "status" as "status", "created_at" as "created_at", "updated_at" as "updated_at", (null) as "project_id" from main."inconsistencies") as "inconsistencies" where "inconsistencies"."project_id" is not null and not exists (select 1 from main."projects" as aludel_parent where aludel_parent."id" = +"inconsistencies"."project_id");
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'inconsistencies', 'CREATE TABLE inconsistencies (
  id integer not null,
  timestamp timestamp not null,
  severity varchar not null,
  type varchar not null,
  description text not null,
  suggested_resolution text,
  status varchar not null,
  created_at timestamp,
  updated_at timestamp,
  primary key (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'inconsistencies' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: inconsistencies cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'inconsistencies' collate nocase or tbl_name = 'inconsistencies' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_inconsistencies" (
  id integer not null,
  timestamp bigint not null,
  severity varchar not null,
  type varchar not null,
  description text not null,
  suggested_resolution text,
  status varchar not null,
  created_at bigint not null,
  updated_at bigint not null, project_id bigint references projects (id) on delete cascade, confidence real, resolved_time bigint, metadata text,
  primary key (id)
);
insert into main."aludel_new_inconsistencies" ("id", "timestamp", "severity", "type", "description", "suggested_resolution", "status", "created_at", "updated_at") select "id", "timestamp", "severity", "type", "description", "suggested_resolution", "status", "created_at", "updated_at" from main."inconsistencies";
-- guard: the copy of inconsistencies, aludel_new_inconsistencies, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_inconsistencies") as a, (select count(*) from main."inconsistencies") as b) where a <> b;
drop table main."inconsistencies";
pragma legacy_alter_table = on;
alter table main."aludel_new_inconsistencies" rename to "inconsistencies";
pragma legacy_alter_table = off;
-- guard: the rebuild of inconsistencies would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table inconsistencies rename column timestamp to detected_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("detected_time">') where child = 'inconsistencies' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"detected_time")') where parent = 'inconsistencies' collate nocase;
alter table inconsistencies rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'inconsistencies' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'inconsistencies' collate nocase;
alter table inconsistencies rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'inconsistencies' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'inconsistencies' collate nocase;
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
-- guard: the column creation_timestamp of recommendations cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("creation_timestamp"), 1, 60) from main."recommendations" where case typeof("creation_timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("creation_timestamp" as INTEGER) as real) collate binary is not "creation_timestamp" or abs("creation_timestamp") = 9223372036854775808.0 when 'text' then cast(cast("creation_timestamp" as INTEGER) as text) collate binary is not "creation_timestamp" else true end;
-- guard: the column last_codebase_change_timestamp of recommendations cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("last_codebase_change_timestamp"), 1, 60) from main."recommendations" where case typeof("last_codebase_change_timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("last_codebase_change_timestamp" as INTEGER) as real) collate binary is not "last_codebase_change_timestamp" or abs("last_codebase_change_timestamp") = 9223372036854775808.0 when 'text' then cast(cast("last_codebase_change_timestamp" as INTEGER) as text) collate binary is not "last_codebase_change_timestamp" else true end;
-- guard: the column created_at of recommendations cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."recommendations" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column updated_at of recommendations cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."recommendations" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("updated_at" as INTEGER) as real) collate binary is not "updated_at" or abs("updated_at") = 9223372036854775808.0 when 'text' then cast(cast("updated_at" as INTEGER) as text) collate binary is not "updated_at" else true end;
-- guard: the column created_at of recommendations cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."recommendations" where "created_at" is null;
-- guard: the column updated_at of recommendations cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."recommendations" where "updated_at" is null;
-- guard: recommendations cannot get the foreign key to projects, because these rows have no row there
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("project_id"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at", (null) as "project_id" from main."recommendations") as "recommendations" where "recommendations"."project_id" is not null and not exists (select 1 from main."projects" as aludel_parent where aludel_parent."id" = +"recommendations"."project_id");
-- guard: (current_for) of recommendations cannot become unique, because these values are there more than once
select substr(quote("current_for"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at", (null) as "project_id", (null) as "current_for" from main."recommendations") as "recommendations" where false or not ("current_for" is null) group by "current_for" having count(*) > 1 or false;
-- guard: recommendations cannot get the foreign key to projects, because these rows have no row there
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("current_for"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at", (null) as "project_id", (null) as "current_for" from main."recommendations") as "recommendations" where "recommendations"."current_for" is not null and not exists (select 1 from main."projects" as aludel_parent where aludel_parent."id" = +"recommendations"."current_for");
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'recommendations', 'CREATE TABLE recommendations (
  id integer not null,
  creation_timestamp timestamp not null,
  title varchar not null,
  status varchar not null,
  developer_feedback text,
  last_codebase_change_timestamp timestamp,
  created_at timestamp,
  updated_at timestamp,
  primary key (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'recommendations' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: recommendations cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'recommendations' collate nocase or tbl_name = 'recommendations' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_recommendations" (
  id integer not null,
  creation_timestamp bigint not null,
  title varchar not null,
  status varchar not null,
  developer_feedback text,
  last_codebase_change_timestamp bigint,
  created_at bigint not null,
  updated_at bigint not null, project_id bigint references projects (id) on delete cascade, current_for bigint unique references projects (id) on delete set null, strategy text, applied_time bigint, metadata text,
  primary key (id)
);
insert into main."aludel_new_recommendations" ("id", "creation_timestamp", "title", "status", "developer_feedback", "last_codebase_change_timestamp", "created_at", "updated_at") select "id", "creation_timestamp", "title", "status", "developer_feedback", "last_codebase_change_timestamp", "created_at", "updated_at" from main."recommendations";
-- guard: the copy of recommendations, aludel_new_recommendations, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_recommendations") as a, (select count(*) from main."recommendations") as b) where a <> b;
drop table main."recommendations";
pragma legacy_alter_table = on;
alter table main."aludel_new_recommendations" rename to "recommendations";
pragma legacy_alter_table = off;
-- guard: the rebuild of recommendations would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table recommendations rename column creation_timestamp to proposed_time;
update temp.aludel_violations set key = replace(key, '("creation_timestamp">', '("proposed_time">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"creation_timestamp")', '>"proposed_time")') where parent = 'recommendations' collate nocase;
alter table recommendations rename column last_codebase_change_timestamp to codebase_changed_time;
update temp.aludel_violations set key = replace(key, '("last_codebase_change_timestamp">', '("codebase_changed_time">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"last_codebase_change_timestamp")', '>"codebase_changed_time")') where parent = 'recommendations' collate nocase;
alter table recommendations rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'recommendations' collate nocase;
alter table recommendations rename column updated_at to updated_time;
update temp.aludel_violations set key = replace(key, '("updated_at">', '("updated_time">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_at")', '>"updated_time")') where parent = 'recommendations' collate nocase;
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
-- guard: the column created_at of suggested_changes cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."suggested_changes" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column created_at of suggested_changes cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."suggested_changes" where "created_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'suggested_changes', 'CREATE TABLE suggested_changes (
  id integer not null,
  recommendation_id integer,
  document_id integer,
  change_type varchar not null,
  location varchar not null,
  before_text text,
  after_text text,
  created_at timestamp,
  primary key (id),
  foreign key (recommendation_id) references recommendations (id),
  foreign key (document_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'suggested_changes' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: suggested_changes cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'suggested_changes' collate nocase or tbl_name = 'suggested_changes' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_suggested_changes" (
  id integer not null,
  recommendation_id integer,
  document_id integer,
  change_type varchar not null,
  location varchar not null,
  before_text text,
  after_text text,
  created_at bigint not null,
  primary key (id),
  
   foreign key (recommendation_id) references recommendations (id) on delete cascade, foreign key (document_id) references documents (id) on delete set null
);
insert into main."aludel_new_suggested_changes" ("id", "recommendation_id", "document_id", "change_type", "location", "before_text", "after_text", "created_at") select "id", "recommendation_id", "document_id", "change_type", "location", "before_text", "after_text", "created_at" from main."suggested_changes";
-- guard: the copy of suggested_changes, aludel_new_suggested_changes, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_suggested_changes") as a, (select count(*) from main."suggested_changes") as b) where a <> b;
drop table main."suggested_changes";
pragma legacy_alter_table = on;
alter table main."aludel_new_suggested_changes" rename to "suggested_changes";
pragma legacy_alter_table = off;
-- guard: the rebuild of suggested_changes would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table suggested_changes rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'suggested_changes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'suggested_changes' collate nocase;
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
-- guard: the column timestamp of developer_decisions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."developer_decisions" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("timestamp" as INTEGER) as real) collate binary is not "timestamp" or abs("timestamp") = 9223372036854775808.0 when 'text' then cast(cast("timestamp" as INTEGER) as text) collate binary is not "timestamp" else true end;
-- guard: the column implementation_timestamp of developer_decisions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("implementation_timestamp"), 1, 60) from main."developer_decisions" where case typeof("implementation_timestamp") when 'null' then false when 'integer' then false when 'real' then cast(cast("implementation_timestamp" as INTEGER) as real) collate binary is not "implementation_timestamp" or abs("implementation_timestamp") = 9223372036854775808.0 when 'text' then cast(cast("implementation_timestamp" as INTEGER) as text) collate binary is not "implementation_timestamp" else true end;
-- guard: the column created_at of developer_decisions cannot become bigint, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."developer_decisions" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then cast(cast("created_at" as INTEGER) as real) collate binary is not "created_at" or abs("created_at") = 9223372036854775808.0 when 'text' then cast(cast("created_at" as INTEGER) as text) collate binary is not "created_at" else true end;
-- guard: the column created_at of developer_decisions cannot become not null, because it is null in these rows
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."developer_decisions" where "created_at" is null;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'developer_decisions', 'CREATE TABLE developer_decisions (
  id integer not null,
  recommendation_id integer,
  timestamp timestamp not null,
  decision varchar not null,
  comments text,
  implementation_timestamp timestamp,
  created_at timestamp,
  primary key (id),
  foreign key (recommendation_id) references recommendations (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'developer_decisions' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: developer_decisions cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'developer_decisions' collate nocase or tbl_name = 'developer_decisions' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_developer_decisions" (
  id integer not null,
  recommendation_id integer,
  timestamp bigint not null,
  decision varchar not null,
  comments text,
  implementation_timestamp bigint,
  created_at bigint not null,
  primary key (id), foreign key (recommendation_id) references recommendations (id) on delete cascade
  
);
insert into main."aludel_new_developer_decisions" ("id", "recommendation_id", "timestamp", "decision", "comments", "implementation_timestamp", "created_at") select "id", "recommendation_id", "timestamp", "decision", "comments", "implementation_timestamp", "created_at" from main."developer_decisions";
-- guard: the copy of developer_decisions, aludel_new_developer_decisions, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_developer_decisions") as a, (select count(*) from main."developer_decisions") as b) where a <> b;
drop table main."developer_decisions";
pragma legacy_alter_table = on;
alter table main."aludel_new_developer_decisions" rename to "developer_decisions";
pragma legacy_alter_table = off;
-- guard: the rebuild of developer_decisions would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table developer_decisions rename column timestamp to decided_time;
update temp.aludel_violations set key = replace(key, '("timestamp">', '("decided_time">') where child = 'developer_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"timestamp")', '>"decided_time")') where parent = 'developer_decisions' collate nocase;
alter table developer_decisions rename column implementation_timestamp to implemented_time;
update temp.aludel_violations set key = replace(key, '("implementation_timestamp">', '("implemented_time">') where child = 'developer_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"implementation_timestamp")', '>"implemented_time")') where parent = 'developer_decisions' collate nocase;
alter table developer_decisions rename column created_at to created_time;
update temp.aludel_violations set key = replace(key, '("created_at">', '("created_time">') where child = 'developer_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_at")', '>"created_time")') where parent = 'developer_decisions' collate nocase;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'inconsistency_documents', 'CREATE TABLE inconsistency_documents (
  inconsistency_id integer not null,
  document_id integer not null,
  primary key (inconsistency_id, document_id),
  foreign key (inconsistency_id) references inconsistencies (id),
  foreign key (document_id) references documents (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'inconsistency_documents' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: inconsistency_documents cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'inconsistency_documents' collate nocase or tbl_name = 'inconsistency_documents' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_inconsistency_documents" (
  inconsistency_id integer not null,
  document_id integer not null,
  primary key (inconsistency_id, document_id),
  
   foreign key (inconsistency_id) references inconsistencies (id) on delete cascade, foreign key (document_id) references documents (id) on delete cascade
);
insert into main."aludel_new_inconsistency_documents" (rowid, "inconsistency_id", "document_id") select rowid, "inconsistency_id", "document_id" from main."inconsistency_documents";
-- guard: the copy of inconsistency_documents, aludel_new_inconsistency_documents, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_inconsistency_documents") as a, (select count(*) from main."inconsistency_documents") as b) where a <> b;
drop table main."inconsistency_documents";
pragma legacy_alter_table = on;
alter table main."aludel_new_inconsistency_documents" rename to "inconsistency_documents";
pragma legacy_alter_table = off;
-- guard: the rebuild of inconsistency_documents would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'recommendation_inconsistencies', 'CREATE TABLE recommendation_inconsistencies (
  recommendation_id integer not null,
  inconsistency_id integer not null,
  primary key (recommendation_id, inconsistency_id),
  foreign key (recommendation_id) references recommendations (id),
  foreign key (inconsistency_id) references inconsistencies (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'recommendation_inconsistencies' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: recommendation_inconsistencies cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'recommendation_inconsistencies' collate nocase or tbl_name = 'recommendation_inconsistencies' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_recommendation_inconsistencies" (
  recommendation_id integer not null,
  inconsistency_id integer not null,
  primary key (recommendation_id, inconsistency_id),
  
   foreign key (recommendation_id) references recommendations (id) on delete cascade, foreign key (inconsistency_id) references inconsistencies (id) on delete cascade
);
insert into main."aludel_new_recommendation_inconsistencies" (rowid, "recommendation_id", "inconsistency_id") select rowid, "recommendation_id", "inconsistency_id" from main."recommendation_inconsistencies";
-- guard: the copy of recommendation_inconsistencies, aludel_new_recommendation_inconsistencies, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_recommendation_inconsistencies") as a, (select count(*) from main."recommendation_inconsistencies") as b) where a <> b;
drop table main."recommendation_inconsistencies";
pragma legacy_alter_table = on;
alter table main."aludel_new_recommendation_inconsistencies" rename to "recommendation_inconsistencies";
pragma legacy_alter_table = off;
-- guard: the rebuild of recommendation_inconsistencies would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
create index idx_projects_created on projects(created_time, id);
create index idx_documents_created on documents(created_time, id);
create index idx_document_relationships_created on document_relationships(created_time, id);
create index idx_functions_created on functions(created_time, id);
create index idx_classes_created on classes(created_time, id);
create index idx_design_decisions_created on design_decisions(created_time, id);
create index idx_change_records_created on change_records(created_time, id);
create index idx_inconsistencies_created on inconsistencies(created_time, id);
create index idx_recommendations_created on recommendations(created_time, id);
create index idx_documents_project_type_path on documents (project_id, type, path, id);
create index idx_documents_project_digest on documents (project_id, md5_digest, path, id);
create index idx_document_relationships_source on document_relationships(source_id, id);
create index idx_document_relationships_target on document_relationships(target_id, id);
create index idx_functions_document_name on functions (document_id, name, id);
create index idx_classes_document_name on classes (document_id, name, id);
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
-- guard: these rows would break a foreign key, and did not before
select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '"', ''), ')(', ', '), '()') || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') || coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') || iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over (partition by child, parent, key order by child_row, number) as place from (select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ()) except select * from temp.aludel_violations)) group by child, parent, key;
drop table temp.aludel_violations;
-- downgrade
create temp table aludel_violations as select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ());
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
drop index idx_recommendations_created;
drop index idx_inconsistencies_created;
drop index idx_change_records_created;
drop index idx_design_decisions_created;
drop index idx_classes_created;
drop index idx_functions_created;
drop index idx_document_relationships_created;
drop index idx_documents_created;
drop index idx_projects_created;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'recommendation_inconsistencies', 'CREATE TABLE "recommendation_inconsistencies" (
  recommendation_id integer not null,
  inconsistency_id integer not null,
  primary key (recommendation_id, inconsistency_id),
  
   foreign key (recommendation_id) references recommendations (id) on delete cascade, foreign key (inconsistency_id) references inconsistencies (id) on delete cascade
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'recommendation_inconsistencies' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: recommendation_inconsistencies cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'recommendation_inconsistencies' collate nocase or tbl_name = 'recommendation_inconsistencies' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_recommendation_inconsistencies" (
  recommendation_id integer not null,
  inconsistency_id integer not null,
  primary key (recommendation_id, inconsistency_id),
  
     foreign key (recommendation_id) references recommendations (id), foreign key (inconsistency_id) references inconsistencies (id)
);
insert into main."aludel_new_recommendation_inconsistencies" (rowid, "recommendation_id", "inconsistency_id") select rowid, "recommendation_id", "inconsistency_id" from main."recommendation_inconsistencies";
-- guard: the copy of recommendation_inconsistencies, aludel_new_recommendation_inconsistencies, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_recommendation_inconsistencies") as a, (select count(*) from main."recommendation_inconsistencies") as b) where a <> b;
drop table main."recommendation_inconsistencies";
pragma legacy_alter_table = on;
alter table main."aludel_new_recommendation_inconsistencies" rename to "recommendation_inconsistencies";
pragma legacy_alter_table = off;
-- guard: the rebuild of recommendation_inconsistencies would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendation_inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'inconsistency_documents', 'CREATE TABLE "inconsistency_documents" (
  inconsistency_id integer not null,
  document_id integer not null,
  primary key (inconsistency_id, document_id),
  
   foreign key (inconsistency_id) references inconsistencies (id) on delete cascade, foreign key (document_id) references documents (id) on delete cascade
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'inconsistency_documents' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: inconsistency_documents cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'inconsistency_documents' collate nocase or tbl_name = 'inconsistency_documents' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_inconsistency_documents" (
  inconsistency_id integer not null,
  document_id integer not null,
  primary key (inconsistency_id, document_id),
  
     foreign key (inconsistency_id) references inconsistencies (id), foreign key (document_id) references documents (id)
);
insert into main."aludel_new_inconsistency_documents" (rowid, "inconsistency_id", "document_id") select rowid, "inconsistency_id", "document_id" from main."inconsistency_documents";
-- guard: the copy of inconsistency_documents, aludel_new_inconsistency_documents, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_inconsistency_documents") as a, (select count(*) from main."inconsistency_documents") as b) where a <> b;
drop table main."inconsistency_documents";
pragma legacy_alter_table = on;
alter table main."aludel_new_inconsistency_documents" rename to "inconsistency_documents";
pragma legacy_alter_table = off;
-- guard: the rebuild of inconsistency_documents would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistency_documents' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
alter table developer_decisions rename column decided_time to timestamp;
update temp.aludel_violations set key = replace(key, '("decided_time">', '("timestamp">') where child = 'developer_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"decided_time")', '>"timestamp")') where parent = 'developer_decisions' collate nocase;
alter table developer_decisions rename column implemented_time to implementation_timestamp;
update temp.aludel_violations set key = replace(key, '("implemented_time">', '("implementation_timestamp">') where child = 'developer_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"implemented_time")', '>"implementation_timestamp")') where parent = 'developer_decisions' collate nocase;
alter table developer_decisions rename column created_time to created_at;
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'developer_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'developer_decisions' collate nocase;
-- guard: developer_decisions cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) || ', ' || substr(quote("implementation_timestamp"), 1, 60) || ', ' || substr(quote("created_at"), 1, 60) from main."developer_decisions" where not ((timestamp between -62167219200000 and 253402300799999 and implementation_timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999));
-- guard: the column timestamp of developer_decisions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."developer_decisions" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("timestamp" as numeric) = cast("timestamp" as text) and cast(cast("timestamp" as NUMERIC) as text) collate binary is not "timestamp" else false end;
-- guard: the column implementation_timestamp of developer_decisions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("implementation_timestamp"), 1, 60) from main."developer_decisions" where case typeof("implementation_timestamp") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("implementation_timestamp" as numeric) = cast("implementation_timestamp" as text) and cast(cast("implementation_timestamp" as NUMERIC) as text) collate binary is not "implementation_timestamp" else false end;
-- guard: the column created_at of developer_decisions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."developer_decisions" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'developer_decisions', 'CREATE TABLE "developer_decisions" (
  id integer not null,
  recommendation_id integer,
  timestamp bigint not null,
  decision varchar not null,
  comments text,
  implementation_timestamp bigint,
  created_at bigint not null,
  primary key (id), foreign key (recommendation_id) references recommendations (id) on delete cascade
  
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'developer_decisions' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: developer_decisions cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'developer_decisions' collate nocase or tbl_name = 'developer_decisions' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_developer_decisions" (
  id integer not null,
  recommendation_id integer,
  timestamp timestamp not null,
  decision varchar not null,
  comments text,
  implementation_timestamp timestamp,
  created_at timestamp ,
  primary key (id), foreign key (recommendation_id) references recommendations (id)  
  
);
insert into main."aludel_new_developer_decisions" ("id", "recommendation_id", "timestamp", "decision", "comments", "implementation_timestamp", "created_at") select "id", "recommendation_id", "timestamp", "decision", "comments", "implementation_timestamp", "created_at" from main."developer_decisions";
-- guard: the copy of developer_decisions, aludel_new_developer_decisions, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_developer_decisions") as a, (select count(*) from main."developer_decisions") as b) where a <> b;
drop table main."developer_decisions";
pragma legacy_alter_table = on;
alter table main."aludel_new_developer_decisions" rename to "developer_decisions";
pragma legacy_alter_table = off;
-- guard: the rebuild of developer_decisions would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'developer_decisions' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'suggested_changes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'suggested_changes' collate nocase;
-- guard: suggested_changes cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."suggested_changes" where not (created_at between -62167219200000 and 253402300799999);
-- guard: the column created_at of suggested_changes cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."suggested_changes" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'suggested_changes', 'CREATE TABLE "suggested_changes" (
  id integer not null,
  recommendation_id integer,
  document_id integer,
  change_type varchar not null,
  location varchar not null,
  before_text text,
  after_text text,
  created_at bigint not null,
  primary key (id),
  
   foreign key (recommendation_id) references recommendations (id) on delete cascade, foreign key (document_id) references documents (id) on delete set null
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'suggested_changes' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: suggested_changes cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'suggested_changes' collate nocase or tbl_name = 'suggested_changes' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_suggested_changes" (
  id integer not null,
  recommendation_id integer,
  document_id integer,
  change_type varchar not null,
  location varchar not null,
  before_text text,
  after_text text,
  created_at timestamp ,
  primary key (id),
  
     foreign key (recommendation_id) references recommendations (id), foreign key (document_id) references documents (id) 
);
insert into main."aludel_new_suggested_changes" ("id", "recommendation_id", "document_id", "change_type", "location", "before_text", "after_text", "created_at") select "id", "recommendation_id", "document_id", "change_type", "location", "before_text", "after_text", "created_at" from main."suggested_changes";
-- guard: the copy of suggested_changes, aludel_new_suggested_changes, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_suggested_changes") as a, (select count(*) from main."suggested_changes") as b) where a <> b;
drop table main."suggested_changes";
pragma legacy_alter_table = on;
alter table main."aludel_new_suggested_changes" rename to "suggested_changes";
pragma legacy_alter_table = off;
-- guard: the rebuild of suggested_changes would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'suggested_changes' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
update suggested_changes set
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end;
alter table recommendations rename column proposed_time to creation_timestamp;
update temp.aludel_violations set key = replace(key, '("proposed_time">', '("creation_timestamp">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"proposed_time")', '>"creation_timestamp")') where parent = 'recommendations' collate nocase;
alter table recommendations rename column codebase_changed_time to last_codebase_change_timestamp;
update temp.aludel_violations set key = replace(key, '("codebase_changed_time">', '("last_codebase_change_timestamp">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"codebase_changed_time")', '>"last_codebase_change_timestamp")') where parent = 'recommendations' collate nocase;
alter table recommendations rename column created_time to created_at;
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'recommendations' collate nocase;
alter table recommendations rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'recommendations' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'recommendations' collate nocase;
-- guard: recommendations cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("creation_timestamp"), 1, 60) || ', ' || substr(quote("last_codebase_change_timestamp"), 1, 60) || ', ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."recommendations" where not ((creation_timestamp between -62167219200000 and 253402300799999 and last_codebase_change_timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: the column creation_timestamp of recommendations cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("creation_timestamp"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at" from main."recommendations") as "recommendations" where case typeof("creation_timestamp") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("creation_timestamp" as numeric) = cast("creation_timestamp" as text) and cast(cast("creation_timestamp" as NUMERIC) as text) collate binary is not "creation_timestamp" else false end;
-- guard: the column last_codebase_change_timestamp of recommendations cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("last_codebase_change_timestamp"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at" from main."recommendations") as "recommendations" where case typeof("last_codebase_change_timestamp") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("last_codebase_change_timestamp" as numeric) = cast("last_codebase_change_timestamp" as text) and cast(cast("last_codebase_change_timestamp" as NUMERIC) as text) collate binary is not "last_codebase_change_timestamp" else false end;
-- guard: the column created_at of recommendations cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at" from main."recommendations") as "recommendations" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of recommendations cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "creation_timestamp" as "creation_timestamp", "title" as "title", "status" as "status", "developer_feedback" as "developer_feedback", "last_codebase_change_timestamp" as "last_codebase_change_timestamp", "created_at" as "created_at", "updated_at" as "updated_at" from main."recommendations") as "recommendations" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'recommendations', 'CREATE TABLE "recommendations" (
  id integer not null,
  creation_timestamp bigint not null,
  title varchar not null,
  status varchar not null,
  developer_feedback text,
  last_codebase_change_timestamp bigint,
  created_at bigint not null,
  updated_at bigint not null, project_id bigint references projects (id) on delete cascade, current_for bigint unique references projects (id) on delete set null, strategy text, applied_time bigint, metadata text,
  primary key (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'recommendations' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: recommendations cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'recommendations' collate nocase or tbl_name = 'recommendations' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_recommendations" (
  id integer not null,
  creation_timestamp timestamp not null,
  title varchar not null,
  status varchar not null,
  developer_feedback text,
  last_codebase_change_timestamp timestamp,
  created_at timestamp ,
  updated_at timestamp ,     
  primary key (id) 
);
insert into main."aludel_new_recommendations" ("id", "creation_timestamp", "title", "status", "developer_feedback", "last_codebase_change_timestamp", "created_at", "updated_at") select "id", "creation_timestamp", "title", "status", "developer_feedback", "last_codebase_change_timestamp", "created_at", "updated_at" from main."recommendations";
-- guard: the copy of recommendations, aludel_new_recommendations, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_recommendations") as a, (select count(*) from main."recommendations") as b) where a <> b;
drop table main."recommendations";
pragma legacy_alter_table = on;
alter table main."aludel_new_recommendations" rename to "recommendations";
pragma legacy_alter_table = off;
-- guard: the rebuild of recommendations would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'recommendations' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("detected_time">', '("timestamp">') where child = 'inconsistencies' collate nocase;
update temp.aludel_violations set key = replace(key, '>"detected_time")', '>"timestamp")') where parent = 'inconsistencies' collate nocase;
alter table inconsistencies rename column created_time to created_at;
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'inconsistencies' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'inconsistencies' collate nocase;
alter table inconsistencies rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'inconsistencies' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'inconsistencies' collate nocase;
-- guard: inconsistencies cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) || ', ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."inconsistencies" where not ((timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: the column timestamp of inconsistencies cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "timestamp" as "timestamp", "severity" as "severity", "type" as "type", "description" as "description", "suggested_resolution" as "suggested_resolution", "status" as "status", "created_at" as "created_at", "updated_at" as "updated_at" from main."inconsistencies") as "inconsistencies" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("timestamp" as numeric) = cast("timestamp" as text) and cast(cast("timestamp" as NUMERIC) as text) collate binary is not "timestamp" else false end;
-- guard: the column created_at of inconsistencies cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "timestamp" as "timestamp", "severity" as "severity", "type" as "type", "description" as "description", "suggested_resolution" as "suggested_resolution", "status" as "status", "created_at" as "created_at", "updated_at" as "updated_at" from main."inconsistencies") as "inconsistencies" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of inconsistencies cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote(aludel_key0), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from (select "id" as aludel_key0, "id" as "id", "timestamp" as "timestamp", "severity" as "severity", "type" as "type", "description" as "description", "suggested_resolution" as "suggested_resolution", "status" as "status", "created_at" as "created_at", "updated_at" as "updated_at" from main."inconsistencies") as "inconsistencies" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'inconsistencies', 'CREATE TABLE "inconsistencies" (
  id integer not null,
  timestamp bigint not null,
  severity varchar not null,
  type varchar not null,
  description text not null,
  suggested_resolution text,
  status varchar not null,
  created_at bigint not null,
  updated_at bigint not null, project_id bigint references projects (id) on delete cascade, confidence real, resolved_time bigint, metadata text,
  primary key (id)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'inconsistencies' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: inconsistencies cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'inconsistencies' collate nocase or tbl_name = 'inconsistencies' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_inconsistencies" (
  id integer not null,
  timestamp timestamp not null,
  severity varchar not null,
  type varchar not null,
  description text not null,
  suggested_resolution text,
  status varchar not null,
  created_at timestamp ,
  updated_at timestamp ,    
  primary key (id) 
);
insert into main."aludel_new_inconsistencies" ("id", "timestamp", "severity", "type", "description", "suggested_resolution", "status", "created_at", "updated_at") select "id", "timestamp", "severity", "type", "description", "suggested_resolution", "status", "created_at", "updated_at" from main."inconsistencies";
-- guard: the copy of inconsistencies, aludel_new_inconsistencies, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_inconsistencies") as a, (select count(*) from main."inconsistencies") as b) where a <> b;
drop table main."inconsistencies";
pragma legacy_alter_table = on;
alter table main."aludel_new_inconsistencies" rename to "inconsistencies";
pragma legacy_alter_table = off;
-- guard: the rebuild of inconsistencies would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'inconsistencies' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("changed_time">', '("timestamp">') where child = 'change_records' collate nocase;
update temp.aludel_violations set key = replace(key, '>"changed_time")', '>"timestamp")') where parent = 'change_records' collate nocase;
alter table change_records rename column created_time to created_at;
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'change_records' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'change_records' collate nocase;
-- guard: change_records cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) || ', ' || substr(quote("created_at"), 1, 60) from main."change_records" where not ((timestamp between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999));
-- guard: the column timestamp of change_records cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("timestamp"), 1, 60) from main."change_records" where case typeof("timestamp") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("timestamp" as numeric) = cast("timestamp" as text) and cast(cast("timestamp" as NUMERIC) as text) collate binary is not "timestamp" else false end;
-- guard: the column created_at of change_records cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."change_records" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'change_records', 'CREATE TABLE "change_records" (
  id integer not null,
  document_id integer,
  timestamp bigint not null,
  summary varchar not null,
  details text,
  created_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'change_records' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: change_records cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'change_records' collate nocase or tbl_name = 'change_records' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_change_records" (
  id integer not null,
  document_id integer,
  timestamp timestamp not null,
  summary varchar not null,
  details text,
  created_at timestamp ,
  primary key (id), foreign key (document_id) references documents (id)  
  
);
insert into main."aludel_new_change_records" ("id", "document_id", "timestamp", "summary", "details", "created_at") select "id", "document_id", "timestamp", "summary", "details", "created_at" from main."change_records";
-- guard: the copy of change_records, aludel_new_change_records, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_change_records") as a, (select count(*) from main."change_records") as b) where a <> b;
drop table main."change_records";
pragma legacy_alter_table = on;
alter table main."aludel_new_change_records" rename to "change_records";
pragma legacy_alter_table = off;
-- guard: the rebuild of change_records would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'change_records' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
update change_records set
  timestamp = strftime('%Y-%m-%d %H:%M:%S', (timestamp - (timestamp % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || printf('.%03d000', (timestamp % 1000 + 1000) % 1000),
  created_at = case
    when created_at <> 0
    then strftime('%Y-%m-%d %H:%M:%S', (created_at - (created_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
      || printf('.%03d000', (created_at % 1000 + 1000) % 1000)
  end;
alter table design_decisions rename column decided_time to decision_date;
update temp.aludel_violations set key = replace(key, '("decided_time">', '("decision_date">') where child = 'design_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"decided_time")', '>"decision_date")') where parent = 'design_decisions' collate nocase;
alter table design_decisions rename column created_time to created_at;
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'design_decisions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'design_decisions' collate nocase;
-- guard: design_decisions cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("decision_date"), 1, 60) || ', ' || substr(quote("created_at"), 1, 60) from main."design_decisions" where not ((decision_date between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999));
-- guard: the column decision_date of design_decisions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("decision_date"), 1, 60) from main."design_decisions" where case typeof("decision_date") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("decision_date" as numeric) = cast("decision_date" as text) and cast(cast("decision_date" as NUMERIC) as text) collate binary is not "decision_date" else false end;
-- guard: the column created_at of design_decisions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."design_decisions" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'design_decisions', 'CREATE TABLE "design_decisions" (
  id integer not null,
  document_id integer,
  description text not null,
  rationale text,
  alternatives text,
  decision_date bigint,
  created_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'design_decisions' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: design_decisions cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'design_decisions' collate nocase or tbl_name = 'design_decisions' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_design_decisions" (
  id integer not null,
  document_id integer,
  description text not null,
  rationale text,
  alternatives text,
  decision_date timestamp,
  created_at timestamp ,
  primary key (id), foreign key (document_id) references documents (id)  
  
);
insert into main."aludel_new_design_decisions" ("id", "document_id", "description", "rationale", "alternatives", "decision_date", "created_at") select "id", "document_id", "description", "rationale", "alternatives", "decision_date", "created_at" from main."design_decisions";
-- guard: the copy of design_decisions, aludel_new_design_decisions, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_design_decisions") as a, (select count(*) from main."design_decisions") as b) where a <> b;
drop table main."design_decisions";
pragma legacy_alter_table = on;
alter table main."aludel_new_design_decisions" rename to "design_decisions";
pragma legacy_alter_table = off;
-- guard: the rebuild of design_decisions would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'design_decisions' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'classes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'classes' collate nocase;
alter table classes rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'classes' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'classes' collate nocase;
-- guard: classes cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."classes" where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: the column created_at of classes cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."classes" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of classes cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."classes" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'classes', 'CREATE TABLE "classes" (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  start_line integer,
  end_line integer,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'classes' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: classes cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'classes' collate nocase or tbl_name = 'classes' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_classes" (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  start_line integer,
  end_line integer,
  created_at timestamp ,
  updated_at timestamp ,
  primary key (id), foreign key (document_id) references documents (id)  
  
);
insert into main."aludel_new_classes" ("id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "start_line", "end_line", "created_at", "updated_at") select "id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "start_line", "end_line", "created_at", "updated_at" from main."classes";
-- guard: the copy of classes, aludel_new_classes, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_classes") as a, (select count(*) from main."classes") as b) where a <> b;
drop table main."classes";
pragma legacy_alter_table = on;
alter table main."aludel_new_classes" rename to "classes";
pragma legacy_alter_table = off;
-- guard: the rebuild of classes would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'classes' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'functions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'functions' collate nocase;
alter table functions rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'functions' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'functions' collate nocase;
-- guard: functions cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."functions" where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: the column created_at of functions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."functions" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of functions cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."functions" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'functions', 'CREATE TABLE "functions" (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  parameters text,
  start_line integer,
  end_line integer,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id), foreign key (document_id) references documents (id) on delete cascade
  
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'functions' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: functions cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'functions' collate nocase or tbl_name = 'functions' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_functions" (
  id integer not null,
  document_id integer,
  name varchar not null,
  intent text,
  design_principles text,
  implementation_details text,
  design_decisions text,
  parameters text,
  start_line integer,
  end_line integer,
  created_at timestamp ,
  updated_at timestamp ,
  primary key (id), foreign key (document_id) references documents (id)  
  
);
insert into main."aludel_new_functions" ("id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "parameters", "start_line", "end_line", "created_at", "updated_at") select "id", "document_id", "name", "intent", "design_principles", "implementation_details", "design_decisions", "parameters", "start_line", "end_line", "created_at", "updated_at" from main."functions";
-- guard: the copy of functions, aludel_new_functions, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_functions") as a, (select count(*) from main."functions") as b) where a <> b;
drop table main."functions";
pragma legacy_alter_table = on;
alter table main."aludel_new_functions" rename to "functions";
pragma legacy_alter_table = off;
-- guard: the rebuild of functions would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'functions' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'document_relationships' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'document_relationships' collate nocase;
alter table document_relationships rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'document_relationships' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'document_relationships' collate nocase;
-- guard: document_relationships cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."document_relationships" where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: the column created_at of document_relationships cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."document_relationships" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of document_relationships cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."document_relationships" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'document_relationships', 'CREATE TABLE "document_relationships" (
  id integer not null,
  source_id integer not null,
  target_id integer not null,
  relationship_type varchar not null,
  topic varchar not null,
  scope varchar not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id),
  
   foreign key (source_id) references documents (id) on delete cascade, foreign key (target_id) references documents (id) on delete cascade, unique (source_id, target_id, relationship_type, topic, scope)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'document_relationships' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: document_relationships cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'document_relationships' collate nocase or tbl_name = 'document_relationships' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_document_relationships" (
  id integer not null,
  source_id integer not null,
  target_id integer not null,
  relationship_type varchar not null,
  topic varchar not null,
  scope varchar not null,
  created_at timestamp ,
  updated_at timestamp ,
  primary key (id),
  
     foreign key (source_id) references documents (id), foreign key (target_id) references documents (id)  
);
insert into main."aludel_new_document_relationships" ("id", "source_id", "target_id", "relationship_type", "topic", "scope", "created_at", "updated_at") select "id", "source_id", "target_id", "relationship_type", "topic", "scope", "created_at", "updated_at" from main."document_relationships";
-- guard: the copy of document_relationships, aludel_new_document_relationships, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_document_relationships") as a, (select count(*) from main."document_relationships") as b) where a <> b;
drop table main."document_relationships";
pragma legacy_alter_table = on;
alter table main."aludel_new_document_relationships" rename to "document_relationships";
pragma legacy_alter_table = off;
-- guard: the rebuild of document_relationships would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'document_relationships' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("modified_time">', '("last_modified">') where child = 'documents' collate nocase;
update temp.aludel_violations set key = replace(key, '>"modified_time")', '>"last_modified")') where parent = 'documents' collate nocase;
alter table documents rename column created_time to created_at;
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'documents' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'documents' collate nocase;
alter table documents rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'documents' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'documents' collate nocase;
-- guard: documents cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("last_modified"), 1, 60) || ', ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."documents" where not ((last_modified between -62167219200000 and 253402300799999 and created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: (path) of documents cannot become unique, because these values are there more than once
select substr(quote("path"), 1, 60) from main."documents" where false or not ("path" is null) group by "path" having count(*) > 1 or false;
-- guard: the column last_modified of documents cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("last_modified"), 1, 60) from main."documents" where case typeof("last_modified") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("last_modified" as numeric) = cast("last_modified" as text) and cast(cast("last_modified" as NUMERIC) as text) collate binary is not "last_modified" else false end;
-- guard: the column created_at of documents cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."documents" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of documents cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."documents" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'documents', 'CREATE TABLE "documents" (
  id integer not null,
  path varchar not null,
  type varchar not null,
  last_modified bigint not null,
  file_size integer not null,
  md5_digest varchar not null,
  project_id integer not null,
  content text,
  intent text,
  design_principles text,
  constraints text,
  reference_documentation text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id),
   foreign key (project_id) references projects (id) on delete cascade, unique (project_id, path)
  
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'documents' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: documents cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'documents' collate nocase or tbl_name = 'documents' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_documents" (
  id integer not null,
  path varchar not null,
  type varchar not null,
  last_modified timestamp not null,
  file_size integer not null,
  md5_digest varchar not null,
  project_id integer ,
  content text,
  intent text,
  design_principles text,
  constraints text,
  reference_documentation text,
  created_at timestamp ,
  updated_at timestamp ,
  primary key (id),
    unique (path), foreign key (project_id) references projects (id)  
  
);
insert into main."aludel_new_documents" ("id", "path", "type", "last_modified", "file_size", "md5_digest", "project_id", "content", "intent", "design_principles", "constraints", "reference_documentation", "created_at", "updated_at") select "id", "path", "type", "last_modified", "file_size", "md5_digest", "project_id", "content", "intent", "design_principles", "constraints", "reference_documentation", "created_at", "updated_at" from main."documents";
-- guard: the copy of documents, aludel_new_documents, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_documents") as a, (select count(*) from main."documents") as b) where a <> b;
drop table main."documents";
pragma legacy_alter_table = on;
alter table main."aludel_new_documents" rename to "documents";
pragma legacy_alter_table = off;
-- guard: the rebuild of documents would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'documents' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
update temp.aludel_violations set key = replace(key, '("created_time">', '("created_at">') where child = 'projects' collate nocase;
update temp.aludel_violations set key = replace(key, '>"created_time")', '>"created_at")') where parent = 'projects' collate nocase;
alter table projects rename column updated_time to updated_at;
update temp.aludel_violations set key = replace(key, '("updated_time">', '("updated_at">') where child = 'projects' collate nocase;
update temp.aludel_violations set key = replace(key, '>"updated_time")', '>"updated_at")') where parent = 'projects' collate nocase;
-- guard: projects cannot get the check years_0_to_9999, because these rows break it
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) || ', ' || substr(quote("updated_at"), 1, 60) from main."projects" where not ((created_at between -62167219200000 and 253402300799999 and updated_at between -62167219200000 and 253402300799999));
-- guard: the column created_at of projects cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("created_at"), 1, 60) from main."projects" where case typeof("created_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("created_at" as numeric) = cast("created_at" as text) and cast(cast("created_at" as NUMERIC) as text) collate binary is not "created_at" else false end;
-- guard: the column updated_at of projects cannot become timestamp, because these values would change or do not fit
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("updated_at"), 1, 60) from main."projects" where case typeof("updated_at") when 'null' then false when 'integer' then false when 'real' then false when 'text' then cast("updated_at" as numeric) = cast("updated_at" as text) and cast(cast("updated_at" as NUMERIC) as text) collate binary is not "updated_at" else false end;
-- guard: the table is not what it was when the change was planned; run again
with aludel_expected (type, name, sql) as (values ('table', 'projects', 'CREATE TABLE "projects" (
  id integer not null,
  name varchar not null,
  root_path varchar not null,
  description varchar,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (id),
  unique (root_path)
)')), aludel_actual as (select type, name, sql from main.sqlite_schema where sql is not null and tbl_name = 'projects' collate nocase) select type || ' ' || name from (select * from (select * from aludel_expected except select * from aludel_actual) union select * from (select * from aludel_actual except select * from aludel_expected));
-- guard: projects cannot be rebuilt while these temporary objects of the connection depend on it or have its name
select type || ' ' || name from temp.sqlite_schema where name = 'projects' collate nocase or tbl_name = 'projects' collate nocase;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_projects" (
  id integer not null,
  name varchar not null,
  root_path varchar not null,
  description varchar,
  created_at timestamp ,
  updated_at timestamp ,
  primary key (id),
  unique (root_path) 
);
insert into main."aludel_new_projects" ("id", "name", "root_path", "description", "created_at", "updated_at") select "id", "name", "root_path", "description", "created_at", "updated_at" from main."projects";
-- guard: the copy of projects, aludel_new_projects, has another number of rows
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_projects") as a, (select count(*) from main."projects") as b) where a <> b;
drop table main."projects";
pragma legacy_alter_table = on;
alter table main."aludel_new_projects" rename to "projects";
pragma legacy_alter_table = off;
-- guard: the rebuild of projects would change these too
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'projects' collate nocase and name not like 'sqlite\_%' escape '\'));
drop table temp.aludel_schema;
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
-- guard: these rows would break a foreign key, and did not before
select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '"', ''), ')(', ', '), '()') || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') || coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') || iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over (partition by child, parent, key order by child_row, number) as place from (select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ()) except select * from temp.aludel_violations)) group by child, parent, key;
drop table temp.aludel_violations;
