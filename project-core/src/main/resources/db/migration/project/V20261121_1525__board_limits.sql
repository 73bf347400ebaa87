create table project.board_limit (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    status varchar(12) not null,
    wip_limit int not null check (wip_limit > 0),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, status)
);
