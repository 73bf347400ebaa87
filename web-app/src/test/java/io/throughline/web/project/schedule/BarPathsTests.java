package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.Gantt.Arrow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On an axis of ten pixels a day from Monday 2026-03-02, epoch day 20514. */
class BarPathsTests {

    private static final long MONDAY = LocalDate.of(2026, 3, 2).toEpochDay();

    private final TimeScale scale = new TimeScale(Zoom.WEEK, 10, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 6));
    private final BarPaths paths = new BarPaths(scale);

    @ParameterizedTest
    @CsvSource({
        "FINISH_TO_START,  5, 9, M50 -16H83V16H90m-5-4l5 4-5 4",
        "FINISH_TO_START,  5, 5, M50 -16H54V8m-4-5l4 5 4-5",
        "FINISH_TO_START,  9, 5, M90 -16H97V0H43V16H50m-5-4l5 4-5 4",
        "START_TO_START,   5, 9, M50 -16H43V16H90m-5-4l5 4-5 4",
        "FINISH_TO_FINISH, 5, 9, M50 -16H97V16H90m5-4l-5 4 5 4",
        "START_TO_FINISH,  5, 9, M50 -16H43V0H97V16H90m5-4l-5 4 5 4"
    })
    void leadsFromTheEndThatDrivesToTheEndThatIsDriven(DependencyType type, double leaves, double enters, String path) {
        var arrow = new Arrow(1, 2, type, 4, 5, MONDAY + leaves, MONDAY + enters, false, false);

        assertThat(paths.arrow(arrow, 5)).isEqualTo(path);
    }

    @Test
    void isTheSameArrowInTheRowOfEitherEnd() {
        var arrow = new Arrow(1, 2, DependencyType.FINISH_TO_START, 4, 6, MONDAY + 5, MONDAY + 9, false, false);

        assertThat(paths.arrow(arrow, 6)).startsWith("M50 -48").contains("V16H90");
        assertThat(paths.arrow(arrow, 4)).startsWith("M50 16").contains("V80H90");
    }

    @Test
    void beginsAndEndsWithWholeUnits() {
        var months = TimeScale.around(Zoom.MONTH, MONDAY, MONDAY + 100);

        assertThat(months.from()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(months.to().getDayOfMonth()).isEqualTo(1);
        assertThat(months.lower().get(1).begin()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(months.lower().get(1).x()).isEqualTo(95.2);
        assertThat(months.upper()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        ", 20, DAY",
        ", 200, WEEK",
        ", 700, MONTH",
        ", 4000, QUARTER",
        "day, 700, DAY",
        "day, 3000, WEEK",
        "month, 36500, QUARTER",
        "nonsense, 20, QUARTER"
    })
    void takesTheZoomAskedForUnlessItWouldBeTooWide(String asked, long days, Zoom zoom) {
        assertThat(Zoom.of(asked, days)).isEqualTo(zoom);
    }
}
