package io.throughline.foundation.calendar;

import static io.throughline.foundation.calendar.CalendarFixtures.calendar;
import static io.throughline.foundation.calendar.CalendarFixtures.closedDuring;
import static io.throughline.foundation.calendar.CalendarFixtures.holiday;
import static io.throughline.foundation.calendar.CalendarFixtures.open;
import static io.throughline.foundation.calendar.CalendarFixtures.shanghai;
import static io.throughline.foundation.calendar.CalendarFixtures.shanghaiAt;
import static io.throughline.foundation.calendar.Segment.Kind.COUNTED;
import static io.throughline.foundation.calendar.Segment.Kind.HOLIDAY;
import static io.throughline.foundation.calendar.Segment.Kind.MAKE_UP_DAY;
import static io.throughline.foundation.calendar.Segment.Kind.OUTSIDE_HOURS;
import static io.throughline.foundation.calendar.Segment.Kind.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every due time explains itself. */
class SegmentTests {

    @Test
    void tellWhatTheSpanConsistsOf() {
        var calendar = shanghai(holiday("2026-11-19"), holiday("2026-11-20"), open("2026-11-21", "09:00-12:00"));
        var pause = new Pause(shanghaiAt("2026-11-18 16:00"), shanghaiAt("2026-11-18 17:00"));

        var due = calendar.due(shanghaiAt("2026-11-18 15:00"), Duration.ofHours(6), List.of(pause));

        assertThat(due.at()).isEqualTo(shanghaiAt("2026-11-23 10:00"));
        assertThat(due.segments())
                .extracting(
                        Segment::kind, Segment::from, segment -> segment.time().toMinutes())
                .containsExactly(
                        tuple(COUNTED, shanghaiAt("2026-11-18 15:00"), 60L),
                        tuple(PAUSED, shanghaiAt("2026-11-18 16:00"), 60L),
                        tuple(COUNTED, shanghaiAt("2026-11-18 17:00"), 60L),
                        tuple(OUTSIDE_HOURS, shanghaiAt("2026-11-18 18:00"), 6 * 60L),
                        tuple(HOLIDAY, shanghaiAt("2026-11-19 00:00"), 48 * 60L),
                        tuple(OUTSIDE_HOURS, shanghaiAt("2026-11-21 00:00"), 9 * 60L),
                        tuple(MAKE_UP_DAY, shanghaiAt("2026-11-21 09:00"), 3 * 60L),
                        tuple(OUTSIDE_HOURS, shanghaiAt("2026-11-21 12:00"), 45 * 60L),
                        tuple(COUNTED, shanghaiAt("2026-11-23 09:00"), 60L));
    }

    @Test
    void countBackWithNegativeTime() {
        var due = shanghai().due(shanghaiAt("2026-11-23 10:00"), Duration.ofHours(-2), List.of());

        assertThat(due.at()).isEqualTo(shanghaiAt("2026-11-20 17:00"));
        assertThat(due.segments())
                .extracting(Segment::kind, segment -> segment.time().toMinutes())
                .containsExactly(tuple(COUNTED, -60L), tuple(OUTSIDE_HOURS, -63 * 60L), tuple(COUNTED, -60L));
    }

    @Test
    void countBackOverAPause() {
        var pause = new Pause(shanghaiAt("2026-11-23 09:30"), shanghaiAt("2026-11-23 11:00"));

        assertThat(shanghai()
                        .due(shanghaiAt("2026-11-23 12:00"), Duration.ofMinutes(-75), List.of(pause))
                        .at())
                .isEqualTo(shanghaiAt("2026-11-23 09:15"));
    }

    @Test
    void acceptPausesInAnyOrderOverlappingAndOutsideTheSpan() {
        var pauses = List.of(
                new Pause(shanghaiAt("2026-11-18 14:00"), shanghaiAt("2026-11-18 15:00")),
                new Pause(shanghaiAt("2026-11-18 10:30"), shanghaiAt("2026-11-18 11:30")),
                new Pause(shanghaiAt("2026-11-18 10:00"), shanghaiAt("2026-11-18 11:00")),
                new Pause(shanghaiAt("2026-11-18 10:45"), shanghaiAt("2026-11-18 10:50")),
                new Pause(shanghaiAt("2026-11-01 10:00"), shanghaiAt("2026-11-02 11:00")));

        var due = shanghai().due(shanghaiAt("2026-11-18 09:00"), Duration.ofHours(3), pauses);

        assertThat(due.at()).isEqualTo(shanghaiAt("2026-11-18 15:30"));
    }

    @Test
    void haveNoDueTimeWhileAPauseHasNoEnd() {
        var waiting = List.of(new Pause(shanghaiAt("2026-11-18 10:00"), null));
        var start = shanghaiAt("2026-11-18 09:00");

        var held = shanghai().due(start, Duration.ofHours(3), waiting);
        var reached = shanghai().due(start, Duration.ofHours(1), waiting);

        assertThat(held.at()).isNull();
        assertThat(held.remaining()).hasHours(2);
        assertThat(counted(held.segments())).hasHours(1);
        assertThat(shanghai().dueAt(start, Duration.ofHours(3), waiting)).isEmpty();
        assertThat(reached.at()).isEqualTo(shanghaiAt("2026-11-18 10:00"));
        assertThat(shanghai().workingTime(start, shanghaiAt("2026-11-19 10:00"), waiting))
                .hasHours(1);
    }

    @Test
    void letTargetZeroInAPauseBeTheEndOfThePause() {
        var pauses = List.of(new Pause(shanghaiAt("2026-11-20 17:00"), shanghaiAt("2026-11-23 10:00")));

        assertThat(shanghai()
                        .due(shanghaiAt("2026-11-20 18:00"), Duration.ZERO, pauses)
                        .at())
                .isEqualTo(shanghaiAt("2026-11-23 10:00"));
    }

    @Test
    void stayFewOverManyYearsAndStillAddUp() {
        var calendar = shanghai(closedDuring("2030-01-02", "09:30-10:00"), holiday("2031-01-02"));
        var start = shanghaiAt("2026-11-18 09:30");
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < 30; i++) {
            var from = start.plus(Duration.ofDays(50L * i));
            pauses.add(new Pause(from, from.plus(Duration.ofHours(30))));
        }
        var target = Duration.ofHours(20_000);

        var due = calendar.due(start, target, pauses);

        assertThat(due.segments()).hasSizeLessThan(400);
        assertThat(counted(due.segments())).isEqualTo(target);
        assertThat(due.segments().get(0).from()).isEqualTo(start);
        assertThat(due.segments().get(due.segments().size() - 1).to()).isEqualTo(due.at());
        for (int i = 1; i < due.segments().size(); i++) {
            assertThat(due.segments().get(i).from())
                    .isEqualTo(due.segments().get(i - 1).to());
        }
    }

    @Test
    void namesTheHolidayOfEitherSideOfAnIntersection() {
        var both = calendar("UTC", "Mon-Fri 08:00-18:00")
                .intersect(calendar("UTC", "24x7", holiday("2026-11-19"), open("2026-11-21", "08:00-12:00")));

        var strip =
                both.explain(Instant.parse("2026-11-18T17:00:00Z"), Instant.parse("2026-11-20T09:00:00Z"), List.of());

        assertThat(strip)
                .extracting(Segment::kind)
                .containsExactly(COUNTED, OUTSIDE_HOURS, HOLIDAY, OUTSIDE_HOURS, COUNTED);
    }

    private static Duration counted(List<Segment> segments) {
        return segments.stream().filter(Segment::counts).map(Segment::time).reduce(Duration.ZERO, Duration::plus);
    }
}
