-- a person's week: hours by day and task, handed in and approved
create table project.timesheet (
    id bigint primary key,
    version int not null,
    user_id bigint not null references foundation.app_user,
    week date not null check (extract(isodow from week) = 1),
    status varchar(10) not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED')),
    saved_at timestamptz not null,
    first_submitted_at timestamptz,
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by bigint references foundation.app_user,
    reason varchar(500),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (user_id, week)
);
create index timesheet_waiting on project.timesheet (submitted_at, id) where status = 'SUBMITTED';

create table project.time_entry (
    id bigint primary key,
    version int not null,
    timesheet_id bigint not null references project.timesheet,
    user_id bigint not null references foundation.app_user,
    day date not null,
    kind varchar(10) not null check (kind in ('TASK', 'SERVICE', 'INTERNAL')),
    task_id bigint references project.task,
    project_id bigint references project.project,
    minutes int not null check (minutes between 0 and 1440),
    note varchar(500),
    approved_minutes int check (approved_minutes between 0 and 1440),
    approved_at timestamptz,
    approved_by bigint references foundation.app_user,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check ((kind = 'TASK') = (task_id is not null and project_id is not null))
);
create unique index time_entry_task_day on project.time_entry (timesheet_id, task_id, day) where task_id is not null;
create unique index time_entry_kind_day on project.time_entry (timesheet_id, kind, day) where task_id is null;
create index time_entry_task on project.time_entry (task_id) where task_id is not null;
create index time_entry_project on project.time_entry (project_id, day) where project_id is not null;
create index time_entry_user on project.time_entry (user_id, day);
create index time_entry_day on project.time_entry (day, id);
comment on column project.time_entry.approved_minutes is 'what counts as worked; null until somebody approved it';

-- what an approved entry said before it was corrected; never changed
create table project.time_correction (
    entry_id bigint not null references project.time_entry on delete cascade,
    made_at timestamptz not null,
    made_by bigint references foundation.app_user,
    minutes_before int not null,
    minutes_after int not null,
    reason varchar(500) not null,
    primary key (entry_id, made_at)
);

-- how much work a person thinks is left on a task, said with the week's hours
create table project.timesheet_remaining (
    timesheet_id bigint not null references project.timesheet,
    task_id bigint not null references project.task,
    minutes int not null check (minutes >= 0),
    primary key (timesheet_id, task_id)
);
create index timesheet_remaining_task on project.timesheet_remaining (task_id);

-- weeks for which somebody owes a sheet, with the time there was to work
create table project.timesheet_week (
    user_id bigint not null references foundation.app_user,
    week date not null,
    due date not null,
    capacity_minutes int not null check (capacity_minutes > 0),
    reminded_at timestamptz,
    primary key (user_id, week)
);
create index timesheet_week_due on project.timesheet_week (due, user_id);

alter table project.resource_assignment add column booked_minutes bigint;
comment on column project.resource_assignment.booked_minutes is
    'hours approved for its person; null as long as there are none, then actual work follows the percentage';
