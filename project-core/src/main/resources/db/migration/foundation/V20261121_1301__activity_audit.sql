create table foundation.audit_entry (
    id bigint not null default nextval('foundation.id_seq'),
    at timestamptz not null,
    actor_id bigint,
    actor_name varchar(80) not null,
    cause varchar(60),
    action varchar(40) not null,
    table_name varchar(120),
    record_id bigint,
    subject_type varchar(40),
    subject_id bigint,
    field varchar(120),
    old_value text,
    new_value text,
    primary key (at, id)
) partition by range (at);
create table foundation.audit_entry_default partition of foundation.audit_entry default;
create index audit_entry_actor on foundation.audit_entry (actor_id, at, id);
create index audit_entry_subject on foundation.audit_entry (subject_type, subject_id, at, id);
create index audit_entry_record on foundation.audit_entry (table_name, record_id, at, id);
create index audit_entry_field on foundation.audit_entry (field, at, id);
create index audit_entry_action on foundation.audit_entry (action, at, id);
create trigger audit_entry_only_grows before update or delete on foundation.audit_entry
    for each row execute function foundation.refuse_change();
create trigger audit_entry_never_emptied before truncate on foundation.audit_entry
    for each statement execute function foundation.refuse_change();

select foundation.make_month_partitions('audit_entry', 3);
