-- How far ahead each caller has used up what is allowed. Not logged: a crash may forgive a few calls.
create unlogged table foundation.call_allowance (
    kind varchar(12) not null,
    caller varchar(80) not null,
    paid_at timestamptz not null,
    primary key (kind, caller)
);
create index call_allowance_paid on foundation.call_allowance (paid_at);
