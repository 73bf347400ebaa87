create table aftersales.automation_rule (
    id bigint primary key,
    version int not null,
    name_zh varchar(80) not null,
    name_en varchar(80) not null,
    position int not null,
    active boolean not null default false,
    occasion varchar(20) not null,
    terms text not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on column aftersales.automation_rule.terms is 'occasion, conditions and actions as JSON';

-- what happened and waits for the rules; written with it, deleted when they have seen it
create table aftersales.automation_event (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    occasion varchar(20) not null,
    message_id bigint,
    at timestamptz not null,
    chain bigint[] not null
);
create index automation_event_ticket on aftersales.automation_event (ticket_id, id);
comment on column aftersales.automation_event.chain is 'rules whose doing it was, the oldest first';

create table aftersales.automation_run (
    id bigint generated always as identity primary key,
    rule_id bigint not null references aftersales.automation_rule on delete cascade,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    cause varchar(60) not null,
    waited_since timestamptz,
    at timestamptz not null,
    outcome varchar(6) not null check (outcome in ('RAN', 'FAILED', 'LOOP', 'LIMIT')),
    reason varchar(120),
    reason_args text[] not null default '{}',
    unique (rule_id, ticket_id, cause)
);
comment on column aftersales.automation_run.cause is 'what it was run for, once: an event, or the moment from which it waited';
comment on column aftersales.automation_run.reason is 'message key of why it failed';
create index automation_run_rule on aftersales.automation_run (rule_id, at);
create index automation_run_ticket on aftersales.automation_run (ticket_id, at);
create index automation_run_old on aftersales.automation_run (at);
