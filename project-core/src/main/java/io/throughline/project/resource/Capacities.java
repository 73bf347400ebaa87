package io.throughline.project.resource;

import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long people can work on each day: the hours of their calendar, the usual week where they have none, without their
 * leave, times their units.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class Capacities {

    private static final String PEOPLE = """
            select u.id as user_id, r.id, r.calendar_id, coalesce(r.max_units, 1) as units
              from foundation.app_user u left join project.resource r on r.user_id = u.id
             where u.id = any(?)
            """;

    private final StoredCrews crews;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    private record Person(
            long user, @Nullable Long resource, @Nullable Long calendar, BigDecimal units) {}

    /**
     * Minutes of each day by user, in order; users nobody knows are left out.
     *
     * @param last included
     */
    public Map<Long, List<Long>> of(Viewer viewer, Collection<Long> users, LocalDate first, LocalDate last) {
        var people = jdbc.sql(PEOPLE)
                .param(users.toArray(Long[]::new))
                .query((row, n) -> person(row))
                .list();
        var leave = crews.leave(
                people.stream().map(Person::resource).filter(Objects::nonNull).collect(Collectors.toSet()));
        var hours = OwnHours.of(
                calendars,
                people.stream().map(Person::calendar).filter(Objects::nonNull).collect(Collectors.toSet()));
        var days = first.datesUntil(last.plusDays(1)).toList();
        var capacities = new HashMap<Long, List<Long>>();
        for (var person : people) {
            var own = hours.capacity(
                            person.calendar(),
                            person.resource() == null ? List.of() : leave.getOrDefault(person.resource(), List.of()))
                    .local();
            capacities.put(
                    person.user(),
                    days.stream()
                            .map(day -> minutes(own.between(second(day), second(day.plusDays(1))), person.units()))
                            .toList());
        }
        return capacities;
    }

    private static long minutes(long seconds, BigDecimal units) {
        return Math.round(seconds / 60.0 * units.doubleValue());
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getLong("user_id"),
                row.getObject("id", Long.class),
                row.getObject("calendar_id", Long.class),
                row.getBigDecimal("units"));
    }
}
