-- what past tickets would have looked like under other terms
create table aftersales.sla_trial (
    id bigint generated always as identity primary key,
    opened_from date not null,
    opened_until date not null,
    policy_id bigint references aftersales.sla_policy on delete cascade,
    calendar_id bigint references foundation.work_calendar on delete cascade,
    tickets int,
    started_at timestamptz not null,
    finished_at timestamptz,
    by_name varchar(80) not null
);
comment on column aftersales.sla_trial.policy_id is 'whose draft is tried in place of its published terms';
comment on column aftersales.sla_trial.calendar_id is 'tried in place of our hours in every policy';

create table aftersales.sla_trial_clock (
    id bigint generated always as identity primary key,
    trial_id bigint not null references aftersales.sla_trial on delete cascade,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    type varchar(16) not null,
    start_at timestamptz not null,
    was varchar(8) not null check (was in ('NONE', 'RUNNING', 'MET', 'BREACHED')),
    was_due timestamptz,
    becomes varchar(8) not null check (becomes in ('NONE', 'RUNNING', 'MET', 'BREACHED')),
    becomes_due timestamptz
);
create index sla_trial_clock_list on aftersales.sla_trial_clock (trial_id, type, was, becomes, id);
create index sla_trial_clock_ticket on aftersales.sla_trial_clock (ticket_id);
