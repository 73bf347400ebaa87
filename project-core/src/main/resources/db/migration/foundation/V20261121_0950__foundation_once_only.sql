create table foundation.once_only_key (
    user_id bigint not null references foundation.app_user on delete cascade,
    key varchar(200) not null,
    path varchar(500) not null,
    at timestamptz not null,
    fingerprint char(64),
    status int,
    content_type varchar(120),
    location varchar(1000),
    body bytea,
    primary key (user_id, key)
);
create index once_only_key_at on foundation.once_only_key (at);
