package io.throughline.web.project.schedule;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.TaskDetail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a cell of the grid holds now, as it is shown and typed, to see whether somebody else has written into it. */
final class CellText {

    private CellText() {}

    /**
     * What others wrote since.
     *
     * @param seen what the grid showed when typing began
     * @param typed what was typed
     * @return null where the cell is as it was seen, or as it was typed
     */
    static @Nullable String theirs(TaskDetail task, String field, String seen, String typed) {
        var now = of(task, field);
        if (now == null || isSame(now, seen.strip()) || isSame(now, typed)) {
            return null;
        }
        return field.equals("start") && !isTypedStart(task) ? null : now;
    }

    /** Numbers are shown with as many digits as it takes, and grouped. */
    private static boolean isSame(String now, String text) {
        var plain = text.replace(",", "");
        return now.equals(text)
                || UnitFormats.AMOUNT.matcher(now).matches()
                        && UnitFormats.AMOUNT.matcher(plain).matches()
                        && new BigDecimal(now).compareTo(new BigDecimal(plain)) == 0;
    }

    /** A start that only follows from other tasks may have moved since; nobody wrote it. */
    private static boolean isTypedStart(TaskDetail task) {
        return task.mode() == ScheduleMode.MANUAL
                || task.constraintType() == ConstraintType.SNET
                        && Objects.equals(task.constraintDate(), task.plannedStart());
    }

    /** Null for what is not kept as it was typed. */
    private static @Nullable String of(TaskDetail task, String field) {
        var estimate = task.estimate();
        return switch (field) {
            case "name" -> task.name();
            case "assignee" -> task.assigneeId() == null ? "" : String.valueOf(task.assigneeId());
            case "start" -> day(task.plannedStart());
            case "duration" -> task.durationText();
            case "effort" -> hours(task.effortMinutes());
            case "estimate" -> estimate == null ? "" : estimate.text(task.elapsed());
            case "percent" -> String.valueOf(task.percentComplete());
            case "deadline" -> day(task.deadline());
            case "mode" -> task.mode().name();
            case "effort_type" -> task.effortType().name();
            case "constraint" -> constraint(task);
            case "predecessors" ->
                task.predecessors().stream().map(one -> one.text()).collect(Collectors.joining(", "));
            default -> null;
        };
    }

    private static String constraint(TaskDetail task) {
        return task.constraintType() == ConstraintType.ASAP
                ? ""
                : (task.constraintType() + " " + day(task.constraintDate())).strip();
    }

    private static String day(@Nullable LocalDateTime time) {
        return time == null ? "" : time.toLocalDate().toString();
    }

    private static String hours(@Nullable Long minutes) {
        return minutes == null
                ? ""
                : BigDecimal.valueOf(minutes)
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
