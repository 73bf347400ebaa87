create table foundation.work_calendar (
    id bigint primary key,
    version int not null,
    name_zh varchar(80) not null,
    name_en varchar(80) not null,
    zone varchar(64) not null,
    week text not null,
    special_days text not null,
    revision int not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);

-- every state a calendar ever had, so that a clock can be replayed with the hours valid then
create table foundation.work_calendar_revision (
    id bigint primary key,
    version int not null,
    calendar_id bigint not null references foundation.work_calendar,
    number int not null,
    valid_from timestamptz not null,
    cause varchar(200) not null,
    zone varchar(64) not null,
    week text not null,
    special_days text not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (calendar_id, number)
);
create index work_calendar_revision_valid on foundation.work_calendar_revision (calendar_id, valid_from);
