-- Measures over years of records, counted once a day and kept; docs/adr/0020.
create table foundation.kpi_day_measure (
    id int generated always as identity primary key,
    key varchar(160) not null unique,
    complete boolean not null default false
);
comment on column foundation.kpi_day_measure.complete is 'there is no record before the first day that is ready';
comment on column foundation.kpi_day_measure.key is 'the measure, a digest of its text and the zone of its days: another text counts anew';

create table foundation.kpi_day (
    measure_id int not null references foundation.kpi_day_measure on delete cascade,
    day date not null,
    team bigint not null,
    kind varchar(20) not null,
    n int not null,
    met int not null,
    points numeric not null,
    seconds int[],
    primary key (measure_id, day, team, kind)
);
comment on column foundation.kpi_day.team is '0 for none';
comment on column foundation.kpi_day.seconds is 'of a duration: every one, so that percentiles stay exact';

create table foundation.kpi_day_ready (
    measure_id int not null references foundation.kpi_day_measure on delete cascade,
    day date not null,
    primary key (measure_id, day)
);

-- Only added to and taken from: two who touch one day never wait for each other.
create table foundation.kpi_day_touched (
    id bigint generated always as identity primary key,
    day date not null
);
create index kpi_day_touched_day on foundation.kpi_day_touched (day);
comment on table foundation.kpi_day_touched is 'days whose records changed since they were counted; they are read from the records meanwhile';

create table foundation.kpi_day_check (
    at timestamptz primary key,
    days int not null,
    differences int not null,
    named varchar(2000)
);
comment on table foundation.kpi_day_check is 'nightly recounts; differences are named and counted anew';

create function foundation.company_zone() returns text
    language sql stable as $$
    select coalesce((select value from foundation.setting where name = 'COMPANY_ZONE'), 'Asia/Shanghai')
$$;

-- Today and later are read from the records anyway.
create function foundation.touch_days(moments timestamptz[]) returns void
    language sql volatile as $$
    insert into foundation.kpi_day_touched (day)
    select distinct d.day
      from (select foundation.company_zone() as name) z
     cross join unnest(moments) as m(at)
     cross join lateral (select (m.at at time zone z.name)::date as day) d
     where d.day < (clock_timestamp() at time zone z.name)::date
$$;
