alter table shop.house add column colour text;
update shop.house set colour = 'red';
alter table shop.house alter column colour set not null;
