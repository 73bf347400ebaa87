alter table project.project
    add constraint project_calendar foreign key (calendar_id) references foundation.work_calendar;
