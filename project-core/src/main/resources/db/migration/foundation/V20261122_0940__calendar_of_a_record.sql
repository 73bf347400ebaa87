-- a calendar may belong to one record, such as those a plan file brings; it is in nobody's list then
alter table foundation.work_calendar
    add column subject_type varchar(20),
    add column subject_id bigint,
    add constraint work_calendar_subject check ((subject_type is null) = (subject_id is null));
create index work_calendar_subject on foundation.work_calendar (subject_type, subject_id) where subject_id is not null;
