create table foundation.job (
    id bigint primary key,
    kind varchar(80) not null,
    payload jsonb not null,
    state varchar(12) not null,
    started_by bigint not null,
    starter_name varchar(80) not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempts int not null default 0,
    done bigint not null default 0,
    total bigint not null default 0,
    message_key varchar(120),
    message_data jsonb,
    cancel_requested boolean not null default false,
    result_data jsonb,
    link varchar(300),
    attachment_id bigint
);
create index job_started_by on foundation.job (started_by, id desc);
create index job_state on foundation.job (state, id desc);
create index job_kind on foundation.job (kind, id desc);
create index job_finished_at on foundation.job (finished_at) where finished_at is not null;

-- The tables of db-scheduler: one for jobs people start, one for recurring tasks, so that neither keeps the other waiting.
create table foundation.scheduled_job (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_job_execution_time on foundation.scheduled_job (execution_time);
create index scheduled_job_last_heartbeat on foundation.scheduled_job (last_heartbeat);

create table foundation.scheduled_task (like foundation.scheduled_job including all);
