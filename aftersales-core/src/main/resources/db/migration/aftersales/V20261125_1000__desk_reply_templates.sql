-- Texts for answers, each in one language or both. Whose they are: a person's, a team's, or (neither) everybody's.
create table aftersales.reply_template (
    id bigint primary key,
    version int not null,
    name varchar(80) not null,
    text_zh text not null,
    text_en text not null,
    owner_id bigint references foundation.app_user,
    team_id bigint references foundation.team,
    removed_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check (owner_id is null or team_id is null),
    check (text_zh <> '' or text_en <> '')
);
create index reply_template_name on aftersales.reply_template (lower(name), id) where removed_at is null;
create index reply_template_owner on aftersales.reply_template (owner_id) where owner_id is not null;
create index reply_template_team on aftersales.reply_template (team_id) where team_id is not null;
