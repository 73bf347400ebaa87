create table aftersales.installed_product (
    id bigint primary key,
    version int not null,
    code varchar(80) not null unique,
    serial varchar(60) not null,
    serial_key varchar(60) not null,
    manufacturer varchar(80) not null default '',
    model varchar(80) not null,
    product_version varchar(40),
    name_zh varchar(120) not null default '',
    name_en varchar(120) not null default '',
    customer_id bigint not null references foundation.customer,
    site_id bigint references foundation.site,
    project_id bigint references project.project,
    deliverable_id bigint references project.deliverable,
    parent_id bigint references aftersales.installed_product,
    replaces_id bigint unique references aftersales.installed_product,
    state varchar(8) not null,
    ended_on date,
    ended_because varchar(500),
    accepted_on date,
    went_live_on date,
    shipped_on date,
    installed_on date,
    warranty_rule varchar(12),
    warranty_months int,
    warranty_start date,
    warranty_end date,
    notes text,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check (name_zh <> '' or name_en <> ''),
    check (deliverable_id is null or project_id is not null),
    check (parent_id <> id)
);
comment on table aftersales.installed_product is 'a delivered unit at a customer; all of them are the installed base';
comment on column aftersales.installed_product.code is 'the serial number as it stands in addresses; numbered where two manufacturers gave the same';
comment on column aftersales.installed_product.serial_key is 'letters and digits alone, in capitals: SN-01 and sn 01 are the same number';
comment on column aftersales.installed_product.manufacturer is 'empty is our own';
comment on column aftersales.installed_product.warranty_end is 'last day of it';

create unique index installed_product_serial on aftersales.installed_product (serial_key, lower(model), lower(manufacturer));
create index installed_product_customer on aftersales.installed_product (customer_id, state, code);
create index installed_product_site on aftersales.installed_product (site_id) where site_id is not null;
create index installed_product_project on aftersales.installed_product (project_id) where project_id is not null;
create index installed_product_deliverable on aftersales.installed_product (deliverable_id) where deliverable_id is not null;
create index installed_product_parent on aftersales.installed_product (parent_id) where parent_id is not null;
create index installed_product_warranty on aftersales.installed_product ((coalesce(warranty_end, 'infinity'::date)), id);
create index installed_product_changed on aftersales.installed_product (changed_at, id);

alter table aftersales.ticket add column installed_product_id bigint references aftersales.installed_product;
create index ticket_installed_product on aftersales.ticket (installed_product_id, opened_at, id)
    where installed_product_id is not null;
create index installed_product_serial_start on aftersales.installed_product (serial_key text_pattern_ops);
create index installed_product_newest on aftersales.installed_product (customer_id, id);
