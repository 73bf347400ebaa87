package io.throughline.web.project.draft;

import io.throughline.project.schedule.DraftLine;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.TaskDuration;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the reader's language what a draft changes, before and after. */
@Component
@RequiredArgsConstructor
class DraftWords {

    private static final double DAY = 480;
    private static final double HOUR = 60;

    private final Words words;
    private final Formats formats;

    /** A line of the page. */
    record Told(DraftLine line, String what, String base, String live, String draft) {}

    List<Told> of(List<DraftLine> lines) {
        return lines.stream()
                .map(line -> new Told(
                        line,
                        what(line),
                        text(line.matter(), line.base()),
                        live(line),
                        line.matter() == Matter.REMOVED
                                ? words.text("project.draft.removed")
                                : text(line.matter(), line.draft())))
                .toList();
    }

    private String live(DraftLine line) {
        if (line.matter() == Matter.GONE) {
            return words.text("project.draft.removed");
        }
        return line.matter() == Matter.REMOVED && line.live().isEmpty() && line.asks()
                ? words.text("project.draft.grown")
                : text(line.matter(), line.live());
    }

    /** All that was changed of a task that one side took out: {@code Duration: 5 days; Priority: 700}. */
    private String several(Map<String, @Nullable Object> fields) {
        var matters = new EnumMap<Matter, Map<String, @Nullable Object>>(Matter.class);
        fields.forEach((field, value) -> {
            var matter =
                    switch (field) {
                        case "assignee" -> Matter.ASSIGNEE;
                        case "parent" -> Matter.PLACE;
                        default -> Matter.of(field);
                    };
            matters.computeIfAbsent(matter, each -> new LinkedHashMap<>()).put(field, value);
        });
        return matters.entrySet().stream()
                .map(one -> one.getKey() == Matter.OTHER
                        ? words.of(Matter.OTHER)
                        : words.text("project.draft.field", words.of(one.getKey()), text(one.getKey(), one.getValue())))
                .collect(Collectors.joining(words.text("project.draft.also")));
    }

    private String what(DraftLine line) {
        return line.matter() == Matter.LINK
                ? words.text("project.draft.linkFrom", Objects.requireNonNull(line.other()))
                : words.of(line.matter());
    }

    private String text(Matter matter, Map<String, @Nullable Object> fields) {
        if (fields.isEmpty()) {
            return "—";
        }
        return switch (matter) {
            case NAME -> plain(fields.get("name"));
            case DESCRIPTION -> plain(fields.get("description"));
            case PLACE ->
                fields.get("parent") == null
                        ? words.text("project.schedule.topLevel")
                        : words.text("project.draft.below", plain(fields.get("parent")));
            case ASSIGNEE -> plain(fields.get("assignee"));
            case PRIORITY -> plain(fields.get("priority"));
            case DURATION, ADDED -> duration(fields);
            case EFFORT -> hours(fields.get("effortMinutes"));
            case CONSTRAINT -> constraint(fields);
            case DEADLINE -> time(fields.get("deadline"));
            case DATES -> dates(fields);
            case SHARED ->
                words.text(Boolean.TRUE.equals(fields.get("shared")) ? "project.draft.yes" : "project.draft.no");
            case STATE -> state(fields.get("state"));
            case TIMING -> timing(fields.get("timing"));
            case EFFORT_TYPE -> effortType(fields.get("workRule"));
            case ESTIMATE -> estimate(fields.get("durationEstimate"));
            case LINK -> link(fields);
            case ASSIGNMENT -> assignment(fields);
            case REMOVED, GONE -> several(fields);
            case OTHER -> words.text("project.draft.fields", fields.size());
        };
    }

    /** Only the unit may have changed; the number is then not among the fields. */
    private String duration(Map<String, @Nullable Object> fields) {
        boolean elapsed = Boolean.TRUE.equals(fields.get("durationElapsed"));
        if (!(fields.get("durationMinutes") instanceof Number minutes)) {
            return elapsed ? words.text("project.schedule.elapsedDays") : "—";
        }
        return elapsed
                ? new TaskDuration(minutes.longValue(), true).text()
                : words.text("project.draft.days", amount(minutes, DAY));
    }

    private String link(Map<String, @Nullable Object> fields) {
        var type = word("DependencyType", fields.get("type"));
        double lag = number(fields.get("lagMinutes"));
        return lag == 0 ? type : type + " " + words.text("project.draft.days", formats.number(lag / DAY, 1));
    }

    private String assignment(Map<String, @Nullable Object> fields) {
        return words.text(
                "project.draft.assigned",
                plain(fields.get("resource")),
                formats.number(number(fields.get("units")) * 100, 0),
                amount(fields.get("workMinutes"), HOUR));
    }

    private String constraint(Map<String, @Nullable Object> fields) {
        var type = fields.get("constraintType") == null ? "" : word("ConstraintType", fields.get("constraintType"));
        var date = fields.get("constraintDate");
        return date == null ? type : (type + " " + time(date)).strip();
    }

    private String dates(Map<String, @Nullable Object> fields) {
        var mode = fields.get("mode") == null ? "" : word("ScheduleMode", fields.get("mode"));
        var dates = fields.get("plannedStart") == null && fields.get("plannedFinish") == null
                ? ""
                : time(fields.get("plannedStart")) + " ~ " + time(fields.get("plannedFinish"));
        return (mode + " " + dates).strip();
    }

    private String state(@Nullable Object state) {
        return state instanceof Map<?, ?> parts && parts.get("status") != null
                ? word("TaskStatus", parts.get("status")) + " " + parts.get("percentComplete") + "%"
                : "—";
    }

    private String timing(@Nullable Object timing) {
        if (!(timing instanceof Map<?, ?> parts) || !(parts.get("levelingDelayMinutes") instanceof Number minutes)) {
            return "—";
        }
        return words.text(
                minutes.longValue() < 0 ? "project.draft.advance" : "project.draft.delay",
                amount(Math.abs(minutes.longValue()), 24 * HOUR));
    }

    private String effortType(@Nullable Object rule) {
        return rule instanceof Map<?, ?> parts && parts.get("effortType") != null
                ? words.text("project.resource.type." + parts.get("effortType"))
                : "—";
    }

    private String estimate(@Nullable Object estimate) {
        return estimate instanceof Map<?, ?> parts
                ? amount(parts.get("optimisticMinutes"), DAY)
                        + "/" + amount(parts.get("likelyMinutes"), DAY)
                        + "/" + amount(parts.get("pessimisticMinutes"), DAY)
                : "—";
    }

    private String hours(@Nullable Object minutes) {
        return minutes == null ? "—" : words.text("project.draft.hours", amount(minutes, HOUR));
    }

    private String amount(@Nullable Object minutes, double unit) {
        double amount = number(minutes) / unit;
        return formats.number(amount, amount == Math.rint(amount) ? 0 : 1);
    }

    private String time(@Nullable Object time) {
        return time == null ? "—" : formats.dateTime(LocalDateTime.parse(time.toString()));
    }

    private String word(String type, @Nullable Object code) {
        return words.text("enum." + type + "." + code);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static String plain(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? "—" : value.toString();
    }
}
