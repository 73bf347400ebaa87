create table aftersales.ticket_status (
    code varchar(40) primary key,
    category varchar(10) not null check (category in ('OPEN', 'PAUSED', 'RESOLVED', 'CLOSED')),
    built_in boolean not null default false,
    name_zh varchar(80),
    name_en varchar(80),
    position int not null,
    active boolean not null default true,
    check (built_in or name_zh is not null or name_en is not null)
);
insert into aftersales.ticket_status (code, category, built_in, position) values
    ('NEW', 'OPEN', true, 10),
    ('IN_PROGRESS', 'OPEN', true, 20),
    ('WAITING_CUSTOMER', 'PAUSED', true, 30),
    ('WAITING_THIRD_PARTY', 'PAUSED', true, 40),
    ('ON_HOLD', 'PAUSED', true, 50),
    ('RESOLVED', 'RESOLVED', true, 60),
    ('CLOSED', 'CLOSED', true, 70),
    ('CANCELLED', 'CLOSED', true, 80),
    ('MERGED', 'CLOSED', true, 90);

create table aftersales.ticket (
    id bigint primary key,
    version int not null,
    number varchar(24) not null unique,
    kind varchar(12) not null,
    complaint boolean not null default false,
    channel varchar(12) not null,
    status varchar(40) not null references aftersales.ticket_status,
    category varchar(10) not null,
    live boolean not null generated always as (category in ('OPEN', 'PAUSED')) stored,
    subject varchar(200) not null,
    impact varchar(6),
    urgency varchar(6),
    priority varchar(2) not null,
    customer_id bigint references foundation.customer,
    requester_id bigint references foundation.contact,
    requester_name varchar(80),
    requester_address varchar(254),
    project_id bigint,
    deliverable_id bigint,
    team_id bigint references foundation.team,
    assignee_id bigint references foundation.app_user,
    hold_reason varchar(500),
    hold_until date,
    due_at timestamptz,
    escalated boolean not null default false,
    opened_at timestamptz not null,
    first_action_at timestamptz,
    first_response_at timestamptz,
    last_customer_message_at timestamptz,
    last_public_reply_at timestamptz,
    awaiting_since timestamptz,
    last_public_message_id bigint,
    public_replies int not null default 0,
    active_at timestamptz not null,
    first_resolved_at timestamptz,
    resolved_at timestamptz,
    resolved_by bigint references foundation.app_user,
    closed_at timestamptz,
    reopened_count int not null default 0,
    hand_offs int not null default 0,
    merged_into_id bigint references aftersales.ticket,
    counts_in_kpi boolean not null default true,
    request_key varchar(80),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on column aftersales.ticket.live is 'open or paused: the small part of the table that lists and counts of current work read';
comment on column aftersales.ticket.awaiting_since is 'oldest customer message without our answer; where the next-response clock starts';

-- everything ever, newest first, by each filter that is offered there
create index ticket_opened on aftersales.ticket (opened_at, id);
create index ticket_customer on aftersales.ticket (customer_id, opened_at, id);
create index ticket_requester on aftersales.ticket (requester_id, opened_at, id);
create index ticket_project on aftersales.ticket (project_id, opened_at, id) where project_id is not null;
create index ticket_deliverable on aftersales.ticket (deliverable_id) where deliverable_id is not null;
create index ticket_team on aftersales.ticket (team_id, opened_at, id);
create index ticket_assignee on aftersales.ticket (assignee_id, opened_at, id);
create index ticket_status_opened on aftersales.ticket (status, opened_at, id);
create index ticket_kind on aftersales.ticket (kind, priority, opened_at, id);
create index ticket_channel on aftersales.ticket (channel, opened_at, id);
create index ticket_resolved_by on aftersales.ticket (resolved_by, resolved_at) where resolved_by is not null;
create index ticket_resolved on aftersales.ticket (resolved_at) where category = 'RESOLVED';
create index ticket_merged_into on aftersales.ticket (merged_into_id) where merged_into_id is not null;
create unique index ticket_request on aftersales.ticket (created_by, request_key) where request_key is not null;
-- current work, in each order that is offered there
create index ticket_live_opened on aftersales.ticket (opened_at, id) where live;
create index ticket_live_active on aftersales.ticket (active_at, id) where live;
create index ticket_live_due on aftersales.ticket ((coalesce(due_at, 'infinity'::timestamptz)), id) where live;
create index ticket_live_priority on aftersales.ticket (priority, id) where live;
create index ticket_live_assignee on aftersales.ticket (assignee_id, due_at) where live;
create index ticket_live_team on aftersales.ticket (team_id, assignee_id) where live;
create index ticket_live_customer on aftersales.ticket (customer_id) where live;
create index ticket_live_unassigned on aftersales.ticket (opened_at, id) where live and assignee_id is null;
create index ticket_held on aftersales.ticket (hold_until) where status = 'ON_HOLD';

create table aftersales.ticket_tag (
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    tag varchar(40) not null,
    primary key (ticket_id, tag)
);
create index ticket_tag_tag on aftersales.ticket_tag (tag, ticket_id);

create table aftersales.ticket_message (
    id bigint primary key,
    version int not null,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    moved_from_id bigint references aftersales.ticket,
    visibility varchar(8) not null check (visibility in ('PUBLIC', 'INTERNAL')),
    channel varchar(12) not null,
    from_customer boolean not null,
    automatic boolean not null default false,
    user_id bigint references foundation.app_user,
    contact_id bigint references foundation.contact,
    author_name varchar(80) not null,
    body text not null,
    markdown boolean not null,
    at timestamptz not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index ticket_message_ticket on aftersales.ticket_message (ticket_id, at, id);
create index ticket_message_moved on aftersales.ticket_message (moved_from_id) where moved_from_id is not null;
create index ticket_message_user on aftersales.ticket_message (user_id, at) where user_id is not null;
create index ticket_message_contact on aftersales.ticket_message (contact_id) where contact_id is not null;

create table aftersales.ticket_status_change (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    from_status varchar(40),
    from_category varchar(10),
    to_status varchar(40) not null,
    to_category varchar(10) not null,
    at timestamptz not null,
    by_user_id bigint,
    by_contact_id bigint,
    by_name varchar(80) not null,
    reason varchar(500)
);
create index ticket_status_change_ticket on aftersales.ticket_status_change (ticket_id, at, id);
create index ticket_status_change_at on aftersales.ticket_status_change (to_status, at);

create table aftersales.ticket_change (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    field varchar(20) not null,
    from_value varchar(300),
    to_value varchar(300),
    at timestamptz not null,
    by_user_id bigint,
    by_name varchar(80) not null
);
create index ticket_change_ticket on aftersales.ticket_change (ticket_id, at, id);

create table aftersales.ticket_link (
    from_id bigint not null references aftersales.ticket on delete cascade,
    to_id bigint not null references aftersales.ticket on delete cascade,
    kind varchar(12) not null check (kind in ('RELATED', 'FOLLOW_UP', 'SPLIT')),
    at timestamptz not null,
    by_user_id bigint,
    primary key (from_id, to_id, kind),
    check (from_id <> to_id)
);
create index ticket_link_to on aftersales.ticket_link (to_id);

create table aftersales.ticket_draft (
    user_id bigint not null references foundation.app_user on delete cascade,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    visibility varchar(8) not null check (visibility in ('PUBLIC', 'INTERNAL')),
    body text not null,
    saved_at timestamptz not null,
    primary key (user_id, ticket_id, visibility)
);
create index ticket_draft_ticket on aftersales.ticket_draft (ticket_id);
