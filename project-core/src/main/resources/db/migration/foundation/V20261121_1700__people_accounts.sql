alter table foundation.app_user add column totp_pending varchar(200);
alter table foundation.app_user add column last_sign_in_at timestamptz;
create index user_role_role on foundation.user_role (role, user_id);

-- Links that let somebody set a password; only the hash of what was mailed is kept.
create table foundation.password_link (
    token_hash char(64) primary key,
    user_id bigint not null references foundation.app_user on delete cascade,
    kind varchar(12) not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_link_user on foundation.password_link (user_id);
create index password_link_expires on foundation.password_link (expires_at);

-- Codes printed in the log while there is no administrator.
create table foundation.setup_code (
    code_hash char(64) primary key,
    created_at timestamptz not null
);
