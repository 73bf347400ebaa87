create table project.document (
    id bigint primary key,
    version int not null,
    project_id bigint not null references project.project,
    number int not null,
    title varchar(200) not null,
    folder varchar(120),
    status varchar(12) not null,
    latest_version int not null,
    approved_version int,
    approved_at timestamptz,
    approved_by bigint references foundation.app_user,
    deleted_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (project_id, number)
);
create index document_folder on project.document (project_id, folder, title) where deleted_at is null;
create index document_approved_by on project.document (approved_by);

create table project.document_version (
    id bigint primary key,
    version int not null,
    document_id bigint not null references project.document,
    number int not null,
    attachment_id bigint not null,
    file_name varchar(255) not null,
    size_bytes bigint not null,
    note varchar(500),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (document_id, number)
);
create index document_version_attachment on project.document_version (attachment_id);
