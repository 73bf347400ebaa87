package io.throughline.web.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"3/5/9.5", " 3 / 5 / 9.5 ", "3 5 9.5", "3、5、9.5", "3, 5, 9.5"})
    void readsDaysAsPlannersWriteThem(String typed) {
        assertThat(EstimateText.parse(typed)).containsExactly(1440L, 2400L, 4560L);
    }

    @Test
    void takesAnEmptyTextForNoEstimate() {
        assertThat(EstimateText.parse("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3/5", "3/5/9/12", "a/b/c", "1e9/2/3", "3//9"})
    void refusesWhatIsNoThreeNumbers(String typed) {
        assertThatThrownBy(() -> EstimateText.parse(typed))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("notThreePoints");
    }
}
