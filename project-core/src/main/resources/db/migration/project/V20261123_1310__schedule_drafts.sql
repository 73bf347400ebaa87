-- what-if drafts: changes of a plan that are held back. The plan's own tables never hold a row of a draft.
create table project.plan_draft (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    number int not null,
    name varchar(120) not null,
    note varchar(500),
    state varchar(10) not null check (state in ('OPEN', 'MERGED', 'DISCARDED')),
    decided_by bigint references foundation.app_user,
    decided_at timestamptz,
    change_id bigint,
    job_id bigint,
    edits jsonb not null default '[]',
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, number),
    check ((state = 'OPEN') = (decided_at is null))
);
create index plan_draft_decided_by on project.plan_draft (decided_by);
comment on column project.plan_draft.edits is 'one a record: its fields when the draft first touched them, and what the draft makes of them';
comment on column project.plan_draft.change_id is 'of the plan, which merging made; changes are forgotten after a day';
comment on column project.plan_draft.job_id is 'the leveling started last; jobs are forgotten after a while';

-- the steps of a draft, as plan_change keeps those of a plan, while they can be taken back in it
create table project.plan_draft_change (
    id bigint primary key,
    draft_id bigint not null references project.plan_draft on delete cascade,
    task_id bigint,
    verb varchar(80) not null,
    made_at timestamptz not null,
    made_by bigint references foundation.app_user,
    moved int not null,
    milestones int not null,
    commitments int not null,
    edits jsonb not null,
    undone boolean not null
);
create index plan_draft_change_draft on project.plan_draft_change (draft_id, id);
create index plan_draft_change_made_by on project.plan_draft_change (made_by);
comment on column project.plan_draft_change.id is 'from the sequence of plan_change';
