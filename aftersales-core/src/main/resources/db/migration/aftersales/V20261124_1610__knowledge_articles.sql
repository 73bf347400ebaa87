create sequence aftersales.knowledge_article_number start 1001;

create table aftersales.knowledge_article (
    id bigint primary key,
    version int not null,
    number bigint not null unique,
    state varchar(20) not null,
    title_zh varchar(200) not null,
    body_zh text not null,
    title_en varchar(200) not null,
    body_en text not null,
    visibility varchar(20) not null,
    written_by bigint,
    returned_note varchar(1000),
    edition int not null default 0,
    review_days int not null,
    reviewed_at timestamptz,
    retired_at timestamptz,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint
);
comment on table aftersales.knowledge_article is 'an article as it is being written; what readers see are its editions';
comment on column aftersales.knowledge_article.state is 'DRAFT, SUBMITTED: text that waits; PUBLISHED: the newest edition says the same';
comment on column aftersales.knowledge_article.written_by is 'who wrote the waiting text last, and so does not publish it';
comment on column aftersales.knowledge_article.edition is 'number of the newest edition; 0 before the first';
create index knowledge_article_changed on aftersales.knowledge_article (changed_at desc, id desc);

create table aftersales.knowledge_edition (
    id bigint primary key,
    version int not null,
    article_id bigint not null references aftersales.knowledge_article,
    number int not null,
    title_zh varchar(200) not null,
    body_zh text not null,
    title_en varchar(200) not null,
    body_en text not null,
    visibility varchar(20) not null,
    written_by bigint,
    published_at timestamptz not null,
    created_at timestamptz not null, created_by bigint, changed_at timestamptz not null, changed_by bigint,
    unique (article_id, number)
);

create table aftersales.knowledge_vote (
    id bigint generated always as identity unique,
    article_id bigint not null references aftersales.knowledge_article,
    user_id bigint not null references foundation.app_user,
    helpful boolean not null,
    remark varchar(1000) not null,
    at timestamptz not null,
    primary key (article_id, user_id)
);
create index knowledge_vote_at on aftersales.knowledge_vote (at);

create table aftersales.knowledge_use (
    ticket_id bigint not null references aftersales.ticket,
    article_id bigint not null references aftersales.knowledge_article,
    solved boolean not null,
    added_by bigint,
    at timestamptz not null,
    primary key (ticket_id, article_id)
);
comment on table aftersales.knowledge_use is 'articles that helped with a ticket';
create index knowledge_use_article on aftersales.knowledge_use (article_id, at desc);

create table aftersales.knowledge_reading (
    id bigint generated always as identity primary key,
    user_id bigint not null references foundation.app_user,
    article_id bigint not null references aftersales.knowledge_article,
    at timestamptz not null
);
comment on table aftersales.knowledge_reading is 'articles opened in the portal, for the share of questions answered without a ticket';
create index knowledge_reading_at on aftersales.knowledge_reading (at);
create index knowledge_reading_article on aftersales.knowledge_reading (article_id);
create index knowledge_reading_user on aftersales.knowledge_reading (user_id, at);

create index ticket_resolved_at on aftersales.ticket (resolved_at) where resolved_at is not null;
