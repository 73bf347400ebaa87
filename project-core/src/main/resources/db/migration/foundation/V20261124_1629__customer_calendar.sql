alter table foundation.customer add column calendar_id bigint references foundation.work_calendar;
comment on column foundation.customer.calendar_id is 'working hours at the customer''s, for promises that count only while both sides work';
create index customer_calendar on foundation.customer (calendar_id) where calendar_id is not null;
