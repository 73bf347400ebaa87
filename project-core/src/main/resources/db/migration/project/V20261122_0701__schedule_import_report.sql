-- files already used up are of no more use; they would have been dropped within the day
delete from project.plan_upload where project_key is not null;
alter table project.plan_upload add column report jsonb;
alter table project.plan_upload add constraint plan_upload_reported check ((project_key is null) = (report is null));
comment on column project.plan_upload.report is 'what came over and what did not, for who asks again; written with the project';
