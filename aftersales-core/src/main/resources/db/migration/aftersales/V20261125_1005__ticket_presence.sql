-- Who has a ticket open right now, on whatever node; worth nothing after a crash.
create unlogged table aftersales.ticket_presence (
    ticket_id bigint not null,
    user_id bigint not null,
    writing boolean not null,
    seen_at timestamptz not null,
    primary key (ticket_id, user_id)
);
create index ticket_presence_seen on aftersales.ticket_presence (seen_at);
