package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTests {

    @Test
    void readsLevelShutAndOpenSummaries() {
        assertThat(Fold.parse("L2,7,-9")).isEqualTo(new Fold(2, Set.of(7), Set.of(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "L", "--3", "99999999", "3;4"})
    void passesOverWhatIsNoNumber(String text) {
        assertThat(Fold.parse(text)).isEqualTo(Fold.NONE);
    }

    @Test
    void writesWhatItReads() {
        var fold = new Fold(1, Set.of(12, 7), Set.of(30));

        assertThat(fold).hasToString("L1,7,12,-30");
        assertThat(Fold.parse(fold.toString())).isEqualTo(fold);
    }

    @Test
    void turnsOneSummaryAndBackAgain() {
        var shut = Fold.NONE.toggled(7, 1);
        assertThat(shut).hasToString("7");
        assertThat(shut.toggled(7, 1)).isEqualTo(Fold.NONE);
    }

    @Test
    void opensOneSummaryOfALevelThatIsShut() {
        var level = Fold.parse("L2");
        assertThat(level.shuts(9, 1)).isFalse();
        assertThat(level.shuts(9, 2)).isTrue();

        var opened = level.toggled(9, 2);
        assertThat(opened.shuts(9, 2)).isFalse();
        assertThat(opened.shuts(8, 3)).isTrue();
        assertThat(opened.toggled(9, 2)).isEqualTo(level);
    }
}
