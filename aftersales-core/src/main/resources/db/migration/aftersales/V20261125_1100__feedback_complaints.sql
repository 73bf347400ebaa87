-- What acknowledges a complaint is that the complainant is told, not that somebody of ours touched the ticket.
alter table aftersales.ticket rename column first_action_at to acknowledged_at;

create table aftersales.ticket_helper (
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    user_id bigint not null references foundation.app_user on delete cascade,
    primary key (user_id, ticket_id)
);
comment on table aftersales.ticket_helper is 'colleagues who work on a ticket besides its owner, and therefore see it';
create index ticket_helper_ticket on aftersales.ticket_helper (ticket_id);

create table aftersales.complaint_cause (
    code varchar(20) primary key,
    version int not null default 0,
    name_zh varchar(80) not null default '',
    name_en varchar(80) not null default '',
    active boolean not null default true,
    position int not null,
    check (name_zh <> '' or name_en <> '')
);
insert into aftersales.complaint_cause (code, name_zh, name_en, position) values
    ('DELIVERY_LATE', '交付延迟', 'Late delivery', 10),
    ('PRODUCT_QUALITY', '产品质量', 'Product quality', 20),
    ('RESPONSE_SLOW', '响应太慢', 'Slow response', 30),
    ('WORK_ON_SITE', '现场服务', 'Work on site', 40),
    ('STAFF_CONDUCT', '服务态度', 'Conduct of staff', 50),
    ('WRONG_INFORMATION', '信息有误或不全', 'Wrong or missing information', 60),
    ('INVOICE', '报价与结算', 'Offer and invoice', 70),
    ('USE', '客户使用', 'Use by the customer', 80),
    ('OTHER', '其他', 'Other', 90);

create table aftersales.complaint (
    id bigint primary key,
    version int not null,
    ticket_id bigint not null unique references aftersales.ticket on delete cascade,
    state varchar(16) not null,
    withdrawn boolean not null default false,
    received_at timestamptz not null,
    acknowledge_by timestamptz not null,
    close_by timestamptz not null,
    acknowledged_at timestamptz,
    severity varchar(6),
    complexity varchar(6),
    impact varchar(6),
    safety boolean not null default false,
    wanted varchar(2000),
    caused_by_id bigint references foundation.app_user,
    investigator_id bigint references foundation.app_user,
    findings text,
    founded boolean,
    cause varchar(20) references aftersales.complaint_cause,
    response text,
    remedy varchar(12),
    remedy_reason varchar(1000),
    amount numeric(19, 4),
    currency char(3),
    proposed_by_id bigint references foundation.app_user,
    approved_by_id bigint references foundation.app_user,
    communicated_at timestamptz,
    accepted_at timestamptz,
    refusals int not null default 0,
    refused_because varchar(4000),
    outside_body varchar(200),
    outside_reference varchar(100),
    outside_on date,
    closed_at timestamptz,
    handled_minutes bigint,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on column aftersales.complaint.acknowledge_by is 'limit of the house, not of the customer''s contract: that is the clock''s';
comment on column aftersales.complaint.handled_minutes is 'working time from receipt to closure';
create index complaint_received on aftersales.complaint (received_at, id);
create index complaint_close_by on aftersales.complaint (close_by) where not withdrawn;
create index complaint_closed on aftersales.complaint (closed_at) where closed_at is not null;
create index complaint_investigator on aftersales.complaint (investigator_id) where investigator_id is not null;

create table aftersales.complaint_step (
    id bigint generated always as identity primary key,
    complaint_id bigint not null references aftersales.complaint on delete cascade,
    step varchar(16) not null,
    from_state varchar(16),
    to_state varchar(16) not null,
    note varchar(4000),
    at timestamptz not null,
    by_user_id bigint,
    by_name varchar(80) not null
);
create index complaint_step_complaint on aftersales.complaint_step (complaint_id, at, id);

-- Complaints from before stand where what is known of them puts them; what was never written down stays empty.
insert into aftersales.complaint (id, version, ticket_id, state, received_at, acknowledge_by, close_by, acknowledged_at,
       closed_at, created_at, changed_at)
select nextval('foundation.id_seq'), 0, t.id,
       case when t.category = 'CLOSED' then 'CLOSED' when t.first_response_at is null then 'RECEIVED' else 'ACKNOWLEDGED' end,
       t.opened_at, t.opened_at + interval '1 day', t.opened_at + interval '28 days', t.first_response_at, t.closed_at,
       now(), now()
  from aftersales.ticket t where t.complaint and t.status not in ('CANCELLED', 'MERGED');
