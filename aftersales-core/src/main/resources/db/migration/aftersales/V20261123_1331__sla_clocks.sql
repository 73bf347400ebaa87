-- what people agreed stands apart from what is due next, which the clocks keep
alter table aftersales.ticket add column agreed_due_at timestamptz;
alter table aftersales.ticket add column due_clock varchar(16);
alter table aftersales.ticket add column clock_paused boolean not null default false;
update aftersales.ticket set agreed_due_at = due_at where due_at is not null;
comment on column aftersales.ticket.due_at is 'nearest due time of the running clocks; without a running clock what was agreed';
comment on column aftersales.ticket.due_clock is 'the clock that due_at is of; null for what was agreed';

create table aftersales.ticket_clock (
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    type varchar(16) not null
        check (type in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'ACKNOWLEDGEMENT', 'RESTORE', 'RESOLUTION')),
    start_at timestamptz not null,
    policy_version_id bigint not null references aftersales.sla_policy_version,
    target varchar(16) not null,
    calendar_as_of timestamptz not null,
    due_at timestamptz,
    paused_since timestamptz,
    stopped_at timestamptz,
    breached_at timestamptz,
    withdrawn boolean not null default false,
    primary key (ticket_id, type, start_at)
);
comment on column aftersales.ticket_clock.calendar_as_of is 'the calendars counted with are those valid at this moment';
comment on column aftersales.ticket_clock.breached_at is 'the due second; once recorded it stays, whatever is promised later';
comment on column aftersales.ticket_clock.withdrawn is 'no longer promised; kept for its breach';
create index ticket_clock_owed on aftersales.ticket_clock (due_at) where stopped_at is null and breached_at is null;
create index ticket_clock_policy on aftersales.ticket_clock (policy_version_id);
