-- Which installation this is, so that mails of another are told apart, and the key that signs reply addresses.
create table aftersales.mail_instance (
    one boolean primary key default true check (one),
    instance varchar(32) not null,
    secret bytea not null
);

-- Every mail that came, whatever became of it; its source is stored in the same transaction, before anything is decided.
create table aftersales.mail (
    id bigint generated always as identity primary key,
    received_at timestamptz not null,
    origin varchar(8) not null check (origin in ('API', 'MAILBOX')),
    mailbox_id bigint,
    size bigint not null,
    sha256 bytea not null check (length(sha256) = 32),
    state varchar(8) not null check (state in ('RECEIVED', 'ACCEPTED', 'REFUSED')),
    attempts int not null default 0,
    next_at timestamptz,
    outcome varchar(20),
    reason varchar(40),
    silence varchar(40),
    message_id varchar(900),
    sender varchar(254),
    sender_name varchar(200),
    subject varchar(300),
    ticket_id bigint references aftersales.ticket on delete set null,
    ticket_message_id bigint references aftersales.ticket_message on delete set null,
    related_id bigint references aftersales.ticket on delete set null,
    files jsonb not null default '[]'
);
comment on column aftersales.mail.silence is 'why no automatic answer was sent; null where one was';
create index mail_state on aftersales.mail (state, id desc);
create index mail_waiting on aftersales.mail (next_at) where state = 'RECEIVED';
create index mail_same on aftersales.mail (sha256);
create index mail_ticket on aftersales.mail (ticket_id) where ticket_id is not null;
create index mail_related on aftersales.mail (related_id) where related_id is not null;
create index mail_ticket_message on aftersales.mail (ticket_message_id) where ticket_message_id is not null;

create table aftersales.mail_source (
    mail_id bigint not null references aftersales.mail on delete cascade,
    no int not null,
    bytes bytea not null,
    primary key (mail_id, no)
);

-- Message-IDs of mails that are part of a ticket, theirs and ours.
create table aftersales.mail_thread (
    message_id varchar(900) primary key,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    ticket_message_id bigint references aftersales.ticket_message on delete set null,
    ours boolean not null,
    at timestamptz not null
);
create index mail_thread_ticket on aftersales.mail_thread (ticket_id, at);
create index mail_thread_message on aftersales.mail_thread (ticket_message_id) where ticket_message_id is not null;

create table aftersales.mail_participant (
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    address varchar(254) not null,
    primary key (ticket_id, address)
);

-- Addresses a mail of ours did not reach.
create table aftersales.mail_failure (
    address varchar(254) primary key,
    at timestamptz not null,
    diagnostic varchar(500),
    ticket_id bigint references aftersales.ticket on delete set null
);
create index mail_failure_ticket on aftersales.mail_failure (ticket_id) where ticket_id is not null;

-- Automatic mails sent, for the ladders that stop a loop.
create table aftersales.mail_automatic (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    recipient varchar(254) not null,
    at timestamptz not null
);
create index mail_automatic_recipient on aftersales.mail_automatic (recipient, at);
create index mail_automatic_ticket on aftersales.mail_automatic (ticket_id, at);
create index ticket_requester_address on aftersales.ticket (lower(requester_address)) where requester_address is not null;
