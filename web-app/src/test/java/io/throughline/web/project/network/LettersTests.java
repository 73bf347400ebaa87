package io.throughline.web.project.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTests {

    @Test
    void countsChineseLettersTwice() {
        assertThat(Letters.lines("机械安装与精度复测", 10, 2)).containsExactly("机械安装与", "精度复测");
    }

    @Test
    void breaksBetweenWords() {
        assertThat(Letters.lines("Install the gantry crane", 14, 2)).containsExactly("Install the", "gantry crane");
    }

    @Test
    void endsInAnEllipsisWhereTextIsLeft() {
        assertThat(Letters.lines("Install the gantry crane of hall seven", 14, 2))
                .containsExactly("Install the", "gantry crane…");
        assertThat(Letters.lines("机械安装与精度复测", 10, 1)).containsExactly("机械安装…");
    }

    @Test
    void keepsPairsOfALetterTogether() {
        assertThat(Letters.lines("𠮷野家", 4, 2)).containsExactly("𠮷野", "家");
    }
}
