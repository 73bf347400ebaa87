package io.throughline.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.ticket.MyTicketQueries.DueTicket;
import io.throughline.project.schedule.MyTaskQueries.MyTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ICalendarTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void writesAllDayEventsThatBlockNoTime() {
        assertThat(ICalendar.of("我的日历", List.of(task("联调")), "https://tl.example", NOW))
                .isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Throughline//Calendar//EN
                        CALSCALE:GREGORIAN
                        METHOD:PUBLISH
                        X-WR-CALNAME:我的日历
                        REFRESH-INTERVAL;VALUE=DURATION:PT1H
                        BEGIN:VEVENT
                        UID:task-7@throughline
                        DTSTAMP:20261122T040000Z
                        DTSTART;VALUE=DATE:20261231
                        DTEND;VALUE=DATE:20270101
                        SUMMARY:HTC-12 联调
                        DESCRIPTION:压缩机站
                        URL:https://tl.example/projects/HTC/tasks/12
                        TRANSP:TRANSPARENT
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void letsNoNameWriteALineOfItsOwn() {
        var text = ICalendar.of("x", List.of(task("a,b;c\\d\r\nATTENDEE:mailto:evil@example.com\u0000")), "", NOW);

        assertThat(text).contains("a\\,b\\;c\\\\d\\nATTENDEE").doesNotContain("\r\nATTENDEE", "\u0000", "URL:");
    }

    @Test
    void foldsLongLinesBetweenCharacters() {
        var name = "设备安装与调试记录🙂".repeat(20);

        var text = ICalendar.of("x", List.of(task(name)), "", NOW);

        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains(name);
    }

    @Test
    void tellsTheTimeOfATicket() {
        var ticket = new DueTicket(9, "TK-2026-000012", "主轴异响", null, Instant.parse("2026-12-31T06:30:00Z"));

        var text = ICalendar.of("x", List.of(Due.of(ticket, ZoneId.of("Asia/Shanghai"))), "https://tl.example", NOW);

        assertThat(text)
                .contains(
                        "UID:ticket-9@throughline\r\n",
                        "DTSTART;VALUE=DATE:20261231\r\n",
                        "SUMMARY:14:30 TK-2026-000012 主轴异响\r\n",
                        "URL:https://tl.example/tickets/TK-2026-000012\r\n");
    }

    private static Due task(String name) {
        return Due.of(new MyTask(7, "HTC", 12, name, "压缩机站", LocalDate.of(2026, 12, 31), 0, false, false, false));
    }
}
