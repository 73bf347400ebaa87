create table aftersales.diagnosis (
    id bigint primary key,
    version int not null,
    ticket_id bigint not null unique references aftersales.ticket on delete cascade,
    state varchar(16) not null,
    symptoms varchar(4000) not null,
    cause varchar(16),
    cause_words varchar(4000),
    workaround varchar(4000),
    fix_by varchar(12),
    fix_reference varchar(200),
    plan varchar(4000),
    planned_for date,
    remedy varchar(4000),
    begun_at timestamptz not null,
    caused_at timestamptz,
    workaround_at timestamptz,
    planned_at timestamptz,
    fixed_at timestamptz,
    verified_at timestamptz,
    refusals int not null default 0,
    refused_because varchar(4000),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on table aftersales.diagnosis is 'the course of a fault; a ticket has a row once somebody began to diagnose it';
comment on column aftersales.diagnosis.caused_at is 'when a cause was first named: what recurs is looked for among these';
comment on column aftersales.diagnosis.fix_reference is 'number or address of the work order, change or project';
create index diagnosis_caused on aftersales.diagnosis (caused_at, cause) include (ticket_id) where cause is not null;
