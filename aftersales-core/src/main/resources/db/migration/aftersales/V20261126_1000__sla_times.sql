-- What the stages of a ticket took in working time. Everything here is derived from history; calendar_as_of says which
-- calendars it was counted with, so that it can be counted again.
create table aftersales.ticket_time (
    ticket_id bigint primary key references aftersales.ticket on delete cascade,
    policy_version_id bigint references aftersales.sla_policy_version,
    customer_calendar_id bigint references foundation.work_calendar,
    calendar_as_of timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_s int,
    answered_at timestamptz,
    answered_s int,
    restored_at timestamptz,
    restored_s int,
    resolved_at timestamptz,
    resolved_s int,
    gross_s int,
    third_party_s int,
    waited_s int
);
comment on table aftersales.ticket_time is 'seconds of working time by the calendar of the ticket''s policy, else the company''s';
comment on column aftersales.ticket_time.resolved_s is 'from creation to the last resolution, less paused time';
comment on column aftersales.ticket_time.gross_s is 'the same with paused time';
comment on column aftersales.ticket_time.waited_s is 'the part of gross_s in which the customer waited for us or a third party';
create index ticket_time_acknowledged on aftersales.ticket_time (acknowledged_at) include (acknowledged_s, ticket_id);
create index ticket_time_answered on aftersales.ticket_time (answered_at) include (answered_s, ticket_id);
create index ticket_time_restored on aftersales.ticket_time (restored_at) include (restored_s, ticket_id)
    where restored_at is not null;
create index ticket_time_resolved on aftersales.ticket_time (resolved_at)
    include (resolved_s, gross_s, waited_s, third_party_s, ticket_id);
create index ticket_time_policy on aftersales.ticket_time (policy_version_id);
create index ticket_time_calendar on aftersales.ticket_time (customer_calendar_id) where customer_calendar_id is not null;

create table aftersales.ticket_reply (
    id bigint generated always as identity,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    asked_at timestamptz not null,
    answered_at timestamptz not null,
    working_s int not null,
    primary key (ticket_id, asked_at)
);
comment on table aftersales.ticket_reply is 'each later question of the customer with our next public word to it';
create index ticket_reply_answered on aftersales.ticket_reply (answered_at) include (working_s, ticket_id);

create table aftersales.ticket_time_state (
    id int primary key default 1 check (id = 1),
    counted_to bigint not null,
    checked_at timestamptz,
    differences int not null default 0
);
comment on column aftersales.ticket_time_state.counted_to is 'tickets up to this id have their row';
insert into aftersales.ticket_time_state (counted_to) values (0);
