package io.throughline.web.project.schedule;

import io.throughline.project.schedule.Gantt.Gone;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.TaskRow;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is written and said in a Gantt chart. */
@Component
@RequiredArgsConstructor
class GanttWords {

    private static final double LEAST_WIDTH = 24;

    private final Words words;
    private final Formats formats;

    /** {@code Design, 3 March to 14 March, 40 %, critical}; the year where it is not this one. */
    String name(TaskRow row, LocalDate today) {
        var parts = new ArrayList<String>();
        parts.add(row.name());
        if (row.plannedStart() == null || row.plannedFinish() == null) {
            parts.add(words.text("project.schedule.gantt.undated"));
        } else if (row.isMilestone()) {
            parts.add(words.text("project.schedule.gantt.on", day(row.plannedFinish(), today)));
        } else {
            parts.add(words.text(
                    "project.schedule.gantt.span", day(row.plannedStart(), today), day(row.plannedFinish(), today)));
        }
        parts.add(words.text("project.schedule.gantt.percent", row.percentComplete()));
        if (row.summary()) {
            parts.add(words.text("project.schedule.gantt.summary"));
        }
        if (row.isMilestone()) {
            parts.add(words.text("project.schedule.gantt.milestone"));
        }
        if (Objects.equals(row.critical(), true)) {
            parts.add(words.text("project.schedule.gantt.isCritical"));
        }
        if (row.mode() == ScheduleMode.MANUAL && !row.summary()) {
            parts.add(words.text("project.schedule.gantt.manual"));
        }
        if (row.deadline() != null) {
            parts.add(words.text("project.schedule.gantt.deadline", day(row.deadline(), today)));
        }
        return String.join(words.text("project.schedule.gantt.comma"), parts);
    }

    /** {@code Design, deleted, in the baseline 3 March to 14 March} */
    String gone(Gone task, LocalDate today) {
        var then = task.milestone()
                ? day(task.finish(), today)
                : words.text("project.schedule.gantt.span", day(task.start(), today), day(task.finish(), today));
        return String.join(
                words.text("project.schedule.gantt.comma"),
                task.name(),
                words.text("project.schedule.gantt.gone"),
                words.text("project.schedule.gantt.then", then));
    }

    String date(LocalDateTime time) {
        return formats.date(time);
    }

    /** What stands beside the bar. */
    String label(TaskRow row) {
        if (row.isMilestone()) {
            return formats.date(row.plannedFinish());
        }
        return row.summary() || row.assigneeName() == null ? "" : row.assigneeName();
    }

    String heading(Zoom.Unit unit, LocalDate begin, double width) {
        if (width < LEAST_WIDTH) {
            return "";
        }
        return unit == Zoom.Unit.WEEK
                ? words.text(
                        "project.schedule.gantt.week", String.valueOf(begin.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                : written("project.schedule.gantt.axis." + unit, begin);
    }

    private String day(LocalDateTime time, LocalDate today) {
        var day = time.toLocalDate();
        return written("project.schedule.gantt.day" + (day.getYear() == today.getYear() ? "" : "OfYear"), day);
    }

    private String written(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.text(pattern), LocaleContextHolder.getLocale())
                .format(day);
    }
}
