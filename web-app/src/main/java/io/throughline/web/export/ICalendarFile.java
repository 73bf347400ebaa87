package io.throughline.web.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * All-day events as iCalendar (RFC 5545): they block no time, and are named so that a calendar which asks again replaces
 * what it had.
 */
public final class ICalendarFile {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    /**
     * @param name of the calendar
     * @param now when it is written
     */
    public ICalendarFile(String name, Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Throughline//Calendar//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    }

    /**
     * @param uid the same whenever the event is written again
     * @param last day, included
     * @param url null for none
     */
    public void event(
            String uid, LocalDate first, LocalDate last, String summary, String description, @Nullable String url) {
        line("BEGIN:VEVENT");
        line("UID:" + uid + "@throughline");
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + first.format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE:" + last.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("SUMMARY:" + escaped(summary));
        line("DESCRIPTION:" + escaped(description));
        if (url != null) {
            line("URL:" + url);
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** The whole file; nothing is added afterwards. */
    public String ended() {
        line("END:VCALENDAR");
        return text.toString();
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
