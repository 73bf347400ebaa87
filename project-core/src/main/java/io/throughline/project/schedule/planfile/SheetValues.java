package io.throughline.project.schedule.planfile;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values of a sheet; what cannot be understood is reported with its row and heading and counts as empty. */
final class SheetValues {
    private static final Pattern NOTHING = Pattern.compile("(?i)na|n/a|nan|none|null|无|待定|-+|—+");

    private final PlanSheet sheet;
    private final ReportBuilder report;
    private final DateText dates;
    private final boolean sharesAsFractions;

    SheetValues(PlanSheet sheet, ReportBuilder report) {
        this.sheet = sheet;
        this.report = report;
        this.dates = new DateText(dayFirst());
        this.sharesAsFractions = sharesAsFractions();
    }

    /** The text of a cell, empty where there is none or where people write "none". */
    String text(SheetRow row, Column column) {
        var cell = sheet.cell(row, column);
        if (cell.broken()) {
            report.value(row.number(), sheet.headingOf(column), "brokenCell", cell.text());
            return "";
        }
        var text = cell.text().strip();
        return NOTHING.matcher(text).matches() ? "" : text;
    }

    boolean matches(SheetRow row, Column column, String words) {
        var text = Normalizer.normalize(text(row, column), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return !text.isEmpty()
                && text.length() < 40
                && Pattern.compile(words).matcher(text).find();
    }

    /** Null for an empty cell and, reported, for one that is no date. */
    @Nullable
    LocalDateTime date(SheetRow row, Column column, LocalTime whenTimeless) {
        var text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        var value = dateOf(sheet.cell(row, column), text);
        var time = value == null ? null : value.timeless() ? value.time().with(whenTimeless) : value.time();
        if (time == null || MpxjPlan.sane(time) == null) {
            report.value(row.number(), sheet.headingOf(column), time == null ? "badDate" : "dateOutOfRange", text);
            return null;
        }
        return time;
    }

    double percent(SheetRow row) {
        var text = text(row, Column.PERCENT);
        if (text.isEmpty()) {
            return 0;
        }
        var cell = sheet.cell(row, Column.PERCENT);
        var number = cell.number() != null ? cell.number() : number(text.replaceAll("[%％]$", ""));
        boolean fraction = cell.percent() || sharesAsFractions && !text.matches(".*[%％]");
        double percent = number == null ? -1 : number.doubleValue() * (fraction ? 100 : 1);
        if (percent < 0 || percent > 100) {
            report.value(row.number(), sheet.headingOf(Column.PERCENT), "badPercent", text);
            return 0;
        }
        return percent;
    }

    int priority(SheetRow row) {
        var text = text(row, Column.PRIORITY);
        if (text.isEmpty()) {
            return 500;
        }
        var number = number(text);
        if (number != null && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(1000)) <= 0) {
            return number.intValue();
        }
        return switch (LinkText.plain(text)) {
            case "high", "高" -> 700;
            case "low", "低" -> 300;
            case "medium", "normal", "中", "普通" -> 500;
            default -> {
                report.value(row.number(), sheet.headingOf(Column.PRIORITY), "badNumber", text);
                yield 500;
            }
        };
    }

    static @Nullable BigDecimal number(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return plain.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?") ? new BigDecimal(plain) : null;
    }

    private DateText.@Nullable Value dateOf(Cell cell, String text) {
        var date = cell.date();
        if (date == null && cell.number() != null) {
            date = fromSerial(cell.number());
        }
        if (date != null) {
            return new DateText.Value(date, date.toLocalTime().equals(LocalTime.MIDNIGHT));
        }
        return dates.parse(text);
    }

    /** A date whose cell lost its date format: counts days since 1899-12-30; only years that make sense. */
    private static @Nullable LocalDateTime fromSerial(BigDecimal number) {
        double days = number.doubleValue();
        return days < 36_526 || days > 73_050
                ? null
                : LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(Math.round(days * 86_400));
    }

    private boolean dayFirst() {
        var texts = new ArrayList<String>();
        for (var column : Column.values()) {
            if (column.isDate()) {
                texts.addAll(sheet.texts(column));
            }
        }
        var order = DateText.orderOf(texts);
        if (order == DateText.Order.OPEN) {
            report.left("dateOrderAssumed", null);
        }
        return order == DateText.Order.DAY_FIRST;
    }

    private boolean sharesAsFractions() {
        boolean anyFraction = false;
        for (var text : sheet.texts(Column.PERCENT)) {
            var number = number(text);
            if (number != null && number.compareTo(BigDecimal.ONE) > 0) {
                return false;
            }
            anyFraction |= number != null && number.stripTrailingZeros().scale() > 0;
        }
        return anyFraction;
    }
}
