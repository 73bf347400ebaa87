-- Whose session a browser held last; only the hash of its mark is kept.
create table foundation.known_browser (
    mark_hash char(64) primary key,
    user_id bigint not null references foundation.app_user on delete cascade,
    since timestamptz not null
);
create index known_browser_user on foundation.known_browser (user_id);
create index known_browser_since on foundation.known_browser (since);

-- What was typed into a form and could not be taken in, until its writer is signed in again.
create table foundation.kept_form (
    id bigint generated always as identity primary key,
    user_id bigint not null references foundation.app_user on delete cascade,
    path varchar(500) not null,
    fields jsonb not null,
    files_lost boolean not null,
    at timestamptz not null
);
create index kept_form_user on foundation.kept_form (user_id, id);
create index kept_form_at on foundation.kept_form (at);
