package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LagUnit;
import io.throughline.project.schedule.LinkTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredecessorTextTests {

    @ParameterizedTest
    @CsvSource({
        "3, 3, FINISH_TO_START, , WORKING",
        "3ss, 3, START_TO_START, , WORKING",
        "3FS+2d, 3, FINISH_TO_START, 960, WORKING",
        "3 FF - 4 h, 3, FINISH_TO_FINISH, -240, WORKING",
        "3+1.5, 3, FINISH_TO_START, 720, WORKING",
        "12SF+3ed, 12, START_TO_FINISH, 4320, ELAPSED",
        "3FS-50%, 3, FINISH_TO_START, -5000, PERCENT",
        "HTC-7SS+1天, 7, START_TO_START, 480, WORKING"
    })
    void readsWhatPlannersWrite(String text, int predecessor, DependencyType type, Long lag, LagUnit unit) {
        assertThat(PredecessorText.parse("HTC", text)).containsExactly(new LinkTasks(predecessor, type, lag, unit));
    }

    @Test
    void readsSeveralWithAnyComma() {
        assertThat(PredecessorText.parse("HTC", "3, 5FF；7SS+1d、9"))
                .extracting(LinkTasks::predecessor)
                .containsExactly(3, 5, 7, 9);
        assertThat(PredecessorText.parse("HTC", " ，")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"设计", "3XX", "3FS+", "3FS+2y", "-3", "1234567", "ABC-3", "3FS+2d4"})
    void namesThePartThatIsNone(String text) {
        assertThatThrownBy(() -> PredecessorText.parse("HTC", "5, " + text))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.key()).isEqualTo("project.schedule.notAPredecessor");
                    assertThat(refused.args()).containsExactly(text);
                });
    }
}
