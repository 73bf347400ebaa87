create table foundation.search_entry (
    id bigint generated always as identity primary key,
    subject_type varchar(30) not null,
    subject_id bigint not null,
    number varchar(40),
    title varchar(500) not null,
    folded text not null,
    title_terms tsvector not null,
    terms tsvector not null,
    scopes text[] not null,
    path varchar(300) not null,
    unique (subject_type, subject_id)
);
create index search_entry_number on foundation.search_entry (upper(number)) where number is not null;
create index search_entry_title_terms on foundation.search_entry using gin (title_terms);
create index search_entry_terms on foundation.search_entry using gin (terms);
