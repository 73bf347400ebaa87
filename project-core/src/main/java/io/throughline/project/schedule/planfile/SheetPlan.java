package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import io.throughline.project.schedule.planfile.PlanFileTask.ConstraintType;
import io.throughline.project.schedule.planfile.PlanFileTask.Estimate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a sheet: rows to tasks, their hierarchy, their values; a row that cannot be kept is reported. */
final class SheetPlan {
    private final PlanSheet sheet;
    private final PlanFormat format;
    private final @Nullable String title;
    private final ReportBuilder report;
    private final SheetValues values;

    SheetPlan(PlanSheet sheet, PlanFormat format, @Nullable String title, ReportBuilder report) {
        this.sheet = sheet;
        this.format = format;
        this.title = title;
        this.report = report;
        this.values = new SheetValues(sheet, report);
    }

    PlanFile read() {
        var drafts = drafts();
        new SheetOutline(sheet, values).arrange(drafts);
        new SheetTimes(sheet, values, report).read(drafts);
        var kept = drafts.stream().filter(d -> !d.lost).toList();
        var tasks = kept.stream().map(this::task).toList();
        var refs = new SheetLinks(sheet, values, report, kept);
        var links = refs.links();
        var assignments = refs.assignments();
        return new PlanFile(
                format,
                PlanText.line(title, PlanText.NAME),
                kept.stream()
                        .map(d -> d.start)
                        .filter(Objects::nonNull)
                        .min(LocalDateTime::compareTo)
                        .orElse(null),
                kept.stream()
                        .map(d -> d.finish)
                        .filter(Objects::nonNull)
                        .max(LocalDateTime::compareTo)
                        .orElse(null),
                null,
                null,
                480,
                true,
                tasks,
                links,
                refs.resources(),
                assignments,
                List.of(),
                report.build(),
                PlanFile.Counting.USUAL);
    }

    private List<Draft> drafts() {
        var drafts = new ArrayList<Draft>();
        for (var row : sheet.body()) {
            var cell = sheet.cell(row, Column.NAME);
            var name = cell.broken() ? null : PlanText.line(cell.text(), PlanText.NAME);
            if (name == null) {
                report.row(row.number(), sheet.headingOf(Column.NAME), "noName", cell.text());
            } else {
                drafts.add(new Draft(row, drafts.size() + 1, name));
            }
        }
        return drafts;
    }

    private PlanFileTask task(Draft draft) {
        var row = draft.row;
        var constraint = constraint(row);
        var constraintDate = values.date(row, Column.CONSTRAINT_DATE, StandardWeek.OPENING);
        return new PlanFileTask(
                draft.uid,
                row.number(),
                draft.parent == null ? null : draft.parent.uid,
                draft.level,
                draft.wbs,
                draft.name,
                draft.start,
                draft.finish,
                draft.minutes,
                draft.elapsed,
                draft.milestone,
                draft.summary,
                values.matches(row, Column.MODE, "手动|manual"),
                true,
                percent(draft),
                values.date(row, Column.ACTUAL_START, StandardWeek.OPENING),
                values.date(row, Column.ACTUAL_FINISH, StandardWeek.CLOSING),
                values.date(row, Column.BASELINE_START, StandardWeek.OPENING),
                values.date(row, Column.BASELINE_FINISH, StandardWeek.CLOSING),
                constraint == null || constraintDate == null && constraint != ConstraintType.ALAP
                        ? ConstraintType.ASAP
                        : constraint,
                constraint == null || constraint == ConstraintType.ASAP || constraint == ConstraintType.ALAP
                        ? null
                        : constraintDate,
                values.date(row, Column.DEADLINE, StandardWeek.CLOSING),
                values.priority(row),
                null,
                PlanText.text(values.text(row, Column.NOTES), PlanText.NOTES),
                PlanFileTask.Timing.PLAIN.estimated(draft.milestone || draft.summary ? null : estimate(row)));
    }

    /** Work that is done needs a day on which it was; a row that is done without one is reported and taken as to do. */
    private double percent(Draft draft) {
        double percent = values.percent(draft.row);
        boolean undated = draft.start == null
                && !draft.summary
                && values.date(draft.row, Column.ACTUAL_FINISH, StandardWeek.CLOSING) == null;
        if (percent < 100 || !undated) {
            return percent;
        }
        report.value(
                draft.row.number(), sheet.headingOf(Column.PERCENT), "noDates", values.text(draft.row, Column.PERCENT));
        return 0;
    }

    /** All three points in order; a row with less, or out of order, is reported and has none. */
    private @Nullable Estimate estimate(SheetRow row) {
        var optimistic = minutes(row, Column.OPTIMISTIC);
        var likely = minutes(row, Column.LIKELY);
        var pessimistic = minutes(row, Column.PESSIMISTIC);
        if (optimistic == null || likely == null || pessimistic == null) {
            return null;
        }
        if (optimistic > likely || likely > pessimistic) {
            report.value(
                    row.number(),
                    sheet.headingOf(Column.LIKELY),
                    "badDuration",
                    values.text(row, Column.OPTIMISTIC) + " / " + values.text(row, Column.LIKELY) + " / "
                            + values.text(row, Column.PESSIMISTIC));
            return null;
        }
        return new Estimate(optimistic, likely, pessimistic);
    }

    private @Nullable Long minutes(SheetRow row, Column column) {
        var text = values.text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        var amount = AmountText.parse(text);
        boolean time = amount != null && (amount.unit() == Lag.Unit.WORKING || amount.unit() == Lag.Unit.ELAPSED);
        if (amount == null || !time || amount.amount() < 0 || amount.amount() > 10_000_000) {
            report.value(row.number(), sheet.headingOf(column), "badDuration", text);
            return null;
        }
        return Long.valueOf((long) amount.amount());
    }

    private @Nullable ConstraintType constraint(SheetRow row) {
        var text = values.text(row, Column.CONSTRAINT_TYPE);
        var plain = LinkText.plain(text).replaceAll("[\\s.·…()-]+", "");
        return switch (plain) {
            case "" -> null;
            case "assoonaspossible", "asap", "越早越好" -> ConstraintType.ASAP;
            case "aslateaspossible", "alap", "越晚越好" -> ConstraintType.ALAP;
            case "startnoearlierthan", "snet", "不得早于开始", "不得早于指定日期开始" -> ConstraintType.SNET;
            case "startnolaterthan", "snlt", "不得晚于开始", "不得晚于指定日期开始" -> ConstraintType.SNLT;
            case "finishnoearlierthan", "fnet", "不得早于完成", "不得早于指定日期完成" -> ConstraintType.FNET;
            case "finishnolaterthan", "fnlt", "不得晚于完成", "不得晚于指定日期完成" -> ConstraintType.FNLT;
            case "muststarton", "mso", "必须开始于" -> ConstraintType.MSO;
            case "mustfinishon", "mfo", "必须完成于" -> ConstraintType.MFO;
            default -> {
                report.value(row.number(), sheet.headingOf(Column.CONSTRAINT_TYPE), "badChoice", text);
                yield null;
            }
        };
    }
}
