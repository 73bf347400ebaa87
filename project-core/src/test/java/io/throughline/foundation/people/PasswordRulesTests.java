package io.throughline.foundation.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "1234567",
                "password",
                "Password1!",
                "12345678",
                "qwertyuiop",
                "woaini1314",
                "iloveyou2024",
                "throughline",
                "aaaaaaaaaaaa",
                "zhangwei1"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThatThrownBy(() -> rules.check(password, "zhangwei"))
                .isInstanceOf(RuleViolation.class)
                .extracting(e -> ((RuleViolation) e).field())
                .isEqualTo("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "四海之内皆兄弟也乎", "n7#kQ!zp", "        x       y"})
    void takesAnyCharacters(String password) {
        assertThatCode(() -> rules.check(password, "zhangwei")).doesNotThrowAnyException();
    }

    @Test
    void takes256CharactersAndNoMore() {
        assertThatCode(() -> rules.check("甲乙".repeat(128), "a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("甲乙".repeat(128) + "丙", "a")).isInstanceOf(RuleViolation.class);
    }
}
