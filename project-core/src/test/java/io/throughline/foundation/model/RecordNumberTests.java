package io.throughline.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordNumberTests {

    @Test
    void endsInItsCheckDigit() {
        assertThat(RecordNumber.checked("TK", 2026, 123)).isEqualTo("TK-2026-000123-3");
        assertThat(RecordNumber.checked("TK", 2026, 1_234_567)).startsWith("TK-2026-1234567-");
        assertThat(RecordNumber.plain("WO", 2026, 1)).isEqualTo("WO-2026-000001");
    }

    @Test
    void noticesEveryWrongDigitAndNearlyEverySwap() {
        var random = new Random(7);
        int swaps = 0;
        int noticed = 0;
        for (int i = 0; i < 500; i++) {
            var number = RecordNumber.checked("TK", 2000 + random.nextInt(100), random.nextInt(1_000_000));
            assertThat(RecordNumber.parseChecked(number.toLowerCase())).contains(number);
            int at = 8 + random.nextInt(6);
            char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(RecordNumber.parseChecked(number.substring(0, at) + other + number.substring(at + 1)))
                    .as(number)
                    .isEmpty();
            if (number.charAt(8) != number.charAt(9)) {
                swaps++;
                var swapped = number.substring(0, 8) + number.charAt(9) + number.charAt(8) + number.substring(10);
                noticed += RecordNumber.parseChecked(swapped).isEmpty() ? 1 : 0;
            }
        }
        assertThat(noticed).isGreaterThan(swaps * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "TK", "TK-2026-000123", "TK-2026-000123-4", "TK-26-123-3", "XX 2026", "TK-2026-000123-3x"})
    void refusesWhatIsNone(String text) {
        assertThat(RecordNumber.parseChecked(text)).isEmpty();
    }
}
