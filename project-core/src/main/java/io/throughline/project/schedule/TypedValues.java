package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.network.Effort;
import io.throughline.project.schedule.planfile.AmountText;
import io.throughline.project.schedule.planfile.DateText;
import io.throughline.project.schedule.planfile.LinkText;
import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a plan as people type and paste them, in Chinese and English; what is none is a {@link RuleViolation}. */
public final class TypedValues {

    /** When a day begins that was typed without a time. */
    public static final LocalTime OPENING = LocalTime.of(8, 0);

    /** When it ends. */
    public static final LocalTime CLOSING = LocalTime.of(17, 0);

    /** Between the predecessors of a task. */
    static final Pattern LINKS = Pattern.compile("[,;，；、\\n]");

    private static final Pattern POINTS = Pattern.compile("[/、,;；，]");

    private static final long MOST_MINUTES = 10_000_000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private TypedValues() {}

    /**
     * A duration: {@code 5d}, {@code 3 天}, {@code 5个工作日}, {@code 4h}, and by the clock {@code 2ed}, {@code 3 日历天},
     * {@code 1 ew}; a bare number is working days.
     */
    public static TaskDuration duration(String typed) {
        var amount = AmountText.parse(typed);
        boolean elapsed = amount != null && amount.unit() == Lag.Unit.ELAPSED;
        if (amount == null
                || !elapsed && amount.unit() != Lag.Unit.WORKING
                || amount.amount() < 0
                || amount.amount() > MOST_MINUTES) {
            throw new RuleViolation("project.schedule.notADuration", typed);
        }
        var minutes = Math.round(amount.amount());
        return new TaskDuration(minutes, elapsed && minutes > 0);
    }

    /**
     * Working minutes of a duration; a bare number is days.
     *
     * @throws RuleViolation also for time by the clock
     */
    public static long minutes(String typed) {
        var duration = duration(typed);
        if (duration.elapsed()) {
            throw new RuleViolation("project.schedule.notWorkingTime", typed);
        }
        return duration.minutes();
    }

    /**
     * Three points of a duration, optimistic first: {@code 3/5/9}, {@code 2ed/3ed/5ed}, {@code 3 天、5 天、9 天}; none for an
     * empty text.
     */
    public static List<TaskDuration> points(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        var parts = POINTS.matcher(text).find() ? POINTS.split(text, -1) : text.split("\\s+", 4);
        if (parts.length != 3) {
            throw new RuleViolation("project.schedule.notThreePoints", typed);
        }
        try {
            return Arrays.stream(parts).map(TypedValues::duration).toList();
        } catch (RuleViolation noDuration) {
            throw new RuleViolation("project.schedule.notThreePoints", typed);
        }
    }

    /** Which of duration, work and units stays when another changes, by its name here or in other planning programs. */
    public static Effort.Type effortType(String typed) {
        return switch (Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "")) {
            case "fixedunits", "固定投入比例", "固定单位" -> Effort.Type.FIXED_UNITS;
            case "fixedduration", "固定工期" -> Effort.Type.FIXED_DURATION;
            case "fixedwork", "固定工作量", "固定工时" -> Effort.Type.FIXED_WORK;
            default -> throw new RuleViolation("project.schedule.paste.badChoice", typed);
        };
    }

    /** Minutes of work; a bare number is hours. */
    public static long work(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return minutes(plain.matches("[0-9.]{1,12}") ? plain + "h" : plain);
    }

    /**
     * A date of this or any written form, with or without a time, from 1990 to 2200.
     *
     * @param usual the time where none is typed
     * @param dates how to read a day and a month that could be either
     */
    static LocalDateTime time(String typed, LocalTime usual, DateText dates) {
        var value = dates.parse(typed);
        if (value == null || value.time().getYear() < FIRST_YEAR || value.time().getYear() > LAST_YEAR) {
            throw new RuleViolation("project.schedule.notADay", typed);
        }
        return value.timeless() ? value.time().with(usual) : value.time().withNano(0);
    }

    /** The same, month before day where both could be meant. */
    public static LocalDateTime time(String typed, LocalTime usual) {
        return time(typed, usual, new DateText(false));
    }

    /** {@code SNET 2026-11-21} as type and date; a constraint on the finish means the end of its day. */
    public static Constraint constraint(String typed) {
        var words = typed.strip().split("\\s+", 2);
        var type = Arrays.stream(ConstraintType.values())
                .filter(known -> known.name().equals(words[0].toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("project.schedule.noSuchConstraint", typed));
        var usual = type.name().startsWith("F") || type == ConstraintType.MFO ? CLOSING : OPENING;
        if (words.length == 1 && type.needsDate()) {
            throw new RuleViolation("project.schedule.constraintDate");
        }
        return new Constraint(type, words.length == 1 ? null : time(words[1], usual));
    }

    public static ScheduleMode mode(String typed) {
        return switch (Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "")) {
            case "auto", "automatic", "autoscheduled", "自动", "自动计划", "自动排程" -> ScheduleMode.AUTO;
            case "manual", "manuallyscheduled", "手动", "手动计划", "手动排程" -> ScheduleMode.MANUAL;
            default -> throw new RuleViolation("project.schedule.paste.badChoice", typed);
        };
    }

    /**
     * A constraint as typed.
     *
     * @param date null where the type needs none
     */
    public record Constraint(ConstraintType type, @Nullable LocalDateTime date) {}

    /**
     * Predecessors: {@code 12FS+2d, 13SS}, {@code 3 完成-开始 +2 天}.
     *
     * @param key of the project, which numbers may bear
     * @throws RuleViolation naming the part that is none
     */
    public static List<LinkTasks> predecessors(String key, String typed) {
        return Arrays.stream(LINKS.split(typed))
                .filter(one -> !one.isBlank())
                .map(one -> link(key, one.strip()))
                .toList();
    }

    /** {@code HTC-12FS} is {@code 12FS} in the project HTC. */
    static String withoutKey(String key, String typed) {
        boolean keyed = typed.regionMatches(true, 0, key + "-", 0, key.length() + 1);
        return keyed ? typed.substring(key.length() + 1) : typed;
    }

    private static LinkTasks link(String key, String typed) {
        var part = LinkText.parse(withoutKey(key, typed), reference -> false).get(0);
        if (part.problem() || !part.reference().matches("[0-9]{1,6}")) {
            throw new RuleViolation("project.schedule.notAPredecessor", typed);
        }
        var lag = part.lag().isNone() ? null : Long.valueOf(lag(part));
        return new LinkTasks(Integer.parseInt(part.reference()), type(part), lag, unit(part));
    }

    static DependencyType type(LinkText.Part part) {
        return DependencyType.valueOf(part.type().name());
    }

    static long lag(LinkText.Part part) {
        boolean share = part.lag().unit() == Lag.Unit.PERCENT || part.lag().unit() == Lag.Unit.ELAPSED_PERCENT;
        return Math.round(share ? part.lag().amount() * 100 : part.lag().amount());
    }

    static LagUnit unit(LinkText.Part part) {
        return LagUnit.valueOf(part.lag().unit().name());
    }
}
