package io.throughline.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedTextTests {

    @Test
    void readsCellsAndRows() {
        assertThat(PastedText.rows("设计\t5d\r\n  采购\t\t3\r\n"))
                .containsExactly(List.of("设计", "5d"), List.of("  采购", "", "3"));
    }

    @Test
    void readsCellsWithLineBreaksTabsAndMarks() {
        assertThat(PastedText.rows("\"第一行\n第二\"\"行\"\"\"\t\"a\tb\"\nx"))
                .containsExactly(List.of("第一行\n第二\"行\"", "a\tb"), List.of("x"));
    }

    @Test
    void takesAMarkThatNeverEndsForOne() {
        assertThat(PastedText.rows("\"设计\t5d\n12\" 屏\t1"))
                .containsExactly(List.of("\"设计", "5d"), List.of("12\" 屏", "1"));
    }

    @Test
    void keepsEmptyRowsBetweenOthersAndTheLastEmptyCell() {
        assertThat(PastedText.rows("a\t\n\nb")).containsExactly(List.of("a", ""), List.of(""), List.of("b"));
        assertThat(PastedText.rows("a\n\n\n")).containsExactly(List.of("a"));
        assertThat(PastedText.rows("")).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        var rows = List.of(List.of("  a\nb", "\"c\"", "d\te"), List.of("", "5d"));

        assertThat(PastedText.rows(PastedText.of(rows))).isEqualTo(rows);
    }
}
