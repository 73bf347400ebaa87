package io.throughline.web.home;

import io.throughline.project.schedule.MyTaskQueries.MyTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What is due on which day, as iCalendar (RFC 5545): all-day events that block no time, named so that a calendar which
 * asks again replaces what it had.
 */
final class ICalendar {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /**
     * @param name of the calendar
     * @param base address of the application, without a slash at its end; null leaves the links out
     * @param now when it was written
     */
    static String of(String name, List<MyTask> tasks, String base, Instant now) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Throughline//Calendar//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        for (var task : tasks) {
            var due = task.due();
            if (due != null) {
                calendar.event(task, due, base, now);
            }
        }
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(MyTask task, LocalDate due, String base, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:task-" + task.id() + "@throughline");
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + due.format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE:" + due.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("SUMMARY:" + escaped((task.milestone() ? "◆ " : "") + task.code() + " " + task.name()));
        line("DESCRIPTION:" + escaped(task.project()));
        if (!base.isEmpty()) {
            line("URL:" + base + task.path());
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** Commas, semicolons, backslashes and line ends have a meaning of their own. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Lines longer than 75 octets go on in the next, after a blank; no character is cut in two. */
    private void line(String content) {
        int octets = 0;
        for (var character : (Iterable<Integer>) content.codePoints()::iterator) {
            var piece = Character.toString(character);
            int size = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(piece);
            octets += size;
        }
        text.append("\r\n");
    }
}
