create table foundation.kpi_target (
    kpi varchar(60) not null,
    period varchar(10) not null,
    target numeric(19, 6) not null,
    primary key (kpi, period)
);
