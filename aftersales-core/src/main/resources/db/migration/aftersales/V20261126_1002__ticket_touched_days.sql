-- Whoever changes what a kept measure counts marks the days of it, in the same transaction, whichever way it is changed.
create function aftersales.touch_by_tickets(tickets bigint[]) returns void
    language sql volatile as $$
    select foundation.touch_days(array(
        select unnest(array[t.opened_at, t.first_resolved_at, t.closed_at]) from aftersales.ticket t where t.id = any (tickets)
        union all
        select unnest(array[k.acknowledged_at, k.answered_at, k.restored_at, k.resolved_at])
          from aftersales.ticket_time k where k.ticket_id = any (tickets)
        union all
        select r.answered_at from aftersales.ticket_reply r where r.ticket_id = any (tickets)
        union all
        select c.due_at from aftersales.ticket_clock c where c.ticket_id = any (tickets)))
$$;

create function aftersales.ticket_touches() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform foundation.touch_days(array(
            select unnest(array[opened_at, first_resolved_at, closed_at]) from joined));
    elsif tg_op = 'DELETE' then
        perform foundation.touch_days(array(
            select unnest(array[opened_at, first_resolved_at, closed_at]) from parted));
    else
        perform foundation.touch_days(array(
            select unnest(array[o.opened_at, o.first_resolved_at, o.closed_at, n.opened_at, n.first_resolved_at, n.closed_at])
              from parted o join joined n on n.id = o.id
             where (o.opened_at, o.first_resolved_at, o.closed_at, o.public_replies, o.hand_offs, o.reopened_count, o.escalated)
                   is distinct from
                   (n.opened_at, n.first_resolved_at, n.closed_at, n.public_replies, n.hand_offs, n.reopened_count, n.escalated)));
        perform aftersales.touch_by_tickets(array(
            select n.id from parted o join joined n on n.id = o.id
             where (o.team_id, o.kind, o.counts_in_kpi, o.status in ('CANCELLED', 'MERGED'), o.status = 'MERGED')
                   is distinct from
                   (n.team_id, n.kind, n.counts_in_kpi, n.status in ('CANCELLED', 'MERGED'), n.status = 'MERGED')));
    end if;
    return null;
end $$;
create trigger ticket_touches_joined after insert on aftersales.ticket
    referencing new table as joined for each statement execute function aftersales.ticket_touches();
create trigger ticket_touches_parted after delete on aftersales.ticket
    referencing old table as parted for each statement execute function aftersales.ticket_touches();
create trigger ticket_touches after update on aftersales.ticket
    referencing old table as parted new table as joined for each statement execute function aftersales.ticket_touches();

create function aftersales.ticket_time_touches() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform foundation.touch_days(array(
            select unnest(array[acknowledged_at, answered_at, restored_at, resolved_at]) from parted));
    end if;
    if tg_op <> 'DELETE' then
        perform foundation.touch_days(array(
            select unnest(array[acknowledged_at, answered_at, restored_at, resolved_at]) from joined));
    end if;
    return null;
end $$;
create trigger ticket_time_touches_joined after insert on aftersales.ticket_time
    referencing new table as joined for each statement execute function aftersales.ticket_time_touches();
create trigger ticket_time_touches_parted after delete on aftersales.ticket_time
    referencing old table as parted for each statement execute function aftersales.ticket_time_touches();
create trigger ticket_time_touches after update on aftersales.ticket_time
    referencing old table as parted new table as joined for each statement execute function aftersales.ticket_time_touches();

create function aftersales.ticket_reply_touches() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform foundation.touch_days(array(select answered_at from parted));
    end if;
    if tg_op <> 'DELETE' then
        perform foundation.touch_days(array(select answered_at from joined));
    end if;
    return null;
end $$;
create trigger ticket_reply_touches_joined after insert on aftersales.ticket_reply
    referencing new table as joined for each statement execute function aftersales.ticket_reply_touches();
create trigger ticket_reply_touches_parted after delete on aftersales.ticket_reply
    referencing old table as parted for each statement execute function aftersales.ticket_reply_touches();
create trigger ticket_reply_touches after update on aftersales.ticket_reply
    referencing old table as parted new table as joined for each statement execute function aftersales.ticket_reply_touches();

create function aftersales.ticket_clock_touches() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform foundation.touch_days(array(select due_at from parted));
    end if;
    if tg_op <> 'DELETE' then
        perform foundation.touch_days(array(select due_at from joined));
    end if;
    return null;
end $$;
create trigger ticket_clock_touches_joined after insert on aftersales.ticket_clock
    referencing new table as joined for each statement execute function aftersales.ticket_clock_touches();
create trigger ticket_clock_touches_parted after delete on aftersales.ticket_clock
    referencing old table as parted for each statement execute function aftersales.ticket_clock_touches();
create trigger ticket_clock_touches after update on aftersales.ticket_clock
    referencing old table as parted new table as joined for each statement execute function aftersales.ticket_clock_touches();

-- A follow-up counts as opening again; an opening again raises the ticket's own count, but its history may be corrected.
create function aftersales.ticket_link_touches() returns trigger language plpgsql as $$
begin
    perform foundation.touch_days(array(
        select t.first_resolved_at from moved m join aftersales.ticket t on t.id = m.from_id where m.kind = 'FOLLOW_UP'));
    return null;
end $$;
create trigger ticket_link_touches_joined after insert on aftersales.ticket_link
    referencing new table as moved for each statement execute function aftersales.ticket_link_touches();
create trigger ticket_link_touches_parted after delete on aftersales.ticket_link
    referencing old table as moved for each statement execute function aftersales.ticket_link_touches();
create function aftersales.ticket_step_touches() returns trigger language plpgsql as $$
begin
    perform foundation.touch_days(array(
        select t.first_resolved_at from moved m join aftersales.ticket t on t.id = m.ticket_id
         where m.from_category = 'RESOLVED' and m.to_category in ('OPEN', 'PAUSED')));
    return null;
end $$;
create trigger ticket_step_touches_joined after insert on aftersales.ticket_status_change
    referencing new table as moved for each statement execute function aftersales.ticket_step_touches();
create trigger ticket_step_touches_parted after delete on aftersales.ticket_status_change
    referencing old table as moved for each statement execute function aftersales.ticket_step_touches();
