package io.throughline.web.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the parts of the demo company share while it is told: dice, today, the ids to give, and who there is so far. */
final class Story {

    static final ZoneId HOME = ZoneId.of("Asia/Shanghai");
    static final int DAYS = 730;

    /** Ids set aside for it; the story takes about nine thousand. */
    static final int IDS = 30_000;

    final JdbcTemplate jdbc;
    final Random dice;
    final Instant now;
    final LocalDate today;
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Long> teams = new LinkedHashMap<>();
    final Map<String, Client> clients = new LinkedHashMap<>();
    final List<Venture> ventures = new ArrayList<>();
    private final long last;
    private long next;

    Story(JdbcTemplate jdbc, long seed, Instant now, long firstId) {
        this.jdbc = jdbc;
        this.dice = new Random(seed);
        this.now = now;
        this.today = LocalDate.ofInstant(now, HOME);
        this.next = firstId;
        this.last = firstId + IDS - 1;
    }

    record Person(long id, String login, String name, Set<String> roles, Set<String> teams) {}

    record Contact(long id, String name, boolean manager) {}

    record Client(
            long id,
            String code,
            String number,
            String shortName,
            String bank,
            boolean chinese,
            ZoneId zone,
            Person executive,
            List<String> sites,
            List<Contact> contacts) {}

    /**
     * A project, as far as tickets and files need to know it.
     *
     * @param trades who does what the team does not, by the kind of work
     */
    record Venture(
            long id,
            String key,
            String name,
            Client client,
            Person manager,
            List<Person> team,
            Map<String, Person> trades,
            boolean open) {}

    long id() {
        if (next > last) {
            throw new IllegalStateException("the demo company takes more ids than were set aside");
        }
        return next++;
    }

    Person person(String login) {
        var person = people.get(login);
        if (person == null) {
            throw new IllegalStateException("nobody in the demo company is called " + login);
        }
        return person;
    }

    List<Person> inTeam(String team) {
        return people.values().stream()
                .filter(person -> person.teams().contains(team))
                .toList();
    }

    <T> T any(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    int between(int from, int to) {
        return from + dice.nextInt(to - from + 1);
    }

    /** Takes so many values of a number series and returns the first. */
    long numbers(String series, int year, int count) {
        var last = jdbc.queryForObject("""
                insert into foundation.number_series (series, year, last) values (?, ?, ?)
                on conflict (series, year) do update set last = number_series.last + excluded.last
                returning last
                """, Long.class, series, year, count);
        return (last == null ? 0 : last) - count + 1;
    }

    /** The day, or the Friday before it. */
    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    static int workdays(LocalDate from, LocalDate to) {
        return (int)
                from.datesUntil(to.plusDays(1)).filter(day -> !isWeekend(day)).count();
    }

    static Instant at(LocalDateTime local) {
        return local.atZone(HOME).toInstant();
    }

    /** The instant itself within working hours, else some time in the next working morning. */
    Instant atWork(Instant at) {
        var local = at.atZone(HOME);
        int hour = local.getHour();
        if (hour >= 8 && hour < 18 && !isWeekend(local.toLocalDate())) {
            return at;
        }
        var day = hour < 8 ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        while (isWeekend(day)) {
            day = day.plusDays(1);
        }
        return at(day.atTime(8, 5).plusMinutes(dice.nextInt(150)));
    }

    /** An instant of the past, never later than now. */
    Instant past(LocalDateTime local) {
        var at = at(local);
        return at.isAfter(now) ? now : at;
    }
}
