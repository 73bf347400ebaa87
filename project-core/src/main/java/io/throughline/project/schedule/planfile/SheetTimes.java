package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Start, finish and duration of each row: dates as written, a day without a time from 8:00 to 17:00; where one of the
 * three is missing it follows from the other two. A row without any date is left to the engine, a day long where it says
 * nothing else. A summary without dates spans its parts.
 */
final class SheetTimes {
    private final PlanSheet sheet;
    private final SheetValues values;
    private final ReportBuilder report;

    SheetTimes(PlanSheet sheet, SheetValues values, ReportBuilder report) {
        this.sheet = sheet;
        this.values = values;
        this.report = report;
    }

    void read(List<Draft> drafts) {
        for (var draft : drafts) {
            readRow(draft);
        }
        // parts stand below their summary, so from the bottom up each summary finds its parts complete
        for (int i = drafts.size() - 1; i >= 0; i--) {
            var draft = drafts.get(i);
            close(draft);
            if (draft.parent != null && !draft.lost) {
                draft.parent.span(draft.start, draft.finish);
            }
        }
    }

    private void readRow(Draft draft) {
        var row = draft.row;
        var amount = duration(draft);
        draft.milestone = !draft.summary
                && (values.matches(row, Column.MILESTONE, "^(是|yes|y|true|1|√|✓|✔|x|◆|里程碑|milestone)$")
                        || amount != null && amount.isNone());
        draft.start = values.date(row, Column.START, draft.milestone ? StandardWeek.CLOSING : StandardWeek.OPENING);
        draft.finish = values.date(row, Column.FINISH, StandardWeek.CLOSING);
        draft.spansStart = draft.start == null;
        draft.spansFinish = draft.finish == null;
        draft.elapsed = amount != null && amount.unit() == Lag.Unit.ELAPSED;
        draft.minutes = amount == null ? null : (long) amount.amount();
    }

    private @Nullable Lag duration(Draft draft) {
        var text = values.text(draft.row, Column.DURATION);
        if (text.isEmpty()) {
            return null;
        }
        var amount = AmountText.parse(text);
        boolean time = amount != null && (amount.unit() == Lag.Unit.WORKING || amount.unit() == Lag.Unit.ELAPSED);
        if (amount == null || !time || amount.amount() < 0 || amount.amount() > 50_000_000) {
            report.value(draft.row.number(), sheet.headingOf(Column.DURATION), "badDuration", text);
            return null;
        }
        return amount;
    }

    private void close(Draft draft) {
        complete(draft);
        if (draft.start != null && draft.finish != null && draft.finish.isBefore(draft.start)) {
            lose(draft, Column.FINISH, "finishBeforeStart", draft.start + " → " + draft.finish);
        } else if (draft.minutes == null && !draft.summary) {
            draft.minutes = length(draft);
        }
    }

    private static long length(Draft draft) {
        if (draft.milestone) {
            return 0;
        }
        return draft.start == null || draft.finish == null
                ? StandardWeek.DAY
                : StandardWeek.between(draft.start, draft.finish);
    }

    private static void complete(Draft draft) {
        if (draft.summary && draft.minutes == null) {
            return;
        }
        if (draft.milestone) {
            var at = draft.finish != null ? draft.finish : draft.start;
            draft.start = draft.finish = at;
            draft.minutes = 0L;
        } else if (draft.start != null && draft.finish == null) {
            draft.finish = finish(draft.start, draft);
        } else if (draft.finish != null && draft.start == null) {
            draft.start = start(draft.finish, draft);
        }
    }

    private static LocalDateTime finish(LocalDateTime start, Draft draft) {
        if (draft.minutes == null) {
            return start.toLocalTime().isBefore(StandardWeek.CLOSING) ? start.with(StandardWeek.CLOSING) : start;
        }
        return draft.elapsed ? start.plusMinutes(draft.minutes) : StandardWeek.finish(start, draft.minutes);
    }

    private static LocalDateTime start(LocalDateTime finish, Draft draft) {
        if (draft.minutes == null) {
            return finish.toLocalTime().isAfter(StandardWeek.OPENING) ? finish.with(StandardWeek.OPENING) : finish;
        }
        return draft.elapsed ? finish.minusMinutes(draft.minutes) : StandardWeek.start(finish, draft.minutes);
    }

    /** A summary stays, as heading of its parts; only a leaf goes. */
    private void lose(Draft draft, Column column, String code, String value) {
        int row = draft.row.number();
        if (draft.summary) {
            report.value(row, sheet.headingOf(column), code, value);
            draft.start = draft.finish = null;
        } else {
            report.row(row, sheet.headingOf(column), code, value);
            draft.lost = true;
        }
    }
}
