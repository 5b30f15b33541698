-- upgrade
create table projects (
  id integer not null,
  name varchar not null,
  root_path varchar not null,
  description varchar,
  created_at timestamp,
  updated_at timestamp,
  primary key (id),
  unique (root_path)
);
create table documents (
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
);
create table document_relationships (
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
);
create table functions (
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
);
create table classes (
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
);
create table design_decisions (
  id integer not null,
  document_id integer,
  description text not null,
  rationale text,
  alternatives text,
  decision_date timestamp,
  created_at timestamp,
  primary key (id),
  foreign key (document_id) references documents (id)
);
create table change_records (
  id integer not null,
  document_id integer,
  timestamp timestamp not null,
  summary varchar not null,
  details text,
  created_at timestamp,
  primary key (id),
  foreign key (document_id) references documents (id)
);
create table inconsistencies (
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
);
create table recommendations (
  id integer not null,
  creation_timestamp timestamp not null,
  title varchar not null,
  status varchar not null,
  developer_feedback text,
  last_codebase_change_timestamp timestamp,
  created_at timestamp,
  updated_at timestamp,
  primary key (id)
);
create table suggested_changes (
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
);
create table developer_decisions (
  id integer not null,
  recommendation_id integer,
  timestamp timestamp not null,
  decision varchar not null,
  comments text,
  implementation_timestamp timestamp,
  created_at timestamp,
  primary key (id),
  foreign key (recommendation_id) references recommendations (id)
);
create table inconsistency_documents (
  inconsistency_id integer not null,
  document_id integer not null,
  primary key (inconsistency_id, document_id),
  foreign key (inconsistency_id) references inconsistencies (id),
  foreign key (document_id) references documents (id)
);
create table recommendation_inconsistencies (
  recommendation_id integer not null,
  inconsistency_id integer not null,
  primary key (recommendation_id, inconsistency_id),
  foreign key (recommendation_id) references recommendations (id),
  foreign key (inconsistency_id) references inconsistencies (id)
);
-- downgrade
drop table recommendation_inconsistencies;
drop table inconsistency_documents;
drop table developer_decisions;
drop table suggested_changes;
drop table recommendations;
drop table inconsistencies;
drop table change_records;
drop table design_decisions;
drop table classes;
drop table functions;
drop table document_relationships;
drop table documents;
drop table projects;
