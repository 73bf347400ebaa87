alter table aftersales.ticket_message add column mailed_to varchar(254)[];
comment on column aftersales.ticket_message.mailed_to is 'addresses the message was mailed to; null where it was not';
