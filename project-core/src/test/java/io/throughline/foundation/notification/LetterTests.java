package io.throughline.foundation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTests {

    @ParameterizedTest
    @ValueSource(strings = {"wang@example.com", "a.b+c@mail.example.co", "o'neil@example.com", "x@localhost"})
    void goesToOneBareAddress(String address) {
        assertThat(new Letter(address, "notices", Locale.CHINA, Map.of(), null).to())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wang",
                "wang@example.com\r\nBcc: all@example.com",
                "wang@example.com\nSubject: x",
                "wang@example.com,li@example.com",
                "Wang <wang@example.com>",
                "wang@example.com ",
                "wang@-example.com",
                "王@example.com"
            })
    void refusesWhateverCouldSmuggleInAHeaderOrASecondRecipient(String address) {
        assertThatThrownBy(() -> new Letter(address, "notices", Locale.CHINA, Map.of(), null))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void keepsTheSubjectOnOneLine() {
        assertThat(new RenderedMail("Hello\r\nBcc: all@example.com", "", "").subject())
                .isEqualTo("Hello Bcc: all@example.com");
    }
}
