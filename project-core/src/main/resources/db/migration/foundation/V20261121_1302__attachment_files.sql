create table foundation.stored_file (
    id bigint primary key,
    sha256 bytea not null unique check (length(sha256) = 32),
    size bigint not null check (size >= 0),
    stored_at timestamptz not null
);

-- Chunks are written while the content streams in, before its hash and so its file row are known.
create table foundation.stored_chunk (
    file_id bigint not null references foundation.stored_file deferrable initially deferred,
    no int not null,
    bytes bytea not null,
    primary key (file_id, no)
);
alter table foundation.stored_chunk alter column bytes set storage external;

create table foundation.attachment (
    id bigint primary key,
    version int not null,
    subject_type varchar(40) not null,
    subject_id bigint not null,
    comment_id bigint references foundation.comment,
    file_id bigint not null references foundation.stored_file,
    file_name varchar(255) not null,
    content_type varchar(120) not null,
    declared_type varchar(120),
    size bigint not null,
    visibility varchar(8) not null check (visibility in ('STAFF', 'EVERYONE')),
    uploader_id bigint not null,
    uploader_name varchar(80) not null,
    removed_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index attachment_subject on foundation.attachment (subject_type, subject_id, id);
create index attachment_comment on foundation.attachment (comment_id);
create index attachment_file on foundation.attachment (file_id);
create index attachment_removed on foundation.attachment (removed_at) where removed_at is not null;
