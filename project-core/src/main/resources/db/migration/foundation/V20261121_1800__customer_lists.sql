alter table foundation.customer add column spellings text not null default '';
comment on column foundation.customer.spellings is 'whole pinyin and initials of the names, for finding';

create index customer_name_order on foundation.customer ((short_name collate "zh-Hans-CN-x-icu"), id);
create index customer_changed_order on foundation.customer (changed_at, id);
create index customer_tier_order on foundation.customer
    ((case tier when 'STRATEGIC' then 0 when 'KEY' then 1 else 2 end), id);
