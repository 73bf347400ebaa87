-- the last simulation of each plan: the job that was started last, and what the last one that ended well came to
create table project.simulation (
    project_id bigint primary key references project.project,
    job_id bigint,
    made_at timestamptz,
    made_by bigint references foundation.app_user,
    result jsonb
);
create index simulation_made_by on project.simulation (made_by);

alter table project.task add constraint task_three_points check (
    num_nonnulls(optimistic_minutes, likely_minutes, pessimistic_minutes) in (0, 3)
    and (optimistic_minutes is null
         or 0 <= optimistic_minutes and optimistic_minutes <= likely_minutes and likely_minutes <= pessimistic_minutes));
