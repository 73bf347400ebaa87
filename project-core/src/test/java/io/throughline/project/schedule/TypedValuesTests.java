package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.network.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValuesTests {

    @ParameterizedTest
    @CsvSource({
        "3, 3, FINISH_TO_START, , WORKING",
        "3ss, 3, START_TO_START, , WORKING",
        "3FS+2d, 3, FINISH_TO_START, 960, WORKING",
        "3 FF - 4 h, 3, FINISH_TO_FINISH, -240, WORKING",
        "3+1.5, 3, FINISH_TO_START, 720, WORKING",
        "12SF+3ed, 12, START_TO_FINISH, 4320, ELAPSED",
        "3FS-50%, 3, FINISH_TO_START, -5000, PERCENT",
        "HTC-7SS+1天, 7, START_TO_START, 480, WORKING",
        "htc-7, 7, FINISH_TO_START, , WORKING",
        "3FS+2 days, 3, FINISH_TO_START, 960, WORKING",
        "3完成-开始+2 个工作日, 3, FINISH_TO_START, 960, WORKING",
        "3SS+1w, 3, START_TO_START, 2400, WORKING"
    })
    void readsWhatPlannersWrite(String text, int predecessor, DependencyType type, Long lag, LagUnit unit) {
        assertThat(TypedValues.predecessors("HTC", text)).containsExactly(new LinkTasks(predecessor, type, lag, unit));
    }

    @Test
    void readsSeveralWithAnyComma() {
        assertThat(TypedValues.predecessors("HTC", "3, 5FF；7SS+1d、9"))
                .extracting(LinkTasks::predecessor)
                .containsExactly(3, 5, 7, 9);
        assertThat(TypedValues.predecessors("HTC", " ，")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"设计", "3XX", "3FS+", "3FS+2q", "-3", "1234567", "ABC-3", "3FS+2d4"})
    void namesThePartThatIsNone(String text) {
        assertThatThrownBy(() -> TypedValues.predecessors("HTC", "5, " + text))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.key()).isEqualTo("project.schedule.notAPredecessor");
                    assertThat(refused.args()).containsExactly(text);
                });
    }

    @ParameterizedTest
    @CsvSource({"5, 2400", "5d, 2400", "3 天, 1440", "5个工作日, 2400", "2.5, 1200", "4h, 240", "2w, 4800", "0, 0"})
    void readsDurations(String text, long minutes) {
        assertThat(TypedValues.minutes(text)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "2ed, 2880, 2ed",
        "4eh, 240, 4eh",
        "1ew, 10080, 7ed",
        "90 emin, 90, 90em",
        "2 elapsed days, 2880, 2ed",
        "3 日历天, 4320, 3ed",
        "3 个自然日, 4320, 3ed",
        "２ｅｄ, 2880, 2ed"
    })
    void readsDurationsByTheClock(String text, long minutes, String written) {
        var duration = TypedValues.duration(text);

        assertThat(duration).isEqualTo(new TaskDuration(minutes, true));
        assertThat(duration.text()).isEqualTo(written);
        assertThat(TypedValues.duration(written)).isEqualTo(duration);
        assertThatThrownBy(() -> TypedValues.minutes(text))
                .as("where only working time makes sense")
                .isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/5/9.5", " 3 / 5 / 9.5 ", "3 5 9.5", "3、5、9.5", "3, 5, 9.5", "3d/5 天/76h"})
    void readsThreePointsAsPlannersWriteThem(String typed) {
        assertThat(TypedValues.points(typed)).extracting(TaskDuration::minutes).containsExactly(1440L, 2400L, 4560L);
    }

    @Test
    void readsThreePointsByTheClock() {
        var points = TypedValues.points("2ed/3 日历天/5ed");

        assertThat(points)
                .containsExactly(
                        new TaskDuration(2880, true), new TaskDuration(4320, true), new TaskDuration(7200, true));
        assertThat(new ThreePointEstimate(2880, 4320, 7200).text(true)).isEqualTo("2ed/3ed/5ed");
        assertThatThrownBy(() -> ThreePointEstimate.of(points, false))
                .as("of working time")
                .hasMessageContaining("notWorkingTime");
        assertThatThrownBy(() -> ThreePointEstimate.of(TypedValues.points("2/3/5"), true))
                .as("of time by the clock")
                .hasMessageContaining("notByTheClock");
        assertThat(TypedValues.points("  ")).as("no estimate").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3/5", "3/5/9/12", "a/b/c", "1e9/2/3", "3//9"})
    void refusesWhatIsNoThreePoints(String typed) {
        assertThatThrownBy(() -> TypedValues.points(typed))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("notThreePoints");
    }

    @Test
    void threePointsStayAsManyDaysWhenTheDurationTurnsIntoTheOtherKindOfTime() {
        assertThat(new ThreePointEstimate(480, 960, 1200).turned(true).text(true))
                .isEqualTo("1ed/2ed/60eh");
        assertThat(new ThreePointEstimate(1440, 2880, 3600).turned(false).text(false))
                .isEqualTo("1/2/2.5");
    }

    @Test
    void nothingByTheClockIsAMilestoneLikeAnyOther() {
        assertThat(TypedValues.duration("0ed")).isEqualTo(new TaskDuration(0, false));
        assertThat(new TaskDuration(1200, false).text()).isEqualTo("2.5");
    }

    @ParameterizedTest
    @CsvSource({"Fixed Work, FIXED_WORK", "固定工期, FIXED_DURATION", "fixed_units, FIXED_UNITS", "固定单位, FIXED_UNITS"})
    void readsTaskTypes(String text, Effort.Type type) {
        assertThat(TypedValues.effortType(text)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3d", "3ed", "50%", "99999999d"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> TypedValues.minutes(text)).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02T08:00",
        "2026/3/2, 2026-03-02T08:00",
        "2026年3月2日, 2026-03-02T08:00",
        "2026-03-02 13:30, 2026-03-02T13:30",
        "2 Mar 2026, 2026-03-02T08:00"
    })
    void readsDates(String text, java.time.LocalDateTime time) {
        assertThat(TypedValues.time(text, TypedValues.OPENING)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2026-13-40", "1899-01-01", "2201-01-01"})
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> TypedValues.time(text, TypedValues.OPENING)).isInstanceOf(RuleViolation.class);
    }
}
