package io.throughline.aftersales.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleNumberTests {

    @ParameterizedTest
    @CsvSource({
        "Reset the spindle!, kb-1042-reset-the-spindle",
        "  – Déjà vu –, kb-1042-deja-vu",
        "主轴复位, kb-1042",
        "PLC S7-1200 主轴, kb-1042-plc-s7-1200"
    })
    void makesAnAddressOfTheLettersOfATitle(String title, String slug) {
        assertThat(new ArticleNumber(1042).slug(title)).isEqualTo(slug);
    }

    @Test
    void cutsALongTitleAndNeverEndsInADash() {
        assertThat(new ArticleNumber(7).slug("a ".repeat(100)))
                .hasSizeLessThan(70)
                .doesNotEndWith("-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KB-1042", "kb-1042", "kb-1042-an-old-title", " KB-1042 "})
    void readsTheNumberWhateverTheTitle(String text) {
        assertThat(ArticleNumber.parse(text)).isEqualTo(new ArticleNumber(1042));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1042", "KB-0", "KB-", "kb-12x", "TK-2026-000001-1", "kb-99999999999999999999"})
    void knowsNothingElse(String text) {
        assertThatThrownBy(() -> ArticleNumber.parse(text)).isInstanceOf(NotFound.class);
    }
}
