-- what planning programs say of when work is done, beyond its dates
alter table project.task
    add column resume_at timestamp,
    add column gap_minutes bigint not null default 0,
    add column leveling_delay_minutes bigint not null default 0,
    drop column calendar_name,
    add constraint task_calendar foreign key (calendar_id) references foundation.work_calendar;
comment on column project.task.gap_minutes is 'working minutes in which it rests; once it has begun, those still to come';
comment on column project.task.leveling_delay_minutes is 'by the clock, before the start';
create index task_calendar_used on project.task (calendar_id) where calendar_id is not null;

-- from now on only said where it is another than the percentage says
update project.task set remaining_minutes = null;

alter table project.task_dependency alter column lag_unit type varchar(16);

alter table project.plan
    add column anchor timestamp,
    add column multiple_critical_paths boolean not null default false,
    add column version int not null default 0;
comment on column project.plan.version is 'of its settings, for those who change them at the same time';
comment on column project.plan.anchor is 'the moment a file''s plan begins or ends, as long as the project keeps that day';

-- dates of a file that the plan does not have, until somebody keeps the one or the other
create table project.file_dates (
    task_id bigint primary key references project.task,
    project_id bigint not null references project.project,
    start timestamp not null,
    finish timestamp not null
);
create index file_dates_project on project.file_dates (project_id);

-- the calendars that plans bring are stored with them
alter table project.resource drop column calendar_name;
