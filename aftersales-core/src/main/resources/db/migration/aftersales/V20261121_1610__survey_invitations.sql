create table aftersales.survey_invitation (
    id bigint primary key,
    version int not null,
    kind varchar(12) not null,
    subject_type varchar(20) not null,
    subject_id bigint not null,
    occasion int not null,
    customer_id bigint references foundation.customer,
    contact_id bigint references foundation.contact,
    agent_id bigint references foundation.app_user,
    team_id bigint references foundation.team,
    token_hash varchar(64) unique,
    invited_at timestamptz not null,
    sent_at timestamptz,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    bounced_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (subject_type, subject_id, kind, occasion)
);
create index survey_invitation_customer on aftersales.survey_invitation (customer_id, invited_at);
create index survey_invitation_contact on aftersales.survey_invitation (contact_id, invited_at);
create index survey_invitation_agent on aftersales.survey_invitation (agent_id);
create index survey_invitation_team on aftersales.survey_invitation (team_id);
create index survey_invitation_sent on aftersales.survey_invitation (kind, sent_at) where sent_at is not null;

create table aftersales.survey_response (
    id bigint primary key,
    version int not null,
    invitation_id bigint not null unique references aftersales.survey_invitation on delete cascade,
    kind varchar(12) not null,
    customer_id bigint references foundation.customer,
    rating int check (rating between 1 and 5),
    solved boolean,
    comment varchar(2000),
    channel varchar(8) not null check (channel in ('PORTAL', 'LINK')),
    answered_at timestamptz not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
create index survey_response_answered on aftersales.survey_response (kind, answered_at, id);
create index survey_response_customer on aftersales.survey_response (customer_id, answered_at);
