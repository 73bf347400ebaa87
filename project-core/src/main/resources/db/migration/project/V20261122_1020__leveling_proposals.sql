-- proposals of resource leveling: found by a job, applied to all their plans or to none
create table project.leveling (
    project_id bigint primary key references project.project,
    job_id bigint not null
);
comment on column project.leveling.job_id is 'the one started last; jobs are forgotten after a while';

create table project.leveling_proposal (
    id bigint primary key,
    project_id bigint not null references project.project,
    made_at timestamptz not null,
    made_by bigint references foundation.app_user,
    state varchar(10) not null check (state in ('OPEN', 'APPLIED', 'UNDONE', 'DISCARDED')),
    result jsonb not null
);
create index leveling_proposal_project on project.leveling_proposal (project_id, id);
create index leveling_proposal_made_by on project.leveling_proposal (made_by);

create table project.leveling_plan (
    proposal_id bigint not null references project.leveling_proposal on delete cascade,
    place int not null,
    project_id bigint not null references project.project,
    revision bigint not null,
    delays jsonb not null,
    change_id bigint,
    primary key (proposal_id, place)
);
create index leveling_plan_project on project.leveling_plan (project_id);
comment on column project.leveling_plan.delays is 'minutes by task number';
