-- a baseline is proposed by who leads the project and becomes R0, R1 … when a manager approves it
alter table project.baseline
    alter column number drop not null,
    add column status varchar(10) not null default 'APPROVED' check (status in ('PROPOSED', 'APPROVED', 'REJECTED')),
    add column note varchar(500),
    add column decided_by bigint references foundation.app_user,
    add column decided_at timestamptz,
    add column reason varchar(500),
    add constraint baseline_numbered check ((status = 'APPROVED') = (number is not null));
create unique index baseline_proposal on project.baseline (project_id) where status = 'PROPOSED';
create index baseline_waiting on project.baseline (created_at) where status = 'PROPOSED';
create index baseline_decided_by on project.baseline (decided_by);
