-- What was expected of each milestone at the end of a day: one row a day on which that changed.
create table project.milestone_trend (
    task_id bigint not null references project.task,
    reported_on date not null,
    expected date not null,
    primary key (task_id, reported_on)
);
comment on column project.milestone_trend.reported_on is 'day in the project''s zone; it holds until the next row';

-- What is known of the time before: baselines, and what was reported by hand.
insert into project.milestone_trend (task_id, reported_on, expected)
select distinct on (k.task_id, k.on_day) k.task_id, k.on_day, k.expected
  from (select t.task_id, (b.taken_at at time zone p.zone)::date as on_day, t.finish::date as expected, b.taken_at as at
          from project.baseline_task t
          join project.baseline b on b.id = t.baseline_id
          join project.project p on p.id = b.project_id
          join project.task k on k.id = t.task_id and k.kind = 'MILESTONE'
         where t.finish is not null and b.number is not null
        union all
        select f.task_id, (f.reported_at at time zone p.zone)::date, f.forecast::date, f.reported_at
          from project.milestone_forecast f
          join project.task k on k.id = f.task_id
          join project.project p on p.id = k.project_id) k
 order by k.task_id, k.on_day, k.at desc;

insert into project.milestone_trend (task_id, reported_on, expected)
select k.id, (now() at time zone p.zone)::date, coalesce(k.actual_finish, k.forecast_finish, k.planned_finish)::date
  from project.task k join project.project p on p.id = k.project_id
 where k.kind = 'MILESTONE' and k.deleted_at is null and k.status <> 'CANCELLED'
   and coalesce(k.actual_finish, k.forecast_finish, k.planned_finish) is not null
on conflict (task_id, reported_on) do update set expected = excluded.expected;
