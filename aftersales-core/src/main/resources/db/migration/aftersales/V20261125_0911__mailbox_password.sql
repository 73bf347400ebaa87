alter table aftersales.mailbox alter column password type varchar(4000);
