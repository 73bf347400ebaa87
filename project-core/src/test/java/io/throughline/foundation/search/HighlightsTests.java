package io.throughline.foundation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "堆垛机报 E217，停在巷道 | e217 | 堆垛机报 [E217]，停在巷道",
                "Ｅ２１７ 又出现 | e217 | [Ｅ２１７] 又出现",
                "售后服务，服务好 | 服务 | 售后[服务]，[服务]好",
                "Printer prints, reprint | print | [Print]er [print]s, reprint",
                "主轴报警 alarm | 报警 alarm | 主轴[报警] [alarm]",
                "E217停机 | 停机 e217 | [E217][停机]",
                "ﬁne ﬁlter | fi | [ﬁ]ne [ﬁ]lter",
                "nothing here | 报警 | nothing here"
            })
    void marksWhatWasLookedForInTheWritersLetters(String text, String typed, String marked) {
        assertThat(shown(new Highlights(text, typed).pieces())).isEqualTo(marked);
    }

    @Test
    void cutsTheLineAroundTheFirstFind() {
        var text = "一".repeat(50) + "主轴报警" + "二".repeat(200);
        var excerpt = shown(new Highlights(text, "报警").excerpt());
        assertThat(excerpt).startsWith("…" + "一".repeat(28) + "主轴[报警]二").endsWith("二…");
    }

    @Test
    void neverCutsALetterInTwo() {
        var text = "😀".repeat(40) + "x 报警" + "😀".repeat(80);
        var excerpt = shown(new Highlights(text, "报警").excerpt());
        assertThat(excerpt.codePoints().noneMatch(letter -> Character.getType(letter) == Character.SURROGATE))
                .isTrue();
    }

    private static String shown(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
