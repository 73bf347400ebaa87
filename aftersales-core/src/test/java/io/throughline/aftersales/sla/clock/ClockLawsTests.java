package io.throughline.aftersales.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.foundation.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every past, on a thousand made by chance. */
class ClockLawsTests {

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC");
    private static final List<String> WEEKS = List.of(
            "Mon-Fri 09:00-12:00,13:00-18:00", "Mon-Sat 08:30-17:15", "Tue 22:00-24:00;Sun 00:00-03:00", "24x7");

    static List<Long> seeds() {
        return new Random(20261123).longs(1000).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsExactlyTheTargetWhateverHappened(long seed) {
        var random = new Random(seed);
        var calendar = calendar(random);
        var clocks = new Clocks(calendar, past(random));
        var target = target(random);
        var reading = clocks.read(ClockType.RESOLUTION, target).get(0);
        var counted = clocks.explain(reading).stream()
                .filter(ClockSegment::counts)
                .map(ClockSegment::time)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(counted).isEqualTo(owed(calendar, reading.start(), target));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void joinsItsSegmentsWithoutGapFromStartToDue(long seed) {
        var random = new Random(seed);
        var clocks = new Clocks(calendar(random), past(random));
        var reading = clocks.read(ClockType.RESOLUTION, target(random)).get(0);
        var now = reading.start();
        for (var segment : clocks.explain(reading)) {
            assertThat(segment.from()).isEqualTo(now);
            now = Objects.requireNonNull(segment.to());
        }

        assertThat(now).isEqualTo(reading.due());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isNeverDueEarlierForOnePauseMore(long seed) {
        var random = new Random(seed);
        var calendar = calendar(random);
        var past = past(random);
        var target = target(random);
        var last = past.steps().get(past.steps().size() - 1).at().plusSeconds(60);
        var steps = new java.util.ArrayList<>(past.steps());
        steps.add(new TicketPast.Step(last, "ON_HOLD", StatusCategory.PAUSED, null));
        steps.add(new TicketPast.Step(
                last.plusSeconds(random.nextInt(500_000)), "IN_PROGRESS", StatusCategory.OPEN, null));
        var longer = new TicketPast(past.opened(), false, steps, past.words(), null, null);

        assertThat(due(calendar, longer, target)).isAfterOrEqualTo(due(calendar, past, target));
        assertThat(due(calendar, past, target)).isEqualTo(due(calendar, past, target));
    }

    private static Duration owed(WorkCalendar calendar, Instant start, Target target) {
        return target instanceof Target.Time time
                ? time.working()
                : calendar.workingTimeBetween(
                        start,
                        calendar.addWorkingDays(
                                start, ((Target.Days) target).count(), ((Target.Days) target).endOfDay()));
    }

    private static Instant due(WorkCalendar calendar, TicketPast past, Target target) {
        return Objects.requireNonNull(new Clocks(calendar, past)
                .read(ClockType.RESOLUTION, target)
                .get(0)
                .due());
    }

    private static WorkCalendar calendar(Random random) {
        var calendar = one(random, 3);
        return random.nextInt(4) == 0 ? calendar.intersect(one(random, 1)) : calendar;
    }

    private static WorkCalendar one(Random random, int weeks) {
        return WorkCalendar.of(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                PastFixtures.week(WEEKS.get(weeks == 1 ? 3 : random.nextInt(weeks + 1))),
                List.of());
    }

    private static TicketPast past(Random random) {
        var now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_000_000));
        var past = PastFixtures.opened(now);
        for (int i = random.nextInt(5); i > 0; i--) {
            now = now.plusSeconds(random.nextInt(200_000));
            boolean resolved = random.nextInt(4) == 0;
            past.step(
                    now, resolved ? "RESOLVED" : "ON_HOLD", resolved ? StatusCategory.RESOLVED : StatusCategory.PAUSED);
            now = now.plusSeconds(1 + random.nextInt(300_000));
            past.step(now, "IN_PROGRESS", StatusCategory.OPEN);
        }
        return past.past();
    }

    private static Target target(Random random) {
        return random.nextInt(3) == 0
                ? new Target.Days(random.nextInt(12), random.nextBoolean())
                : new Target.Time(Duration.ofSeconds(random.nextInt(400_000)));
    }
}
