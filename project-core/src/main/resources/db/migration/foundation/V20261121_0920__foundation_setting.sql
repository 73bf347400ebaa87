create table foundation.number_series (
    series varchar(10) not null,
    year int not null,
    last bigint not null,
    primary key (series, year)
);

create table foundation.setting (
    name varchar(60) primary key,
    value varchar(2000) not null
);
