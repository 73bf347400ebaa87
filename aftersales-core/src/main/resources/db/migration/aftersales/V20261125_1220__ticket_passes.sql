-- a link by which whoever asked opens this one ticket without signing in
create table aftersales.ticket_pass (
    token_hash varchar(64) primary key,
    ticket_id bigint not null references aftersales.ticket on delete cascade,
    contact_id bigint not null references foundation.contact on delete cascade,
    made_at timestamptz not null,
    expires_at timestamptz not null
);
create index ticket_pass_ticket on aftersales.ticket_pass (ticket_id, made_at);
create index ticket_pass_contact on aftersales.ticket_pass (contact_id);
