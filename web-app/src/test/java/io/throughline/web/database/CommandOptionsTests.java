package io.throughline.web.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandOptionsTests {

    private final CommandOptions options =
            new CommandOptions(new String[] {"load", "--tickets", "7", "--server.port=1", "--seed=42", "--password"});

    @Test
    void takesAnOptionInEitherSpellingAndLeavesConfigurationBehind() {
        assertThat(options.take("--tickets")).isEqualTo("7");
        assertThat(options.take("--seed")).isEqualTo("42");
        assertThat(options.rest()).containsExactly("--server.port=1", "--password");
    }

    @Test
    void findsNothingWhereAnOptionIsMissingOrHasNoValue() {
        assertThat(options.take("--projects")).isNull();
        assertThat(options.take("--password")).isNull();
    }
}
