package io.throughline.foundation.calendar;

import io.throughline.foundation.calendar.SpecialDayFile.Reader;
import io.throughline.foundation.model.RuleViolation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows {@code date,kind,periods,name_zh,name_en}: date {@code 2026-10-01} (or {@code 2026/10/1}), kind holiday, workday
 * or break (节假日, 调休, 休息), periods {@code 09:00-12:00;13:00-18:00}. A header line is skipped.
 */
final class SpecialDayCsv {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "[uuuu-M-d][uuuu/M/d][uuuu.M.d][uuuuMMdd]")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, SpecialDay.Kind> KINDS = Map.ofEntries(
            Map.entry("holiday", SpecialDay.Kind.HOLIDAY),
            Map.entry("节假日", SpecialDay.Kind.HOLIDAY),
            Map.entry("假日", SpecialDay.Kind.HOLIDAY),
            Map.entry("放假", SpecialDay.Kind.HOLIDAY),
            Map.entry("workday", SpecialDay.Kind.OVERRIDE),
            Map.entry("override", SpecialDay.Kind.OVERRIDE),
            Map.entry("调休", SpecialDay.Kind.OVERRIDE),
            Map.entry("补班", SpecialDay.Kind.OVERRIDE),
            Map.entry("工作日", SpecialDay.Kind.OVERRIDE),
            Map.entry("break", SpecialDay.Kind.BREAK),
            Map.entry("休息", SpecialDay.Kind.BREAK));

    private SpecialDayCsv() {}

    static void read(String text, Reader reader) {
        int row = 0;
        for (var line : text.lines().toList()) {
            row++;
            if (line.isBlank() || row == 1 && isHeader(line)) {
                continue;
            }
            try {
                reader.add(row, day(fields(line), reader));
            } catch (DateTimeException e) {
                reader.refuse(row, "foundation.calendar.row.date", fields(line).get(0));
            } catch (RuleViolation e) {
                reader.refuse(row, e.key(), e.args());
            }
        }
    }

    private static boolean isHeader(String line) {
        return line.codePoints().limit(8).noneMatch(Character::isDigit);
    }

    private static SpecialDay day(List<String> fields, Reader reader) {
        var date = LocalDate.parse(fields.get(0).trim(), DATE);
        var word = at(fields, 1).trim().toLowerCase(Locale.ROOT);
        var kind = KINDS.get(word);
        if (kind == null) {
            throw new RuleViolation("foundation.calendar.row.kind", word);
        }
        var periods = WorkWeek.periods(at(fields, 2));
        if (kind == SpecialDay.Kind.OVERRIDE && periods.isEmpty()) {
            periods = reader.ordinaryHours();
        }
        var nameZh = at(fields, 3).trim();
        var nameEn = at(fields, 4).trim();
        return new SpecialDay(date, kind, periods, nameZh, nameEn.isEmpty() ? nameZh : nameEn);
    }

    private static String at(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    /** Splits at commas outside quotes; a doubled quote stands for one. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
