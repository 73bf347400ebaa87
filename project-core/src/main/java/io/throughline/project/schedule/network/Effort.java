package io.throughline.project.schedule.network;

/**
 * Duration, work and units of a task, of which each is decided by the other two.
 *
 * <pre>
 *   work = duration × units
 *
 *                     a new duration changes   a new work changes   new units change
 *   fixed units       work                     duration             duration
 *   fixed duration    work                     units                work
 *   fixed work        units                    duration             duration
 * </pre>
 *
 * <p>Source: Microsoft Project, "Change the task type". Example: 5 days with 100 % are 40 hours. With 200 % they take 2.5
 * days, or 80 hours in 5 days where the duration is fixed.
 *
 * @param duration working minutes
 * @param work minutes of all who work on it together
 * @param units ten-thousandths of a full resource, of all together; 0 for a task without people, whose duration stands by
 *     itself
 */
public record Effort(Type type, long duration, long work, int units) {

    public enum Type {
        FIXED_UNITS,
        FIXED_DURATION,
        FIXED_WORK
    }

    /** One full resource. */
    public static final int WHOLE = 10_000;

    /** @throws IllegalArgumentException for negative amounts */
    public Effort {
        if (duration < 0 || work < 0 || units < 0) {
            throw new IllegalArgumentException("negative: " + duration + ", " + work + ", " + units);
        }
    }

    /** From a duration and the people on it. */
    public static Effort of(Type type, long duration, int units) {
        return new Effort(type, duration, work(duration, units), units);
    }

    public Effort withDuration(long minutes) {
        return type == Type.FIXED_WORK && units > 0 && minutes > 0
                ? new Effort(type, minutes, work, units(work, minutes))
                : new Effort(type, minutes, work(minutes, units), units);
    }

    public Effort withWork(long minutes) {
        if (type == Type.FIXED_DURATION && duration > 0) {
            return new Effort(type, duration, minutes, units(minutes, duration));
        }
        return units == 0 ? this : new Effort(type, duration(minutes, units), minutes, units);
    }

    /** Nobody left: the duration stays, the work is gone. */
    public Effort withUnits(int all) {
        if (all == 0) {
            return new Effort(type, duration, 0, 0);
        }
        boolean first = units == 0;
        return type == Type.FIXED_DURATION || first
                ? new Effort(type, duration, work(duration, all), all)
                : new Effort(type, duration(work, all), work, all);
    }

    /**
     * Somebody joins or leaves: effort-driven tasks keep their work and become shorter or longer, others keep their
     * duration. With a fixed duration and effort that drives, everybody does less.
     */
    public Effort joinedBy(int more, boolean effortDriven) {
        int all = Math.max(0, units + more);
        if (units == 0 || all == 0) {
            return withUnits(all);
        }
        if (!effortDriven) {
            return new Effort(type, duration, work(duration, all), all);
        }
        return type == Type.FIXED_DURATION ? this : new Effort(type, duration(work, all), work, all);
    }

    public Effort as(Type other) {
        return new Effort(other, duration, work, units);
    }

    private static long work(long duration, int units) {
        return Math.round((double) duration * units / WHOLE);
    }

    private static long duration(long work, int units) {
        return Math.round((double) work * WHOLE / units);
    }

    private static int units(long work, long duration) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round((double) work * WHOLE / duration));
    }
}
