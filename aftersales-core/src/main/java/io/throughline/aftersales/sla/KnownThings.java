package io.throughline.aftersales.sla;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.RuleViolation;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that what a policy names is there; {@link RuleViolation} at its field where it is not. */
@Component
@RequiredArgsConstructor
class KnownThings {

    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    void require(SlaTerms terms) {
        requireCalendar(terms.calendar(), "calendar");
        requireCalendar(terms.site(), "site");
        if (count("foundation.customer where id in (:ids)", terms.customers())
                < terms.customers().size()) {
            throw new RuleViolation("aftersales.sla.unknownCustomer").at("customers");
        }
        terms.levels().forEach(this::require);
    }

    void require(EscalationLevel level) {
        requireColleagues(level.people(), "people");
        requireColleagues(one(level.assignee()), "assignee");
        requireTeams(level.teams(), "teams");
        requireTeams(one(level.team()), "team");
    }

    private void requireColleagues(Set<Long> users, String field) {
        if (count("foundation.app_user where active and contact_id is null and id in (:ids)", users) < users.size()) {
            throw new RuleViolation("aftersales.ticket.unknownColleague").at(field);
        }
    }

    private void requireTeams(Set<Long> teams, String field) {
        if (count("foundation.team where active and id in (:ids)", teams) < teams.size()) {
            throw new RuleViolation("aftersales.ticket.unknownTeam").at(field);
        }
    }

    private void requireCalendar(@Nullable WorkCalendarId calendar, String field) {
        if (calendar != null && !calendars.exists(calendar)) {
            throw new RuleViolation("aftersales.sla.unknownCalendar").at(field);
        }
    }

    private long count(String where, Set<Long> ids) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from " + where)
                        .param("ids", ids)
                        .query(Long.class)
                        .single();
    }

    private static Set<Long> one(@Nullable Long id) {
        return Stream.ofNullable(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
