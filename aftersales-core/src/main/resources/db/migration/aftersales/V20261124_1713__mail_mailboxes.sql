create table aftersales.mailbox (
    id bigint primary key,
    version int not null,
    name varchar(80) not null,
    address varchar(254) not null,
    host varchar(254) not null,
    port int not null check (port between 1 and 65535),
    security varchar(8) not null check (security in ('TLS', 'STARTTLS', 'NONE')),
    username varchar(254) not null,
    password varchar(500) not null,
    folder varchar(200) not null,
    team_id bigint references foundation.team,
    remove_taken boolean not null,
    active boolean not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create unique index mailbox_address on aftersales.mailbox (lower(address));
create index mailbox_team on aftersales.mailbox (team_id) where team_id is not null;

-- How far a mailbox was read and by which node; apart from its settings, so that reading makes no open form stale.
create table aftersales.mailbox_reading (
    mailbox_id bigint primary key references aftersales.mailbox on delete cascade,
    node varchar(80),
    held_until timestamptz,
    uid_validity bigint,
    last_uid bigint not null default 0,
    contact_at timestamptz,
    mail_at timestamptz,
    failed_at timestamptz,
    error varchar(500)
);

alter table aftersales.mail add constraint mail_mailbox_fk foreign key (mailbox_id) references aftersales.mailbox on delete set null;
create index mail_mailbox on aftersales.mail (mailbox_id, id) where mailbox_id is not null;
