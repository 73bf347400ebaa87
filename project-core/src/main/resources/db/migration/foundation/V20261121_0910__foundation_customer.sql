create table foundation.customer (
    id bigint primary key,
    version int not null,
    number varchar(20) not null unique,
    name varchar(200) not null,
    short_name varchar(80) not null,
    name_en varchar(200),
    credit_code varchar(18),
    tier varchar(20) not null,
    account_executive_id bigint references foundation.app_user,
    industry varchar(80),
    address varchar(300),
    website varchar(200),
    notes text,
    counts_in_kpi boolean not null default true,
    archived boolean not null default false,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index customer_account_executive on foundation.customer (account_executive_id);
create index customer_name on foundation.customer (short_name, id);
create unique index customer_credit_code on foundation.customer (credit_code) where credit_code is not null;

create table foundation.customer_domain (
    customer_id bigint not null references foundation.customer on delete cascade,
    domain varchar(254) not null,
    primary key (customer_id, domain)
);
create unique index customer_domain_domain on foundation.customer_domain (domain);

create table foundation.site (
    id bigint primary key,
    version int not null,
    customer_id bigint not null references foundation.customer,
    name varchar(120) not null,
    address varchar(300) not null,
    zone varchar(64) not null,
    active boolean not null default true,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index site_customer on foundation.site (customer_id);

create table foundation.contact (
    id bigint primary key,
    version int not null,
    customer_id bigint not null references foundation.customer,
    site_id bigint references foundation.site,
    name varchar(80) not null,
    title varchar(80),
    email varchar(254),
    mobile varchar(40),
    phone varchar(40),
    locale varchar(16) not null,
    manager boolean not null,
    active boolean not null default true,
    notes text,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index contact_customer on foundation.contact (customer_id);
create index contact_site on foundation.contact (site_id);
create unique index contact_email on foundation.contact (lower(email)) where email is not null;
create index contact_mobile on foundation.contact (mobile) where mobile is not null;

alter table foundation.app_user add constraint app_user_contact_fk foreign key (contact_id) references foundation.contact;
