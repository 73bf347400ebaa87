-- One mail may go to several people, each with a row of its own: who got it, and who it came back from, is told apart.
alter table foundation.outbox_mail drop constraint outbox_mail_message_id_key;
create unique index outbox_mail_message on foundation.outbox_mail (message_id, recipient);
