-- milestones that were due in a period, with what tells whether they were reached
create index task_milestone_due on project.task (baseline_finish) include (project_id, actual_finish, status)
    where kind = 'MILESTONE' and deleted_at is null and not summary;
