create table foundation.outbox_mail (
    id bigint generated always as identity primary key,
    recipient varchar(254) not null,
    template varchar(80) not null,
    locale varchar(16) not null,
    data jsonb not null,
    subject_type varchar(40),
    subject_id bigint,
    message_id varchar(200) not null unique,
    created_at timestamptz not null,
    attempts int not null default 0,
    next_at timestamptz not null,
    state varchar(8) not null,
    last_error varchar(1000),
    settled_at timestamptz
);
create index outbox_mail_due on foundation.outbox_mail (next_at, id) where state = 'PENDING';
create index outbox_mail_order on foundation.outbox_mail (subject_type, subject_id, id) where state = 'PENDING';
create index outbox_mail_state on foundation.outbox_mail (state, id desc);
create index outbox_mail_settled on foundation.outbox_mail (settled_at) where state = 'SENT';
