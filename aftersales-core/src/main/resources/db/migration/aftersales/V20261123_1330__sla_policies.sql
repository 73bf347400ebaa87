create table aftersales.sla_policy (
    id bigint primary key,
    version int not null,
    name_zh varchar(80) not null,
    name_en varchar(80) not null,
    position int not null,
    draft text,
    number int not null default 0,
    retired_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on column aftersales.sla_policy.draft is 'terms not yet published, as lines of text';
comment on column aftersales.sla_policy.number is 'of the newest published version; 0 before the first';

create table aftersales.sla_policy_version (
    id bigint primary key,
    version int not null,
    policy_id bigint not null references aftersales.sla_policy,
    number int not null,
    valid_from timestamptz not null,
    terms text not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (policy_id, number)
);
