package io.throughline.project.resource;

import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.calendar.Workforce;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hours, leave and skills of people as the pool of resources has them. */
@Component
@RequiredArgsConstructor
class StoredWorkforce implements Workforce {

    private final StoredCrews crews;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    private record Person(
            long user, long resource, @Nullable Long calendar, Map<String, Integer> skills) {}

    @Override
    public Map<Long, Worker> of(Collection<Long> users, WorkCalendar otherwise) {
        var workers = new HashMap<Long, Worker>();
        users.forEach(user -> workers.put(user, new Worker(otherwise, otherwise, Map.of())));
        var people = people(users);
        var leave = crews.leave(people.stream().map(Person::resource).collect(Collectors.toSet()));
        var own = OwnHours.of(
                calendars,
                people.stream().map(Person::calendar).filter(Objects::nonNull).collect(Collectors.toSet()));
        for (var person : people) {
            var hours = person.calendar() == null ? otherwise : own.calendar(person.calendar());
            var present = own.without(hours, leave.getOrDefault(person.resource(), List.of()));
            workers.put(person.user(), new Worker(hours, present, person.skills()));
        }
        return workers;
    }

    @Override
    public List<String> skills() {
        return jdbc.sql("""
                        select distinct s.skill from project.resource_skill s
                          join project.resource r on r.id = s.resource_id
                         where r.user_id is not null
                         order by s.skill
                        """).query(String.class).list();
    }

    private List<Person> people(Collection<Long> users) {
        return jdbc.sql("""
                        select r.user_id, r.id, r.calendar_id,
                               array(select s.skill from project.resource_skill s
                                      where s.resource_id = r.id order by s.skill) as skills,
                               array(select s.level::int from project.resource_skill s
                                      where s.resource_id = r.id order by s.skill) as levels
                          from project.resource r
                         where r.user_id = any(?)
                        """)
                .param(users.toArray(Long[]::new))
                .query((row, n) -> new Person(
                        row.getLong("user_id"),
                        row.getLong("id"),
                        row.getObject("calendar_id", Long.class),
                        skills(row)))
                .list();
    }

    private static Map<String, Integer> skills(ResultSet row) throws SQLException {
        var names = values(row.getArray("skills"));
        var levels = values(row.getArray("levels"));
        var skills = new HashMap<String, Integer>();
        for (int i = 0; i < names.length; i++) {
            skills.put((String) names[i], (Integer) levels[i]);
        }
        return skills;
    }

    private static Object[] values(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }
}
