create sequence foundation.id_seq start 1000 increment 50;

create table foundation.team (
    id bigint primary key,
    version int not null,
    name_zh varchar(80) not null,
    name_en varchar(80) not null,
    active boolean not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);

create table foundation.app_user (
    id bigint primary key,
    version int not null,
    login varchar(60) not null,
    name varchar(80) not null,
    email varchar(254),
    mobile varchar(40),
    password_hash varchar(200),
    password_changed_at timestamptz,
    active boolean not null,
    contact_id bigint,
    locale varchar(16) not null,
    zone varchar(64) not null,
    theme varchar(8) not null,
    single_keys boolean not null,
    totp_secret varchar(200),
    totp_last_step bigint,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create unique index app_user_login on foundation.app_user (lower(login));
create unique index app_user_email on foundation.app_user (lower(email)) where email is not null;
create unique index app_user_mobile on foundation.app_user (mobile) where mobile is not null;
create index app_user_contact on foundation.app_user (contact_id);

create table foundation.user_role (
    user_id bigint not null references foundation.app_user on delete cascade,
    role varchar(40) not null,
    primary key (user_id, role)
);

create table foundation.team_member (
    team_id bigint not null references foundation.team on delete cascade,
    user_id bigint not null references foundation.app_user on delete cascade,
    primary key (team_id, user_id)
);
create index team_member_user on foundation.team_member (user_id);

create table foundation.sign_in_failure (
    kind varchar(8) not null,
    value varchar(254) not null,
    at timestamptz not null
);
create index sign_in_failure_value on foundation.sign_in_failure (kind, value, at);

create table foundation.api_token (
    id bigint generated always as identity primary key,
    user_id bigint not null references foundation.app_user on delete cascade,
    name varchar(80) not null,
    token_hash char(64) not null unique,
    scopes varchar(60)[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz
);
create index api_token_user on foundation.api_token (user_id);
