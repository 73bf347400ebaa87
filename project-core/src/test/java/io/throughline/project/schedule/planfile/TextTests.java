package io.throughline.project.schedule.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileLink.Type;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02|2026-03-02T00:00",
                "2026/3/2 8:30|2026-03-02T08:30",
                "2026.03.02|2026-03-02T00:00",
                "2026年3月2日 8:00|2026-03-02T08:00",
                "2026年3月2日 星期一 下午 5:00|2026-03-02T17:00",
                "２０２６-０３-０２|2026-03-02T00:00",
                "周一 2026/3/2|2026-03-02T00:00",
                "2026-03-02T17:00:00|2026-03-02T17:00",
                "Mon 3/2/26|2026-03-02T00:00",
                "Mon 3/2/26 5:00 PM|2026-03-02T17:00",
                "March 2, 2026 8:00 AM|2026-03-02T08:00",
                "2-Mar-26|2026-03-02T00:00",
                "02 Mar 2026|2026-03-02T00:00",
                "2.3.2026|2026-03-02T00:00",
                "20260302|2026-03-02T00:00",
                "3/2/2026 12:00 am|2026-03-02T00:00"
            })
    void readsDatesAsPeopleWriteThem(String text, LocalDateTime expected) {
        var value = new DateText(false).parse(text);
        assertThat(value).isNotNull();
        assertThat(value.time()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "2026-02-30",
                "32/13/2026",
                "2026",
                "12:00",
                "=NOW()",
                "2026-03-02 25:00",
                "Foo 3, 2026",
                "1/2",
                "99999999999999999999-1-1"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(new DateText(false).parse(text)).isNull();
    }

    @Test
    void learnsTheOrderOfDayAndMonthFromTheWholeColumn() {
        assertThat(DateText.orderOf(List.of("3/4/2026", "13/4/2026"))).isEqualTo(DateText.Order.DAY_FIRST);
        assertThat(DateText.orderOf(List.of("3/4/2026", "3/14/2026"))).isEqualTo(DateText.Order.MONTH_FIRST);
        assertThat(DateText.orderOf(List.of("3/4/2026"))).isEqualTo(DateText.Order.OPEN);
        assertThat(DateText.orderOf(List.of("2026-03-04", "4.3.2026"))).isNull();
        assertThat(new DateText(true).parse("3/4/2026").time()).isEqualTo("2026-04-03T00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 days|WORKING|2400",
                "5d?|WORKING|2400",
                "2.5h|WORKING|150",
                "3 个工作日|WORKING|1440",
                "3天|WORKING|1440",
                "2 周工时|WORKING|4800",
                "30 分钟工时|WORKING|30",
                "1 mon|WORKING|9600",
                "4|WORKING|1920",
                "2 edays|ELAPSED|2880",
                "2 elapsed days|ELAPSED|2880",
                "1 ewk|ELAPSED|10080",
                "3 个日历日|ELAPSED|4320",
                "-50%|PERCENT|-50",
                "+1 wk|WORKING|2400",
                "0 days|WORKING|0"
            })
    void readsAmountsOfTime(String text, Lag.Unit unit, double amount) {
        assertThat(AmountText.parse(text)).isEqualTo(new Lag(unit, amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "5 parsecs", "", "--5d", "1e9999d", "5d5d"})
    void refusesWhatIsNoAmount(String text) {
        assertThat(AmountText.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12|FINISH_TO_START|WORKING|0",
                "12FS+2d|12|FINISH_TO_START|WORKING|960",
                "14SS|14|START_TO_START|WORKING|0",
                "15ff-50%|15|FINISH_TO_FINISH|PERCENT|-50",
                "16SF+2 edays|16|START_TO_FINISH|ELAPSED|2880",
                "17FS+2 个工作日|17|FINISH_TO_START|WORKING|960",
                "18完成-开始|18|FINISH_TO_START|WORKING|0",
                "19 开始-开始 (SS)|19 开始-开始|START_TO_START|WORKING|0",
                "20 Start-to-Start+1h|20|START_TO_START|WORKING|60",
                "21+3d|21|FINISH_TO_START|WORKING|1440",
                "1.2.3FF|1.2.3|FINISH_TO_FINISH|WORKING|0"
            })
    void readsPredecessors(String text, String reference, Type type, Lag.Unit unit, double amount) {
        assertThat(LinkText.parse(text, ref -> false))
                .containsExactly(new LinkText.Part(reference, type, new Lag(unit, amount), false));
    }

    @Test
    void splitsPredecessorsAtEveryUsualSeparator() {
        assertThat(LinkText.parse("1FS, 2SS; 3，4；5、6", ref -> false))
                .extracting(LinkText.Part::reference)
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void takesAReferenceThatLooksLikeALagWhenATaskIsCalledSo() {
        assertThat(LinkText.parse("T-12", "t-12"::equals))
                .containsExactly(new LinkText.Part("t-12", Type.FINISH_TO_START, Lag.NONE, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00,2400,2026-03-06T17:00",
        "2026-03-06T16:00,120,2026-03-09T09:00",
        "2026-03-07T10:00,480,2026-03-09T17:00",
        "2026-03-02T08:00,240,2026-03-02T12:00",
        "2026-03-05T08:00,4800,2026-03-18T17:00",
        "2026-03-02T13:00,480,2026-03-03T12:00"
    })
    void standardWeekEndsWork(LocalDateTime start, long minutes, LocalDateTime finish) {
        assertThat(StandardWeek.finish(start, minutes)).isEqualTo(finish);
        assertThat(StandardWeek.between(start, finish)).isEqualTo(minutes);
        assertThat(StandardWeek.between(StandardWeek.start(finish, minutes), finish))
                .isEqualTo(minutes);
    }

    @Test
    void cleansTextForStorage() {
        assertThat(PlanText.line("  a\u0000b\t\tc\n ", 50)).isEqualTo("ab c");
        assertThat(PlanText.line("\ud800x", 50)).isEqualTo("x");
        assertThat(PlanText.line("\u3000 \n", 50)).isNull();
        assertThat(PlanText.line("😀".repeat(50), 20))
                .hasSizeLessThanOrEqualTo(20)
                .endsWith("😀…");
    }
}
