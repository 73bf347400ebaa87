package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.DependencyType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Plans as people say them: tasks by name, days of eight hours, links as {@code A→B FS+2d}, dates of 2026 as {@code 03-04}. */
public final class NetworkFixtures {

    public static final long DAY = 480;

    private NetworkFixtures() {}

    /** Mon–Fri 08–12 and 13–17. */
    public static LocalHours office(SpecialDay... specials) {
        return hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"), specials);
    }

    public static LocalHours hours(WorkWeek week, SpecialDay... specials) {
        return WorkCalendar.of(ZoneOffset.UTC, week, List.of(specials)).local();
    }

    public static SpecialDay holiday(String date) {
        return SpecialDay.holiday(LocalDate.parse("2026-" + date), "");
    }

    /** Starts on Monday 2026-03-02 at 08:00. */
    public static Plan plan() {
        return plan(office());
    }

    public static Plan plan(LocalHours hours) {
        return new Plan(PlanFrame.startingAt(at("03-02 08:00"), hours));
    }

    public static Plan plan(PlanFrame frame) {
        return new Plan(frame);
    }

    /** {@code 03-04 08:00} of 2026. */
    public static LocalDateTime at(String time) {
        return LocalDateTime.parse("2026-" + time.replace(' ', 'T'));
    }

    public static long id(String name) {
        return name.hashCode();
    }

    public static final class Plan {
        private final NetworkBuilder builder;

        private Plan(PlanFrame frame) {
            builder = Network.in(frame);
        }

        public TaskDraft task(String name, double days) {
            return builder.task(id(name)).duration(Math.round(days * DAY));
        }

        /** Each {@code P→S}, with {@code FS}, {@code SS+2d}, {@code FF-1d}, {@code FS+50%} or {@code FS+3ed} behind it. */
        public Plan links(String... texts) {
            Arrays.stream(texts).map(Plan::link).forEach(link -> builder.links(List.of(link)));
            return this;
        }

        public static Link link(String text) {
            var words = text.split("[→ ]");
            var how = words.length > 2 ? words[2] : "FS";
            var type = Arrays.stream(DependencyType.values())
                    .filter(one -> one.code().equals(how.substring(0, 2)))
                    .findAny()
                    .orElseThrow();
            return new Link(id(words[0]), id(words[1]), type, lag(how.substring(2)));
        }

        private static Lag lag(String text) {
            if (text.isEmpty()) {
                return Lag.NONE;
            }
            if (text.endsWith("%")) {
                return Lag.percent(100 * Long.parseLong(text.substring(0, text.length() - 1)));
            }
            if (text.endsWith("ed")) {
                return Lag.elapsed(1440 * Long.parseLong(text.substring(0, text.length() - 2)));
            }
            return Lag.working(DAY * Long.parseLong(text.substring(0, text.length() - 1)));
        }

        public Network network() {
            return builder.build();
        }

        public Seen schedule() {
            return new Seen(CriticalPath.of(network()));
        }
    }

    /** A schedule read by names. */
    public record Seen(Schedule schedule) {

        /** Days from and to, or the one day, with the hours where they are not 08:00 and 17:00. */
        String dates(String name) {
            var dates = schedule.of(id(name));
            var from = start(dates.start());
            var to = finish(dates.finish());
            return from.equals(to) ? from : from + "…" + to;
        }

        /** In days. */
        double slack(String name) {
            return schedule.of(id(name)).totalSlack() / (double) DAY;
        }

        double freeSlack(String name) {
            return schedule.of(id(name)).freeSlack() / (double) DAY;
        }

        boolean isCritical(String name) {
            return schedule.of(id(name)).critical();
        }

        private static String start(LocalDateTime time) {
            return text(time).replace(" 08:00", "");
        }

        private static String finish(LocalDateTime time) {
            return text(time).replace(" 17:00", "");
        }

        private static String text(LocalDateTime time) {
            return time.toString().substring(5).replace('T', ' ');
        }
    }
}
