-- The lists of current work are walked and counted in their indexes alone: each carries what decides who may see a row.
drop index aftersales.ticket_live_due;
drop index aftersales.ticket_live_priority;
drop index aftersales.ticket_live_opened;
drop index aftersales.ticket_live_active;
drop index aftersales.ticket_live_team;
drop index aftersales.ticket_live_unassigned;

create index ticket_live_due on aftersales.ticket ((coalesce(due_at, 'infinity'::timestamptz)), id)
    include (due_at, team_id, assignee_id, created_by, customer_id, project_id) where live;
create index ticket_live_priority on aftersales.ticket (priority, id)
    include (team_id, assignee_id, created_by, customer_id, project_id) where live;
create index ticket_live_opened on aftersales.ticket (opened_at, id)
    include (team_id, assignee_id, created_by, customer_id, project_id) where live;
create index ticket_live_active on aftersales.ticket (active_at, id)
    include (team_id, assignee_id, created_by, customer_id, project_id) where live;
create index ticket_live_status on aftersales.ticket (status, (coalesce(due_at, 'infinity'::timestamptz)), id)
    include (due_at, team_id, assignee_id, created_by, customer_id, project_id) where live;
create index ticket_live_team on aftersales.ticket (team_id, assignee_id)
    include (due_at, created_by, customer_id, project_id) where live;
create index ticket_live_counted on aftersales.ticket (due_at)
    include (team_id, assignee_id, created_by, customer_id, project_id) where live and counts_in_kpi;
