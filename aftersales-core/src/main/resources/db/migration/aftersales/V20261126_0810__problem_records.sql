create table aftersales.problem (
    id bigint primary key,
    version int not null,
    number varchar(24) not null unique,
    title varchar(200) not null,
    description varchar(4000) not null,
    state varchar(16) not null,
    cause varchar(16),
    project_id bigint references project.project,
    deliverable_id bigint references project.deliverable,
    owner_id bigint references foundation.app_user,
    root_cause varchar(4000),
    workaround varchar(4000),
    fix_by varchar(12),
    fix_reference varchar(200),
    plan varchar(4000),
    planned_for date,
    resolution varchar(4000),
    article_id bigint references aftersales.knowledge_article on delete set null,
    opened_at timestamptz not null,
    known_error_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    open boolean not null generated always as (state not in ('RESOLVED', 'CLOSED')) stored,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on table aftersales.problem is 'the cause behind one or several diagnosis tickets';
comment on column aftersales.problem.known_error_at is 'since when cause and workaround are known; stays when it is resolved';
create index problem_opened on aftersales.problem (opened_at, id);
create index problem_open on aftersales.problem (opened_at, id) where open;
create index problem_deliverable on aftersales.problem (deliverable_id) where deliverable_id is not null;
create index problem_project on aftersales.problem (project_id) where project_id is not null;
create index problem_owner on aftersales.problem (owner_id) where owner_id is not null;

create table aftersales.problem_ticket (
    ticket_id bigint primary key references aftersales.ticket on delete cascade,
    problem_id bigint not null references aftersales.problem on delete cascade,
    at timestamptz not null,
    by_user_id bigint
);
comment on table aftersales.problem_ticket is 'a ticket has at most one problem behind it';
create index problem_ticket_problem on aftersales.problem_ticket (problem_id, ticket_id);
