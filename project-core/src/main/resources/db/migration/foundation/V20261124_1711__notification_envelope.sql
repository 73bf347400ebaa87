alter table foundation.outbox_mail add column envelope jsonb;
comment on column foundation.outbox_mail.envelope is 'how a mail of a conversation names itself; null for notices';
