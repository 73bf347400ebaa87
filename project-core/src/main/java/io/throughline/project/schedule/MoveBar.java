package io.throughline.project.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes a bar by its middle or by its right end, and puts it elsewhere.
 *
 * @param end which part of it
 * @param by working days later; earlier when negative
 * @param day a day in place of {@code by}: the one it begins on, or the last one it takes
 */
public record MoveBar(
        End end, @Nullable Integer by, @Nullable LocalDate day) {

    /** The part of a bar that is taken hold of. */
    public enum End {
        WHOLE,
        FINISH
    }

    private static final int FARTHEST = 5_000;

    public MoveBar {
        if (by == null == (day == null) || by != null && Math.abs(by) > FARTHEST) {
            throw new IllegalArgumentException("either days within reason or a day");
        }
    }

    public static MoveBar by(End end, int days) {
        return new MoveBar(end, days, null);
    }

    public static MoveBar to(End end, LocalDate day) {
        return new MoveBar(end, null, day);
    }
}
