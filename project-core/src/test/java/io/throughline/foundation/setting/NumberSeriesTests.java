package io.throughline.foundation.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class NumberSeriesTests {

    @Autowired
    NumberSeries numbers;

    @Autowired
    Settings settings;

    @Test
    void givesEachNumberOnceToManyAtATime() {
        var given = IntStream.range(0, 200)
                .parallel()
                .mapToLong(i -> numbers.next("ZZ", 2026))
                .sorted()
                .boxed()
                .toList();

        assertThat(given).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void startsAnewEachYear() {
        assertThat(numbers.next("YY", 2025)).isEqualTo(1);
        assertThat(numbers.next("YY", 2026)).isEqualTo(1);
    }

    @Test
    void keepsSettingsAndRefusesNonsense() {
        var admin = Viewer.system("test");

        assertThat(settings.number(Setting.TICKET_CLOSE_DAYS)).isEqualTo(7);
        settings.put(admin, Setting.TICKET_CLOSE_DAYS, "14");
        assertThat(settings.number(Setting.TICKET_CLOSE_DAYS)).isEqualTo(14);
        assertThatThrownBy(() -> settings.put(admin, Setting.TICKET_CLOSE_DAYS, "soon"))
                .isInstanceOf(RuleViolation.class);
    }
}
