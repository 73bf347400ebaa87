alter table foundation.search_entry rename column folded to text;
comment on column foundation.search_entry.text is 'number, title and text by lines, as written; folded in entries written before this';
