create table project.project_template (
    id bigint primary key,
    version int not null,
    code varchar(40) not null unique,
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    description_zh varchar(500) not null,
    description_en varchar(500) not null,
    active boolean not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);

create table project.project (
    id bigint primary key,
    version int not null,
    key varchar(10) not null unique check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
    name varchar(200) not null,
    goal text,
    customer_id bigint references foundation.customer,
    internal boolean not null,
    manager_id bigint references foundation.app_user,
    visibility varchar(10) not null,
    zone varchar(64) not null,
    calendar_id bigint,
    planned_start date,
    planned_finish date,
    actual_start date,
    actual_finish date,
    committed_date_r0 date,
    committed_date date,
    final_acceptance_date date,
    status_date date,
    budget_amount numeric(19,4),
    budget_currency varchar(3),
    status varchar(10) not null,
    phase varchar(12) not null,
    health varchar(6) not null,
    health_reason varchar(500),
    health_since timestamptz not null,
    template_id bigint references project.project_template,
    counts_in_kpi boolean not null default true,
    closed_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index project_customer on project.project (customer_id);
create index project_manager on project.project (manager_id, status);
create index project_template_used on project.project (template_id);
create index project_key_order on project.project (status, key);
create index project_name_order on project.project (name, id);
create index project_committed on project.project (committed_date, id);
create index project_health on project.project (health, id) where status in ('ACTIVE', 'ON_HOLD');

comment on column project.project.committed_date_r0 is 'the date first promised; committed_date is the one after approved changes';

create table project.project_key_alias (
    key varchar(10) primary key,
    project_id bigint not null references project.project,
    until timestamptz not null
);
create index project_key_alias_project on project.project_key_alias (project_id);

create table project.project_member (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    user_id bigint not null references foundation.app_user,
    role varchar(20) not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, user_id)
);
create index project_member_user on project.project_member (user_id, project_id);

create table project.gate_criterion (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    phase varchar(12) not null,
    code varchar(40) not null,
    name varchar(200),
    met boolean not null,
    met_at timestamptz,
    met_by bigint references foundation.app_user,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, phase, code)
);
create index gate_criterion_met_by on project.gate_criterion (met_by);
comment on table project.gate_criterion is 'criteria a person confirms; those the records answer have no row';

create table project.gate_waiver (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    phase varchar(12) not null,
    criterion varchar(80) not null,
    reason varchar(500) not null,
    status varchar(10) not null,
    decided_by bigint references foundation.app_user,
    decided_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, phase, criterion)
);
create index gate_waiver_open on project.gate_waiver (status, project_id);
create index gate_waiver_decided_by on project.gate_waiver (decided_by);

create table project.gate_review (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    phase varchar(12) not null,
    attempt int not null,
    decision varchar(12) not null,
    comment varchar(2000),
    criteria_total int not null,
    criteria_met int not null,
    waivers int not null,
    decided_by bigint references foundation.app_user,
    decided_at timestamptz not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, phase, attempt)
);
create index gate_review_decided on project.gate_review (decided_at, project_id);
create index gate_review_decided_by on project.gate_review (decided_by);
