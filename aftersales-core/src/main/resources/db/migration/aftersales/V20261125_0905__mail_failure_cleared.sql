alter table aftersales.mail_failure add column cleared_at timestamptz;
comment on column aftersales.mail_failure.cleared_at is
    'when a mail from the address came after all; it is shown as reachable, yet machines of ours stay silent for their sixty days';
