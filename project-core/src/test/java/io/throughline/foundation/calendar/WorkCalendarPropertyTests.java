package io.throughline.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine against an oracle that asks the wall clock minute by minute, on random calendars around clock changes. A
 * failure names its seed.
 */
class WorkCalendarPropertyTests {

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Asia/Kathmandu",
            "UTC");
    private static final int DAYS = 21;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void agreesWithTheMinuteByMinuteOracle(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            var first = random.nextBoolean() ? LocalDate.of(2026, 3, 1) : LocalDate.of(2026, 10, 15);
            var a = Spec.random(random, first);
            var b = Spec.random(random, first);
            agrees(a.calendar(), a.oracle(), first, random);
            var both = a.calendar().intersect(b.calendar());
            agrees(both, a.oracle().and(b.oracle()), first, random);
            var three = both.intersect(Spec.of("Europe/Berlin", random, first).calendar());
            assertThat(three.workingTimeBetween(start(first), start(first.plusDays(DAYS))))
                    .isLessThanOrEqualTo(both.workingTimeBetween(start(first), start(first.plusDays(DAYS))));
        }
    }

    private static void agrees(WorkCalendar calendar, Predicate<Instant> oracle, LocalDate first, Random random) {
        int minutes = DAYS * 1440;
        var worked = new int[minutes + 1];
        var start = start(first);
        for (int i = 0; i < minutes; i++) {
            worked[i + 1] = worked[i] + (oracle.test(start.plusSeconds(60L * i)) ? 1 : 0);
        }
        for (int probe = 0; probe < 60; probe++) {
            int from = random.nextInt(minutes);
            int to = random.nextInt(minutes);
            var t = start.plusSeconds(60L * from);
            assertThat(calendar.workingTimeBetween(t, start.plusSeconds(60L * to)))
                    .hasMinutes(worked[to] - worked[from]);
            assertThat(calendar.isOpen(t)).isEqualTo(worked[from + 1] > worked[from]);

            int amount = worked[to] - worked[from];
            var expected =
                    amount > 0 ? firstWith(worked, worked[from] + amount) : lastWith(worked, worked[from] + amount);
            if (expected < minutes) {
                var end = calendar.add(t, Duration.ofMinutes(amount));
                assertThat(end).isEqualTo(start.plusSeconds(60L * expected));
                assertThat(calendar.workingTimeBetween(t, end)).hasMinutes(amount);
            }
        }
    }

    /** First minute with that much worked before it: closing time. */
    private static int firstWith(int[] worked, int wanted) {
        int i = 0;
        while (worked[i] != wanted) {
            i++;
        }
        return i;
    }

    /** Last minute with that much worked before it: opening time. */
    private static int lastWith(int[] worked, int wanted) {
        int i = worked.length - 1;
        while (worked[i] != wanted) {
            i--;
        }
        return i;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void comesBackOverDecades(long seed) {
        var random = new Random(seed);
        var first = LocalDate.of(2026, 1, 1);
        for (int round = 0; round < 40; round++) {
            var spec = Spec.random(random, first);
            if (spec.week.isClosed()) {
                continue;
            }
            var calendar = spec.calendar();
            var t = start(first).plusNanos(random.nextLong(0, 10_000_000_000_000_000L));
            var amount = Duration.ofNanos(random.nextLong(-100_000_000_000_000_000L, 100_000_000_000_000_000L));

            var end = calendar.add(t, amount);

            assertThat(calendar.workingTimeBetween(t, end)).isEqualTo(amount);
            assertThat(calendar.workingTimeBetween(end, t)).isEqualTo(amount.negated());
            var opening = calendar.nextOpening(t);
            assertThat(calendar.add(calendar.add(opening, amount), amount.negated()))
                    .isIn(opening, closingBefore(calendar, opening));
            var due = calendar.due(t, amount, List.of());
            assertThat(due.at()).isEqualTo(end);
            assertThat(due.segments().stream()
                            .filter(Segment::counts)
                            .map(Segment::time)
                            .reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(amount);
        }
    }

    private static Instant closingBefore(WorkCalendar calendar, Instant opening) {
        return Instant.ofEpochSecond(calendar.secondAt(calendar.worked(opening.getEpochSecond()) - 1) + 1);
    }

    private static Instant start(LocalDate first) {
        return Instant.parse(first + "T00:00:00Z");
    }

    /** A calendar and, beside it, what its author meant. */
    private record Spec(ZoneId zone, WorkWeek week, List<SpecialDay> specials) {

        static Spec random(Random random, LocalDate first) {
            return of(ZONES.get(random.nextInt(ZONES.size())), random, first);
        }

        static Spec of(String zone, Random random, LocalDate first) {
            Map<DayOfWeek, List<WorkPeriod>> days = new EnumMap<>(DayOfWeek.class);
            for (var day : DayOfWeek.values()) {
                if (random.nextInt(4) > 0) {
                    days.put(day, periods(random));
                }
            }
            var specials = new ArrayList<SpecialDay>();
            for (int i = 0; i < random.nextInt(8); i++) {
                var date = first.plusDays(random.nextInt(DAYS));
                specials.add(
                        switch (random.nextInt(3)) {
                            case 0 -> SpecialDay.holiday(date, "");
                            case 1 -> new SpecialDay(date, SpecialDay.Kind.BREAK, periods(random), "", "");
                            default -> override(specials, date, random);
                        });
            }
            return new Spec(ZoneId.of(zone), new WorkWeek(days), specials);
        }

        private static SpecialDay override(List<SpecialDay> specials, LocalDate date, Random random) {
            specials.removeIf(other -> other.date().equals(date) && other.kind() == SpecialDay.Kind.OVERRIDE);
            return new SpecialDay(date, SpecialDay.Kind.OVERRIDE, periods(random), "", "");
        }

        private static List<WorkPeriod> periods(Random random) {
            int from = random.nextInt(20) * 1800;
            int to = from + (1 + random.nextInt(8)) * 1800;
            if (random.nextInt(6) == 0) {
                return List.of(new WorkPeriod(0, WorkPeriod.DAY));
            }
            if (random.nextBoolean()) {
                return List.of(new WorkPeriod(from, to));
            }
            int again = to + random.nextInt(4) * 900;
            return List.of(
                    new WorkPeriod(from, to),
                    new WorkPeriod(again, random.nextBoolean() ? WorkPeriod.DAY : again + 3600));
        }

        WorkCalendar calendar() {
            return WorkCalendar.of(zone, week, specials);
        }

        Predicate<Instant> oracle() {
            return instant -> {
                var local = LocalDateTime.ofInstant(instant, zone);
                int second = local.toLocalTime().toSecondOfDay();
                var today = specials.stream()
                        .filter(special -> special.date().equals(local.toLocalDate()))
                        .toList();
                if (holds(today, SpecialDay.Kind.BREAK, second)) {
                    return false;
                }
                if (today.stream().anyMatch(special -> special.kind() == SpecialDay.Kind.OVERRIDE)) {
                    return holds(today, SpecialDay.Kind.OVERRIDE, second);
                }
                return today.stream().noneMatch(special -> special.kind() == SpecialDay.Kind.HOLIDAY)
                        && covers(week.on(local.getDayOfWeek()), second);
            };
        }

        private static boolean holds(List<SpecialDay> today, SpecialDay.Kind kind, int second) {
            return today.stream().anyMatch(special -> special.kind() == kind && covers(special.periods(), second));
        }

        private static boolean covers(List<WorkPeriod> periods, int second) {
            return periods.stream().anyMatch(period -> period.from() <= second && second < period.to());
        }
    }
}
