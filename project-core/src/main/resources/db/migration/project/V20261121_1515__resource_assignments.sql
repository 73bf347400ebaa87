create table project.resource (
    id bigint primary key,
    version int not null,
    project_id bigint references project.project,
    name varchar(200) not null,
    kind varchar(10) not null,
    user_id bigint references foundation.app_user,
    max_units numeric(9,4) not null,
    unit_label varchar(40),
    email varchar(254),
    group_name varchar(120),
    calendar_name varchar(80),
    external_uid varchar(80),
    active boolean not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index resource_project on project.resource (project_id);
create index resource_user on project.resource (user_id);
create unique index resource_external_uid on project.resource (project_id, external_uid) where external_uid is not null;
comment on column project.resource.project_id is 'the plan the resource came with; null for the company''s pool';

create table project.resource_assignment (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    task_id bigint not null references project.task,
    resource_id bigint not null references project.resource,
    units numeric(9,4) not null,
    work_minutes bigint not null,
    actual_work_minutes bigint not null,
    remaining_work_minutes bigint not null,
    starts_at timestamp,
    finishes_at timestamp,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (task_id, resource_id)
);
create index resource_assignment_project on project.resource_assignment (project_id);
create index resource_assignment_resource on project.resource_assignment (resource_id, starts_at);
comment on column project.resource_assignment.units is '1.0 is one full resource';
