package io.throughline.foundation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.foundation.calendar.SpecialDay.Kind;
import io.throughline.foundation.calendar.SpecialDayFile.RowError;
import io.throughline.foundation.model.RuleViolation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpecialDayFileTests {

    private static final WorkWeek WEEK = CalendarFixtures.week("Mon-Fri 09:00-12:00,13:00-18:00");

    @Test
    void readsCsvInBothLanguages() {
        var file = read("""
                日期,类型,时段,名称,英文名
                2027-01-01,节假日,,元旦,New Year's Day
                2027/1/2,调休,,补班,"Make-up, Saturday"
                2027-01-04,workday,10:00-12:00;13:00-15:30,,Short day
                2027-01-05,break,15:00-16:00,大会,
                """);

        assertThat(file.errors()).isEmpty();
        assertThat(file.days())
                .extracting(
                        SpecialDay::date, SpecialDay::kind, day -> WorkWeek.format(day.periods()), SpecialDay::nameEn)
                .containsExactly(
                        tuple(LocalDate.of(2027, 1, 1), Kind.HOLIDAY, "", "New Year's Day"),
                        tuple(LocalDate.of(2027, 1, 2), Kind.OVERRIDE, "09:00-12:00,13:00-18:00", "Make-up, Saturday"),
                        tuple(LocalDate.of(2027, 1, 4), Kind.OVERRIDE, "10:00-12:00,13:00-15:30", "Short day"),
                        tuple(LocalDate.of(2027, 1, 5), Kind.BREAK, "15:00-16:00", "大会"));
    }

    @Test
    void namesEachBadRow() {
        var file = read("""
                2027-02-30,holiday
                2027-02-01,party
                2027-02-02,workday,18:00-09:00
                2027-02-03,break,
                2027-02-04,holiday,09:00-10:00
                2027-02-05,holiday
                2027-02-05,holiday
                nonsense
                """);

        assertThat(file.days()).extracting(SpecialDay::date).containsExactly(LocalDate.of(2027, 2, 5));
        assertThat(file.errors())
                .extracting(RowError::row, RowError::key)
                .containsExactly(
                        tuple(1, "foundation.calendar.row.date"),
                        tuple(2, "foundation.calendar.row.kind"),
                        tuple(3, "foundation.calendar.period"),
                        tuple(4, "foundation.calendar.specialPeriods"),
                        tuple(5, "foundation.calendar.specialPeriods"),
                        tuple(7, "foundation.calendar.dayTwice"),
                        tuple(8, "foundation.calendar.row.date"));
    }

    @Test
    void readsChineseTextOfEitherEncoding() {
        var text = "2027-01-01,节假日,,元旦,";
        var mark = "\uFEFF" + text;

        assertThat(SpecialDayFile.read(text.getBytes(Charset.forName("GB18030")), WEEK)
                        .days())
                .extracting(SpecialDay::nameZh)
                .containsExactly("元旦");
        assertThat(SpecialDayFile.read(mark.getBytes(StandardCharsets.UTF_8), WEEK)
                        .days())
                .extracting(SpecialDay::nameZh)
                .containsExactly("元旦");
    }

    @Test
    void readsAllDayEvents() {
        var file = read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test//
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20270205
                DTEND;VALUE=DATE:20270208
                SUMMARY:春节
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTART;VALUE=DATE:20270213
                SUMMARY:春节补班
                END:VEVENT
                BEGIN:VEVENT
                UID:3
                DTSTART;VALUE=DATE:20271225
                RRULE:FREQ=YEARLY
                SUMMARY:Christmas Day
                END:VEVENT
                BEGIN:VEVENT
                UID:4
                DTSTART:20270213T090000Z
                SUMMARY:a meeting
                END:VEVENT
                BEGIN:VEVENT
                UID:5
                DTSTART;VALUE=DATE:20270301
                RRULE:FREQ=DAILY
                SUMMARY:every day
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(file.days())
                .extracting(SpecialDay::date, SpecialDay::kind)
                .startsWith(
                        tuple(LocalDate.of(2027, 2, 5), Kind.HOLIDAY),
                        tuple(LocalDate.of(2027, 2, 6), Kind.HOLIDAY),
                        tuple(LocalDate.of(2027, 2, 7), Kind.HOLIDAY),
                        tuple(LocalDate.of(2027, 2, 13), Kind.OVERRIDE),
                        tuple(LocalDate.of(2027, 12, 25), Kind.HOLIDAY))
                .endsWith(tuple(LocalDate.of(2031, 12, 25), Kind.HOLIDAY))
                .hasSize(9);
        assertThat(file.errors())
                .extracting(RowError::row, RowError::key)
                .containsExactly(
                        tuple(4, "foundation.calendar.row.allDay"), tuple(5, "foundation.calendar.row.repeat"));
    }

    @Test
    void refusesEmptyAndHugeFiles() {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> read(" \n"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> SpecialDayFile.read(new byte[SpecialDayFile.LARGEST + 1], WEEK));
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var bytes = new byte[1 + random.nextInt(400)];
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                var head = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:".getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
            }
            try {
                var file = SpecialDayFile.read(bytes, WEEK);
                assertThat(file.days().size() + file.errors().size()).isPositive();
            } catch (RuleViolation refused) {
                assertThat(refused.key()).startsWith("foundation.calendar.");
            }
        }
    }

    private static SpecialDayFile read(String text) {
        return SpecialDayFile.read(text.getBytes(StandardCharsets.UTF_8), WEEK);
    }
}
