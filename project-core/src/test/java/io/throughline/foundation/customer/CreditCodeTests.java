package io.throughline.foundation.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

    @Test
    void acceptsTheExampleOfTheStandard() {
        assertThat(CreditCode.isValid("91350100M000100Y43")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y44", "91350100M000100Y4", "91350100M000100I43", "19350100M000100Y43"})
    void refusesAnyOther(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }
}
