create table aftersales.service_contract (
    id bigint primary key,
    version int not null,
    number varchar(20) not null unique,
    name varchar(120) not null,
    customer_id bigint not null references foundation.customer,
    state varchar(10) not null,
    starts_on date not null,
    ends_on date not null,
    everything boolean not null,
    hours numeric(8, 2),
    visits int,
    tickets int,
    notice_days int not null,
    noticed_at timestamptz,
    follows_id bigint unique references aftersales.service_contract,
    ended_because varchar(500),
    notes text,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check (ends_on >= starts_on)
);
comment on column aftersales.service_contract.everything is 'covers whatever the customer has; else the products listed';
comment on column aftersales.service_contract.ends_on is 'last day of it, unless it was cancelled before';
comment on column aftersales.service_contract.hours is 'hours of work included; null: not limited';
create index service_contract_customer on aftersales.service_contract (customer_id, ends_on);
create index service_contract_ends on aftersales.service_contract (ends_on, id);
create index service_contract_to_notice on aftersales.service_contract (ends_on) where state = 'ACTIVE' and noticed_at is null;

create table aftersales.service_contract_product (
    contract_id bigint not null references aftersales.service_contract on delete cascade,
    product_id bigint not null references aftersales.installed_product on delete cascade,
    primary key (contract_id, product_id)
);
create index service_contract_product_product on aftersales.service_contract_product (product_id);
