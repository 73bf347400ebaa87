-- One row a person and record: what the inbox lists, and what is muted or put off.
create table foundation.inbox_entry (
    id bigint generated always as identity primary key,
    user_id bigint not null references foundation.app_user on delete cascade,
    subject_type varchar(40) not null,
    subject_id bigint not null,
    label varchar(300) not null,
    path varchar(300),
    newest_at timestamptz not null,
    unread int not null,
    mentioned boolean not null,
    muted boolean not null,
    snoozed_until timestamptz,
    unique (user_id, subject_type, subject_id)
);
create index inbox_entry_list on foundation.inbox_entry (user_id, newest_at desc, id desc);
create index inbox_entry_unread on foundation.inbox_entry (user_id, newest_at desc, id desc) where unread > 0 and not muted;
create index inbox_entry_mentioned on foundation.inbox_entry (user_id, newest_at desc, id desc) where mentioned;
create index inbox_entry_snoozed on foundation.inbox_entry (user_id, newest_at desc, id desc) where snoozed_until is not null;
create index inbox_entry_muted on foundation.inbox_entry (user_id, newest_at desc, id desc) where muted;

create table foundation.notice (
    id bigint generated always as identity primary key,
    user_id bigint not null references foundation.app_user on delete cascade,
    entry_id bigint references foundation.inbox_entry on delete cascade,
    subject_type varchar(40) not null,
    subject_id bigint not null,
    label varchar(300) not null,
    path varchar(300),
    kind varchar(120) not null,
    data jsonb not null,
    actor_id bigint,
    actor_name varchar(80),
    at timestamptz not null,
    read_at timestamptz,
    mail_due_at timestamptz
);
create index notice_entry on foundation.notice (entry_id, id desc);
create index notice_entry_unread on foundation.notice (entry_id) where read_at is null;
create index notice_user on foundation.notice (user_id);
create index notice_mail_due on foundation.notice (mail_due_at) where mail_due_at is not null;
create index notice_at on foundation.notice (at);

create table foundation.notice_preference (
    user_id bigint not null references foundation.app_user on delete cascade,
    kind varchar(120) not null,
    in_app boolean not null,
    mail boolean not null,
    primary key (user_id, kind)
);

create table foundation.notice_setting (
    user_id bigint primary key references foundation.app_user on delete cascade,
    digest varchar(8) not null
);
create index inbox_entry_newest on foundation.inbox_entry (newest_at);
