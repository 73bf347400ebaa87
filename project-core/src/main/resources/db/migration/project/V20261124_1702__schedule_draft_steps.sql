-- drafts are stepped back and forth by the keys as plans are
alter table project.plan_draft_change
    add column step varchar(4) not null default 'DO' check (step in ('DO', 'UNDO', 'REDO')),
    add column passed boolean not null default false;
update project.plan_draft_change set step = 'UNDO' where verb = 'project.schedule.undoneLine';
