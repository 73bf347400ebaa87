alter table aftersales.ticket_clock add column customer_calendar_id bigint references foundation.work_calendar;
comment on column aftersales.ticket_clock.customer_calendar_id is 'the customer''s calendar it was counted with';
alter table aftersales.ticket add column workaround_at timestamptz;
comment on column aftersales.ticket.workaround_at is 'of a diagnosis: since when a workaround helps the customer; stops the restore clock';
