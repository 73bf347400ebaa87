-- the measures of a period read these, newest work first
create index ticket_first_resolved on aftersales.ticket (first_resolved_at)
    include (team_id, customer_id, kind, public_replies, hand_offs, reopened_count, escalated, closed_at)
    where first_resolved_at is not null;
create index ticket_first_response on aftersales.ticket (first_response_at) include (opened_at, team_id, customer_id, kind)
    where first_response_at is not null;
create index ticket_clock_due on aftersales.ticket_clock (type, due_at)
    include (ticket_id, stopped_at, breached_at, withdrawn);
