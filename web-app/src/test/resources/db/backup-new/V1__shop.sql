create table shop.house (
    id bigint generated always as identity primary key,
    name text not null,
    size numeric(12, 2),
    twice numeric(12, 2) generated always as (size * 2) stored,
    notes jsonb,
    words tsvector,
    tags text[],
    opened timestamptz,
    stays interval,
    share double precision,
    parent bigint references shop.house (id),
    head bigint
);
create table shop.person (
    id bigint primary key,
    house bigint not null references shop.house (id),
    name text not null
);
alter table shop.house add constraint house_head_fk foreign key (head) references shop.person (id);

create table shop."Odd ""Name""" ("a column" int primary key, "select" text);

create table shop.chunk (hash text, part int, content bytea not null, primary key (hash, part));

create table shop.event (id bigint not null, at date not null, text text, primary key (id, at)) partition by range (at);
create table shop.event_2026 partition of shop.event for values from ('2026-01-01') to ('2027-01-01');
create table shop.event_other partition of shop.event default;

create sequence shop.number_seq increment 50;

create function shop.refuse() returns trigger language plpgsql as
    $$ begin raise exception 'append only'; end $$;
create trigger event_append_only before update or delete on shop.event for each row execute function shop.refuse();
create trigger event_no_truncate before truncate on shop.event execute function shop.refuse();

create materialized view shop.house_count as select count(*) as houses from shop.house;

insert into shop.house (name) values ('seeded by the migration');
