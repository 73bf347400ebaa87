package io.throughline.aftersales.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarrantyTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 12, 2027-03-01",
        "2026-01-31, 1, 2026-02-28",
        "2028-02-29, 12, 2029-02-28",
        "2027-12-31, 2, 2028-02-29",
        "2026-08-31, 240, 2046-08-31"
    })
    void endsWithTheSameDayOfItsLastMonthOrThatMonthsLast(LocalDate start, int months, LocalDate end) {
        assertThat(Warranty.of(WarrantyRule.ACCEPTANCE, months, start).end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, AHEAD", "2026-03-01, RUNNING", "2027-03-01, RUNNING", "2027-03-02, OVER"})
    void runsFromItsFirstDayToItsLast(LocalDate day, Warranty.Standing standing) {
        var warranty = Warranty.of(WarrantyRule.GO_LIVE, 12, LocalDate.of(2026, 3, 1));

        assertThat(warranty.on(day)).isEqualTo(standing);
    }

    @Test
    void isOpenWhileItsDayIsNotKnownAndNoneWhereNothingWasAgreed() {
        var today = LocalDate.of(2026, 3, 1);

        assertThat(Warranty.of(WarrantyRule.SHIPMENT, 12, null).on(today)).isEqualTo(Warranty.Standing.OPEN);
        assertThat(Warranty.none().on(today)).isEqualTo(Warranty.Standing.NONE);
    }
}
