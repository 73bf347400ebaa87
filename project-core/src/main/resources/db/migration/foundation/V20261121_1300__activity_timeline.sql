-- Partitions by month, made ahead by the application through this function: the application's own role may not alter
-- the schema. Rows nobody made a partition for land in the default partition, so no write ever fails for want of one.
create function foundation.make_month_partitions(parent text, ahead int) returns int
    language plpgsql security definer set search_path = foundation, pg_temp as $$
declare
    month date;
    part text;
    made int := 0;
begin
    if parent not in ('activity_entry', 'audit_entry') then
        raise exception 'no partitions by month for %', parent;
    end if;
    perform pg_advisory_xact_lock(hashtext('foundation.make_month_partitions'));
    for i in 0..least(ahead, 24) loop
        month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
        part := parent || '_' || to_char(month, 'YYYYMM');
        if to_regclass('foundation.' || part) is null then
            begin
                execute format(
                    'create table foundation.%I partition of foundation.%I for values from (%L) to (%L)',
                    part, parent,
                    to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
                    to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
                made := made + 1;
            exception when check_violation then
                -- the default partition already holds rows of that month: they stay there
                raise warning 'rows of % lie in the default partition of %', part, parent;
            end;
        end if;
    end loop;
    return made;
end $$;

create function foundation.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% only grows: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create table foundation.activity_entry (
    id bigint not null default nextval('foundation.id_seq'),
    at timestamptz not null,
    subject_type varchar(40) not null,
    subject_id bigint not null,
    actor_id bigint not null,
    actor_name varchar(80) not null,
    verb varchar(120) not null,
    data jsonb not null,
    visibility varchar(8) not null check (visibility in ('STAFF', 'EVERYONE')),
    primary key (at, id)
) partition by range (at);
create table foundation.activity_entry_default partition of foundation.activity_entry default;
create index activity_entry_subject on foundation.activity_entry (subject_type, subject_id, at, id);
create index activity_entry_actor on foundation.activity_entry (actor_id, at, id);
create trigger activity_entry_only_grows before update or delete on foundation.activity_entry
    for each row execute function foundation.refuse_change();
create trigger activity_entry_never_emptied before truncate on foundation.activity_entry
    for each statement execute function foundation.refuse_change();

create table foundation.comment (
    id bigint primary key,
    version int not null,
    subject_type varchar(40) not null,
    subject_id bigint not null,
    author_id bigint not null,
    author_name varchar(80) not null,
    text text not null,
    visibility varchar(8) not null check (visibility in ('STAFF', 'EVERYONE')),
    edited_at timestamptz,
    removed_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index comment_subject on foundation.comment (subject_type, subject_id, created_at, id);
create index comment_author on foundation.comment (author_id, created_at, id);

create table foundation.watcher (
    subject_type varchar(40) not null,
    subject_id bigint not null,
    user_id bigint not null references foundation.app_user on delete cascade,
    since timestamptz not null,
    primary key (subject_type, subject_id, user_id)
);
create index watcher_user on foundation.watcher (user_id, since);

create index app_user_name on foundation.app_user (lower(name));

select foundation.make_month_partitions('activity_entry', 3);
