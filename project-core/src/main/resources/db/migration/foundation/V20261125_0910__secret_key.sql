-- By which key stored passwords are sealed; the key itself is outside the database.
create table foundation.secret_key (
    one boolean primary key default true check (one),
    fingerprint varchar(64) not null,
    at timestamptz not null
);
