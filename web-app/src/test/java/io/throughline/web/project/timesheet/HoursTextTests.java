package io.throughline.web.project.timesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5|90",
                "1,5|90",
                ".5|30",
                "8|480",
                "8h|480",
                "1:30|90",
                "0:05|5",
                "1h30m|90",
                "1h 30 min|90",
                "90m|90",
                "１．５|90",
                "1小时30分|90",
                "1.5 小时|90",
                "7.33|440",
                "0|0"
            })
    void readsHoursAsPeopleWriteThem(String typed, int minutes) {
        assertThat(HoursText.parse(typed)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1:75", "1.5.2", "8 小时半", "1h30", "99999999999"})
    void refusesWhatIsNoLengthOfTime(String typed) {
        assertThatThrownBy(() -> HoursText.parse(typed)).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @CsvSource({"90,1.5", "480,8", "15,0.25", "440,7:20", "5,0:05"})
    void writesThemBack(int minutes, String text) {
        assertThat(HoursText.of(minutes)).isEqualTo(text);
        assertThat(HoursText.parse(text)).isEqualTo(minutes);
    }

    @Test
    void leavesAnEmptyCellEmpty() {
        assertThat(HoursText.parse(" ")).isNull();
        assertThat(HoursText.of(0)).isEmpty();
        assertThat(HoursText.shown(0)).isEqualTo("0");
    }
}
