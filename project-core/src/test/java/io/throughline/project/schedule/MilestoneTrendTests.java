package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.MilestoneTrend.History;
import io.throughline.project.schedule.MilestoneTrend.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was written down of milestones, told by reporting dates. */
class MilestoneTrendTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void tellsEachDayOfAShortTimeAndKeepsWhatDidNotMove() {
        var trend = trend(history(null, MONDAY, MONDAY.plusDays(20), MONDAY.plusDays(2), MONDAY.plusDays(25)), 4);

        assertThat(trend.reports())
                .containsExactly(
                        MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3), MONDAY.plusDays(4));
        var line = trend.lines().get(0);
        assertThat(line.points())
                .extracting(Point::expected)
                .containsExactly(
                        MONDAY.plusDays(20),
                        MONDAY.plusDays(20),
                        MONDAY.plusDays(25),
                        MONDAY.plusDays(25),
                        MONDAY.plusDays(25));
        assertThat(line.points()).extracting(Point::moved).containsExactly(null, 0, 5, 0, 0);
        assertThat(line.movedInAll()).isEqualTo(5);
        assertThat(line.changes()).isEqualTo(1);
    }

    @Test
    void takesWeeksMonthsOrQuartersForALongerTime() {
        assertThat(trend(history(null, MONDAY, MONDAY), 60).reports())
                .startsWith(MONDAY.plusDays(6), MONDAY.plusDays(13))
                .endsWith(MONDAY.plusDays(60));
        assertThat(trend(history(null, MONDAY, MONDAY), 400).reports())
                .startsWith(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
        assertThat(trend(history(null, MONDAY, MONDAY), 2000).reports())
                .startsWith(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 6, 30));
        for (int days : new int[] {0, 25, 26, 180, 190, 800, 5000, 9000}) {
            assertThat(trend(history(null, MONDAY, MONDAY), days).reports()).hasSizeLessThan(29);
        }
    }

    @Test
    void endsWhereTheMilestoneWasReached() {
        var reached = MONDAY.plusDays(2);
        var line = trend(history(reached, MONDAY, MONDAY.plusDays(5), reached, reached), 4)
                .lines()
                .get(0);

        assertThat(line.points())
                .extracting(Point::expected)
                .containsExactly(MONDAY.plusDays(5), MONDAY.plusDays(5), reached, null, null);
        assertThat(line.last()).isEqualTo(reached);
    }

    @Test
    void beginsWhereTheMilestoneWasFirstKnown() {
        var early = history(null, MONDAY, MONDAY.plusDays(9));
        var late = history(null, MONDAY.plusDays(2), MONDAY.plusDays(8));

        var trend = MilestoneTrend.of(List.of(early, late), MONDAY.plusDays(2));

        assertThat(trend.lines().get(1).points())
                .extracting(Point::expected)
                .containsExactly(null, null, MONDAY.plusDays(8));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(MilestoneTrend.of(List.of(), MONDAY)).isEqualTo(new MilestoneTrend(List.of(MONDAY), List.of()));
    }

    private static MilestoneTrend trend(History history, int days) {
        return MilestoneTrend.of(List.of(history), MONDAY.plusDays(days));
    }

    /** @param told a day, and what was expected then */
    private static History history(@Nullable LocalDate reached, LocalDate... told) {
        var expected = new TreeMap<LocalDate, LocalDate>();
        for (int i = 0; i < told.length; i += 2) {
            expected.put(told[i], told[i + 1]);
        }
        return new History(1, "验收", null, reached, expected, new TreeMap<>());
    }
}
