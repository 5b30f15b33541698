-- Aludel VERSION: upgrade from base to b2,
-- for SQLite 3.37 or newer. Run it so that the first error ends it:
-- sqlite3 -bail DATABASE < SCRIPT

-- Upgrade to a1
pragma foreign_keys = on;
begin immediate;
create table if not exists "main"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
create table if not exists "main"."aludel_journal" (
  sequence bigint not null,
  revision varchar(32) not null,
  direction varchar(9) not null,
  checksum varchar(64) not null,
  started_time bigint not null,
  finished_time bigint,
  statements integer not null,
  running_statement integer not null default 0,
  aludel_version varchar(32) not null,
  host varchar(255),
  os_user varchar(255),
  constraint aludel_journal_pkc primary key (sequence)
);
-- Guard: the version table alembic_version is not at base, as this script expects
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version is not at base, as this script expects" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not null
) limit 10;
select 'the version table alembic_version is not at base, as this script expects: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
insert into "main"."aludel_journal" (sequence, revision, direction, checksum, started_time, statements, aludel_version)
select coalesce(max(sequence), 0) + 1, 'a1', 'upgrade', '33e8f773a8ad45a319b89b555a5f0a4d8556155b0484d73ea7332be5e0ea3cba', (select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t)), 0, 'VERSION' from "main"."aludel_journal";
-- Line 4 of the revision's script
create table "it's" (
  id integer not null primary key,
  x int,
  d varchar(50) default 'it''s'
);
insert into "main"."alembic_version" (version_num) values ('a1');
-- Guard: the version table alembic_version did not come to a1
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version did not come to a1" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'a1'
) limit 10;
select 'the version table alembic_version did not come to a1: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
update "main"."aludel_journal" set statements = 1, finished_time = (select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t)) where sequence = (select max(sequence) from "main"."aludel_journal" where revision = 'a1');
commit;

-- Upgrade to b2
pragma foreign_keys = off;
begin immediate;
create table if not exists "main"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
create table if not exists "main"."aludel_journal" (
  sequence bigint not null,
  revision varchar(32) not null,
  direction varchar(9) not null,
  checksum varchar(64) not null,
  started_time bigint not null,
  finished_time bigint,
  statements integer not null,
  running_statement integer not null default 0,
  aludel_version varchar(32) not null,
  host varchar(255),
  os_user varchar(255),
  constraint aludel_journal_pkc primary key (sequence)
);
-- Guard: the version table alembic_version is not at a1, as this script expects
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version is not at a1, as this script expects" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'a1'
) limit 10;
select 'the version table alembic_version is not at a1, as this script expects: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
insert into "main"."aludel_journal" (sequence, revision, direction, checksum, started_time, statements, aludel_version)
select coalesce(max(sequence), 0) + 1, 'b2', 'upgrade', '152a06414f0bedfe2fa20f881b2b9139570eef158eb07688d19c01dfd8ee2c6a', (select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t)), 0, 'VERSION' from "main"."aludel_journal";
-- Line 4 of the revision's script
create temp table aludel_violations as select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ());
-- Guard: the column x of it's cannot become not null, because it is null in these rows
create temp table aludel_guard (offender text, refused integer default 0, constraint "the column x of it's cannot become not null, because it is null in these rows" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'id ' || substr(quote("id"), 1, 60) || ': ' || substr(quote("x"), 1, 60) from main."it's" where "x" is null
) limit 10;
select 'the column x of it''s cannot become not null, because it is null in these rows: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
-- Guard: the table it's is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is
create temp table aludel_guard (offender text, refused integer default 0, constraint "the table it's is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
with aludel_expected (type, name, sql) as (values ('table', 'it''s', '(
  id integer not null primary key,
  x int,
  d varchar(50) default ''it''''s''
)')), aludel_actual as (select type, name, case type when 'table' then substr(sql, instr(sql, '(')) else sql end from main.sqlite_schema where sql is not null and tbl_name = 'it''s' collate nocase) select type || ' ' || name from (select type, name from aludel_expected except select type, name from (select * from aludel_expected intersect select * from aludel_actual) union select type, name from (select * from aludel_actual except select * from aludel_expected))
) limit 10;
select 'the table it''s is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
-- Guard: it's cannot be rebuilt while these temporary objects of the connection depend on it or have its name
create temp table aludel_guard (offender text, refused integer default 0, constraint "it's cannot be rebuilt while these temporary objects of the connection depend on it or have its name" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select type || ' ' || name from temp.sqlite_schema where name = 'it''s' collate nocase or tbl_name = 'it''s' collate nocase
) limit 10;
select 'it''s cannot be rebuilt while these temporary objects of the connection depend on it or have its name: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_it's" (
  id integer not null primary key,
  x int not null,
  d varchar(50) default 'it''s'
);
insert into main."aludel_new_it's" ("id", "x", "d") select "id", "x", "d" from main."it's";
-- Guard: the copy of it's, aludel_new_it's, has another number of rows
create temp table aludel_guard (offender text, refused integer default 0, constraint "the copy of it's, aludel_new_it's, has another number of rows" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_it's") as a, (select count(*) from main."it's") as b) where a <> b
) limit 10;
select 'the copy of it''s, aludel_new_it''s, has another number of rows: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
drop table main."it's";
pragma legacy_alter_table = on;
alter table main."aludel_new_it's" rename to "it's";
pragma legacy_alter_table = off;
-- Guard: the rebuild of it's would change these too
create temp table aludel_guard (offender text, refused integer default 0, constraint "the rebuild of it's would change these too" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\'))
) limit 10;
select 'the rebuild of it''s would change these too: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
drop table temp.aludel_schema;
-- Line 5 of the revision's script
update "it's" set d = 'ü
--@ no directive';
-- Guard: these rows would break a foreign key, and did not before
create temp table aludel_guard (offender text, refused integer default 0, constraint "these rows would break a foreign key, and did not before" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '"', ''), ')(', ', '), '()') || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') || coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') || iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over (partition by child, parent, key order by child_row, number) as place from (select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name not in ()) except select * from temp.aludel_violations)) group by child, parent, key
) limit 10;
select 'these rows would break a foreign key, and did not before: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
drop table temp.aludel_violations;
update "main"."alembic_version" set version_num = 'b2' where version_num = 'a1';
-- Guard: the version table alembic_version did not come to b2
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version did not come to b2" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'b2'
) limit 10;
select 'the version table alembic_version did not come to b2: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
update "main"."aludel_journal" set statements = 2, finished_time = (select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t)) where sequence = (select max(sequence) from "main"."aludel_journal" where revision = 'b2');
commit;
pragma foreign_keys = on;

-- Aludel VERSION: downgrade from b2 to a1,
-- for SQLite 3.37 or newer. Run it so that the first error ends it:
-- sqlite3 -bail DATABASE < SCRIPT

-- Downgrade of b2
pragma foreign_keys = off;
begin immediate;
create table if not exists "main"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
create table if not exists "main"."aludel_journal" (
  sequence bigint not null,
  revision varchar(32) not null,
  direction varchar(9) not null,
  checksum varchar(64) not null,
  started_time bigint not null,
  finished_time bigint,
  statements integer not null,
  running_statement integer not null default 0,
  aludel_version varchar(32) not null,
  host varchar(255),
  os_user varchar(255),
  constraint aludel_journal_pkc primary key (sequence)
);
-- Guard: the version table alembic_version is not at b2, as this script expects
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version is not at b2, as this script expects" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'b2'
) limit 10;
select 'the version table alembic_version is not at b2, as this script expects: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
insert into "main"."aludel_journal" (sequence, revision, direction, checksum, started_time, statements, aludel_version)
select coalesce(max(sequence), 0) + 1, 'b2', 'downgrade', '152a06414f0bedfe2fa20f881b2b9139570eef158eb07688d19c01dfd8ee2c6a', (select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t)), 0, 'VERSION' from "main"."aludel_journal";
-- Line 8 of the revision's script
create temp table aludel_violations as select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name collate nocase in ('it''s'));
-- Guard: the table it's is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is
create temp table aludel_guard (offender text, refused integer default 0, constraint "the table it's is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
with aludel_expected (type, name, sql) as (values ('table', 'it''s', '(
  id integer not null primary key,
  x int not null,
  d varchar(50) default ''it''''s''
)')), aludel_actual as (select type, name, case type when 'table' then substr(sql, instr(sql, '(')) else sql end from main.sqlite_schema where sql is not null and tbl_name = 'it''s' collate nocase) select type || ' ' || name from (select type, name from aludel_expected except select type, name from (select * from aludel_expected intersect select * from aludel_actual) union select type, name from (select * from aludel_actual except select * from aludel_expected))
) limit 10;
select 'the table it''s is not what the revisions make of it, but was changed in another way; run Aludel on the database itself, which makes the change from the table as it is: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
-- Guard: it's cannot be rebuilt while these temporary objects of the connection depend on it or have its name
create temp table aludel_guard (offender text, refused integer default 0, constraint "it's cannot be rebuilt while these temporary objects of the connection depend on it or have its name" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select type || ' ' || name from temp.sqlite_schema where name = 'it''s' collate nocase or tbl_name = 'it''s' collate nocase
) limit 10;
select 'it''s cannot be rebuilt while these temporary objects of the connection depend on it or have its name: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
create temp table aludel_schema as select type, name, tbl_name, sql from main.sqlite_schema;
CREATE TABLE "aludel_new_it's" (
  id integer not null primary key,
  x int ,
  d varchar(50) default 'it''s'
);
insert into main."aludel_new_it's" ("id", "x", "d") select "id", "x", "d" from main."it's";
-- Guard: the copy of it's, aludel_new_it's, has another number of rows
create temp table aludel_guard (offender text, refused integer default 0, constraint "the copy of it's, aludel_new_it's, has another number of rows" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select b || ' before, ' || a || ' after' from (select (select count(*) from main."aludel_new_it's") as a, (select count(*) from main."it's") as b) where a <> b
) limit 10;
select 'the copy of it''s, aludel_new_it''s, has another number of rows: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
drop table main."it's";
pragma legacy_alter_table = on;
alter table main."aludel_new_it's" rename to "it's";
pragma legacy_alter_table = off;
-- Guard: the rebuild of it's would change these too
create temp table aludel_guard (offender text, refused integer default 0, constraint "the rebuild of it's would change these too" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select type || ' ' || name from (select * from (select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\') union select * from (select type, name, tbl_name, sql from main.sqlite_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\' except select type, name, tbl_name, sql from temp.aludel_schema where tbl_name <> 'it''s' collate nocase and name not like 'sqlite\_%' escape '\'))
) limit 10;
select 'the rebuild of it''s would change these too: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
drop table temp.aludel_schema;
-- Guard: these rows would break a foreign key, and did not before
create temp table aludel_guard (offender text, refused integer default 0, constraint "these rows would break a foreign key, and did not before" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select child || ', key ' || trim(replace(replace(replace(key, '>)', ')'), '"', ''), ')(', ', '), '()') || ' to ' || parent || ': ' || count(*) || iif(count(*) = 1, ' row', ' rows') || coalesce(' (rowid ' || group_concat(iif(place <= 5, child_row, null), ', ') || iif(count(*) > 5, ', ...', '') || ')', '') from (select *, row_number() over (partition by child, parent, key order by child_row, number) as place from (select child, child_row, parent, key, row_number() over (partition by child, child_row, parent, key) as number from (select v."table" as child, v.rowid as child_row, v.parent as parent, (select group_concat(printf('("%w">%s)', lower(f."from"), coalesce('"' || replace(lower(f."to"), '"', '""') || '"', '')), '') from pragma_foreign_key_list(v."table", 'main') f where f.id = v.fkid) as key from main.sqlite_schema s, pragma_foreign_key_check(s.name, 'main') v where s.type = 'table' and s.name collate nocase in ('it''s')) except select * from temp.aludel_violations)) group by child, parent, key
) limit 10;
select 'these rows would break a foreign key, and did not before: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
drop table temp.aludel_violations;
update "main"."alembic_version" set version_num = 'a1' where version_num = 'b2';
-- Guard: the version table alembic_version did not come to a1
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version did not come to a1" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'a1'
) limit 10;
select 'the version table alembic_version did not come to a1: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
update "main"."aludel_journal" set statements = 1, finished_time = (select cast(strftime('%s', t) as integer) * 1000 + cast(substr(strftime('%f', t), 4) as integer) from (select strftime('%Y-%m-%d %H:%M:%f', 'now') as t)) where sequence = (select max(sequence) from "main"."aludel_journal" where revision = 'b2');
commit;
pragma foreign_keys = on;

-- Aludel VERSION: stamp from a1 to b2,
-- for SQLite 3.37 or newer. Run it so that the first error ends it:
-- sqlite3 -bail DATABASE < SCRIPT

pragma foreign_keys = on;
begin immediate;
create table if not exists "main"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
-- Guard: the version table alembic_version is not at a1, as this script expects
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version is not at a1, as this script expects" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'a1'
) limit 10;
select 'the version table alembic_version is not at a1, as this script expects: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
update "main"."alembic_version" set version_num = 'b2' where version_num = 'a1';
-- Guard: the version table alembic_version did not come to b2
create temp table aludel_guard (offender text, refused integer default 0, constraint "the version table alembic_version did not come to b2" check (refused = 0));
insert into temp.aludel_guard (offender)
select * from (
select 'found ' || coalesce(found, 'no rows') from (select group_concat(version_num, ', ') as found from (select version_num from "main"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1') order by version_num)) where found is not 'b2'
) limit 10;
select 'the version table alembic_version did not come to b2: ' || coalesce(offender, 'null') from temp.aludel_guard;
update temp.aludel_guard set refused = 1;
drop table temp.aludel_guard;
commit;
