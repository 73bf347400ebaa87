create table project.plan_upload (
    id bigint primary key,
    user_id bigint not null references foundation.app_user,
    file_name varchar(255) not null,
    size bigint not null,
    project_key varchar(10),
    created_at timestamptz not null
);
create index plan_upload_user on project.plan_upload (user_id);
create index plan_upload_created on project.plan_upload (created_at);
comment on table project.plan_upload is 'plan files between the dry run and the import; dropped after a day';
comment on column project.plan_upload.project_key is 'the project made of it; the content is then gone';

create table project.plan_upload_chunk (
    upload_id bigint not null references project.plan_upload on delete cascade,
    number int not null,
    content bytea not null,
    primary key (upload_id, number)
);
