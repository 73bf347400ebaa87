-- templates that people save from their projects, beside the built-in ones
alter table project.project_template
    alter column name_zh drop not null,
    alter column name_en drop not null,
    alter column description_zh drop not null,
    alter column description_en drop not null,
    add column kind varchar(20) not null default 'OTHER',
    add column builtin boolean not null default false,
    add column revision int not null default 1,
    add column staffing varchar(10) not null default 'NONE' check (staffing in ('NONE', 'PLACES', 'PEOPLE')),
    add column source_id bigint references project.project on delete set null,
    add column taken_at timestamptz,
    add column taken_by bigint references foundation.app_user on delete set null,
    add constraint project_template_named check (num_nonnulls(name_zh, name_en) > 0);
create index project_template_source on project.project_template (source_id);
create index project_template_taken_by on project.project_template (taken_by);
comment on column project.project_template.revision is 'raised each time its plan is taken from a project anew';
comment on column project.project_template.active is 'false: archived, or a built-in one hidden; projects of it keep it';
update project.project_template
   set builtin = true, kind = case code when 'equipment-delivery' then 'EQUIPMENT' else 'SOFTWARE' end;

alter table project.project add column template_revision int;
update project.project set template_revision = 1 where template_id is not null;

-- how a template's plan is computed, and how large it is
create table project.template_plan (
    template_id bigint primary key references project.project_template on delete cascade,
    direction varchar(12) not null check (direction in ('FROM_START', 'FROM_FINISH')),
    honors_constraints boolean not null,
    alap varchar(12) not null check (alap in ('FREE_SLACK', 'TOTAL_SLACK')),
    critical_slack_minutes bigint not null,
    multiple_critical_paths boolean not null,
    anchor_time time,
    calendar_id bigint references foundation.work_calendar,
    tasks int not null default 0,
    milestones int not null default 0,
    days int not null default 0
);
create index template_plan_calendar on project.template_plan (calendar_id);
comment on column project.template_plan.days is 'working days from the first to the last, as the plan is computed';

-- a template's task has all that planners say of one; days are counted from where the plan begins (or ends, if it is planned back)
alter table project.template_task
    alter column name_zh type varchar(300),
    alter column name_en type varchar(300),
    add column summary boolean not null default false,
    add column description text,
    add column priority int not null default 500,
    add column mode varchar(6) not null default 'AUTO',
    add column starts_at varchar(24),
    add column finishes_at varchar(24),
    add column duration_minutes bigint,
    add column duration_elapsed boolean not null default false,
    add column effort_minutes bigint,
    add column constraint_type varchar(4) not null default 'ASAP',
    add column constraint_at varchar(24),
    add column deadline_at varchar(24),
    add column calendar_id bigint references foundation.work_calendar,
    add column effort_type varchar(16) not null default 'FIXED_UNITS',
    add column effort_driven boolean not null default false,
    add column own_hours boolean not null default false,
    add column gap_minutes bigint not null default 0,
    add column optimistic_minutes bigint,
    add column likely_minutes bigint,
    add column pessimistic_minutes bigint,
    add column wbs varchar(100),
    add column assignee_id bigint references foundation.app_user on delete set null,
    add column last_day int not null default 0;
create index template_task_calendar on project.template_task (calendar_id) where calendar_id is not null;
create index template_task_assignee on project.template_task (assignee_id) where assignee_id is not null;
comment on column project.template_task.starts_at is 'of a task planned by hand; an offset: working days, days off after them, time, as 12T08:00 or 4+1T17:00';

alter table project.template_task
    drop constraint template_task_pkey,
    drop constraint template_task_template_id_position_key,
    drop column id,
    alter column name_zh drop not null,
    alter column name_en drop not null,
    add primary key (template_id, position),
    drop constraint template_task_template_id_fkey,
    add foreign key (template_id) references project.project_template on delete cascade;

create table project.template_link (
    template_id bigint not null,
    predecessor int not null,
    successor int not null,
    type varchar(16) not null,
    lag_minutes bigint not null,
    lag_unit varchar(16) not null,
    primary key (template_id, predecessor, successor),
    foreign key (template_id, predecessor) references project.template_task (template_id, position) on delete cascade,
    foreign key (template_id, successor) references project.template_task (template_id, position) on delete cascade
);
create index template_link_successor on project.template_link (template_id, successor);

insert into project.template_plan (template_id, direction, honors_constraints, alap, critical_slack_minutes,
        multiple_critical_paths, tasks, milestones, days)
    select t.template_id, 'FROM_START', true, 'FREE_SLACK', 0, false, count(*), count(*) filter (where t.kind = 'MILESTONE'),
           max(t.start_day + t.days)
      from project.template_task t group by t.template_id;
insert into project.template_link (template_id, predecessor, successor, type, lag_minutes, lag_unit)
    select t.template_id, t.after_position, t.position, 'FINISH_TO_START', 0, 'WORKING'
      from project.template_task t where t.after_position is not null;
-- where the start is later than the link asks, it starts no earlier
update project.template_task t
   set constraint_type = 'SNET', constraint_at = t.start_day || 'T08:00'
 where t.kind = 'TASK' and t.days > 0
   and t.start_day > coalesce((select b.start_day + b.days from project.template_task b
                                where b.template_id = t.template_id and b.position = t.after_position), 0);
update project.template_task t
   set summary = exists (select 1 from project.template_task n
                          where n.template_id = t.template_id and n.position = t.position + 1 and n.level > t.level),
       duration_minutes = case when t.kind = 'MILESTONE' then 0 when t.days > 0 then t.days * 480 end,
       effort_minutes = nullif(t.effort_hours, 0) * 60,
       start_day = case when t.kind = 'MILESTONE' then greatest(t.start_day - 1, 0) else t.start_day end,
       last_day = greatest(t.start_day + t.days - 1, 0);
update project.template_task t set start_day = b.first, last_day = b.last
  from (select s.template_id, s.position, min(c.start_day) as first, max(c.last_day) as last
          from project.template_task s
          join project.template_task c on c.template_id = s.template_id and c.position > s.position and not c.summary
           and not exists (select 1 from project.template_task n
                            where n.template_id = s.template_id and n.position > s.position
                              and n.position <= c.position and n.level <= s.level)
         where s.summary group by s.template_id, s.position) b
 where t.template_id = b.template_id and t.position = b.position;
alter table project.template_task rename column start_day to first_day;
alter table project.template_task
    drop column days,
    drop column effort_hours,
    drop column after_position;
comment on column project.template_task.first_day is '0 for the day the plan begins, in working days as the plan is computed; last_day alike';

alter table project.template_deliverable
    alter column name_zh drop not null,
    alter column name_en drop not null,
    alter column criteria_zh drop not null,
    alter column criteria_en drop not null,
    alter column criteria_zh type text,
    alter column criteria_en type text,
    add column description text,
    add column owner_id bigint references foundation.app_user on delete set null,
    add column due_at varchar(24);
update project.template_deliverable set due_at = due_day::text;
alter table project.template_deliverable
    drop column due_day,
    drop constraint template_deliverable_pkey,
    drop constraint template_deliverable_template_id_position_key,
    drop column id,
    add primary key (template_id, position),
    drop constraint template_deliverable_template_id_fkey,
    add foreign key (template_id) references project.project_template on delete cascade;
create index template_deliverable_owner on project.template_deliverable (owner_id) where owner_id is not null;

-- who works on the tasks: somebody of the pool, or what has to be found for each project
create table project.template_resource (
    template_id bigint not null references project.project_template on delete cascade,
    place int not null,
    resource_id bigint references project.resource on delete set null,
    pooled boolean not null,
    name varchar(200) not null,
    kind varchar(10) not null,
    max_units numeric(9,4) not null,
    unit_label varchar(40),
    group_name varchar(120),
    calendar_id bigint references foundation.work_calendar,
    skills jsonb not null default '{}',
    primary key (template_id, place)
);
create index template_resource_resource on project.template_resource (resource_id) where resource_id is not null;
create index template_resource_calendar on project.template_resource (calendar_id) where calendar_id is not null;
comment on column project.template_resource.skills is 'level by skill';

create table project.template_assignment (
    template_id bigint not null,
    position int not null,
    place int not null,
    units numeric(9,4) not null,
    work_minutes bigint not null,
    primary key (template_id, position, place),
    foreign key (template_id, position) references project.template_task (template_id, position) on delete cascade,
    foreign key (template_id, place) references project.template_resource (template_id, place) on delete cascade
);
create index template_assignment_place on project.template_assignment (template_id, place);
