-- how a plan is computed; its row is the lock that changes of the plan take one after the other
create table project.plan (
    project_id bigint primary key references project.project,
    revision bigint not null,
    start_on date not null,
    direction varchar(12) not null default 'FROM_START' check (direction in ('FROM_START', 'FROM_FINISH')),
    honors_constraints boolean not null default true,
    alap varchar(12) not null default 'FREE_SLACK' check (alap in ('FREE_SLACK', 'TOTAL_SLACK')),
    critical_slack_minutes bigint not null default 0
);
comment on column project.plan.revision is '0 until the plan is first computed; till then typed starts count as constraints';
comment on column project.plan.start_on is 'where the plan begins while the project itself has no planned start';

-- slack follows from the dates and is worked out when asked for
alter table project.task
    drop column total_slack_minutes,
    drop column free_slack_minutes,
    drop column critical;

-- what a change of a plan did, kept for as long as it can be taken back
create table project.plan_change (
    id bigint generated always as identity primary key,
    project_id bigint not null references project.project,
    task_id bigint references project.task,
    verb varchar(80) not null,
    made_at timestamptz not null,
    made_by bigint references foundation.app_user,
    moved int not null,
    milestones int not null,
    commitments int not null,
    edits jsonb not null,
    undone boolean not null default false
);
create index plan_change_project on project.plan_change (project_id, made_at);
create index plan_change_task on project.plan_change (task_id);
create index plan_change_made_by on project.plan_change (made_by);
create index plan_change_made_at on project.plan_change (made_at);
