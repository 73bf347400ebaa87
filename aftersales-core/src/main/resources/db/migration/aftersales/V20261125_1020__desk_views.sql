-- Lists of tickets under a name: what stands in the list's address. Whose it is as of reply templates.
create table aftersales.ticket_view (
    id bigint primary key,
    version int not null,
    name varchar(80) not null,
    query varchar(2000) not null,
    owner_id bigint references foundation.app_user,
    team_id bigint references foundation.team,
    removed_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check (owner_id is null or team_id is null)
);
create index ticket_view_owner on aftersales.ticket_view (owner_id) where owner_id is not null;
create index ticket_view_team on aftersales.ticket_view (team_id) where team_id is not null;
create index ticket_view_everybodys on aftersales.ticket_view (id)
    where owner_id is null and team_id is null and removed_at is null;
