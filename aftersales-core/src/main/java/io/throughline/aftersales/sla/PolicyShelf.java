package io.throughline.aftersales.sla;

import io.throughline.foundation.calendar.CalendarAt;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendars;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policies in force and the hours they count with. */
@Component
@RequiredArgsConstructor
class PolicyShelf {

    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    PolicyChoice inForce() {
        return new PolicyChoice(jdbc.sql("""
                        select p.id, p.name_zh, p.name_en, p.position, v.id as version_id, v.number, v.valid_from, v.terms
                          from aftersales.sla_policy p
                          join aftersales.sla_policy_version v on v.policy_id = p.id and v.number = p.number
                         where p.retired_at is null
                        """)
                .query((row, n) -> new PublishedPolicy(
                        new SlaPolicyId(row.getLong("id")),
                        row.getLong("version_id"),
                        row.getInt("number"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("position"),
                        TermsText.read(row.getString("terms"))))
                .list());
    }

    /** The ids of the policies in force that count with a calendar. */
    List<Long> countingWith(long calendar) {
        return inForce().all().stream()
                .filter(policy -> {
                    var site = policy.terms().site();
                    return policy.terms().calendar().value() == calendar || site != null && site.value() == calendar;
                })
                .map(policy -> policy.policy().value())
                .toList();
    }

    /** The terms of versions, whether they still hold or not. */
    Map<Long, SlaTerms> termsOf(Set<Long> versions) {
        return versions.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, terms from aftersales.sla_policy_version where id in (:versions)")
                        .param("versions", versions)
                        .query((row, n) -> Map.entry(row.getLong("id"), TermsText.read(row.getString("terms"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The hours of all these policies at one moment. */
    Hours hoursOf(PolicyChoice policies, Instant at) {
        return hours(policies.all().stream()
                .flatMap(policy -> wanted(policy.terms(), at))
                .toList());
    }

    Hours hours(Collection<CalendarAt> wanted) {
        return new Hours(wanted.isEmpty() ? Map.of() : calendars.asOf(wanted));
    }

    /** The calendars that terms count with. */
    static Stream<CalendarAt> wanted(SlaTerms terms, Instant at) {
        var site = terms.site();
        var ours = new CalendarAt(terms.calendar(), at);
        return site == null ? Stream.of(ours) : Stream.of(ours, new CalendarAt(site, at));
    }

    @RequiredArgsConstructor
    static final class Hours {

        private final Map<CalendarAt, WorkCalendar> known;

        /** Ours, or ours ∩ the customer's. */
        WorkCalendar of(SlaTerms terms, Instant at) {
            return wanted(terms, at)
                    .map(one -> Objects.requireNonNull(known.get(one)))
                    .reduce(WorkCalendar::intersect)
                    .orElseThrow();
        }
    }
}
