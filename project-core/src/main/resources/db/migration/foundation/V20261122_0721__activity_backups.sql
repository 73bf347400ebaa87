-- Backups that were read back whole, so that the age of the last one can be seen and watched.
create table foundation.backup_made (
    at timestamptz primary key,
    rows bigint not null,
    bytes bigint not null,
    file varchar(255) not null
);
