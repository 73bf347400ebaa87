-- when each level of escalation of a running clock comes, and which of them ran
create table aftersales.ticket_escalation (
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    type varchar(16) not null
        check (type in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'ACKNOWLEDGEMENT', 'RESTORE', 'RESOLUTION')),
    start_at timestamptz not null,
    level varchar(1000) not null,
    number int not null,
    policy_version_id bigint not null references aftersales.sla_policy_version,
    due_at timestamptz not null,
    state varchar(8) not null check (state in ('WAITING', 'RAN', 'PASSED')),
    found_at timestamptz,
    primary key (ticket_id, type, start_at, level)
);
comment on column aftersales.ticket_escalation.level is 'the level as its policy says it; said again by a later version it is still the same';
comment on column aftersales.ticket_escalation.due_at is 'its true time';
comment on column aftersales.ticket_escalation.found_at is 'when it was found and ran, or was passed because its criteria did not hold';
create index ticket_escalation_waiting on aftersales.ticket_escalation (due_at) include (ticket_id) where state = 'WAITING';
create index ticket_escalation_policy on aftersales.ticket_escalation (policy_version_id);
