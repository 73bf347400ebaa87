-- half days: away from noon of the first day, or until noon of the last
alter table project.resource_leave
    add column from_noon boolean not null default false,
    add column until_noon boolean not null default false,
    add check (last_day > first_day or not (from_noon and until_noon));

-- leave that somebody asks for; agreed to, it is leave of the person's resource
create table project.leave_request (
    id bigint primary key,
    version int not null,
    user_id bigint not null references foundation.app_user,
    kind varchar(20) not null,
    first_day date not null,
    last_day date not null,
    from_noon boolean not null,
    until_noon boolean not null,
    note varchar(500),
    status varchar(10) not null check (status in ('REQUESTED', 'APPROVED', 'REJECTED', 'CANCELLED')),
    requested_at timestamptz not null,
    decided_at timestamptz,
    decided_by bigint references foundation.app_user,
    reason varchar(500),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check (last_day >= first_day)
);
create index leave_request_user on project.leave_request (user_id, first_day);
create index leave_request_waiting on project.leave_request (requested_at, id) where status = 'REQUESTED';
