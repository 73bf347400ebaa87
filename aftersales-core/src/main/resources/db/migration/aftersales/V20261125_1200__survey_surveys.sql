create table aftersales.survey (
    id bigint primary key,
    version int not null,
    number int not null unique,
    kind varchar(4) not null check (kind in ('CSAT', 'NPS', 'CES')),
    occasion varchar(16) not null check (occasion in ('TICKET_RESOLVED', 'TICKET_CLOSED', 'BY_HAND')),
    state varchar(6) not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    title_zh varchar(120) not null,
    title_en varchar(120) not null,
    score_zh varchar(300) not null,
    score_en varchar(300) not null,
    yes_no_zh varchar(300),
    yes_no_en varchar(300),
    comment_zh varchar(300),
    comment_en varchar(300),
    anonymous boolean not null,
    wait_hours int not null,
    reminders int not null,
    reminder_days int not null,
    answer_days int not null,
    follow_up_days int not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check ((yes_no_zh is null) = (yes_no_en is null)),
    check ((comment_zh is null) = (comment_en is null))
);
create sequence aftersales.survey_number start 2;
-- the rating of each resolution in the portal; nothing is mailed before somebody wants it
insert into aftersales.survey (id, version, number, kind, occasion, state, title_zh, title_en, score_zh, score_en,
       yes_no_zh, yes_no_en, comment_zh, comment_en, anonymous, wait_hours, reminders, reminder_days, answer_days,
       follow_up_days, created_at, changed_at)
values (nextval('foundation.id_seq'), 0, 1, 'CSAT', 'TICKET_RESOLVED', 'DRAFT', '服务评价', 'How did we do?',
       '您对这次服务满意吗？', 'How satisfied are you with our service?',
       '问题一次就解决了吗？', 'Was it solved at once?',
       '还有什么想告诉我们？', 'Anything else you want to tell us?', false, 2, 1, 5, 30, 3, now(), now());
create unique index survey_of_resolutions on aftersales.survey (occasion) where occasion = 'TICKET_RESOLVED';

alter table aftersales.survey_invitation
    add column survey_id bigint references aftersales.survey,
    add column project_id bigint,
    add column mail_due_at timestamptz,
    add column reminded int not null default 0,
    add column left_out varchar(16),
    add column answered_at timestamptz;
update aftersales.survey_invitation i
   set survey_id = s.id, kind = 'CSAT',
       project_id = (select t.project_id from aftersales.ticket t where i.subject_type = 'TICKET' and t.id = i.subject_id),
       answered_at = (select r.answered_at from aftersales.survey_response r where r.invitation_id = i.id)
  from aftersales.survey s where s.number = 1;
alter table aftersales.survey_invitation
    alter column survey_id set not null,
    drop constraint survey_invitation_subject_type_subject_id_kind_occasion_key,
    add unique (survey_id, subject_type, subject_id, occasion);
comment on column aftersales.survey_invitation.mail_due_at is 'when the question or a reminder is to be mailed; null for none';
comment on column aftersales.survey_invitation.left_out is 'why it was not mailed';
drop index aftersales.survey_invitation_sent;
create index survey_invitation_sent on aftersales.survey_invitation (survey_id, sent_at)
    include (answered_at, bounced_at, customer_id, agent_id) where sent_at is not null;
create index survey_invitation_all_sent on aftersales.survey_invitation (sent_at)
    include (answered_at, bounced_at, customer_id, agent_id) where sent_at is not null;
create index survey_invitation_asked on aftersales.survey_invitation (contact_id, sent_at) where sent_at is not null;
create index survey_invitation_due on aftersales.survey_invitation (mail_due_at) where mail_due_at is not null;
create index survey_invitation_subject on aftersales.survey_invitation (subject_type, subject_id);

-- a reminder has a link of its own, so that the one mailed first keeps working
create table aftersales.survey_link (
    token_hash varchar(64) primary key,
    invitation_id bigint not null references aftersales.survey_invitation on delete cascade,
    made_at timestamptz not null
);
create index survey_link_invitation on aftersales.survey_link (invitation_id);
insert into aftersales.survey_link (token_hash, invitation_id, made_at)
select token_hash, id, coalesce(sent_at, invited_at) from aftersales.survey_invitation where token_hash is not null;
-- these links were handed out by hand, not mailed
update aftersales.survey_invitation set sent_at = null where sent_at is not null;
alter table aftersales.survey_invitation drop column token_hash;

alter table aftersales.survey_response
    add column survey_id bigint references aftersales.survey,
    add column contact_id bigint references foundation.contact,
    add column agent_id bigint references foundation.app_user,
    add column team_id bigint references foundation.team,
    add column project_id bigint;
update aftersales.survey_response r
   set survey_id = i.survey_id, kind = i.kind, contact_id = i.contact_id, agent_id = i.agent_id, team_id = i.team_id,
       project_id = i.project_id
  from aftersales.survey_invitation i where i.id = r.invitation_id;
alter table aftersales.survey_response
    alter column survey_id set not null,
    alter column invitation_id drop not null,
    drop constraint survey_response_rating_check,
    add check (rating between case kind when 'NPS' then 0 else 1 end
                          and case kind when 'CSAT' then 5 when 'CES' then 7 else 10 end);
comment on column aftersales.survey_response.invitation_id is 'null where the survey is anonymous: nothing leads back to whom was asked';
comment on column aftersales.survey_response.solved is 'the answer to the question with yes or no';
drop index aftersales.survey_response_rated;
drop index aftersales.survey_response_answered;
create index survey_response_rated on aftersales.survey_response (kind, answered_at)
    include (rating, invitation_id, customer_id, agent_id, contact_id) where rating is not null;
create index survey_response_survey on aftersales.survey_response (survey_id, answered_at, id)
    include (rating, customer_id, agent_id, team_id, project_id);
create index survey_response_contact on aftersales.survey_response (contact_id, answered_at) where contact_id is not null;
create index survey_response_agent on aftersales.survey_response (agent_id, answered_at) where agent_id is not null;
create index survey_response_team on aftersales.survey_response (team_id) where team_id is not null;

create table aftersales.survey_follow_up (
    id bigint primary key,
    version int not null,
    response_id bigint not null unique references aftersales.survey_response on delete cascade,
    customer_id bigint references foundation.customer,
    owner_id bigint references foundation.app_user,
    opened_at timestamptz not null,
    due_on date not null,
    done_at timestamptz,
    done_by bigint references foundation.app_user,
    note varchar(2000),
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    check ((done_at is null) = (note is null))
);
create index survey_follow_up_open on aftersales.survey_follow_up (due_on, id) where done_at is null;
create index survey_follow_up_done on aftersales.survey_follow_up (done_at, id) where done_at is not null;
create index survey_follow_up_owner on aftersales.survey_follow_up (owner_id, due_on);
create index survey_follow_up_customer on aftersales.survey_follow_up (customer_id);
create index survey_follow_up_done_by on aftersales.survey_follow_up (done_by) where done_by is not null;

create table aftersales.survey_opt_out (
    contact_id bigint primary key references foundation.contact on delete cascade,
    at timestamptz not null
);
