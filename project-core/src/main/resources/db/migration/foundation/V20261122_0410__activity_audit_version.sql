alter table foundation.audit_entry add column version int;
comment on column foundation.audit_entry.version is 'the record''s version after the change; null for what is no change of an entity';
