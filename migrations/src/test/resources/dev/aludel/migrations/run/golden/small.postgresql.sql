-- Aludel VERSION: upgrade from base to b2,
-- for PostgreSQL 14 or newer. Run it so that the first error ends it:
-- psql -v ON_ERROR_STOP=1 -f SCRIPT DATABASE
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
-- Guard: this script is for a session that begins in the schema public: set its search path so, or write the script with --version-table SCHEMA.alembic_version; it begins in
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select coalesce(current_schema(), 'no schema') where current_schema() is distinct from 'public'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'this script is for a session that begins in the schema public: set its search path so, or write the script with --version-table SCHEMA.alembic_version; it begins in: ' || offenders;
  end if;
end
$aludel$;

-- Upgrade to a1
begin;
do $aludel$
begin
if to_regclass('"public"."alembic_version"') is null then
create table "public"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
end if;
end
$aludel$;
do $aludel$
begin
if to_regclass('"public"."aludel_journal"') is null then
create table "public"."aludel_journal" (
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
end if;
end
$aludel$;
lock table "public"."alembic_version" in exclusive mode;
-- Guard: the version table alembic_version is not at base, as this script expects
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from null
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version is not at base, as this script expects: ' || offenders;
  end if;
end
$aludel$;
insert into "public"."aludel_journal" (sequence, revision, direction, checksum, started_time, statements, aludel_version)
select coalesce(max(sequence), 0) + 1, 'a1', 'upgrade', '33e8f773a8ad45a319b89b555a5f0a4d8556155b0484d73ea7332be5e0ea3cba', floor(extract(epoch from clock_timestamp()) * 1000), 0, 'VERSION' from "public"."aludel_journal";
-- Line 4 of the revision's script
create table "it's" (
  id integer primary key,
  x int,
  d varchar(50) default 'it''s'
);
insert into "public"."alembic_version" (version_num) values ('a1');
-- Guard: the version table alembic_version did not come to a1
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'a1'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version did not come to a1: ' || offenders;
  end if;
end
$aludel$;
update "public"."aludel_journal" set statements = 1, finished_time = floor(extract(epoch from clock_timestamp()) * 1000) where sequence = (select max(sequence) from "public"."aludel_journal" where revision = 'a1');
commit;

-- Upgrade to b2
begin;
do $aludel$
begin
if to_regclass('"public"."alembic_version"') is null then
create table "public"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
end if;
end
$aludel$;
do $aludel$
begin
if to_regclass('"public"."aludel_journal"') is null then
create table "public"."aludel_journal" (
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
end if;
end
$aludel$;
lock table "public"."alembic_version" in exclusive mode;
-- Guard: the version table alembic_version is not at a1, as this script expects
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'a1'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version is not at a1, as this script expects: ' || offenders;
  end if;
end
$aludel$;
insert into "public"."aludel_journal" (sequence, revision, direction, checksum, started_time, statements, aludel_version)
select coalesce(max(sequence), 0) + 1, 'b2', 'upgrade', '152a06414f0bedfe2fa20f881b2b9139570eef158eb07688d19c01dfd8ee2c6a', floor(extract(epoch from clock_timestamp()) * 1000), 0, 'VERSION' from "public"."aludel_journal";
-- Line 4 of the revision's script
alter table "it's" alter column x set not null;
-- Line 5 of the revision's script
update "it's" set d = 'ü
--@ no directive';
update "public"."alembic_version" set version_num = 'b2' where version_num = 'a1';
-- Guard: the version table alembic_version did not come to b2
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'b2'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version did not come to b2: ' || offenders;
  end if;
end
$aludel$;
update "public"."aludel_journal" set statements = 2, finished_time = floor(extract(epoch from clock_timestamp()) * 1000) where sequence = (select max(sequence) from "public"."aludel_journal" where revision = 'b2');
commit;

-- Aludel VERSION: downgrade from b2 to a1,
-- for PostgreSQL 14 or newer. Run it so that the first error ends it:
-- psql -v ON_ERROR_STOP=1 -f SCRIPT DATABASE
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
-- Guard: this script is for a session that begins in the schema public: set its search path so, or write the script with --version-table SCHEMA.alembic_version; it begins in
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select coalesce(current_schema(), 'no schema') where current_schema() is distinct from 'public'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'this script is for a session that begins in the schema public: set its search path so, or write the script with --version-table SCHEMA.alembic_version; it begins in: ' || offenders;
  end if;
end
$aludel$;

-- Downgrade of b2
begin;
do $aludel$
begin
if to_regclass('"public"."alembic_version"') is null then
create table "public"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
end if;
end
$aludel$;
do $aludel$
begin
if to_regclass('"public"."aludel_journal"') is null then
create table "public"."aludel_journal" (
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
end if;
end
$aludel$;
lock table "public"."alembic_version" in exclusive mode;
-- Guard: the version table alembic_version is not at b2, as this script expects
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'b2'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version is not at b2, as this script expects: ' || offenders;
  end if;
end
$aludel$;
insert into "public"."aludel_journal" (sequence, revision, direction, checksum, started_time, statements, aludel_version)
select coalesce(max(sequence), 0) + 1, 'b2', 'downgrade', '152a06414f0bedfe2fa20f881b2b9139570eef158eb07688d19c01dfd8ee2c6a', floor(extract(epoch from clock_timestamp()) * 1000), 0, 'VERSION' from "public"."aludel_journal";
-- Line 8 of the revision's script
alter table "it's" alter column x drop not null;
update "public"."alembic_version" set version_num = 'a1' where version_num = 'b2';
-- Guard: the version table alembic_version did not come to a1
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'a1'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version did not come to a1: ' || offenders;
  end if;
end
$aludel$;
update "public"."aludel_journal" set statements = 1, finished_time = floor(extract(epoch from clock_timestamp()) * 1000) where sequence = (select max(sequence) from "public"."aludel_journal" where revision = 'b2');
commit;

-- Aludel VERSION: stamp from a1 to b2,
-- for PostgreSQL 14 or newer. Run it so that the first error ends it:
-- psql -v ON_ERROR_STOP=1 -f SCRIPT DATABASE
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
-- Guard: this script is for a session that begins in the schema public: set its search path so, or write the script with --version-table SCHEMA.alembic_version; it begins in
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select coalesce(current_schema(), 'no schema') where current_schema() is distinct from 'public'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'this script is for a session that begins in the schema public: set its search path so, or write the script with --version-table SCHEMA.alembic_version; it begins in: ' || offenders;
  end if;
end
$aludel$;

begin;
do $aludel$
begin
if to_regclass('"public"."alembic_version"') is null then
create table "public"."alembic_version" (
  version_num varchar(32) not null,
  constraint "alembic_version_pkc" primary key (version_num)
);
end if;
end
$aludel$;
lock table "public"."alembic_version" in exclusive mode;
-- Guard: the version table alembic_version is not at a1, as this script expects
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'a1'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version is not at a1, as this script expects: ' || offenders;
  end if;
end
$aludel$;
update "public"."alembic_version" set version_num = 'b2' where version_num = 'a1';
-- Guard: the version table alembic_version did not come to b2
do $aludel$
#variable_conflict use_column
declare
  offenders text;
begin
  select string_agg(coalesce(offender, 'null'), '; ') into offenders from (select * from (
select 'found ' || coalesce(found, 'no rows') from (select string_agg(version_num, ', ' order by version_num collate "C") as found from "public"."alembic_version" where version_num not in ('001', '002', '20250416_180000', '20261120_090000', 'b1c2d3e4f5g6', 'c4a1e0d9b7f2', 'd5b3f8f2e9a0', 'f6e7d8c9b0a1')) as versions where found is distinct from 'b2'
  ) as found (offender) limit 10) as shown;
  if offenders is not null then
    raise exception '%', 'the version table alembic_version did not come to b2: ' || offenders;
  end if;
end
$aludel$;
commit;
