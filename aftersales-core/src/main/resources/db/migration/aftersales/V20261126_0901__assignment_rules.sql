-- How a team's tickets find who works on them; a team without a row is served by hand alone.
create table aftersales.assignment_rule (
    id bigint primary key,
    version int not null,
    team_id bigint not null unique references foundation.team,
    strategy varchar(12) not null check (strategy in ('ROUND_ROBIN', 'LEAST_LOAD', 'BEST_SKILL')),
    automatic boolean not null,
    on_duty_only boolean not null,
    skills_required boolean not null,
    most_open int check (most_open > 0),
    calendar_id bigint references foundation.work_calendar,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on column aftersales.assignment_rule.automatic is 'at once when a ticket comes to the team; otherwise only when asked';
comment on column aftersales.assignment_rule.calendar_id is 'shift of members who have no calendar of their own';

create table aftersales.assignment_need (
    rule_id bigint not null references aftersales.assignment_rule on delete cascade,
    kind varchar(20),
    language varchar(2) check (language in ('ZH', 'EN')),
    word varchar(80),
    skill varchar(80) not null,
    level int not null check (level between 1 and 5)
);
create index assignment_need_rule on aftersales.assignment_need (rule_id);
comment on table aftersales.assignment_need is 'tickets of this kind, language and word want this skill; null narrows nothing';

create table aftersales.assignment_turn (
    team_id bigint not null references foundation.team on delete cascade,
    user_id bigint not null references foundation.app_user on delete cascade,
    turn bigint not null,
    primary key (team_id, user_id)
);
create index assignment_turn_user on aftersales.assignment_turn (user_id);

-- tickets that a rule is still to give to somebody; whoever changes one holds the lock of its ticket
create table aftersales.assignment_wait (
    ticket_id bigint primary key references aftersales.ticket on delete cascade,
    team_id bigint not null,
    since timestamptz not null,
    next_at timestamptz not null
);
create index assignment_wait_next on aftersales.assignment_wait (next_at);

create table aftersales.agent_pause (
    user_id bigint primary key references foundation.app_user on delete cascade,
    since timestamptz not null,
    until timestamptz,
    reason varchar(200)
);
comment on table aftersales.agent_pause is 'people who take no tickets for the moment, until then or until they say so';
