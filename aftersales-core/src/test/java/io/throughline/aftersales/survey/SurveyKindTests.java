package io.throughline.aftersales.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyKindTests {

    /** Worked example V9 of the catalogue. */
    @Test
    void computesTheNetPromoterScore() {
        var answers = new int[] {9, 10, 10, 9, 8, 7, 7, 6, 3, 10};
        long good = Arrays.stream(answers).filter(SurveyKind.NPS::isGood).count();
        long bad = Arrays.stream(answers).filter(SurveyKind.NPS::isBad).count();

        assertThat(SurveyKind.NPS.score(good, bad, answers.length)).isEqualByComparingTo("30");
    }

    @Test
    void hasNoScoreWithoutAnAnswer() {
        assertThat(SurveyKind.CSAT.score(0, 0, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"CSAT, 1, 5, 4, 2", "NPS, 0, 10, 9, 6", "CES, 1, 7, 5, 3"})
    void tellsGoodFromBad(SurveyKind kind, int lowest, int highest, int goodFrom, int badUpTo) {
        assertThat(kind.scale())
                .containsExactlyInAnyOrder(
                        IntStream.rangeClosed(lowest, highest).toArray());
        assertThat(kind.isGood(goodFrom)).isTrue();
        assertThat(kind.isGood(goodFrom - 1)).isFalse();
        assertThat(kind.isBad(badUpTo)).isTrue();
        assertThat(kind.isBad(badUpTo + 1)).isFalse();
        assertThat(kind.covers(lowest - 1)).isFalse();
        assertThat(kind.covers(highest + 1)).isFalse();
    }
}
