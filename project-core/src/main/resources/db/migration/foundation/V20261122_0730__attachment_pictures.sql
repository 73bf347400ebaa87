-- A picture of our own making for each picture attached; only that one is ever shown within a page.
create table foundation.picture (
    file_id bigint primary key references foundation.stored_file on delete cascade,
    picture_id bigint not null references foundation.stored_file,
    content_type varchar(40) not null,
    width int not null,
    height int not null
);
create index picture_picture on foundation.picture (picture_id);
