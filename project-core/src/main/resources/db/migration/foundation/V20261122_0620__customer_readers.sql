-- Project managers and technicians find the customers they reach by their work, no longer all.
update foundation.search_entry e
   set scopes = array_remove(array_remove(e.scopes, 'role:PROJECT_MANAGER'), 'role:TECHNICIAN') || ('known:' || c.id)
  from foundation.customer c
 where e.subject_type = 'CUSTOMER' and e.subject_id = c.id;

update foundation.search_entry e
   set scopes = array_remove(array_remove(e.scopes, 'role:PROJECT_MANAGER'), 'role:TECHNICIAN')
                || ('known:' || k.customer_id)
  from foundation.contact k
 where e.subject_type = 'CONTACT' and e.subject_id = k.id;
