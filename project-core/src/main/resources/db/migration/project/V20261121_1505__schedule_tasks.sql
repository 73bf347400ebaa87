create table project.task (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    number int not null,
    parent_id bigint references project.task,
    position bigint not null,
    kind varchar(10) not null,
    summary boolean not null,
    name varchar(300) not null,
    description text,
    status varchar(12) not null,
    blocked boolean not null,
    blocked_reason varchar(500),
    blocked_since timestamptz,
    assignee_id bigint references foundation.app_user,
    priority int not null,
    mode varchar(6) not null,
    planned_start timestamp,
    planned_finish timestamp,
    duration_minutes bigint,
    duration_elapsed boolean not null,
    remaining_minutes bigint,
    percent_complete int not null check (percent_complete between 0 and 100),
    effort_minutes bigint,
    actual_start timestamp,
    actual_finish timestamp,
    baseline_start timestamp,
    baseline_finish timestamp,
    baseline_minutes bigint,
    baseline_effort_minutes bigint,
    forecast_finish timestamp,
    constraint_type varchar(4) not null,
    constraint_date timestamp,
    deadline timestamp,
    calendar_name varchar(80),
    calendar_id bigint,
    wbs varchar(100),
    external_uid varchar(80),
    optimistic_minutes bigint,
    likely_minutes bigint,
    pessimistic_minutes bigint,
    total_slack_minutes bigint,
    free_slack_minutes bigint,
    critical boolean,
    shared boolean not null,
    started_at timestamptz,
    done_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, number)
);
create index task_tree on project.task (project_id, parent_id, position) where deleted_at is null;
create index task_parent on project.task (parent_id);
create index task_assignee on project.task (assignee_id, status, planned_finish) where deleted_at is null;
create index task_status on project.task (project_id, status) where deleted_at is null;
create index task_milestone on project.task (project_id, coalesce(forecast_finish, planned_finish)) where kind = 'MILESTONE' and deleted_at is null;
create index task_baseline_finish on project.task (baseline_finish, project_id) where deleted_at is null and not summary;
create unique index task_external_uid on project.task (project_id, external_uid) where external_uid is not null;
comment on column project.task.planned_start is 'local date-time in the project''s zone, like all planned, baseline and actual times';

create table project.task_number (
    project_id bigint primary key references project.project,
    last_number int not null
);

create table project.task_dependency (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    predecessor_id bigint not null references project.task,
    successor_id bigint not null references project.task,
    type varchar(16) not null,
    lag_minutes bigint not null,
    lag_unit varchar(8) not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (predecessor_id, successor_id),
    check (predecessor_id <> successor_id)
);
create index task_dependency_successor on project.task_dependency (successor_id);
create index task_dependency_project on project.task_dependency (project_id);
comment on column project.task_dependency.lag_minutes is 'minutes, working or elapsed; with unit PERCENT hundredths of a percent of the predecessor''s duration';

create table project.task_block (
    id bigint primary key,
    version int not null,
    task_id bigint not null references project.task,
    reason varchar(500) not null,
    since timestamptz not null,
    until timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index task_block_task on project.task_block (task_id, since);

create table project.milestone_forecast (
    id bigint primary key,
    version int not null,
    task_id bigint not null references project.task,
    forecast timestamp not null,
    reason varchar(500),
    reported_at timestamptz not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index milestone_forecast_task on project.milestone_forecast (task_id, reported_at);

create table project.baseline (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    number int not null,
    name varchar(120) not null,
    taken_at timestamptz not null,
    planned_start timestamp,
    planned_finish timestamp,
    task_count int not null,
    effort_minutes bigint not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, number)
);

create table project.baseline_task (
    baseline_id bigint not null references project.baseline,
    task_id bigint not null references project.task,
    start timestamp,
    finish timestamp,
    duration_minutes bigint,
    effort_minutes bigint,
    primary key (baseline_id, task_id)
);
create index baseline_task_task on project.baseline_task (task_id);

create table project.template_task (
    id bigint primary key,
    template_id bigint not null references project.project_template,
    position int not null,
    level int not null,
    kind varchar(10) not null,
    name_zh varchar(200) not null,
    name_en varchar(200) not null,
    start_day int not null,
    days int not null,
    effort_hours int not null,
    after_position int,
    shared boolean not null,
    unique (template_id, position)
);
