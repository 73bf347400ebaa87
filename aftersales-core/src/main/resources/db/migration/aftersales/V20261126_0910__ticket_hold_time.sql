-- A hold ends at a time of day; those there are end as before, with the first minute of their day in the company's zone.
alter table aftersales.ticket add held_until timestamptz;
update aftersales.ticket
   set held_until = hold_until::timestamp at time zone coalesce(
           (select value from foundation.setting where name = 'COMPANY_ZONE'), 'Asia/Shanghai')
 where hold_until is not null;
alter table aftersales.ticket drop column hold_until;
create index ticket_held on aftersales.ticket (held_until) where status = 'ON_HOLD';

alter table aftersales.ticket_batch_item add held_until timestamptz;
update aftersales.ticket_batch_item
   set held_until = hold_until::timestamp at time zone coalesce(
           (select value from foundation.setting where name = 'COMPANY_ZONE'), 'Asia/Shanghai')
 where hold_until is not null;
alter table aftersales.ticket_batch_item drop column hold_until;
