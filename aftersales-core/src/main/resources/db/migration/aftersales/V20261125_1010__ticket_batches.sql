-- Several changes in one step, of one ticket or of many: what each of them was before, so that they can be taken back.
create table aftersales.ticket_batch (
    id bigint generated always as identity primary key,
    kind varchar(8) not null check (kind in ('MACRO', 'BULK')),
    name varchar(80) not null,
    user_id bigint not null references foundation.app_user on delete cascade,
    at timestamptz not null,
    undone_at timestamptz
);
create index ticket_batch_user on aftersales.ticket_batch (user_id, at);
create index ticket_batch_at on aftersales.ticket_batch (at);

create table aftersales.ticket_batch_item (
    batch_id bigint not null references aftersales.ticket_batch on delete cascade,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    field varchar(10) not null check (field in ('STATUS', 'PRIORITY', 'TEAM', 'ASSIGNEE', 'TAGS')),
    from_value varchar(1000),
    to_value varchar(1000),
    hold_reason varchar(500),
    hold_until date,
    primary key (batch_id, ticket_id, field)
);
create index ticket_batch_item_ticket on aftersales.ticket_batch_item (ticket_id);
