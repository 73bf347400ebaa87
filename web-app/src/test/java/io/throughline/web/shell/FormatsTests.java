package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;

class FormatsTests {

    /** 14:05 on a Saturday in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-21T06:05:00Z");

    private final Formats formats;

    FormatsTests() throws IOException {
        formats = new Formats(new MessagesConfiguration().messageSource(), Clock.fixed(NOW, ZoneOffset.UTC));
        speak(Languages.CHINESE);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T06:04:31Z, 刚刚, just now",
        "2026-11-21T06:00:00Z, 5 分钟前, 5 min ago",
        "2026-11-21T03:00:00Z, 3 小时前, 3 h ago",
        "2026-11-20T02:30:00Z, 昨天 10:30, yesterday 10:30",
        "2026-11-18T02:30:00Z, 2026-11-18 10:30, 2026-11-18 10:30",
        "2026-11-22T02:30:00Z, 2026-11-22 10:30, 2026-11-22 10:30"
    })
    void tellsHowLongAgo(Instant at, String chinese, String english) {
        assertThat(formats.relative(at)).isEqualTo(chinese);

        speak(Languages.ENGLISH);

        assertThat(formats.relative(at)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 今天到期, due today",
        "2026-11-22, 明天到期, due tomorrow",
        "2026-11-24, 还剩 3 天, in 3 days",
        "2026-11-19, 已逾期 2 天, 2 days over"
    })
    void tellsHowNearADueDateIs(LocalDate due, String chinese, String english) {
        assertThat(formats.due(due)).isEqualTo(chinese);

        speak(Languages.ENGLISH);

        assertThat(formats.due(due)).isEqualTo(english);
    }

    @Test
    void writesDatesInTheZoneOfTheViewer() {
        var lateInLondon = Instant.parse("2026-11-20T23:30:00Z");

        assertThat(formats.dateTime(lateInLondon)).isEqualTo("2026-11-21 07:30");
        assertThat(formats.date(lateInLondon)).isEqualTo("2026-11-21");
        assertThat(formats.iso(lateInLondon)).isEqualTo("2026-11-21T07:30:00+08:00");
        assertThat(formats.dateLong(NOW)).isEqualTo("2026年11月21日 星期六");
    }

    @Test
    void writesNumbersForPeople() {
        var sum = new Money(new BigDecimal("1286400"), Currency.getInstance("CNY"));

        assertThat(formats.money(sum)).isEqualTo("¥1,286,400.00");
        assertThat(formats.moneyShort(sum)).isEqualTo("¥128.6万");
        assertThat(formats.percent(0.8333)).isEqualTo("83.3%");
        assertThat(formats.percent(1)).isEqualTo("100%");
        assertThat(formats.count(1000)).isEqualTo("1,000");
        assertThat(formats.count(1001)).isEqualTo("1,000+");
        assertThat(formats.size(1_400_000)).isEqualTo("1.4 MB");
        assertThat(formats.duration(Duration.ofMinutes(65))).isEqualTo("1 小时 5 分");
    }

    @Test
    void writesNothingForNothing() {
        assertThat(formats.relative(null)).isEmpty();
        assertThat(formats.money(null)).isEmpty();
        assertThat(formats.due(null)).isEmpty();
    }

    private static void speak(Locale locale) {
        LocaleContextHolder.setLocaleContext(
                new SimpleTimeZoneAwareLocaleContext(locale, TimeZone.getTimeZone("Asia/Shanghai")));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "2026-11-21T06:05:30.730494678Z, 2026-11-21 14:05",
                "2026-11-21T06:05:00Z, 2026-11-21 14:05",
                "2026-11-21, 2026-11-21",
                "RESOLVED, RESOLVED",
                "at 2026-11-21T06:05:30Z, at 2026-11-21T06:05:30Z",
                "null, ''"
            },
            nullValues = "null")
    void tellsAnInstantOfTheTrailAsElsewhereAndLeavesAllElse(String written, String told) {
        assertThat(formats.written(written)).isEqualTo(told);
    }
}
