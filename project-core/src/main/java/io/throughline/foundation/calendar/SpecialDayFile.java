package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Special days from a file: iCalendar (all-day events) or CSV ({@code date,kind,periods,name_zh,name_en}). UTF-8 or
 * GB18030. Every row that cannot be read is named; nothing is taken over silently.
 *
 * @param days what could be read, in the order of the file
 * @param errors the rows that could not
 */
public record SpecialDayFile(List<SpecialDay> days, List<RowError> errors) {

    /** Largest file read, in bytes. */
    public static final int LARGEST = 1 << 20;

    /**
     * @param row line of a CSV file, or number of the event, from 1
     * @param key message key
     * @param args what the message names
     */
    public record RowError(int row, String key, List<Object> args) {}

    /**
     * @param week the calendar's; a make-up workday without hours of its own gets those of an ordinary working day
     */
    public static SpecialDayFile read(byte[] content, WorkWeek week) {
        if (content.length > LARGEST) {
            throw new RuleViolation("foundation.calendar.fileTooBig", LARGEST / 1024).at("file");
        }
        var text = decode(content);
        var reader = new Reader(week);
        if (text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            SpecialDayICal.read(text, reader);
        } else {
            SpecialDayCsv.read(text, reader);
        }
        if (reader.days.isEmpty() && reader.errors.isEmpty()) {
            throw new RuleViolation("foundation.calendar.fileEmpty").at("file");
        }
        return new SpecialDayFile(List.copyOf(reader.days), List.copyOf(reader.errors));
    }

    private static String decode(byte[] content) {
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("GB18030"));
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What both formats hand their rows to. */
    static final class Reader {

        private final WorkWeek week;
        private final Set<List<Object>> seen = new HashSet<>();
        private final List<SpecialDay> days = new ArrayList<>();
        private final List<RowError> errors = new ArrayList<>();

        Reader(WorkWeek week) {
            this.week = week;
        }

        List<WorkPeriod> ordinaryHours() {
            return week.ordinaryHours();
        }

        void add(int row, SpecialDay day) {
            if (!seen.add(List.of(day.date(), day.kind()))) {
                refuse(row, "foundation.calendar.dayTwice", day.date());
            } else if (days.size() == CalendarDefinition.MOST_SPECIAL_DAYS) {
                throw new RuleViolation("foundation.calendar.tooManyDays", CalendarDefinition.MOST_SPECIAL_DAYS)
                        .at("file");
            } else {
                days.add(day);
            }
        }

        void refuse(int row, String key, Object... args) {
            if (errors.size() < 200) {
                errors.add(new RowError(row, key, List.of(args)));
            }
        }
    }
}
