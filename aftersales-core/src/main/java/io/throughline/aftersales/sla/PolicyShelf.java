package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.TicketPasts.Told;
import io.throughline.foundation.calendar.CalendarAt;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

    /** A policy with its draft as if it held; without one with what holds. */
    PublishedPolicy drafted(long policy) {
        return jdbc.sql("""
                        select p.*, coalesce(p.draft, v.terms) as terms, coalesce(v.id, 0) as version_id
                          from aftersales.sla_policy p
                          left join aftersales.sla_policy_version v on v.policy_id = p.id and v.number = p.number
                         where p.id = ?
                        """)
                .param(policy)
                .query((row, n) -> new PublishedPolicy(
                        new SlaPolicyId(row.getLong("id")),
                        row.getLong("version_id"),
                        row.getInt("number"),
                        Instant.MIN,
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("position"),
                        TermsText.read(row.getString("terms"))))
                .single();
    }

    /** Whether a policy in force counts with a calendar, for all its tickets or for a customer of that calendar. */
    boolean countsWith(long calendar) {
        var terms = inForce().all().stream().map(PublishedPolicy::terms).toList();
        return terms.stream().anyMatch(each -> each.countsWith(calendar))
                || terms.stream().anyMatch(SlaTerms::customerHours)
                        && jdbc.sql("select exists (select 1 from foundation.customer where calendar_id = ?)")
                                .param(calendar)
                                .query(Boolean.class)
                                .single();
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

    /** The hours of all these policies at one moment, as far as these tickets need them. */
    Hours hoursOf(PolicyChoice policies, Collection<Told> tickets, Instant at) {
        var customers = Stream.concat(
                        Stream.of(Optional.<Long>empty()),
                        tickets.stream()
                                .map(told -> Optional.ofNullable(told.traits().calendar())))
                .distinct()
                .toList();
        return hours(Stream.concat(house(at), policies.all().stream().flatMap(policy -> customers.stream()
                        .flatMap(customer -> wanted(policy.terms(), customer.orElse(null), at))))
                .distinct()
                .toList());
    }

    /** The company's calendar, for tickets that nothing is promised about. */
    static Stream<CalendarAt> house(Instant at) {
        return Stream.of(new CalendarAt(WorkCalendarId.CHINA_STANDARD, at));
    }

    Hours hours(Collection<CalendarAt> wanted) {
        return new Hours(wanted.isEmpty() ? Map.of() : calendars.asOf(wanted));
    }

    /** The calendars that terms count with for a customer of this calendar. */
    static Stream<CalendarAt> wanted(SlaTerms terms, @Nullable Long customer, Instant at) {
        var theirs = terms.customerHours() && customer != null ? new WorkCalendarId(customer) : null;
        return Stream.of(Optional.of(terms.calendar()), Optional.ofNullable(terms.site()), Optional.ofNullable(theirs))
                .flatMap(Optional::stream)
                .distinct()
                .map(calendar -> new CalendarAt(calendar, at));
    }

    @RequiredArgsConstructor
    static final class Hours {

        private final Map<CalendarAt, WorkCalendar> known;

        WorkCalendar house(Instant at) {
            return Objects.requireNonNull(known.get(new CalendarAt(WorkCalendarId.CHINA_STANDARD, at)));
        }

        /** Ours, or ours ∩ the customer's. */
        WorkCalendar of(SlaTerms terms, @Nullable Long customer, Instant at) {
            return wanted(terms, customer, at)
                    .map(one -> Objects.requireNonNull(known.get(one)))
                    .reduce(WorkCalendar::intersect)
                    .orElseThrow();
        }
    }
}
