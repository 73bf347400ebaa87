-- Whether the demo company is here, and which ids are its own: they come from one stretch that nobody else gets.
create table foundation.demo_company (
    one boolean primary key default true check (one),
    loaded_at timestamptz not null,
    removed_at timestamptz,
    first_id bigint not null,
    last_id bigint not null,
    check (last_id >= first_id)
);

-- While the demo company is removed: every record that goes, its own and what people hung on it since.
create table foundation.demo_record (
    id bigint primary key
);

-- Timelines only grow, except that the demo company takes its lines along. The audit trail keeps all of its own.
create or replace function foundation.refuse_change() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name like 'activity\_entry%' then
        if exists (select 1 from foundation.demo_record d where d.id = old.subject_id) then
            return old;
        end if;
    end if;
    raise exception '% only grows: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
