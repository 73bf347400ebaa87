package io.throughline.aftersales.automation;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a rule would have met: events of the past, each on the ticket as it stood then; for a timed rule the open tickets that
 * have waited long enough now. Nothing is done. What other rules would have changed before is not played through, and the
 * customer's tier is today's.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class AutomationTrials {

    /** So many events, the newest first, are looked at; a trial answers at once. */
    static final int MOST = 5_000;

    private static final int SHOWN = 100;

    private final PastFacts past;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param looked how many events or waiting tickets were looked at
     * @param cut whether there were more in that time
     * @param met how many of them the conditions fit
     * @param first the newest hundred of those
     */
    public record Trial(int looked, boolean cut, int met, List<Met> first) {}

    public record Met(String ticket, String subject, Instant at) {}

    /**
     * An event of the past, or the moment from which a ticket waits.
     *
     * @param message id of the message in question, 0 where it was none
     * @param read as of when conditions look at the ticket
     */
    record Moment(long ticket, String number, String subject, Instant at, long message, Instant read) {}

    /** @param days how far back, 1 to 366; means nothing to a timed rule */
    public Trial attempt(Viewer viewer, RuleTerms terms, int days) {
        var now = clock.instant();
        var moments = terms.occasion().isTimed()
                ? waiting(terms, now)
                : events(terms.occasion(), now.minus(Duration.ofDays(Math.max(1, Math.min(days, 366)))));
        boolean cut = moments.size() > MOST;
        var looked = cut ? moments.subList(0, MOST) : moments;
        var facts = past.of(looked, !terms.when().words().isEmpty());
        var met = looked.stream()
                .filter(moment -> terms.when().fits(Objects.requireNonNull(facts.get(moment))))
                .map(moment -> new Met(moment.number(), moment.subject(), moment.at()))
                .toList();
        return new Trial(
                looked.size(), cut, met.size(), met.stream().limit(SHOWN).toList());
    }

    private List<Moment> waiting(RuleTerms terms, Instant now) {
        var wait = Duration.ofMinutes(Objects.requireNonNull(terms.waitMinutes()));
        return jdbc.sql("""
                        select t.id, t.number, t.subject, w.since as at, 0 as message
                          from aftersales.ticket t
                         cross join lateral (select %s as since) w
                         where t.live and w.since <= :before
                         order by w.since desc, t.id desc
                         limit %d
                        """.formatted(terms.occasion().since(), MOST + 1))
                .param("before", Timestamp.from(now.minus(wait)))
                .query((row, n) -> moment(row, now))
                .list();
    }

    private List<Moment> events(Occasion occasion, Instant since) {
        return jdbc.sql("""
                        select t.id, t.number, t.subject, e.at, e.message
                          from (%s order by at desc limit %d) e
                          join aftersales.ticket t on t.id = e.ticket_id
                         order by e.at desc, t.id desc
                        """.formatted(source(occasion), MOST + 1))
                .param("since", Timestamp.from(since))
                .query((row, n) -> moment(row, row.getTimestamp("at").toInstant()))
                .list();
    }

    private static String source(Occasion occasion) {
        return switch (occasion) {
            case OPENED ->
                "select id as ticket_id, opened_at as at, 0 as message from aftersales.ticket where opened_at > :since";
            case CUSTOMER_WROTE -> """
                select m.ticket_id, m.at, m.id as message from aftersales.ticket_message m
                  join aftersales.ticket o on o.id = m.ticket_id and o.opened_at < m.at
                 where m.at > :since and m.visibility = 'PUBLIC' and m.from_customer and not m.automatic
                """;
            case ANSWERED -> """
                select ticket_id, at, id as message from aftersales.ticket_message
                 where at > :since and visibility = 'PUBLIC' and not from_customer and not automatic
                """;
            case STATUS_CHANGED -> """
                select ticket_id, at, 0 as message from aftersales.ticket_status_change
                 where at > :since and from_status is not null
                """;
            case PRIORITY_CHANGED -> """
                select ticket_id, at, 0 as message from aftersales.ticket_change where at > :since and field = 'PRIORITY'
                """;
            case ASSIGNED -> """
                select distinct ticket_id, at, 0 as message from aftersales.ticket_change
                 where at > :since and field in ('TEAM', 'ASSIGNEE')
                """;
            case UNANSWERED, CUSTOMER_SILENT, UNTOUCHED -> throw new IllegalArgumentException("no event: " + occasion);
        };
    }

    private static Moment moment(ResultSet row, Instant read) throws SQLException {
        return new Moment(
                row.getLong("id"),
                row.getString("number"),
                row.getString("subject"),
                row.getTimestamp("at").toInstant(),
                row.getLong("message"),
                read);
    }
}
