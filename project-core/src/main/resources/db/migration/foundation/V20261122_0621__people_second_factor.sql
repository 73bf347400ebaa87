-- Roles whose holders sign in with a second factor. One row, so that its changes are noted like those of any record.
create table foundation.second_factor_policy (
    id bigint primary key,
    version int not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
insert into foundation.second_factor_policy (id, version, created_at, changed_at) values (1, 0, now(), now());

create table foundation.second_factor_role (
    policy_id bigint not null references foundation.second_factor_policy,
    role varchar(40) not null,
    primary key (policy_id, role)
);

-- One-time codes for whoever lost the device; only their hashes are kept.
create table foundation.recovery_code (
    user_id bigint not null references foundation.app_user on delete cascade,
    code_hash char(64) not null,
    primary key (user_id, code_hash)
);
alter table foundation.app_user add column recovery_codes_left int not null default 0;
