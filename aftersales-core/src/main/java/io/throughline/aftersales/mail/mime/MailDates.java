package io.throughline.aftersales.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dates of headers: RFC 5322 and what programs make of it. */
final class MailDates {

    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> ZONES = Map.of(
            "est", "-0500", "edt", "-0400", "cst", "-0600", "cdt", "-0500", "mst", "-0700", "mdt", "-0600", "pst",
            "-0800", "pdt", "-0700");

    private MailDates() {}

    static Optional<Instant> parse(String field) {
        if (field.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    read(field.replaceAll("\\([^)]*\\)", " ").replace(",", " ").strip()));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException notADate) {
            return Optional.empty();
        }
    }

    private static Instant read(String text) {
        if (text.length() > 10 && text.charAt(4) == '-' && text.charAt(10) == 'T') {
            return OffsetDateTime.parse(text).toInstant();
        }
        var words = text.split("\\s+");
        int at = Character.isDigit(words[0].charAt(0)) ? 0 : 1;
        boolean dayFirst = Character.isDigit(words[at].charAt(0));
        int day = Integer.parseInt(words[dayFirst ? at : at + 1]);
        var name = words[dayFirst ? at + 1 : at].toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(name.substring(0, Math.min(3, name.length()))) + 1;
        boolean yearLast = words[at + 2].indexOf(':') >= 0;
        int year = Integer.parseInt(words[yearLast ? words.length - 1 : at + 2]);
        var time = words[yearLast ? at + 2 : at + 3].split(":");
        var when = LocalDateTime.of(
                year < 50 ? year + 2000 : year < 100 ? year + 1900 : year,
                month,
                day,
                Integer.parseInt(time[0]),
                Integer.parseInt(time[1]),
                time.length > 2
                        ? Math.min(59, Integer.parseInt(time[2].substring(0, Math.min(2, time[2].length()))))
                        : 0);
        return when.toInstant(!yearLast && words.length > at + 4 ? zone(words[at + 4]) : ZoneOffset.UTC);
    }

    private static ZoneOffset zone(String word) {
        var text = ZONES.getOrDefault(word.toLowerCase(Locale.ROOT), word);
        if (text.length() >= 5 && (text.charAt(0) == '+' || text.charAt(0) == '-')) {
            int sign = text.charAt(0) == '-' ? -1 : 1;
            var digits = text.replace(":", "").substring(1, 5);
            int minutes = Integer.parseInt(digits.substring(0, 2)) * 60 + Integer.parseInt(digits.substring(2));
            return minutes > 18 * 60 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(sign * minutes * 60);
        }
        return ZoneOffset.UTC;
    }
}
