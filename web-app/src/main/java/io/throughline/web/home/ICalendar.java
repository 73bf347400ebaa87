package io.throughline.web.home;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /**
     * @param name of the calendar
     * @param base address of the application, without a slash at its end; null leaves the links out
     * @param now when it was written
     */
    static String of(String name, List<Due> work, String base, Instant now) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Throughline//Calendar//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        work.forEach(due -> calendar.event(due, base, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Due due, String base, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + due.uid() + "@throughline");
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + due.day().format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE:" + due.day().plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("SUMMARY:" + escaped(mark(due) + due.code() + " " + due.name()));
        line("DESCRIPTION:" + escaped(due.context()));
        if (!base.isEmpty()) {
            line("URL:" + base + due.path());
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String mark(Due due) {
        if (due.milestone()) {
            return "◆ ";
        }
        return due.time() == null ? "" : TIME.format(due.time()) + " ";
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
