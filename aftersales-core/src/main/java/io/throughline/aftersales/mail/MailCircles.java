package io.throughline.aftersales.mail;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.foundation.notification.Letter;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells who takes part in a ticket by mail: outside people only, never an address of ours. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class MailCircles {

    /** More than so many others are a distribution, not a conversation: nobody of them is copied unasked. */
    private static final int MOST_COPIES = 20;

    private final OurAddresses addresses;
    private final JdbcClient jdbc;

    /** Of a ticket the viewer was shown. */
    public MailCircle of(Viewer viewer, TicketId ticket) {
        var people = jdbc
                .sql("""
                        with people as (
                            select 0 as place, lower(coalesce(k.email, t.requester_address)) as address,
                                   coalesce(k.name, t.requester_name) as name
                              from aftersales.ticket t left join foundation.contact k on k.id = t.requester_id
                             where t.id = :ticket
                            union all
                            select 1, p.address, (select min(k.name) from foundation.contact k
                                                   where lower(k.email) = p.address and k.active)
                              from aftersales.mail_participant p where p.ticket_id = :ticket)
                        select p.place, p.address, p.name, f.at, f.diagnostic, o.number
                          from people p
                          left join aftersales.mail_failure f on f.address = p.address and f.cleared_at is null
                          left join aftersales.ticket o on o.id = f.ticket_id
                         where p.address is not null
                           and (p.place = 0 or
                                not exists (select 1 from foundation.app_user u
                                             where lower(u.email) = p.address and u.contact_id is null)
                                and not exists (select 1 from aftersales.mailbox b where lower(b.address) = p.address))
                         order by p.place, p.address
                        """)
                .param("ticket", ticket.value())
                .query((row, n) -> new Found(row.getInt("place") == 0, person(row)))
                .list()
                .stream()
                .filter(found -> Letter.isAddress(found.person.address()))
                .toList();
        return circle(people);
    }

    private record Found(boolean asked, MailCircle.Person person) {}

    private MailCircle circle(List<Found> people) {
        var to = people.stream()
                .filter(Found::asked)
                .map(Found::person)
                .findFirst()
                .orElse(null);
        var own = addresses.configured();
        var others = people.stream()
                .filter(found -> !found.asked)
                .map(Found::person)
                .filter(person -> to == null || !person.address().equals(to.address()))
                .filter(person -> !addresses.include(person.address(), own))
                .toList();
        var copies = others.stream().filter(person -> person.returned() == null).toList();
        var left = others.stream().filter(person -> person.returned() != null).toList();
        return new MailCircle(to, copies.size() > MOST_COPIES ? List.of() : copies, left);
    }

    private static MailCircle.Person person(ResultSet row) throws SQLException {
        var address = row.getString("address");
        var at = row.getTimestamp("at");
        return new MailCircle.Person(
                address,
                row.getString("name"),
                at == null
                        ? null
                        : new UndeliverableAddresses.Returned(
                                address, at.toInstant(), row.getString("diagnostic"), row.getString("number")));
    }
}
