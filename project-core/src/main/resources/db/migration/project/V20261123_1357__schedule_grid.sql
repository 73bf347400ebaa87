-- undo and redo walk along these, each person for themselves
alter table project.plan_change
    add column step varchar(4) not null default 'DO' check (step in ('DO', 'UNDO', 'REDO')),
    add column passed boolean not null default false;
update project.plan_change set step = 'UNDO' where verb = 'project.schedule.undoneLine';
create index plan_change_steps on project.plan_change (project_id, made_by, id);
comment on column project.plan_change.passed is 'others changed the same since: the keys go past it';

-- the columns that a person wants to see in plans, in order; number and name always come first
create table project.plan_columns (
    user_id bigint primary key references foundation.app_user,
    columns varchar(20)[] not null
);
