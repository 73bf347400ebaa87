package io.throughline.web.aftersales.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldPresetTests {

    @ParameterizedTest
    @CsvSource({
        "HOUR,     2026-11-23T08:30:00Z, Asia/Shanghai,    2026-11-23T09:30:00Z",
        "TOMORROW, 2026-11-22T23:30:00Z, Asia/Shanghai,    2026-11-24T01:00:00Z",
        "TOMORROW, 2026-11-22T23:30:00Z, America/New_York, 2026-11-23T14:00:00Z",
        "MONDAY,   2026-11-23T02:00:00Z, Asia/Shanghai,    2026-11-30T01:00:00Z",
        "MONDAY,   2026-11-22T15:59:00Z, Asia/Shanghai,    2026-11-23T01:00:00Z",
        "TOMORROW, 2026-03-28T12:00:00Z, Europe/Berlin,    2026-03-29T07:00:00Z",
    })
    void isNineOClockWhereTheReaderIs(HoldPreset preset, Instant now, ZoneId zone, Instant until) {
        assertThat(preset.from(now, zone)).isEqualTo(until);
    }
}
