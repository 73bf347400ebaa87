create table project.deliverable (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    number int not null,
    name varchar(200) not null,
    description text,
    criteria text,
    status varchar(24) not null,
    owner_id bigint references foundation.app_user,
    task_id bigint references project.task,
    due_on date,
    round int not null,
    submitted_at timestamptz,
    decided_at timestamptz,
    accepted_on date,
    deleted_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, number)
);
create index deliverable_status on project.deliverable (project_id, status) where deleted_at is null;
create index deliverable_owner on project.deliverable (owner_id);
create index deliverable_task on project.deliverable (task_id);
create index deliverable_decided on project.deliverable (decided_at, project_id);

create table project.acceptance_record (
    id bigint primary key,
    version int not null,
    deliverable_id bigint not null references project.deliverable,
    round int not null,
    submitted_at timestamptz not null,
    submitted_by bigint references foundation.app_user,
    note varchar(2000),
    decision varchar(24),
    reason varchar(2000),
    conditions varchar(2000),
    contact_id bigint references foundation.contact,
    signed_name varchar(80),
    content_hash varchar(64),
    decided_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (deliverable_id, round)
);
create index acceptance_record_contact on project.acceptance_record (contact_id);
create index acceptance_record_decided on project.acceptance_record (decided_at);
create index acceptance_record_submitted_by on project.acceptance_record (submitted_by);

create table project.template_deliverable (
    id bigint primary key,
    template_id bigint not null references project.project_template,
    position int not null,
    name_zh varchar(200) not null,
    name_en varchar(200) not null,
    criteria_zh varchar(1000) not null,
    criteria_en varchar(1000) not null,
    due_day int not null,
    unique (template_id, position)
);
