-- what a plan calls a resource it came with; export gives it its number there again
create table project.plan_resource (
    project_id bigint not null references project.project,
    external_uid varchar(80) not null,
    resource_id bigint not null references project.resource,
    name varchar(200) not null,
    primary key (project_id, external_uid)
);
create index plan_resource_resource on project.plan_resource (resource_id);

create table project.resource_skill (
    resource_id bigint not null references project.resource,
    skill varchar(80) not null,
    level int not null check (level between 1 and 5),
    primary key (resource_id, skill)
);
create index resource_skill_skill on project.resource_skill (skill, level);

create table project.resource_leave (
    resource_id bigint not null references project.resource,
    first_day date not null,
    last_day date not null,
    reason varchar(200),
    primary key (resource_id, first_day),
    check (last_day >= first_day)
);

alter table project.resource
    add column calendar_id bigint references foundation.work_calendar;
create index resource_calendar on project.resource (calendar_id) where calendar_id is not null;
comment on column project.resource.project_id is 'the plan that alone knows the resource; null for the company''s pool';
comment on column project.resource.calendar_id is 'its own working hours; null for those of each plan it works in';

-- how the work of the people on a task hangs together with its duration
alter table project.task
    add column effort_type varchar(16) not null default 'FIXED_UNITS'
        check (effort_type in ('FIXED_UNITS', 'FIXED_DURATION', 'FIXED_WORK')),
    add column effort_driven boolean not null default false,
    add column own_hours boolean not null default false;
comment on column project.task.own_hours is 'true where the hours of those who work on it do not matter';

-- files know work, material and cost; here work is done by somebody or by something
update project.resource set kind = 'PERSON' where kind = 'WORK';

-- a person who came with several plans is one resource
create temporary table same_person on commit drop as
    select id, min(id) over (partition by user_id) as keeper from project.resource where user_id is not null;

insert into project.plan_resource (project_id, external_uid, resource_id, name)
    select r.project_id, r.external_uid, s.keeper, r.name
      from project.resource r join same_person s on s.id = r.id
     where r.project_id is not null and r.external_uid is not null;

update project.resource_assignment a
   set units = d.units, work_minutes = d.work_minutes, actual_work_minutes = d.actual_work_minutes,
       remaining_work_minutes = d.remaining_work_minutes
  from (select min(b.id) as id, sum(b.units) as units, sum(b.work_minutes) as work_minutes,
               sum(b.actual_work_minutes) as actual_work_minutes, sum(b.remaining_work_minutes) as remaining_work_minutes
          from project.resource_assignment b join same_person s on s.id = b.resource_id
         group by b.task_id, s.keeper having count(*) > 1) d
 where d.id = a.id;

delete from project.resource_assignment a using same_person s
 where s.id = a.resource_id
   and exists (select 1 from project.resource_assignment b join same_person o on o.id = b.resource_id
                where b.task_id = a.task_id and o.keeper = s.keeper and b.id < a.id);

update project.resource_assignment a set resource_id = s.keeper
  from same_person s where s.id = a.resource_id and s.id <> s.keeper;

delete from project.resource r using same_person s where s.id = r.id and s.id <> s.keeper;

update project.resource r
   set project_id = null, external_uid = null, kind = 'PERSON', name = u.name
  from foundation.app_user u where u.id = r.user_id;

drop index project.resource_user;
create unique index resource_user on project.resource (user_id) where user_id is not null;
create index resource_pool on project.resource (name collate "zh-Hans-CN-x-icu", id) where project_id is null;

-- the one who is responsible for a task works on it
insert into project.resource (id, version, name, kind, user_id, max_units, active, created_at, changed_at)
    select nextval('foundation.id_seq'), 0, u.name, 'PERSON', u.id, 1, true, now(), now()
      from foundation.app_user u
     where exists (select 1 from project.task t where t.assignee_id = u.id)
       and not exists (select 1 from project.resource r where r.user_id = u.id);

insert into project.resource_assignment (id, version, project_id, task_id, resource_id, units, work_minutes,
        actual_work_minutes, remaining_work_minutes, created_at, changed_at)
    select nextval('foundation.id_seq'), 0, t.project_id, t.id, r.id, e.units, e.work_minutes,
           e.work_minutes * t.percent_complete / 100, e.work_minutes - e.work_minutes * t.percent_complete / 100,
           now(), now()
      from project.task t
      join project.resource r on r.user_id = t.assignee_id
     cross join lateral (select case when t.effort_minutes > 0 and t.duration_minutes > 0
                                     then round(least(1, t.effort_minutes::numeric / t.duration_minutes), 4) else 1 end,
                                coalesce(nullif(t.effort_minutes, 0), t.duration_minutes, 480)) e (units, work_minutes)
     where not t.summary and t.kind <> 'MILESTONE'
       and not exists (select 1 from project.resource_assignment a where a.task_id = t.id and a.resource_id = r.id);

-- when somebody works follows from the task
alter table project.resource_assignment
    drop column starts_at,
    drop column finishes_at;
create index resource_assignment_resource on project.resource_assignment (resource_id);
comment on column project.resource_assignment.units is '1.0 is one full resource; work is duration times units';
