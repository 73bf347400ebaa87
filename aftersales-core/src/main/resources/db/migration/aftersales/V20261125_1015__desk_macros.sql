-- Several steps on a ticket under one name; whose it is as of reply templates.
create table aftersales.macro (
    id bigint primary key,
    version int not null,
    name varchar(80) not null,
    template_id bigint references aftersales.reply_template,
    note boolean not null,
    status varchar(40) references aftersales.ticket_status,
    hold_reason varchar(500),
    hold_days int check (hold_days between 1 and 365),
    priority varchar(2),
    to_team_id bigint references foundation.team,
    to_user_id bigint references foundation.app_user,
    to_me boolean not null,
    tags varchar(400) not null,
    owner_id bigint references foundation.app_user,
    team_id bigint references foundation.team,
    removed_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check (owner_id is null or team_id is null),
    check (to_user_id is null or not to_me)
);
create index macro_name on aftersales.macro (lower(name), id) where removed_at is null;
create index macro_owner on aftersales.macro (owner_id) where owner_id is not null;
create index macro_team on aftersales.macro (team_id) where team_id is not null;
create index macro_template on aftersales.macro (template_id) where template_id is not null;
create index macro_to_team on aftersales.macro (to_team_id) where to_team_id is not null;
create index macro_to_user on aftersales.macro (to_user_id) where to_user_id is not null;
